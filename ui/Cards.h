#pragma once

#include <QFont>
#include <QHash>
#include <QListView>
#include <QStyledItemDelegate>

namespace moxian {

/// Roles that rows of the findings and suggestions lists offer beside text and icon.
enum CardRole {
  CardDetailRole = Qt::UserRole + 1,  ///< QString: the small line below
  CardHeaderRole,                     ///< bool: the row heads those below
};

/// Paints a row as a card: icon, wrapped text of up to `lines` lines, a small dim line below.
class CardDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  CardDelegate(int lines, QObject* parent) : QStyledItemDelegate(parent), m_lines(lines) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;

 private:
  void paintHeader(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
  [[nodiscard]] int heightOf(const QString& text, const QFont& font, int width) const;

  int m_lines;
  /// Heights of the text alone by what it says, for one width and font: lists ask for every row.
  mutable QHash<QString, int> m_heights;
  mutable int m_knownWidth = -1;
  mutable QFont m_knownFont;
};

/// A list of cards that says in its middle why it is empty.
class CardList : public QListView {
  Q_OBJECT
 public:
  explicit CardList(int lines, QWidget* parent = nullptr);
  void setHint(const QString& hint);

 Q_SIGNALS:
  /// Enter on a row, or a double click.
  void chosen(const QModelIndex& index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString m_hint;
};

}  // namespace moxian

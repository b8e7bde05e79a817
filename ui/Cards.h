#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace moxian {

/// Roles that rows of the findings and suggestions lists offer beside text and icon.
enum CardRole {
  CardDetailRole = Qt::UserRole + 1,  ///< QString: the small line below
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
  int m_lines;
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

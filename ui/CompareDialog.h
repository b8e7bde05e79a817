#pragma once

#include <QDialog>
#include <string>
#include <vector>

class QLabel;
class QTextEdit;

namespace moxian {

/// Shows what leads from one text to another: what fell out struck through, what came in
/// underlined. Blank lines stand as the second has them and are no difference.
class CompareDialog : public QDialog {
  Q_OBJECT
 public:
  struct Side {
    QString name;
    std::u16string text;
  };
  /// `answers`: buttons that close the dialog beside the one that only closes it.
  CompareDialog(const Side& before, const Side& after, const QStringList& answers,
                QWidget* parent = nullptr);

  /// Index of the answer that was given; -1 if it was only closed.
  [[nodiscard]] int answer() const { return m_answer; }
  /// How many places differ.
  [[nodiscard]] qsizetype differences() const { return static_cast<qsizetype>(m_places.size()); }

 private:
  void build(const Side& before, const Side& after, const QStringList& answers);
  void fill(const Side& before, const Side& after);
  void step(int by);

  QTextEdit* m_view;
  QLabel* m_place;
  std::vector<int> m_places;  ///< where each difference begins in the view
  bool m_spacing = false;     ///< nothing differs but blank lines
  int m_now = -1;
  int m_answer = -1;
};

}  // namespace moxian

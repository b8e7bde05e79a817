#pragma once

#include <QDialog>
#include <vector>

#include "core/review/Merge.h"

class QComboBox;
class QTableWidget;

namespace moxian {

/// The places where two reviewers changed one draft differently, side by side; for each the user
/// takes one of both, or leaves both to be settled in the draft.
class MergeDialog : public QDialog {
  Q_OBJECT
 public:
  /// `first` and `second` are the names of the copies' files.
  MergeDialog(Merged merged, const QString& first, const QString& second,
              QWidget* parent = nullptr);

  [[nodiscard]] const MarkedDraft& merged() const { return m_merged.draft; }
  /// The merged draft with what was taken; conflicts that were left are still named. What was
  /// refused is noted in its markup as decided by `settler`.
  [[nodiscard]] Merged settled(const Settler& settler) const;

 private:
  enum Choice { Both, First, Second };
  void fill(const QString& first, const QString& second);

  Merged m_merged;
  QTableWidget* m_table;
  std::vector<QComboBox*> m_choices;
};

}  // namespace moxian

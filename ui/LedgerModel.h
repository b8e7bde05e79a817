#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/check/Ledger.h"

namespace moxian {

/// The figures of a draft as a table: what is counted, the figure, the part, the line.
class LedgerModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { NounColumn, FigureColumn, PartColumn, LineColumn, ColumnCount };
  using QAbstractTableModel::QAbstractTableModel;

  /// `text`: what the entries' spans count from.
  void setEntries(const std::vector<LedgerEntry>& entries, std::u16string_view text);
  /// The place of a row's figure in the draft.
  [[nodiscard]] Span spanAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)).span; }
  void retranslate();

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  struct Row {
    Span span;
    QString noun;
    QString figure;
    std::int64_t value = 0;
    Role role = Role::WorkDone;
    int line = 1;
  };
  std::vector<Row> m_rows;
};

}  // namespace moxian

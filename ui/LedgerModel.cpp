#include "ui/LedgerModel.h"

#include "ui/Labels.h"
#include "ui/Strings.h"

namespace moxian {

void LedgerModel::setEntries(const std::vector<LedgerEntry>& entries, std::u16string_view text) {
  beginResetModel();
  m_rows.clear();
  for (const LedgerEntry& entry : entries) {
    Span shown = entry.figure.whole();
    if (entry.figure.percent && entry.figure.unit.empty()) ++shown.end;
    m_rows.push_back({shown, toQString(entry.noun.of(text)), toQString(shown.of(text)),
                      entry.figure.value, entry.role, static_cast<int>(entry.line) + 1});
  }
  endResetModel();
}

void LedgerModel::retranslate() {
  if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int LedgerModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  // Qt::UserRole is what the table is sorted by.
  if (role == Qt::UserRole && index.column() == FigureColumn) {
    return static_cast<qlonglong>(row.value);
  }
  if (role == Qt::UserRole && index.column() == LineColumn) return row.line;
  if (role != Qt::DisplayRole && role != Qt::UserRole) return {};
  switch (index.column()) {
    case NounColumn:
      return row.noun;
    case FigureColumn:
      return row.figure;
    case PartColumn:
      return label(row.role);
    default:
      return row.line;
  }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
    return QAbstractTableModel::headerData(section, orientation, role);
  switch (section) {
    case NounColumn:
      return tr("所指");
    case FigureColumn:
      return tr("数字");
    case PartColumn:
      return tr("部分");
    default:
      return tr("行");
  }
}

}  // namespace moxian

#include "ui/FindingsModel.h"

#include <QGuiApplication>
#include <QTextBlock>
#include <algorithm>
#include <utility>

#include "ui/Cards.h"
#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Labels.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

QIcon severityIcon(Severity severity) {
  const QString file = fromUtf8(name(severity));
  return icon(file, colourOf(severity, QGuiApplication::palette()));
}

}  // namespace

FindingsModel::FindingsModel(const Language& language, QObject* parent)
    : QAbstractTableModel(parent), m_language(language) {}

/// The same complaint, whatever became of its place.
bool FindingsModel::alike(const Cause& cause, const Row& row) {
  const Finding& a = cause.finding;
  const Finding& b = row.cause.finding;
  return a.rule == b.rule && a.variant == b.variant && a.severity == b.severity &&
         a.arguments == b.arguments && cause.places.size() == row.cause.places.size();
}

QString FindingsModel::sentence(const Row& row) const {
  return fromUtf8(message(row.cause, m_language.messages()));
}

void FindingsModel::setFindings(const std::vector<Finding>& findings,
                                const QTextDocument& document) {
  std::vector<Cause> causes = causesOf(findings);
  const std::size_t most = std::min(causes.size(), m_rows.size());
  std::size_t head = 0;
  while (head < most && alike(causes[head], m_rows[head])) ++head;
  std::size_t tail = 0;
  while (tail < most - head &&
         alike(causes[causes.size() - 1 - tail], m_rows[m_rows.size() - 1 - tail]))
    ++tail;

  const auto at = [](std::size_t row) { return static_cast<int>(row); };
  if (head + tail < m_rows.size()) {
    beginRemoveRows({}, at(head), at(m_rows.size() - tail) - 1);
    m_rows.erase(m_rows.begin() + at(head), m_rows.end() - at(tail));
    endRemoveRows();
  }
  if (head + tail < causes.size()) {
    beginInsertRows({}, at(head), at(causes.size() - tail) - 1);
    std::vector<Row> rows;
    for (std::size_t i = head; i < causes.size() - tail; ++i) {
      rows.push_back({causes[i], 0, {}});
      rows.back().message = sentence(rows.back());
    }
    m_rows.insert(m_rows.begin() + at(head), std::make_move_iterator(rows.begin()),
                  std::make_move_iterator(rows.end()));
    endInsertRows();
  }
  refresh(std::move(causes), document);
}

void FindingsModel::refresh(std::vector<Cause> causes, const QTextDocument& document) {
  // Views lay out anew every row they are told of, so only those that look different are told.
  int first = -1;
  for (int i = 0; i <= rowCount(); ++i) {
    const auto n = static_cast<std::size_t>(i);
    const bool differs = i < rowCount() && take(m_rows[n], std::move(causes[n]), document);
    if (differs && first < 0) first = i;
    if (differs || first < 0) continue;
    Q_EMIT dataChanged(index(first, 0), index(i - 1, ColumnCount - 1));
    first = -1;
  }
}

bool FindingsModel::take(Row& row, Cause cause, const QTextDocument& document) {
  const auto place = static_cast<int>(cause.finding.span.begin);
  const int line = std::max(document.findBlock(place).blockNumber(), 0) + 1;
  const bool differs =
      line != row.line || cause.finding.fixes.empty() != row.cause.finding.fixes.empty();
  row.cause = std::move(cause);
  row.line = line;
  return differs;
}

bool FindingsModel::covers(int row, const Finding& finding) const {
  const Cause& cause = m_rows[static_cast<std::size_t>(row)].cause;
  const Finding& first = cause.finding;
  return first.rule == finding.rule && first.variant == finding.variant &&
         std::ranges::contains(cause.places, finding.span) &&
         (cause.places.size() > 1 || first.arguments == finding.arguments);
}

int FindingsModel::count(Severity severity) const {
  return static_cast<int>(std::ranges::count_if(
      m_rows, [severity](const Row& row) { return row.cause.finding.severity == severity; }));
}

void FindingsModel::retranslate() {
  for (Row& row : m_rows) row.message = sentence(row);
  if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString FindingsModel::text(const Row& row, int column) const {
  switch (column) {
    case MessageColumn:
      return row.message;
    case CategoryColumn:
      return label(row.cause.finding.category);
    case LineColumn:
      return QString::number(row.line);
    default:
      return {};
  }
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return text(row, index.column());
    case Qt::DecorationRole:
      return index.column() == MessageColumn ? QVariant(severityIcon(row.cause.finding.severity))
                                             : QVariant();
    case CardDetailRole: {
      const QString place =
          tr("第 %1 行 · %2").arg(row.line).arg(label(row.cause.finding.category));
      return row.cause.finding.fixes.empty() ? place : place + u" · "_s + tr("可自动修改");
    }
    case Qt::AccessibleTextRole:
      return tr("%1，第 %2 行：%3")
          .arg(label(row.cause.finding.severity))
          .arg(row.line)
          .arg(row.message);
    default:
      return {};
  }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
    return QAbstractTableModel::headerData(section, orientation, role);
  switch (section) {
    case MessageColumn:
      return tr("问题");
    case CategoryColumn:
      return tr("类别");
    case LineColumn:
      return tr("行");
    default:
      return {};
  }
}

void FindingsFilter::setShown(Severity severity, bool shown) {
  m_shown.at(static_cast<std::size_t>(severity)) = shown;
  invalidateRowsFilter();
}

void FindingsFilter::setCategory(std::optional<Category> category) {
  m_category = category;
  invalidateRowsFilter();
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
  const auto* findings = qobject_cast<const FindingsModel*>(sourceModel());
  if (findings == nullptr) return false;
  const Finding& finding = findings->finding(row);
  return m_shown.at(static_cast<std::size_t>(finding.severity)) &&
         (!m_category || finding.category == *m_category);
}

}  // namespace moxian

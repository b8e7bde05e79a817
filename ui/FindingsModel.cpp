#include "ui/FindingsModel.h"

#include <QGuiApplication>
#include <QTextBlock>
#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "ui/Cards.h"
#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Labels.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

/// The fix that mends a finding and others of its cause together; null for a finding that stands
/// alone.
const Fix* commonFix(const Finding& finding) {
  if (finding.fixes.size() < 2) return nullptr;
  const Fix& last = finding.fixes.back();
  return last.edits.size() > 1 && finding.fixes.front().edits.size() == 1 ? &last : nullptr;
}

QIcon severityIcon(Severity severity) {
  const QString file = fromUtf8(name(severity));
  return icon(file, colourOf(severity, QGuiApplication::palette()));
}

}  // namespace

FindingsModel::FindingsModel(const Language& language, QObject* parent)
    : QAbstractTableModel(parent), m_language(language) {}

std::vector<FindingsModel::Cause> FindingsModel::causesOf(const std::vector<Finding>& findings) {
  std::vector<Cause> causes;
  // by rule, severity and first edit
  std::map<std::tuple<std::string_view, Severity, std::size_t>, std::size_t> known;
  for (const Finding& finding : findings) {
    if (const Fix* common = commonFix(finding)) {
      const std::tuple key{std::string_view(finding.rule), finding.severity,
                           common->edits.front().span.begin};
      const auto [cause, added] = known.emplace(key, causes.size());
      if (!added) {
        ++causes[cause->second].places;
        continue;
      }
    }
    causes.push_back({&finding});
  }
  return causes;
}

/// The same complaint, whatever became of its place.
bool FindingsModel::alike(const Cause& cause, const Row& row) {
  const Finding& a = *cause.first;
  const Finding& b = row.finding;
  return a.rule == b.rule && a.variant == b.variant && a.severity == b.severity &&
         a.arguments == b.arguments && cause.places == row.places;
}

QString FindingsModel::sentence(const Row& row) const {
  const QString words = fromUtf8(message(row.finding, m_language.messages()));
  return row.places > 1 ? tr("%1（同类共 %2 处）").arg(words).arg(row.places) : words;
}

void FindingsModel::setFindings(const std::vector<Finding>& findings,
                                const QTextDocument& document) {
  const std::vector<Cause> causes = causesOf(findings);
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
      rows.push_back({*causes[i].first, 0, causes[i].places, {}});
      rows.back().message = sentence(rows.back());
    }
    m_rows.insert(m_rows.begin() + at(head), std::make_move_iterator(rows.begin()),
                  std::make_move_iterator(rows.end()));
    endInsertRows();
  }
  refresh(causes, document);
}

void FindingsModel::refresh(const std::vector<Cause>& causes, const QTextDocument& document) {
  // Views lay out anew every row they are told of, so only those that look different are told.
  int first = -1;
  for (int i = 0; i <= rowCount(); ++i) {
    const bool differs = i < rowCount() && take(m_rows[static_cast<std::size_t>(i)],
                                                causes[static_cast<std::size_t>(i)], document);
    if (differs && first < 0) first = i;
    if (differs || first < 0) continue;
    Q_EMIT dataChanged(index(first, 0), index(i - 1, ColumnCount - 1));
    first = -1;
  }
}

bool FindingsModel::take(Row& row, const Cause& cause, const QTextDocument& document) {
  const Finding& finding = *cause.first;
  const auto place = static_cast<int>(finding.span.begin);
  const int line = std::max(document.findBlock(place).blockNumber(), 0) + 1;
  const bool differs = line != row.line || finding.fixes.empty() != row.finding.fixes.empty();
  row.finding = finding;
  if (cause.places > 1) std::swap(row.finding.fixes.front(), row.finding.fixes.back());
  row.line = line;
  return differs;
}

bool FindingsModel::covers(int row, const Finding& finding) const {
  const Row& it = m_rows[static_cast<std::size_t>(row)];
  if (it.finding.rule != finding.rule || it.finding.variant != finding.variant) return false;
  if (it.finding.span == finding.span && it.finding.arguments == finding.arguments) return true;
  const Fix* common = commonFix(finding);
  return it.places > 1 && common != nullptr && it.finding.severity == finding.severity &&
         common->edits.front().span == it.finding.fixes.front().edits.front().span;
}

int FindingsModel::count(Severity severity) const {
  return static_cast<int>(std::ranges::count_if(
      m_rows, [severity](const Row& row) { return row.finding.severity == severity; }));
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
      return label(row.finding.category);
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
      return index.column() == MessageColumn ? QVariant(severityIcon(row.finding.severity))
                                             : QVariant();
    case CardDetailRole: {
      const QString place = tr("第 %1 行 · %2").arg(row.line).arg(label(row.finding.category));
      return row.finding.fixes.empty() ? place : place + u" · "_s + tr("可自动修改");
    }
    case Qt::AccessibleTextRole:
      return tr("%1，第 %2 行：%3").arg(label(row.finding.severity)).arg(row.line).arg(row.message);
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

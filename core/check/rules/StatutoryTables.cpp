#include <algorithm>
#include <array>

#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/StatutoryReport.h"
#include "core/check/rules/TableCells.h"

namespace moxian {
namespace {

/// Six kinds of applicants and 总计.
constexpr std::size_t kColumns = 7;
/// Rows of the form: 25 since 国办公开办函〔2021〕30号; 23 before, where （六） was one row.
constexpr std::array<std::size_t, 2> kRowCounts = {25, 23};
/// 维持, 纠正, 其他结果, 尚未审结 and 总计.
constexpr std::size_t kOutcomes = 5;
constexpr std::size_t kProceedings = 3;

/// The sum of six is the seventh, per row.
void addRows(std::size_t rows, std::size_t columns, std::vector<Identity>& into) {
  for (std::size_t row = 0; row < rows; ++row) {
    Identity identity;
    for (std::size_t n = 0; n + 1 < columns; ++n) identity.parts.push_back(row * columns + n);
    identity.wholes.push_back(row * columns + columns - 1);
    into.push_back(std::move(identity));
  }
}

/// Per column the rows of results make up （七）, and 一 and 二 equal （七） and 四.
void addColumns(std::size_t rows, std::vector<Identity>& into) {
  const std::size_t total = rows - 2;
  for (std::size_t n = 0; n < kColumns; ++n) {
    const auto cell = [n](std::size_t row) { return row * kColumns + n; };
    Identity results;
    for (std::size_t row = 2; row < total; ++row) results.parts.push_back(cell(row));
    results.wholes.push_back(cell(total));
    into.push_back(std::move(results));
    into.push_back({{cell(0), cell(1)}, {cell(total), cell(total + 1)}});
  }
}

void checkApplications(const RuleInfo& rule, const CheckedText& text, Span section,
                       std::vector<Finding>& into) {
  const ApplicationTable table = applicationTable(text, section);
  std::vector<Identity> identities;
  addRows(table.cells.size() / kColumns, kColumns, identities);
  if (table.complete) addColumns(table.cells.size() / kColumns, identities);
  reportCauses(rule, text, table.cells, identities, into);
}

void checkProceedings(const RuleInfo& rule, const CheckedText& text, Span section,
                      std::vector<Finding>& into) {
  const std::vector<Cell> cells = figuresIn(text, section);
  if (cells.size() != kOutcomes * kProceedings) return;
  std::vector<Identity> identities;
  addRows(kProceedings, kOutcomes, identities);
  reportCauses(rule, text, cells, identities, into);
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& one : text.outline.reports) {
    const StatutoryReport parts = statutoryReport(text, one);
    if (!parts.applications.empty()) checkApplications(rule, text, parts.applications, into);
    if (!parts.proceedings.empty()) checkProceedings(rule, text, parts.proceedings, into);
  }
}

}  // namespace

ApplicationTable applicationTable(const CheckedText& text, Span section) {
  ApplicationTable out;
  const std::size_t first = text.lines.lineAt(section.begin);
  for (std::size_t n = first; n < text.lines.count(); ++n) {
    const Span line = text.lines.span(n);
    if (line.begin >= section.end) break;
    std::vector<Cell> row = loneFigures(line.of(text.text));
    if (row.size() != kColumns) continue;
    for (Cell& cell : row) cell.span = cell.span.shifted(line.begin);
    out.cells.insert(out.cells.end(), row.begin(), row.end());
  }
  const auto isForm = [](std::size_t cells) {
    return std::ranges::any_of(kRowCounts, [&](std::size_t n) { return cells == n * kColumns; });
  };
  // Some pages put every cell on a line of its own.
  if (!isForm(out.cells.size())) {
    if (std::vector<Cell> all = figuresIn(text, section); isForm(all.size())) {
      out.cells = std::move(all);
    }
  }
  out.complete = isForm(out.cells.size());
  return out;
}

DocumentRulePointer statutoryTablesRule() {
  static constexpr RuleInfo kInfo{"arithmetic.statutory", Category::Arithmetic, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

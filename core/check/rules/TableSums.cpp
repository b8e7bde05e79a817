#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "core/base/Utf.h"
#include "core/check/Figures.h"
#include "core/check/Scan.h"
#include "core/check/rules/Dates.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/StatutoryReport.h"
#include "core/check/rules/TableCells.h"

namespace moxian {
namespace {

/// Rows of the same number of cells on lines that follow each other.
struct Table {
  std::vector<std::vector<Span>> rows;  ///< cells in the whole text
};

constexpr std::array<std::u16string_view, 4> kTotals = {u"合计", u"总计", u"共计", u"总数"};
/// What such a column holds does not add up.
constexpr std::array<std::u16string_view, 12> kNoSummands = {
    u"率", u"%", u"％", u"比", u"占", u"增", u"均", u"序号", u"编号", u"年", u"单价", u"标准"};

std::u16string labelOf(std::u16string_view text, Span cell) {
  return withoutSpaces(cell.of(text));
}

bool isTotal(std::u16string_view label) {
  return std::ranges::any_of(kTotals, [&](auto word) { return label == word; });
}

/// Part of another row or column, or the sum of some of them.
bool isSubtotal(std::u16string_view label) {
  return label.contains(u"其中") || label.contains(u"小计");
}

bool isSummand(std::u16string_view header) {
  return std::ranges::none_of(kNoSummands, [&](auto word) { return header.contains(word); });
}

/// A blank cell and a dash stand for none.
std::optional<std::int64_t> valueOf(std::u16string_view cell) {
  if (cell.empty() || cell == u"-" || cell == u"—" || cell == u"——" || cell == u"/") return 0;
  return cellValue(cell);
}

class TableReader {
 public:
  TableReader(const CheckedText& text, const Table& table) : m_text(text), m_table(table) {}

  void check(const RuleInfo& rule, std::vector<Finding>& into) {
    if (m_table.rows.size() < 3 || m_table.rows.front().size() < 2) return;
    for (std::size_t n = 0; n < columns(); ++n) m_headers.push_back(label(0, n));
    for (std::size_t n = 0; n < m_table.rows.size(); ++n) m_labels.push_back(label(n, 0));
    addColumnSums();
    addRowSums();
    const std::size_t before = into.size();
    reportCauses(rule, m_text, m_cells, m_identities, into);
    if (into.size() > before) return;  // what is worked out from a wrong figure is no second fault
    checkShares(rule, into);
    checkDifferences(rule, into);
  }

 private:
  [[nodiscard]] std::size_t columns() const { return m_table.rows.front().size(); }
  [[nodiscard]] std::u16string label(std::size_t row, std::size_t column) const {
    return labelOf(m_text.folded, m_table.rows[row][column]);
  }

  /// The cell's index among those read; nothing if it holds no figure.
  std::optional<std::size_t> cellAt(std::size_t row, std::size_t column) {
    const Span span = m_table.rows[row][column];
    const auto value = valueOf(span.of(m_text.text));
    if (!value) return {};
    const auto known = std::ranges::find(m_cells, span, &Cell::span);
    if (known != m_cells.end() && !span.empty()) {
      return static_cast<std::size_t>(known - m_cells.begin());
    }
    m_cells.push_back({span, *value});
    return m_cells.size() - 1;
  }

  template <class Places>
  std::optional<Identity> identityOf(const Places& parts,
                                     std::pair<std::size_t, std::size_t> whole) {
    Identity out;
    for (const auto& [row, column] : parts) {
      const auto cell = cellAt(row, column);
      if (!cell) return {};
      out.parts.push_back(*cell);
    }
    const auto cell = cellAt(whole.first, whole.second);
    if (!cell || m_cells[*cell].span.empty() || out.parts.size() < 2) return {};
    out.wholes.push_back(*cell);
    return out;
  }

  /// A lone sum that misses by little is a slip; one far off counts something else.
  [[nodiscard]] bool nearlyHolds(const Identity& one) const {
    std::int64_t sum = 0;
    for (const std::size_t n : one.parts) sum += m_cells[n].value;
    const std::int64_t whole = m_cells[one.wholes.front()].value;
    return std::abs(sum - whole) * 10 <= whole;
  }

  /// Sums of one direction count only where half of them hold: some tables list what overlaps.
  void keepIfMostHold(std::vector<Identity> all) {
    const auto holds = std::ranges::count_if(all, [&](const Identity& one) {
      std::int64_t by = -m_cells[one.wholes.front()].value;
      for (const std::size_t n : one.parts) by += m_cells[n].value;
      return by == 0;
    });
    const bool lone = all.size() == 1 && nearlyHolds(all.front());
    if (holds * 2 < std::ssize(all) && !lone) return;
    m_identities.insert(m_identities.end(), all.begin(), all.end());
  }

  void addColumnSums() {
    const auto total = std::ranges::find_if(m_labels, isTotal);
    if (total == m_labels.end() || std::ranges::any_of(m_labels, isSubtotal)) return;
    const auto row = static_cast<std::size_t>(total - m_labels.begin());
    if (row == 0 || (row != 1 && row + 1 != m_labels.size())) return;
    std::vector<Identity> all;
    for (std::size_t column = 1; column < columns(); ++column) {
      if (!isSummand(m_headers[column])) continue;
      std::vector<std::pair<std::size_t, std::size_t>> parts;
      for (std::size_t n = 1; n < m_labels.size(); ++n) {
        if (n != row) parts.push_back({n, column});
      }
      if (auto one = identityOf(parts, {row, column})) all.push_back(std::move(*one));
    }
    keepIfMostHold(std::move(all));
  }

  /// The column of the sums of all others, or of those before a lone 小计; 0 if there is none.
  [[nodiscard]] std::size_t sumColumn() const {
    const auto total = std::ranges::find_if(m_headers, isTotal);
    const auto subtotals = std::ranges::count_if(m_headers, isSubtotal);
    if (total != m_headers.end()) {
      return subtotals == 0 ? static_cast<std::size_t>(total - m_headers.begin()) : 0;
    }
    const auto lone = std::ranges::find_if(
        m_headers, [](const std::u16string& header) { return header.starts_with(u"小计"); });
    if (subtotals != 1 || lone == m_headers.end()) return 0;
    return static_cast<std::size_t>(lone - m_headers.begin());
  }

  void addRowSums() {
    const std::size_t column = sumColumn();
    if (column == 0) return;
    const std::size_t end = isSubtotal(m_headers[column]) ? column : columns();
    std::vector<Identity> all;
    for (std::size_t row = 1; row < m_labels.size(); ++row) {
      std::vector<std::pair<std::size_t, std::size_t>> parts;
      for (std::size_t n = 1; n < end; ++n) {
        if (n != column && isSummand(m_headers[n])) parts.push_back({row, n});
      }
      if (auto one = identityOf(parts, {row, column})) all.push_back(std::move(*one));
    }
    keepIfMostHold(std::move(all));
  }

  /// "本年 | 上年 | 增减": one difference that is off where all others are right.
  void checkDifferences(const RuleInfo& rule, std::vector<Finding>& into) const {
    constexpr std::array<std::u16string_view, 6> kThis = {u"本年",   u"今年", u"本年数",
                                                          u"今年数", u"本期", u"本期数"};
    constexpr std::array<std::u16string_view, 7> kLast = {u"上年", u"去年",   u"上年数",  u"去年数",
                                                          u"上期", u"上期数", u"上年同期"};
    constexpr std::array<std::u16string_view, 5> kBy = {u"增减", u"增减数", u"增减量", u"增减值",
                                                        u"同比增减"};
    std::size_t now = columnOf(kThis);
    std::size_t before = columnOf(kLast);
    if (now == 0 && before == 0) std::tie(before, now) = yearColumns();
    const std::size_t by = columnOf(kBy);
    constexpr std::size_t kFewestRows = 4;  // with the heads
    if (now == 0 || before == 0 || by == 0 || m_labels.size() < kFewestRows) return;
    std::vector<std::pair<std::size_t, std::int64_t>> wrong;  // row and what is right
    for (std::size_t row = 1; row < m_labels.size(); ++row) {
      const auto a = signedAt(row, now);
      const auto b = signedAt(row, before);
      const auto c = signedAt(row, by);
      if (!a || !b || !c) return;
      if (*a - *b != *c) wrong.emplace_back(row, *a - *b);
    }
    if (wrong.size() != 1) return;
    const auto [row, right] = wrong.front();
    const Span span = m_table.rows[row][by];
    into.push_back(findingOf(rule, span,
                             {toUtf8(span.of(m_text.text)),
                              (right < 0 ? "-" : "") + valueText(right < 0 ? -right : right)}));
    into.back().variant = "difference";
  }

  /// The columns under "2023年" and "2024年", the earlier year first; zeros unless these two are
  /// all columns of years.
  [[nodiscard]] std::pair<std::size_t, std::size_t> yearColumns() const {
    std::vector<std::pair<int, std::size_t>> years;
    for (std::size_t n = 1; n < m_headers.size(); ++n) {
      const std::vector<Date> dates = datesOf(m_headers[n]);
      if (dates.size() == 1 && dates[0].month == 0 && dates[0].span.length() == m_headers[n].size())
        years.emplace_back(dates[0].year, n);
    }
    std::ranges::sort(years);
    if (years.size() != 2 || years[0].first + 1 != years[1].first) return {};
    return {years[0].second, years[1].second};
  }

  /// A figure that may have a sign; nothing for percentages and words.
  [[nodiscard]] std::optional<std::int64_t> signedAt(std::size_t row, std::size_t column) const {
    const std::u16string cell = withoutSpaces(m_table.rows[row][column].of(m_text.text));
    const bool minus = !cell.empty() && isOneOf(cell.front(), u"-－−");
    const bool plus = !cell.empty() && isOneOf(cell.front(), u"+＋");
    const auto value = cellValue(std::u16string_view(cell).substr(minus || plus ? 1 : 0));
    return value && minus ? std::optional(-*value) : value;
  }

  /// What a cell "25.2%" says in tenths of a percent; nothing for other cells and other precision.
  [[nodiscard]] std::optional<std::int64_t> shareAt(std::size_t row, std::size_t column) const {
    const std::u16string cell = withoutSpaces(m_table.rows[row][column].of(m_text.text));
    const std::size_t point = cell.find(u'.');
    if (point == cell.npos || point + 3 != cell.size() || !isOneOf(cell.back(), u"%％")) return {};
    const auto value = cellValue(std::u16string_view(cell).substr(0, point + 2));
    return value ? std::optional(*value / 1000) : std::nullopt;
  }

  /// "占比" behind the column that it is about, with a last row that sums up to 100.0%: one share
  /// that is off where all others are right.
  void checkShares(const RuleInfo& rule, std::vector<Finding>& into) const {
    constexpr std::array<std::u16string_view, 1> kShare = {u"占比"};
    constexpr std::int64_t kWhole = 1000;
    constexpr std::int64_t kFewestRows = 3;
    const std::size_t column = columnOf(kShare);
    const std::size_t last = m_labels.size() - 1;
    if (column < 2 || !isTotal(m_labels[last]) || shareAt(last, column) != kWhole) return;
    const auto whole = valueOf(m_table.rows[last][column - 1].of(m_text.text));
    if (!whole || *whole <= 0) return;
    std::vector<std::pair<std::size_t, std::int64_t>> wrong;  // row and tenths of a percent
    for (std::size_t row = 1; row < last; ++row) {
      const auto part = valueOf(m_table.rows[row][column - 1].of(m_text.text));
      const auto share = shareAt(row, column);
      if (!part || !share || *part > *whole) return;
      const double exact = static_cast<double>(*part) * kWhole / static_cast<double>(*whole);
      // One tenth is left to whoever rounds so that the shares make up the whole.
      if (std::abs(exact - static_cast<double>(*share)) > 1.5)
        wrong.emplace_back(row, std::llround(exact));
    }
    if (wrong.size() != 1 || static_cast<std::int64_t>(last) - 2 < kFewestRows - 1) return;
    const auto [row, tenths] = wrong.front();
    const Span span = m_table.rows[row][column];
    into.push_back(
        findingOf(rule, span,
                  {toUtf8(span.of(m_text.text)),
                   std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%"}));
    into.back().variant = "share";
    into.back().severity = Severity::Warning;
  }

  /// The column under one of some words, a bracketed unit apart; 0 if there is none.
  template <std::size_t N>
  [[nodiscard]] std::size_t columnOf(const std::array<std::u16string_view, N>& words) const {
    const auto found = std::ranges::find_if(m_headers, [&](std::u16string_view header) {
      return std::ranges::contains(words, header.substr(0, header.find_first_of(u"（(")));
    });
    return found == m_headers.end() ? 0 : static_cast<std::size_t>(found - m_headers.begin());
  }

  const CheckedText& m_text;
  const Table& m_table;
  std::vector<std::u16string> m_headers;
  std::vector<std::u16string> m_labels;
  std::vector<Cell> m_cells;
  std::vector<Identity> m_identities;
};

bool isRuler(std::u16string_view line) {
  return line.find_first_not_of(u"|-: ") == line.npos;
}

void checkReport(const RuleInfo& rule, const CheckedText& text, const Report& report,
                 std::vector<Finding>& into) {
  const StatutoryReport statutory = statutoryReport(text, report);
  Table table;
  const auto finish = [&] {
    TableReader(text, table).check(rule, into);
    table.rows.clear();
  };
  for (std::size_t n = report.firstLine; n <= report.lastLine; ++n) {
    const Span line = text.lines.span(n);
    const bool form =
        statutory.applications.contains(line.begin) || statutory.proceedings.contains(line.begin);
    std::vector<Span> cells = form ? std::vector<Span>{} : cellsOf(line.of(text.text));
    if (!cells.empty() && isRuler(line.of(text.text))) continue;
    for (Span& cell : cells) cell = cell.shifted(line.begin);
    if (!table.rows.empty() && cells.size() != table.rows.front().size()) finish();
    if (!cells.empty()) table.rows.push_back(std::move(cells));
  }
  if (!table.rows.empty()) finish();
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  if (!text.text.contains(u'|') && !text.text.contains(u'\t')) return;
  for (const Report& report : text.outline.reports) checkReport(rule, text, report, into);
}

}  // namespace

DocumentRulePointer tableSumsRule() {
  static constexpr RuleInfo kInfo{"arithmetic.table", Category::Arithmetic, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

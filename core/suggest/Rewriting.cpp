#include "core/suggest/Rewriting.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/base/Utf.h"
#include "core/text/Characters.h"
#include "core/text/Lines.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

using View = std::u16string_view;

constexpr std::size_t kMostItems = 99;
constexpr View kNumerals = u"一二三四五六七八九十";
constexpr View kEndMarks = u"。；;，,、";

std::vector<View> filledLines(View text) {
  std::vector<View> found;
  const Lines lines(text);
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const View line = trimmed(lines.span(i).of(text));
    if (!line.empty()) found.push_back(line);
  }
  return found;
}

/// The length of a number at the start of an item: 一、 （一） 1. （1） 1、 ① 一是 第一， - •
std::size_t numberLength(View line) {
  constexpr View digits = u"0123456789一二三四五六七八九十";
  const bool bracket = line.starts_with(u'（') || line.starts_with(u'(');
  const std::size_t begin = bracket || line.starts_with(u'第') ? 1 : 0;
  const std::size_t end = std::min(line.find_first_not_of(digits, begin), line.size());
  if (end == line.size()) return 0;
  const View marks = bracket ? u"）)" : begin == 1 ? u"，,、" : u"、.．是";
  if (end > begin && end - begin <= 3 && marks.contains(line[end])) {
    // 1.5万元 begins with a figure, 二是 with a number.
    const bool figure = line[end] == u'.' && end + 1 < line.size() && isAsciiDigit(line[end + 1]);
    return figure ? 0 : end + 1;
  }
  const bool bullet = View(u"-—•·●■*").contains(line[0]) || (line[0] >= u'①' && line[0] <= u'⑳');
  return bullet ? 1 : 0;
}

View withoutEndMarks(View text) {
  while (!text.empty() && (kEndMarks.contains(text.back()) || isSpace(text.back()))) {
    text.remove_suffix(1);
  }
  return text;
}

/// Where 一是, 二是 … stand in a text, as far as they count on from one.
std::vector<Span> ordinalsOf(View text) {
  std::vector<Span> found;
  std::size_t at = 0;
  while (found.size() < kMostItems) {
    const std::u16string next = toChineseNumeral(static_cast<int>(found.size()) + 1) + u"是";
    at = text.find(next, at);
    if (at == text.npos) return found;
    const bool opens = at == 0 || View(u"。；;，,：:\n ").contains(text[at - 1]);
    if (opens) found.push_back({at, at + next.size()});
    at += next.size();
  }
  return found;
}

std::vector<View> cellsOf(View line) {
  const char16_t bar = line.contains(u'|') ? u'|' : line.contains(u'｜') ? u'｜' : u'\t';
  if (line.starts_with(bar)) line.remove_prefix(1);
  if (line.ends_with(bar)) line.remove_suffix(1);
  std::vector<View> cells;
  while (true) {
    const std::size_t end = line.find(bar);
    cells.push_back(trimmed(line.substr(0, end)));
    if (end == line.npos) return cells;
    line.remove_prefix(end + 1);
  }
}

bool isTableLine(View line) {
  return line.find_first_of(u"|｜\t") != line.npos && cellsOf(line).size() >= 2;
}

/// A row of dashes, as Markdown writes it under the head.
bool isRule(const std::vector<View>& cells) {
  return std::ranges::all_of(
      cells, [](View cell) { return cell.find_first_not_of(u"-:— ") == View::npos; });
}

bool isTotal(View name) {
  std::u16string bare;
  for (const char16_t c : name) {
    if (!isSpace(c)) bare += c;
  }
  return bare == u"合计" || bare == u"总计" || bare == u"共计" || bare == u"小计" ||
         bare == u"总数";
}

/// A figure in a cell: "1,234" or "56.7万元".
struct Amount {
  View digits;  ///< as written
  View unit;
  std::int64_t value = 0;  ///< see Figure::value
  bool percent = false;
};

std::optional<Amount> amountOf(View cell, const Measures& measures) {
  const auto figures = figuresOf(cell, measures);
  if (figures.size() != 1 || figures[0].span.begin != 0 || figures[0].ordinal) return {};
  const Figure& figure = figures[0];
  Amount amount{figure.span.of(cell), cell.substr(figure.span.end), figure.value, figure.percent};
  if (figure.percent && !amount.unit.starts_with(u'%')) amount.unit = u"%";
  if (amount.unit.size() > 4) return {};  // words, not a measure
  return amount;
}

/// "2024年（条）" is the name 2024年 and the unit 条.
struct Head {
  View name;
  View unit;
};

Head headOf(View cell) {
  const std::size_t open = cell.find_first_of(u"（(");
  if (open == cell.npos) return {cell, {}};
  View unit = cell.substr(open + 1);
  unit = unit.substr(0, unit.find_first_of(u"）)"));
  if (unit.starts_with(u"单位：") || unit.starts_with(u"单位:")) unit.remove_prefix(3);
  return {trimmed(cell.substr(0, open)), trimmed(unit)};
}

/// Names of columns that say nothing a sentence needs.
bool saysNothing(View name) {
  return name == u"数量" || name == u"件数" || name == u"条数" || name == u"金额" ||
         name == u"人数" || name == u"个数" || name == u"数" || name.empty();
}

struct Row {
  View name;
  Amount amount;
};

/// One column of figures with the names before them.
struct Column {
  Head head;
  std::vector<Row> rows;
  std::optional<Amount> total;

  [[nodiscard]] View unit() const {
    return head.unit.empty() ? rows.front().amount.unit : head.unit;
  }
  [[nodiscard]] bool alike() const {
    return std::ranges::all_of(rows, [&](const Row& row) {
      return head.unit.empty() ? row.amount.unit == rows.front().amount.unit : true;
    });
  }
};

std::u16string figureText(const Column& column, const Amount& amount) {
  std::u16string text(amount.digits);
  return text.append(column.head.unit.empty() ? amount.unit : column.head.unit);
}

/// The sum of a column as its figures are written: in 万 if they all are.
std::u16string sumText(const Column& column) {
  constexpr std::int64_t tenThousand = 10'000;
  std::int64_t sum = 0;
  bool tenThousands = true;
  for (const Row& row : column.rows) {
    sum += row.amount.value;
    tenThousands = tenThousands && row.amount.digits.ends_with(u'万');
  }
  if (!tenThousands || sum % tenThousand != 0) return toUtf16(valueText(sum));
  return toUtf16(valueText(sum / tenThousand)) + u'万';
}

std::u16string clauseOf(const Column& column) {
  const bool percent = column.rows.front().amount.percent || column.unit().starts_with(u'%');
  std::u16string text(saysNothing(column.head.name) ? View() : column.head.name);
  if (!percent && column.alike()) {
    text += u"共";
    text +=
        column.total ? figureText(column, *column.total) : sumText(column).append(column.unit());
    text += u"，其中";
  } else if (!text.empty()) {
    text += u"：";
  }
  for (const Row& row : column.rows) {
    if (&row != &column.rows.front()) text += u"、";
    text.append(row.name).append(figureText(column, row.amount));
  }
  return text;
}

class TableReader {
 public:
  TableReader(const std::vector<View>& lines, const Measures& measures) : m_measures(measures) {
    for (const View line : lines) {
      auto cells = cellsOf(line);
      if (!isRule(cells)) m_rows.push_back(std::move(cells));
    }
  }

  /// Empty where a cell would have no place in the sentence.
  [[nodiscard]] std::vector<Column> columns() const {
    std::vector<Column> found;
    const std::size_t width = m_rows.empty() ? 0 : m_rows.front().size();
    if (!std::ranges::all_of(m_rows, [&](const auto& row) { return row.size() == width; })) {
      return {};
    }
    for (std::size_t at = 1; at < width; ++at) {
      auto column = this->column(at);
      if (!column) return {};
      found.push_back(std::move(*column));
    }
    return found;
  }

 private:
  [[nodiscard]] std::optional<Column> column(std::size_t at) const {
    Column column;
    // A first row without a figure names the columns.
    const bool headed = !amountOf(m_rows.front()[at], m_measures);
    if (headed) column.head = headOf(m_rows.front()[at]);
    for (std::size_t i = headed ? 1 : 0; i < m_rows.size(); ++i) {
      const auto amount = amountOf(m_rows[i][at], m_measures);
      if (!amount) return {};
      if (isTotal(m_rows[i][0])) {
        column.total = amount;
      } else {
        column.rows.push_back({m_rows[i][0], *amount});
      }
    }
    if (column.rows.empty()) return {};
    return column;
  }

  const Measures& m_measures;
  std::vector<std::vector<View>> m_rows;
};

/// A part of an enumeration behind 其中: 网上申请12件 or 12件网上申请.
std::optional<Row> partOf(View part, const Measures& measures) {
  part = trimmed(withoutEndMarks(part));
  const auto figures = figuresOf(part, measures);
  if (figures.size() != 1 || figures[0].ordinal || figures[0].approximate) return {};
  const Span whole = figures[0].whole();
  const View before = trimmed(part.substr(0, whole.begin));
  const View after = trimmed(part.substr(whole.end));
  if (before.empty() == after.empty()) return {};
  Amount amount{figures[0].span.of(part), figures[0].unit.of(part), figures[0].value,
                figures[0].percent};
  if (amount.percent) return {};
  return Row{before.empty() ? after : before, amount};
}

/// Rows below a head that names their unit, if it is the same for all.
std::u16string tableOf(std::vector<Row>& rows) {
  const View unit = rows.front().amount.unit;
  const bool alike =
      std::ranges::all_of(rows, [&](const Row& row) { return row.amount.unit == unit; });
  const bool tenThousands = alike && !unit.empty() && std::ranges::all_of(rows, [](const Row& row) {
                              return row.amount.digits.ends_with(u'万');
                            });
  std::u16string table = u"|项目|数量";
  if (alike && !unit.empty()) {
    table.append(u"（").append(tenThousands ? u"万" : u"").append(unit).append(u"）");
  }
  table += u'|';
  for (const Row& row : rows) {
    View digits = row.amount.digits;
    if (tenThousands) digits.remove_suffix(1);
    table.append(u"\n|").append(row.name).append(u"|").append(digits);
    if (!alike) table.append(row.amount.unit);
    table += u'|';
  }
  return table;
}

std::vector<View> partsBehind(View text) {
  std::vector<View> parts;
  for (std::size_t begin = 0, at = 0;; ++at) {
    at = text.find_first_of(u"、，；,;", at);
    // 1,234 is one figure.
    const bool inside =
        at != text.npos && text[at] == u',' && at + 1 < text.size() && isAsciiDigit(text[at + 1]);
    if (inside) continue;
    parts.push_back(trimmed(text.substr(begin, at == text.npos ? at : at - begin)));
    if (at == text.npos) return parts;
    begin = at + 1;
  }
}

}  // namespace

std::optional<std::u16string> linesAsRun(View text) {
  std::vector<View> lines = filledLines(text);
  std::u16string run;
  if (lines.size() > 2 && (lines[0].ends_with(u'：') || lines[0].ends_with(u':'))) {
    run = lines[0];
    lines.erase(lines.begin());
  }
  if (lines.size() < 2 || lines.size() > kMostItems) return {};
  if (std::ranges::any_of(lines, isTableLine)) return {};
  for (View& line : lines) line = withoutEndMarks(trimmed(line.substr(numberLength(line))));
  if (std::ranges::any_of(lines, &View::empty)) return {};
  // Items of several sentences cannot stand in one.
  const bool long_ = std::ranges::any_of(lines, [](View line) { return line.contains(u'。'); });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    run.append(toChineseNumeral(static_cast<int>(i) + 1)).append(u"是").append(lines[i]);
    run += long_ || i + 1 == lines.size() ? u'。' : u'；';
  }
  return run;
}

std::optional<std::u16string> runAsLines(View run) {
  run = trimmed(run);
  const auto ordinals = ordinalsOf(run);
  if (ordinals.size() < 2 || run.contains(u'\n')) return {};
  std::u16string lines(trimmed(run.substr(0, ordinals[0].begin)));
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    const std::size_t end = i + 1 < ordinals.size() ? ordinals[i + 1].begin : run.size();
    const View item = run.substr(ordinals[i].end, end - ordinals[i].end);
    if (!lines.empty()) lines += u'\n';
    lines.append(withoutEndMarks(trimmed(item))).append(u"。");
  }
  return lines;
}

std::optional<std::u16string> tableAsSentence(View text, const Measures& measures) {
  const std::vector<View> lines = filledLines(text);
  const auto first = std::ranges::find_if(lines, isTableLine);
  const auto last = std::find_if_not(first, lines.end(), isTableLine);
  if (last - first < 2) return {};
  const auto columns = TableReader({first, last}, measures).columns();
  if (columns.empty()) return {};
  std::u16string sentence;
  for (auto line = lines.begin(); line != first; ++line) sentence.append(*line).append(u"\n");
  for (const Column& column : columns) {
    if (&column != &columns.front()) sentence += u"；";
    sentence += clauseOf(column);
  }
  sentence += u"。";
  for (auto line = last; line != lines.end(); ++line) sentence.append(u"\n").append(*line);
  return sentence;
}

std::optional<std::u16string> sentenceAsTable(View sentence, const Measures& measures) {
  sentence = trimmed(sentence);
  const std::size_t word = sentence.find(u"其中");
  if (word == sentence.npos || sentence.contains(u'\n')) return {};
  const View lead = withoutEndMarks(sentence.substr(0, word));
  const auto totals = figuresOf(lead, measures);
  if (totals.empty()) return {};
  const Figure& total = totals.back();
  if (total.percent || total.ordinal || total.approximate) return {};
  View rest = sentence.substr(word + 2);
  while (!rest.empty() && View(u"：:，, ").contains(rest.front())) rest.remove_prefix(1);
  const std::size_t stop = std::min(rest.find(u'。'), rest.size());
  std::vector<Row> rows;
  for (const View part : partsBehind(rest.substr(0, stop))) {
    const auto row = partOf(part, measures);
    if (!row) return {};
    rows.push_back(*row);
  }
  if (rows.size() < 2) return {};
  const Amount all{total.span.of(lead), total.unit.of(lead), total.value, false};
  const std::int64_t sum =
      std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                      [](std::int64_t so, const Row& row) { return so + row.amount.value; });
  const bool alike =
      std::ranges::all_of(rows, [&](const Row& row) { return row.amount.unit == all.unit; });
  rows.push_back({alike && sum == all.value ? u"合计" : u"总数", all});
  std::u16string table = std::u16string(lead) + u"，具体见下表。\n" + tableOf(rows);
  if (stop + 1 < rest.size()) table.append(u"\n").append(trimmed(rest.substr(stop + 1)));
  return table;
}

}  // namespace moxian

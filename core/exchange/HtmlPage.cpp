#include "core/exchange/HtmlPage.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostTables = 32;  // open inside each other; deeper ones are plain blocks
constexpr std::size_t kMostSpan = 63;    // columns and rows a cell may span
constexpr std::size_t kLongCell = 10;    // lines; data cells are shorter, articles longer

// never shown (WHATWG HTML, 15.3.1), or shown as a control and not as text
constexpr std::array kCode = {"script"sv, "style"sv,  "template"sv, "noscript"sv, "title"sv,
                              "select"sv, "button"sv, "textarea"sv, "svg"sv,      "iframe"sv,
                              "object"sv, "video"sv,  "audio"sv,    "canvas"sv,   "datalist"sv,
                              "rt"sv,     "rp"sv,     "rtc"sv,      "noframes"sv, "noembed"sv};

constexpr std::array kBlocks = {
    "address"sv, "article"sv, "aside"sv,    "blockquote"sv, "body"sv,    "br"sv,
    "caption"sv, "center"sv,  "dd"sv,       "details"sv,    "dir"sv,     "div"sv,
    "dl"sv,      "dt"sv,      "fieldset"sv, "figcaption"sv, "figure"sv,  "footer"sv,
    "form"sv,    "h1"sv,      "h2"sv,       "h3"sv,         "h4"sv,      "h5"sv,
    "h6"sv,      "head"sv,    "header"sv,   "hgroup"sv,     "hr"sv,      "html"sv,
    "legend"sv,  "li"sv,      "main"sv,     "menu"sv,       "nav"sv,     "ol"sv,
    "option"sv,  "p"sv,       "pre"sv,      "section"sv,    "summary"sv, "table"sv,
    "tbody"sv,   "td"sv,      "tfoot"sv,    "th"sv,         "thead"sv,   "tr"sv,
    "ul"sv};

// elements that always have an end tag; hiding others could hide the rest of the page
constexpr std::array kClosed = {
    "div"sv,    "span"sv,   "section"sv, "article"sv, "aside"sv, "table"sv,  "ul"sv,
    "ol"sv,     "dl"sv,     "form"sv,    "a"sv,       "font"sv,  "center"sv, "main"sv,
    "header"sv, "footer"sv, "strong"sv,  "b"sv,       "i"sv,     "em"sv,     "label"sv,
    "h1"sv,     "h2"sv,     "h3"sv,      "h4"sv,      "h5"sv,    "h6"sv};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool isHidden(const HtmlToken& token) {
  if (token.attribute("hidden") != nullptr) return true;
  const std::u16string* style = token.attribute("style");
  if (style == nullptr) return false;
  std::u16string compact;
  for (const char16_t c : *style) {
    if (c != u' ') compact += c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c - u'A' + u'a') : c;
  }
  return compact.find(u"display:none") != compact.npos;
}

std::optional<int> numberIn(const HtmlToken& token, std::string_view attribute) {
  const std::u16string* value = token.attribute(attribute);
  if (value == nullptr) return std::nullopt;
  const std::string digits = toUtf8(*value);
  int number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc{}) return std::nullopt;
  return number;
}

std::size_t spanIn(const HtmlToken& token, std::string_view attribute) {
  return static_cast<std::size_t>(
      std::clamp<int>(numberIn(token, attribute).value_or(1), 1, kMostSpan));
}

/// The lines of a cell as one, without what would end the cell.
std::u16string flat(const HtmlTable::Cell& cell) {
  std::u16string text;
  for (const std::u16string& line : cell.lines) text += (text.empty() ? u"" : u" ") + line;
  std::ranges::replace(text, u'|', u'｜');
  std::ranges::replace(text, u'\t', u' ');
  return text;
}

/// True between characters that a line end in the source does not part.
bool isWide(char16_t c) {
  return isHan(c) || isFullWidthMark(c);
}

}  // namespace

bool HtmlTable::isLayout() const {
  const auto isShort = [](const Cell& cell) { return cell.lines.size() < kLongCell; };
  const bool narrow = std::ranges::all_of(rows, [](const auto& row) { return row.size() < 2; });
  return holdsTable || narrow || !std::ranges::all_of(rows, [&](const auto& row) {
           return std::ranges::all_of(row, isShort);
         });
}

std::vector<std::u16string> HtmlTable::lines() const {
  std::vector<std::u16string> lines = around;
  if (isLayout()) {
    for (const auto& row : rows) {
      for (const Cell& cell : row) lines.insert(lines.end(), cell.lines.begin(), cell.lines.end());
    }
    return lines;
  }
  std::vector<std::size_t> taken;  // rows for which a cell from above still fills the column
  for (const auto& row : rows) {
    std::u16string line = u"|";
    std::size_t column = 0;
    const auto fill = [&](std::u16string_view text, std::size_t below) {
      if (taken.size() <= column) taken.resize(column + 1);
      taken[column++] = below;
      line += text.empty() ? u" |" : u" " + std::u16string(text) + u" |";
    };
    const auto passTaken = [&] {
      while (column < taken.size() && taken[column] > 0) fill({}, taken[column] - 1);
    };
    for (const Cell& cell : row) {
      passTaken();
      fill(flat(cell), cell.rows - 1);
      for (std::size_t more = 1; more < cell.columns; ++more) fill({}, cell.rows - 1);
    }
    passTaken();
    if (!row.empty()) lines.push_back(line);
  }
  return lines;
}

void HtmlPage::take(const HtmlToken& token) {
  if (!m_passed.empty()) return passOver(token);
  if (token.kind == HtmlToken::Kind::Text) return text(token.text);
  if (token.kind == HtmlToken::Kind::End) return end(token.name);
  countLoss(token);
  if (!passesOver(token)) return start(token);
  m_passed = token.name;
  m_passedDepth = 1;
}

void HtmlPage::passOver(const HtmlToken& token) {
  const bool isEnd = token.kind == HtmlToken::Kind::End;
  // </rt> may be left out before </ruby>
  if (isEnd && token.name == "ruby" && m_passed.starts_with('r')) m_passedDepth = 0;
  if (token.name == m_passed) m_passedDepth = isEnd ? m_passedDepth - 1 : m_passedDepth + 1;
  if (m_passedDepth == 0) m_passed.clear();
}

bool HtmlPage::passesOver(const HtmlToken& token) const {
  if (isIn(kCode, token.name)) return true;
  if (m_skip == Skip::CodeOnly) return false;
  const std::u16string* role = token.attribute("role");
  const bool navigation = role != nullptr && *role == u"navigation";
  return token.name == "nav" || (isIn(kClosed, token.name) && (navigation || isHidden(token)));
}

void HtmlPage::countLoss(const HtmlToken& token) {
  constexpr std::array kObjects = {"object"sv, "embed"sv, "video"sv, "audio"sv, "iframe"sv};
  if (token.name == "img" || token.name == "svg") m_losses.add(Loss::Pictures);
  if (token.name == "math") m_losses.add(Loss::Equations);
  if (token.name == "rt") m_losses.add(Loss::Phonetics);
  if (isIn(kObjects, token.name)) m_losses.add(Loss::Objects);
}

void HtmlPage::start(const HtmlToken& token) {
  const std::string_view name = token.name;
  if (isIn(kBlocks, name)) breakLine();
  if (name == "table")
    startTable();
  else if (name == "tr")
    startRow();
  else if (name == "td" || name == "th")
    startCell(token);
  else if (name == "ol" || name == "ul")
    startList(token);
  else if (name == "li")
    startItem(token);
  else if (name == "pre")
    ++m_preformatted;
}

void HtmlPage::end(std::string_view name) {
  if (isIn(kBlocks, name)) breakLine();
  if (name == "table")
    endTable();
  else if (name == "td" || name == "th" || name == "tr")
    endCell();
  else if ((name == "ol" || name == "ul") && !m_lists.empty())
    m_lists.pop_back();
  else if (name == "pre" && m_preformatted > 0)
    --m_preformatted;
}

bool HtmlPage::finish() {
  breakLine();
  while (!m_tables.empty()) endTable();
  return m_passed.empty();
}

std::u16string HtmlPage::text() const {
  std::u16string text;
  for (const std::u16string& line : m_lines) text += line + u'\n';
  return text;
}

void HtmlPage::text(std::u16string_view characters) {
  for (const char16_t c : characters) character(c);
}

void HtmlPage::character(char16_t c) {
  const bool blank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
  if (m_preformatted > 0 && c == u'\n') return breakLine();
  if (blank && m_preformatted == 0) {
    m_space = true;
    m_newline = m_newline || c == u'\n' || c == u'\r';
    return;
  }
  if (m_line.empty()) {
    m_line = std::exchange(m_number, {});
  } else if (m_space && !(m_newline && isWide(m_line.back()) && isWide(c))) {
    m_line += u' ';
  }
  m_space = m_newline = false;
  if (c >= 0x20 || c == u'\t') m_line += c == 0xA0 ? u' ' : c;
}

void HtmlPage::breakLine() {
  const std::u16string_view line = trimmed(m_line);
  if (!line.empty()) sink().emplace_back(line);
  m_line.clear();
  m_space = m_newline = false;
}

/// Where lines go: the open cell, else beside the open table, else the page.
std::vector<std::u16string>& HtmlPage::sink() {
  if (m_tables.empty()) return m_lines;
  HtmlTable& table = m_tables.back();
  return table.inCell ? table.rows.back().back().lines : table.around;
}

void HtmlPage::startTable() {
  if (m_tables.size() >= kMostTables) return;
  if (!m_tables.empty()) m_tables.back().holdsTable = true;
  m_tables.emplace_back();
}

void HtmlPage::startRow() {
  if (m_tables.empty()) return;
  m_tables.back().inCell = false;
  m_tables.back().rows.emplace_back();
}

void HtmlPage::startCell(const HtmlToken& token) {
  if (m_tables.empty()) return;
  HtmlTable& table = m_tables.back();
  if (table.rows.empty()) table.rows.emplace_back();
  const HtmlTable::Cell cell{{}, spanIn(token, "colspan"), spanIn(token, "rowspan")};
  if (cell.columns > 1 || cell.rows > 1) m_losses.add(Loss::MergedCells);
  table.rows.back().push_back(cell);
  table.inCell = true;
}

void HtmlPage::endCell() {
  if (!m_tables.empty()) m_tables.back().inCell = false;
}

void HtmlPage::endTable() {
  if (m_tables.empty()) return;
  const std::vector<std::u16string> lines = m_tables.back().lines();
  m_tables.pop_back();
  std::vector<std::u16string>& into = sink();
  into.insert(into.end(), lines.begin(), lines.end());
}

void HtmlPage::startList(const HtmlToken& token) {
  m_lists.push_back({token.name == "ol", numberIn(token, "start").value_or(1)});
}

void HtmlPage::startItem(const HtmlToken& token) {
  m_number.clear();
  if (m_lists.empty() || !m_lists.back().ordered) return;
  List& list = m_lists.back();
  list.next = std::min(numberIn(token, "value").value_or(list.next), 1'000'000);
  m_number = toUtf16(std::to_string(list.next++)) + u". ";
}

}  // namespace moxian

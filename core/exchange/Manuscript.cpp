#include "core/exchange/Manuscript.h"

#include <unicode/utf16.h>
#include <algorithm>
#include <utility>

#include "core/exchange/Endmatter.h"
#include "core/text/Characters.h"
#include "core/text/Lines.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestCaption = 40;  // UTF-16 units

/// Characters that XML 1.0 (2.2) forbids, and the other controls, which no page shows.
bool isUnprintable(std::u16string_view text, std::size_t at) {
  const char16_t c = text[at];
  if (c == u'\t' || c == u'\x85') return false;
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c >= 0xFFFE || c == 0xFEFF) return true;
  if (U16_IS_LEAD(c)) return at + 1 >= text.size() || !U16_IS_TRAIL(text[at + 1]);
  return U16_IS_TRAIL(c) && (at == 0 || !U16_IS_LEAD(text[at - 1]));
}

/// Words as pages show them, with the offset of each of their units.
struct Words {
  std::u16string text = {};
  std::vector<std::size_t> origins = {};
};

Words cleaned(std::u16string_view whole, Span span, std::size_t& leftOut) {
  const std::u16string_view text = span.of(whole);
  Words out;
  out.text.reserve(text.size());
  out.origins.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t c = text[i];
    if (isUnprintable(text, i)) {
      ++leftOut;
      continue;
    }
    out.text += c == u'\x85' || c == u'\u2028' || c == u'\u2029' ? u' ' : c;
    out.origins.push_back(span.begin + i);
  }
  return out;
}

bool isRuleCell(std::u16string_view cell) {
  return !cell.empty() && cell.find_first_not_of(u"-:—") == cell.npos;
}

/// The cells of a table line: between |, or between tabs.
std::vector<Span> cellsOf(std::u16string_view line) {
  const bool piped = line.find(u'|') != line.npos;
  const char16_t separator = piped ? u'|' : u'\t';
  const std::size_t start = piped && line.front() == u'|' ? 1 : 0;
  line.remove_prefix(start);
  if (piped && line.ends_with(u'|')) line.remove_suffix(1);
  std::vector<Span> cells;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t to = std::min(line.find(separator, from), line.size());
    cells.push_back(trimmedSpan(line.substr(from, to - from)).shifted(start + from));
    from = to + 1;
  }
  return cells;
}

/// Turns the lines of a text into parts.
class Arranger {
 public:
  Arranger(std::u16string_view text, const Outline& outline, bool titled)
      : m_text(text), m_lines(text), m_titled(titled) {
    m_blocks.assign(m_lines.count(), nullptr);
    m_reports.assign(m_lines.count(), nullptr);
    for (const Report& report : outline.reports) {
      for (const Block& block : report.blocks) note(block, &report);
    }
    for (const Block& block : outline.noise) note(block, nullptr);
  }

  std::vector<Part> parts() {
    const Report* current = nullptr;
    for (std::size_t line = 0; line < m_lines.count(); ++line) {
      if (isBlank(m_lines.span(line).of(m_text))) continue;
      if (m_reports[line] != current) finishReport(std::exchange(current, m_reports[line]));
      add(line);
    }
    finishReport(current);
    return std::move(m_done);
  }
  [[nodiscard]] std::size_t leftOut() const { return m_leftOut; }

 private:
  void note(const Block& block, const Report* report) {
    if (block.line >= m_blocks.size()) return;
    m_blocks[block.line] = &block;
    m_reports[block.line] = report;
  }

  void finishReport(const Report* report) {
    if (report != nullptr) {
      markFrontAndEnd(m_report, report->unit);
      settleUnnumbered();
      keepHeads();
      const bool first =
          std::ranges::none_of(m_done, [](const Part& p) { return p.kind == PartKind::Title; });
      const bool titled =
          std::ranges::find(m_report, PartKind::Title, &Part::kind) != m_report.end();
      if (!first && titled) m_report.front().newPage = true;
    }
    std::ranges::move(m_report, std::back_inserter(m_done));
    m_report.clear();
  }

  /// Headings without a number are of the first level where no number is, else mere paragraphs.
  void settleUnnumbered() {
    const bool numbered = std::ranges::any_of(m_report, [](const Part& p) { return p.level == 1; });
    for (Part& part : m_report) {
      if (part.kind != PartKind::Heading || part.level > 0) continue;
      if (numbered) {
        part.kind = PartKind::Body;
      } else {
        part.level = 1;
        part.headLength = part.bookmarkLength = part.text.size();
      }
    }
  }

  /// "表1 重点工程完成情况" above a table.
  static bool isCaption(const Part& part) {
    const std::u16string_view text = part.text;
    return part.kind == PartKind::Body && text.size() > 1 && text.size() <= kLongestCaption &&
           text.front() == u'表' &&
           (isAsciiDigit(text[1]) ||
            std::u16string_view(u"一二三四五六七八九").contains(text[1])) &&
           text.back() != u'。';
  }

  void keepHeads() {
    for (std::size_t n = 0; n + 1 < m_report.size(); ++n) {
      const bool table = m_report[n + 1].kind == PartKind::Table;
      if (table && isCaption(m_report[n])) m_report[n].keepNext = true;
    }
    for (Part& part : m_report) {
      if (part.kind == PartKind::Heading || part.kind == PartKind::Title ||
          part.kind == PartKind::AttachmentMark || part.kind == PartKind::AttachmentTitle) {
        part.keepNext = true;
      }
    }
  }

  void add(std::size_t line) {
    const Block* block = m_blocks[line];
    const std::u16string_view whole = m_lines.span(line).of(m_text);
    const Span inside = trimmedSpan(whole).shifted(m_lines.span(line).begin);
    const BlockKind kind = block != nullptr ? block->kind : BlockKind::Paragraph;
    Words words = cleaned(m_text, inside, m_leftOut);
    if (words.text.empty()) return;
    if (kind == BlockKind::Table) return addRow(words, m_lines.span(line));
    if (std::exchange(m_titled, false) || kind == BlockKind::Title)
      return addTitle(std::move(words), m_lines.span(line));
    Part part;
    part.text = std::move(words.text);
    part.origins = std::move(words.origins);
    part.line = m_lines.span(line);
    if (block != nullptr) measureHead(*block, inside, part);
    m_report.push_back(std::move(part));
  }

  void addTitle(Words words, Span line) {
    if (!m_report.empty() && m_report.back().kind == PartKind::Title) {
      Part& title = m_report.back();
      title.text += u'\n' + words.text;
      title.origins.push_back(title.line.end);
      title.origins.insert(title.origins.end(), words.origins.begin(), words.origins.end());
      title.line.end = line.end;
      return;
    }
    m_report.push_back({.kind = PartKind::Title,
                        .text = std::move(words.text),
                        .line = line,
                        .origins = std::move(words.origins)});
  }

  void addRow(const Words& words, Span line) {
    std::vector<std::u16string> cells;
    RowOrigin origin{line};
    for (const Span cell : cellsOf(words.text)) {
      cells.emplace_back(cell.of(words.text));
      const auto first = words.origins.begin() + static_cast<std::ptrdiff_t>(cell.begin);
      origin.cells.emplace_back(first, first + static_cast<std::ptrdiff_t>(cell.length()));
    }
    if (std::ranges::all_of(cells, isRuleCell)) return;
    if (m_report.empty() || m_report.back().kind != PartKind::Table) {
      m_report.push_back({.kind = PartKind::Table, .line = line});
    }
    Part& table = m_report.back();
    table.line.end = line.end;
    table.rowOrigins.push_back(std::move(origin));
    table.columns = std::max(table.columns, cells.size());
    table.rows.push_back(std::move(cells));
  }

  /// How much of the line is heading, in units of the cleaned text.
  void measureHead(const Block& block, Span inside, Part& part) {
    const bool headed = block.kind == BlockKind::Heading || !block.headText.empty();
    if (!headed) return;
    if (block.level < 1 || !block.number) {
      part.kind = PartKind::Heading;  // see settleUnnumbered
      return;
    }
    const bool sentence = part.text.ends_with(u'。') || part.text.ends_with(u'；');
    part.level = std::min(block.level, 5);
    if (!block.runIn) {
      part.kind = sentence ? PartKind::Body : PartKind::Heading;
      part.headLength = part.bookmarkLength = part.text.size();
      return;
    }
    std::size_t ignored = 0;
    const std::size_t headEnd = std::max(block.headText.end, block.number->span.end);
    const Span head{inside.begin, std::clamp(headEnd, inside.begin, inside.end)};
    part.bookmarkLength = cleaned(m_text, head, ignored).text.size();
    part.headLength = part.bookmarkLength;
    const std::u16string_view after = std::u16string_view(part.text).substr(part.headLength);
    if (after.starts_with(u'。') || after.starts_with(u'：')) ++part.headLength;
  }

  std::u16string_view m_text;
  Lines m_lines;
  std::vector<const Block*> m_blocks;    // by line
  std::vector<const Report*> m_reports;  // by line
  std::vector<Part> m_report;            // parts of the report at hand
  std::vector<Part> m_done;
  std::size_t m_leftOut = 0;
  bool m_titled = false;  // the next line is the title in any case
};

}  // namespace

Manuscript arrange(std::u16string_view text, const Outline& outline, std::vector<ExportNote>& notes,
                   bool titled) {
  Arranger arranger(text, outline, titled);
  Manuscript manuscript;
  manuscript.parts = arranger.parts();
  manuscript.script = outline.reports.empty() ? detectScript(text) : outline.reports.front().script;
  const auto title = std::ranges::find(manuscript.parts, PartKind::Title, &Part::kind);
  if (title != manuscript.parts.end()) {
    manuscript.title = title->text;
    std::erase(manuscript.title, u'\n');
  }
  if (arranger.leftOut() > 0) {
    notes.push_back({"ControlsLeftOut", {std::to_string(arranger.leftOut())}});
  }
  return manuscript;
}

}  // namespace moxian

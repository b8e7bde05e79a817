#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

/// A jump further than this is a figure at the start of a line, not a number.
constexpr int kFarthest = 9;

std::u16string ordinalText(const NumberedLine& line, int ordinal) {
  if (line.rank >= 3) return toUtf16(std::to_string(ordinal));
  return toChineseNumeral(ordinal);
}

/// Gives a line another ordinal; ⑴ and its like change as a whole.
Edit renumbered(const CheckedText& text, const NumberedLine& line, int ordinal) {
  const Span at = ordinalSpan(text.text, *line.number);
  if (at.empty()) return {line.number->span, numberText(line.rank, ordinal)};
  return {at, ordinalText(line, ordinal)};
}

/// The number as it stands with another ordinal in it: （三） for （四）.
std::string writtenWith(const CheckedText& text, const NumberedLine& line, int ordinal) {
  const Span whole = line.number->span;
  const Edit edit = renumbered(text, line, ordinal);
  std::u16string out(Span{whole.begin, edit.span.begin}.of(text.text));
  out += edit.with;
  out += Span{edit.span.end, whole.end}.of(text.text);
  return toUtf8(trimmed(out));
}

/// Counts the list from `first` on anew, beginning with `ordinal`.
Fix renumbering(const CheckedText& text, const std::vector<NumberedLine>& lines, std::size_t first,
                int ordinal) {
  Fix fix{"renumber", {writtenWith(text, lines[first], ordinal)}, {}};
  for (const std::size_t n : listFrom(lines, first)) {
    fix.edits.push_back(renumbered(text, lines[n], ordinal++));
  }
  return fix;
}

/// The lists of a report, read from top to bottom.
class OrderCheck {
 public:
  OrderCheck(const RuleInfo& rule, const CheckedText& text, const Report& report)
      : m_rule(rule), m_text(text), m_lines(numberedLines(report)), m_meant(m_lines.size()) {}

  void run(std::vector<Finding>& into) {
    for (std::size_t n = 0; n < m_lines.size(); ++n) checkLine(n, into);
  }

 private:
  void checkLine(std::size_t n, std::vector<Finding>& into) {
    const NumberedLine& line = m_lines[n];
    const int ordinal = line.number->ordinal;
    const int expected = isFirst(n) ? 1 : m_meant[line.previous] + 1;
    m_meant[n] = ordinal;
    if (ordinal == expected || line.runsOn || ordinal > expected + kFarthest) return;
    if (isAlone(n, expected)) m_meant[n] = expected;
    into.push_back(findingFor(n, expected));
  }

  [[nodiscard]] bool isFirst(std::size_t n) const {
    return m_lines[n].previous == NumberedLine::npos;
  }

  /// Only this number is wrong: the next goes on as if it were right.
  [[nodiscard]] bool isAlone(std::size_t n, int expected) const {
    const std::size_t next = m_lines[n].next;
    return next != NumberedLine::npos && m_lines[next].number->ordinal == expected + 1;
  }

  [[nodiscard]] Finding findingFor(std::size_t n, int expected) const {
    const NumberedLine& line = m_lines[n];
    const auto written = toUtf8(trimmed(line.number->span.of(m_text.text)));
    const std::string right = writtenWith(m_text, line, expected);
    Finding finding = findingOf(m_rule, line.number->span, {written, right});
    finding.variant = isFirst(n) ? "first" : line.number->ordinal > expected ? "gap" : "repeat";
    if (!isFirst(n)) finding.related.push_back(m_lines[line.previous].number->span);
    if (isAlone(n, expected)) {
      finding.fixes.push_back({"replace", {right}, {renumbered(m_text, line, expected)}});
    } else if (!isFirst(n) && line.rank < 5) {
      finding.fixes.push_back(renumbering(m_text, m_lines, n, expected));
    }
    return finding;
  }

  const RuleInfo& m_rule;
  const CheckedText& m_text;
  std::vector<NumberedLine> m_lines;
  std::vector<int> m_meant;  ///< the ordinals that the following go on from
};

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) OrderCheck(rule, text, report).run(into);
}

}  // namespace

DocumentRulePointer numberOrderRule() {
  static constexpr RuleInfo kInfo{"numbering.order", Category::Numbering, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

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

void checkLine(const RuleInfo& rule, const CheckedText& text,
               const std::vector<NumberedLine>& lines, std::size_t n, std::vector<Finding>& into) {
  const NumberedLine& line = lines[n];
  const bool first = line.previous == NumberedLine::npos;
  const int ordinal = line.number->ordinal;
  const int expected = first ? 1 : lines[line.previous].number->ordinal + 1;
  if (ordinal == expected || line.runsOn || ordinal > expected + kFarthest) return;

  const auto written = toUtf8(trimmed(line.number->span.of(text.text)));
  Finding finding =
      findingOf(rule, line.number->span, {written, writtenWith(text, line, expected)});
  finding.variant = first ? "first" : ordinal > expected ? "gap" : "repeat";
  if (!first) {
    finding.related.push_back(lines[line.previous].number->span);
    if (line.rank < 5) finding.fixes.push_back(renumbering(text, lines, n, expected));
  }
  into.push_back(std::move(finding));
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const std::vector<NumberedLine> lines = numberedLines(report);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      checkLine(rule, text, lines, n, into);
    }
  }
}

}  // namespace

DocumentRulePointer numberOrderRule() {
  static constexpr RuleInfo kInfo{"numbering.order", Category::Numbering, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

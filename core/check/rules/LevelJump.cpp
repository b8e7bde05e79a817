#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr int kChinese = 1;
constexpr int kBracketedChinese = 2;
constexpr int kArabic = 3;
constexpr int kBracketedArabic = 4;

/// Writes the list from `first` on one level below its parent.
Fix lifting(const std::vector<NumberedLine>& lines, std::size_t first) {
  Fix fix{"relevel", {toUtf8(numberText(kBracketedChinese, 1))}, {}};
  for (const std::size_t n : listFrom(lines, first)) {
    const HeadingNumber& number = *lines[n].number;
    fix.edits.push_back({number.span, numberText(kBracketedChinese, number.ordinal)});
  }
  return fix;
}

bool hasLowerRankBefore(const std::vector<NumberedLine>& lines) {
  return std::ranges::any_of(lines, [](const NumberedLine& l) { return l.rank <= kChinese; });
}

/// 一、 followed by 1. or （1）: level two is left out above a level that is used.
bool jumps(const std::vector<NumberedLine>& lines, std::size_t n) {
  const NumberedLine& line = lines[n];
  if (line.previous != NumberedLine::npos || line.parent == NumberedLine::npos || line.runsOn) {
    return false;
  }
  return lines[line.parent].rank == kChinese &&
         (line.rank == kArabic || line.rank == kBracketedArabic);
}

/// Jumps of a report to the same level have one cause.
Finding findingFor(const RuleInfo& rule, const CheckedText& text,
                   const std::vector<NumberedLine>& lines, std::size_t n, std::size_t report) {
  const NumberedLine& line = lines[n];
  const NumberedLine& parent = lines[line.parent];
  Finding finding = findingOf(
      rule, line.number->span,
      {toUtf8(parent.number->span.of(text.text)), toUtf8(line.number->span.of(text.text))});
  if (line.rank == kBracketedArabic) finding.severity = Severity::Error;
  finding.related.push_back(parent.number->span);
  finding.fixes.push_back(lifting(lines, n));
  finding.cause = std::to_string(report) + "/" + std::to_string(line.rank);
  finding.jointFix = "relevel-all";
  return finding;
}

/// A report whose headings begin with （一）: usual in short reports, hence a hint, once.
void checkTop(const RuleInfo& rule, const CheckedText& text, const std::vector<NumberedLine>& lines,
              std::vector<Finding>& into) {
  if (lines.empty() || lines.front().rank != kBracketedChinese || hasLowerRankBefore(lines)) return;
  const Span span = lines.front().number->span;
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  finding.severity = Severity::Hint;
  finding.variant = "top";
  into.push_back(std::move(finding));
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (std::size_t report = 0; report < text.outline.reports.size(); ++report) {
    const std::vector<NumberedLine> lines = numberedLines(text.outline.reports[report]);
    checkTop(rule, text, lines, into);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      if (jumps(lines, n)) into.push_back(findingFor(rule, text, lines, n, report));
    }
  }
}

}  // namespace

DocumentRulePointer levelJumpRule() {
  static constexpr RuleInfo kInfo{"numbering.level", Category::Numbering, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

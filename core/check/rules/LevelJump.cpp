#include <map>

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

/// Writes the lists that begin at `first` one level below their parents.
Fix lifting(const std::vector<NumberedLine>& lines, const std::vector<std::size_t>& first) {
  Fix fix{
      first.size() > 1 ? "relevel-all" : "relevel", {toUtf8(numberText(kBracketedChinese, 1))}, {}};
  for (const std::size_t list : first) {
    for (const std::size_t n : listFrom(lines, list)) {
      const HeadingNumber& number = *lines[n].number;
      fix.edits.push_back({number.span, numberText(kBracketedChinese, number.ordinal)});
    }
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

/// `alike`: the first lines of all lists of the report that jump to the same level: one cause.
Finding findingFor(const RuleInfo& rule, const CheckedText& text,
                   const std::vector<NumberedLine>& lines, std::size_t n,
                   const std::vector<std::size_t>& alike) {
  const NumberedLine& line = lines[n];
  const NumberedLine& parent = lines[line.parent];
  Finding finding = findingOf(
      rule, line.number->span,
      {toUtf8(parent.number->span.of(text.text)), toUtf8(line.number->span.of(text.text))});
  if (line.rank == kBracketedArabic) finding.severity = Severity::Error;
  finding.related.push_back(parent.number->span);
  finding.fixes.push_back(lifting(lines, {n}));
  if (alike.size() > 1) finding.fixes.push_back(lifting(lines, alike));
  return finding;
}

void checkJumps(const RuleInfo& rule, const CheckedText& text,
                const std::vector<NumberedLine>& lines, std::vector<Finding>& into) {
  std::map<int, std::vector<std::size_t>> byRank;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    if (jumps(lines, n)) byRank[lines[n].rank].push_back(n);
  }
  for (const auto& [rank, alike] : byRank) {
    for (const std::size_t n : alike) into.push_back(findingFor(rule, text, lines, n, alike));
  }
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
  for (const Report& report : text.outline.reports) {
    const std::vector<NumberedLine> lines = numberedLines(report);
    checkTop(rule, text, lines, into);
    checkJumps(rule, text, lines, into);
  }
}

}  // namespace

DocumentRulePointer levelJumpRule() {
  static constexpr RuleInfo kInfo{"numbering.level", Category::Numbering, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

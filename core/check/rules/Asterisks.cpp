#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Placeholder.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kStars = u"*＊";

/// A line of stars alone divides a page.
bool isDivider(std::u16string_view line) {
  return line.find_first_not_of(u"*＊ \t-—=") == line.npos;
}

/// **words** as Markdown writes bold: a pair of two stars around words that begin and end the
/// line or stand free.
bool isBold(std::u16string_view line, Span stars) {
  if (stars.length() != 2) return false;
  const std::u16string_view trim = trimmed(line);
  return trim.size() > 4 && trim.starts_with(u"**") && trim.ends_with(u"**");
}

/// "收到申请*件": a single star between a word and its measure.
bool standsForFigure(std::u16string_view line, Span star) {
  return isHan(unitBefore(line, star.begin)) &&
         isOneOf(unitAt(line, star.end), u"件条人次个项名户家万元年月日");
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  const std::size_t before = into.size();
  if (isDivider(line)) return;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!isOneOf(line[at], kStars)) continue;
    const std::size_t end = std::min(line.find_first_not_of(kStars, at), line.size());
    const Span stars{at, end};
    at = end - 1;
    if (stars.length() == 1 && !standsForFigure(line, stars)) continue;
    if (isBold(line, stars) || isPartOfMaskedYear(line, stars)) continue;
    into.push_back(findingOf(rule, stars, {toUtf8(stars.of(line))}));
  }
  leaveEmptySlots(line, into, before);
}

}  // namespace

LineRulePointer asterisksRule() {
  static constexpr RuleInfo kInfo{"placeholder.asterisks", Category::Placeholder, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Placeholder.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Before these words the mask hides a figure ("20xx餘人"), not a year.
constexpr std::u16string_view kCounted = u"人条條个個名户戶件项項次家余餘多元万萬亿億亩畝套台场場";

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  const std::size_t before = into.size();
  for (std::size_t at = 0; at + 2 < line.size(); ++at) {
    const auto year = maskedYearAt(line, at);
    if (!year) continue;
    Finding finding = findingOf(rule, *year, {toUtf8(year->of(line))});
    if (isOneOf(unitAt(line, year->end), kCounted)) finding.variant = "figure";
    into.push_back(std::move(finding));
    at = year->end - 1;
  }
  leaveEmptySlots(line, into, before);
}

}  // namespace

LineRulePointer maskedYearRule() {
  static constexpr RuleInfo kInfo{"placeholder.year", Category::Placeholder, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

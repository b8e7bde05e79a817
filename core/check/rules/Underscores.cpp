#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Placeholder.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kLow = u"_＿";

bool isRule(std::u16string_view line) {
  return line.find_first_not_of(u"_＿ \t") == line.npos;
}

/// file__name, __init__: identifiers and addresses.
bool isIdentifier(std::u16string_view line, Span run) {
  return isLatin(unitBefore(line, run.begin)) || isLatin(unitAt(line, run.end)) ||
         inAddress(line, run.begin);
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  const std::size_t before = into.size();
  if (isRule(line)) return;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!isOneOf(line[at], kLow)) continue;
    const std::size_t end = std::min(line.find_first_not_of(kLow, at), line.size());
    const Span run{at, end};
    at = end - 1;
    if (run.length() < 2 || isIdentifier(line, run) || isPartOfMaskedYear(line, run)) continue;
    into.push_back(findingOf(rule, run, {toUtf8(run.of(line))}));
  }
  leaveEmptySlots(line, into, before);
}

}  // namespace

LineRulePointer underscoresRule() {
  static constexpr RuleInfo kInfo{"placeholder.underscores", Category::Placeholder,
                                  Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

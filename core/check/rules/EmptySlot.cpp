#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Placeholder.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  for (const Span slot : emptySlots(checked.text)) {
    into.push_back(findingOf(rule, slot, {toUtf8(slot.of(checked.text))}));
  }
}

}  // namespace

LineRulePointer emptySlotRule() {
  static constexpr RuleInfo kInfo{"placeholder.slot", Category::Placeholder, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

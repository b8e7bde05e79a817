#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const RequiredPart& part : report.required) {
      if (part.presence != Presence::Missing) continue;
      const std::string wanted = partName(partOf(text, report, part.role), part.role);
      into.push_back(findingOf(rule, headOf(text, report), {wanted}));
    }
  }
}

}  // namespace

DocumentRulePointer missingPartRule() {
  static constexpr RuleInfo kInfo{"structure.missing-part", Category::Structure, Severity::Error,
                                  "the report's profile (resources/profiles)"};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

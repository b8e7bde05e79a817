#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const RequiredPart& part : report.required) {
      if (part.presence != Presence::Thin) continue;
      const ProfilePart* wanted = partOf(text, report, part.role);
      const std::size_t least = wanted == nullptr ? 0 : wanted->leastCharacters;
      const Span span = part.evidence.empty() ? headOf(text, report) : part.evidence;
      into.push_back(
          findingOf(rule, span, {partName(wanted, part.role), std::to_string(least)}));
    }
  }
}

}  // namespace

DocumentRulePointer thinPartRule() {
  static constexpr RuleInfo kInfo{"structure.thin-part", Category::Structure, Severity::Warning,
                                  "the report's profile (resources/profiles)"};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

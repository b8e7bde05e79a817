#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/SelfNames.h"

namespace moxian {
namespace {

/// One name must lead by so much before another counts as a slip.
constexpr std::size_t kLead = 3;

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const SelfNames names = selfNamesOf(text, report);
    const SelfNames::value_type* own = nullptr;
    for (const auto& name : names) {
      const bool leads = own == nullptr || name.second.size() > own->second.size();
      if (isOffice(name.first) && leads) own = &name;
    }
    if (own == nullptr) continue;
    for (const auto& [name, spans] : names) {
      if (!isOffice(name) || name == own->first) continue;
      if (spans.size() > 2 || own->second.size() < kLead * spans.size()) continue;
      for (const Span span : spans) {
        into.push_back(findingOf(
            rule, span, {toUtf8(span.of(text.text)), toUtf8(own->second.front().of(text.text))}));
      }
    }
  }
}

}  // namespace

DocumentRulePointer foreignOfficeRule() {
  static constexpr RuleInfo kInfo{"unit.office", Category::Unit, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

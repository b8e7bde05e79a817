#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/SelfNames.h"

namespace moxian {
namespace {

/// One name must lead by so much before another counts as a slip.
constexpr std::size_t kLead = 3;
/// More often it is no slip.
constexpr std::size_t kMost = 2;

/// 我院 in the report of a bureau, whether it calls itself 我局 or not.
void checkTitled(const RuleInfo& rule, const CheckedText& text, const Report& report,
                 const SelfNames& names, char16_t own, std::vector<Finding>& into) {
  for (const auto& [name, spans] : names) {
    if (!isTitledKind(name) || report.title.contains(name) || spans.size() > kMost) continue;
    for (const Span span : spans) {
      const char16_t self[] = {text.folded[span.begin], own};
      into.push_back(findingOf(rule, span,
                               {toUtf8(span.of(text.text)), toUtf8(std::u16string_view(self, 2))}));
    }
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const SelfNames names = selfNamesOf(text, report);
    const char16_t titled = titledKind(report);
    if (titled != 0) checkTitled(rule, text, report, names, titled, into);
    const SelfNames::value_type* own = nullptr;
    for (const auto& name : names) {
      const bool leads = own == nullptr || name.second.size() > own->second.size();
      if (isOffice(name.first) && leads) own = &name;
    }
    if (own == nullptr) continue;
    for (const auto& [name, spans] : names) {
      if (!isOffice(name) || name == own->first) continue;
      if (titled != 0 && isTitledKind(name)) continue;
      if (spans.size() > kMost || own->second.size() < kLead * spans.size()) continue;
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

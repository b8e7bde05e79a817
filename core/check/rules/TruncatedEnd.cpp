#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const Block* last = breakOf(text, report);
    if (last == nullptr) continue;
    Finding finding = findingOf(rule, last->span, {toUtf8(last->span.of(text.text))});
    if (last->kind == BlockKind::Heading && !last->runIn) finding.variant = "heading";
    into.push_back(std::move(finding));
  }
}

}  // namespace

DocumentRulePointer truncatedEndRule() {
  static constexpr RuleInfo kInfo{"truncated.end", Category::Truncated, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

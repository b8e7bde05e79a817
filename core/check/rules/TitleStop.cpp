#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// "云溪县水务局2023年工作总结。": a title takes no full stop.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const Block& block : report.blocks) {
      const std::u16string_view line = block.span.of(text.text);
      if (block.kind != BlockKind::Title || !line.ends_with(u'。')) continue;
      const Span stop{block.span.end - 1, block.span.end};
      into.push_back(findingOf(rule, stop));
      into.back().fixes.push_back(deleting(stop));
    }
  }
}

}  // namespace

DocumentRulePointer titleStopRule() {
  static constexpr RuleInfo kInfo{"punctuation.title-stop", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

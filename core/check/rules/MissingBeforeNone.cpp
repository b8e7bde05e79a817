#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// "三、申请公开情况无": the answer 无 has run into its heading.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const Block& block : report.blocks) {
      if (!block.number || block.runIn || !isProse(&block)) continue;
      const std::u16string_view line = block.span.of(text.folded);
      const bool none = line.ends_with(u"情况无") || line.ends_with(u"支出无") ||
                        line.ends_with(u"事项无") || line.ends_with(u"收费无");
      if (!none) continue;
      const Span span{block.span.end - 3, block.span.end};
      Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
      finding.fixes.push_back({"add-colon", {}, {{{span.end - 1, span.end - 1}, u"："}}});
      into.push_back(std::move(finding));
    }
  }
}

}  // namespace

DocumentRulePointer missingBeforeNoneRule() {
  static constexpr RuleInfo kInfo{"punctuation.missing-colon", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

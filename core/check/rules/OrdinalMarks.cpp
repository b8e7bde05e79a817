#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Ordinals.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

char16_t markBefore(const CheckedText& text, const Ordinal& ordinal) {
  return lastInkBefore(text.text, ordinal.span.begin);
}

/// "……，一是甲。二是乙。": a comma leads into a list whose members are whole sentences.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const OrdinalList& list : ordinalLists(text, report)) {
      if (list.size() < 2 || list[0].value != 1 || list[1].value != 2) continue;
      if (list[0].block != list[1].block) continue;
      const bool comma = isOneOf(markBefore(text, list[0]), u"，,");
      if (!comma || markBefore(text, list[1]) != u'。') continue;
      const std::size_t at = text.text.substr(0, list[0].span.begin).find_last_of(u"，,");
      const Span span{at, list[0].span.end};
      Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
      finding.fixes.push_back(replacing({at, at + 1}, u"。"));
      finding.fixes.push_back(replacing({at, at + 1}, u"："));
      finding.related.push_back(list[1].span);
      into.push_back(std::move(finding));
    }
  }
}

}  // namespace

DocumentRulePointer ordinalMarksRule() {
  static constexpr RuleInfo kInfo{"punctuation.ordinals", Category::Punctuation, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Ordinals.h"
#include "core/check/rules/Rules.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

std::u16string written(const Ordinal& like, int value) {
  const std::u16string numeral = toChineseNumeral(value);
  return like.form == u'第' ? u"第" + numeral : numeral + u"是";
}

/// The rest of the paragraph goes on in other words than 二是.
bool goesOnOtherwise(const CheckedText& text, const Report& report, const Ordinal& first) {
  const Block& block = report.blocks[first.block];
  const std::u16string_view rest = Span{first.span.end, block.span.end}.of(text.folded);
  for (const std::u16string_view word : {u"另一方面", u"另外", u"其次", u"再者", u"再就是", u"还有",
                                         u"同时也", u"此外", u"二则", u"再次"}) {
    if (rest.contains(word)) return true;
  }
  return false;
}

void report(const RuleInfo& rule, const CheckedText& text, const Ordinal& at, int expected,
            std::string_view variant, std::vector<Finding>& into) {
  Finding finding = findingOf(rule, at.span, {toUtf8(at.span.of(text.text)),
                                              toUtf8(written(at, expected))});
  finding.variant = variant;
  into.push_back(std::move(finding));
}

void checkList(const RuleInfo& rule, const CheckedText& text, const Report& owner,
               const OrdinalList& list, std::vector<Finding>& into) {
  const Ordinal& first = list.front();
  if (first.value == 2) report(rule, text, first, 1, "first", into);
  for (std::size_t n = 1; n < list.size(); ++n) {
    const int expected = list[n - 1].value + 1;
    if (list[n].value == expected) continue;
    report(rule, text, list[n], expected, list[n].value > expected ? "gap" : "repeat", into);
  }
  const bool atEnd = owner.truncated && &owner.blocks[first.block] == lastProse(owner);
  if (list.size() == 1 && first.value == 1 && first.form == u'是' && !atEnd &&
      !goesOnOtherwise(text, owner, first)) {
    report(rule, text, first, 2, "alone", into);
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const OrdinalList& list : ordinalLists(text, report)) {
      checkList(rule, text, report, list, into);
    }
  }
}

}  // namespace

DocumentRulePointer ordinalOrderRule() {
  static constexpr RuleInfo kInfo{"numbering.ordinals", Category::Numbering, Severity::Warning,
                                  "practice: 一是 is followed by 二是, and both in order"};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

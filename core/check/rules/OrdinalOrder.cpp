#include <algorithm>
#include <optional>

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

/// Tells whether the rest of a paragraph goes on in other words than 二是. Each paragraph is
/// searched once, however many 一是 it holds.
class OtherWords {
 public:
  OtherWords(const CheckedText& text, const Report& report) : m_text(text), m_report(report) {}

  bool follow(const Ordinal& first) {
    if (m_block != first.block) {
      m_block = first.block;
      m_last = lastIn(m_report.blocks[first.block].span);
    }
    return m_last && *m_last >= first.span.end;
  }

 private:
  /// Where the last of the words stands.
  [[nodiscard]] std::optional<std::size_t> lastIn(Span block) const {
    std::optional<std::size_t> last;
    for (const std::u16string_view word : {u"另一方面", u"另外", u"其次", u"再者", u"再就是",
                                           u"还有", u"同时也", u"此外", u"二则", u"再次"}) {
      const std::size_t at = block.of(m_text.folded).rfind(word);
      if (at != std::u16string_view::npos) last = std::max(last.value_or(0), block.begin + at);
    }
    return last;
  }

  const CheckedText& m_text;
  const Report& m_report;
  std::optional<std::size_t> m_block;
  std::optional<std::size_t> m_last;
};

void report(const RuleInfo& rule, const CheckedText& text, const Ordinal& at, int expected,
            std::string_view variant, std::vector<Finding>& into) {
  Finding finding =
      findingOf(rule, at.span, {toUtf8(at.span.of(text.text)), toUtf8(written(at, expected))});
  finding.variant = variant;
  into.push_back(std::move(finding));
}

void checkList(const RuleInfo& rule, const CheckedText& text, const Report& owner,
               const OrdinalList& list, OtherWords& otherWords, std::vector<Finding>& into) {
  const Ordinal& first = list.front();
  if (first.value == 2) report(rule, text, first, 1, "first", into);
  int expected = first.value;
  for (std::size_t n = 1; n < list.size(); ++n) {
    const int value = list[n].value;
    if (value == ++expected) continue;
    report(rule, text, list[n], expected, value > expected ? "gap" : "repeat", into);
    // Unless only this one is wrong the others go on from it.
    if (n + 1 == list.size() || list[n + 1].value != expected + 1) expected = value;
  }
  const bool atEnd = &owner.blocks[first.block] == breakOf(text, owner);
  if (list.size() == 1 && first.value == 1 && first.form == u'是' && !atEnd &&
      !otherWords.follow(first)) {
    report(rule, text, first, 2, "alone", into);
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    OtherWords otherWords(text, report);
    for (const OrdinalList& list : ordinalLists(text, report)) {
      checkList(rule, text, report, list, otherWords, into);
    }
  }
}

}  // namespace

DocumentRulePointer ordinalOrderRule() {
  static constexpr RuleInfo kInfo{"numbering.ordinals", Category::Numbering, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

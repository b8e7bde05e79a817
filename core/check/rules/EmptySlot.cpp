#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/OpenMarks.h"
#include "core/check/rules/Rules.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::u16string_view kOpening = u"〔【[（(《“";
constexpr std::u16string_view kClosing = u"〕】]）)》”";

constexpr std::size_t kLongestEmpty = 20;
constexpr std::size_t kLongestHint = 10;
constexpr std::u16string_view kLastYear = u"去年：";

/// Nothing but dots and spaces between the brackets: a slot that Tab visits, or a number that
/// was to be filled in, as in 〔〕12号.
bool isEmpty(std::u16string_view inside) {
  return inside.find_first_not_of(u"…. ·\u3000\t") == inside.npos;
}

/// A slot as sentences of the corpus and reports of last year bring it: 〔数量〕, 〔去年：560〕.
/// Official texts hold years and long remarks with a colon between such brackets.
bool isHint(std::u16string_view inside) {
  if (inside.starts_with(kLastYear)) return true;
  constexpr std::u16string_view numerals = u"〇零一二三四五六七八九十";
  return inside.size() >= 2 && inside.size() <= kLongestHint &&
         std::ranges::all_of(inside, isHan) && inside.find_first_not_of(numerals) != inside.npos;
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::size_t kind = kOpening.find(line[at]);
    if (kind == kOpening.npos) continue;
    const std::size_t length = line.substr(at + 1, kLongestField).find(kClosing[kind]);
    if (length == line.npos) continue;
    const std::u16string_view inside = line.substr(at + 1, length);
    const bool hinted = line[at] == u'〔' && isHint(inside);
    if (!hinted && (length > kLongestEmpty || !isEmpty(inside))) continue;
    const std::size_t close = at + 1 + length;
    if (areTurnedQuotes(line, at)) continue;
    // "foo()" is code.
    if (isLatin(unitBefore(line, at))) continue;
    into.push_back(findingOf(rule, {at, close + 1}, {toUtf8(line.substr(at, close + 1 - at))}));
    at = close;
  }
}

}  // namespace

LineRulePointer emptySlotRule() {
  static constexpr RuleInfo kInfo{"placeholder.slot", Category::Placeholder, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

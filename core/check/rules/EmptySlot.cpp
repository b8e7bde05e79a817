#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kOpening = u"〔【[（(《";
constexpr std::u16string_view kClosing = u"〕】]）)》";

constexpr std::size_t kLongest = 20;

/// Nothing but dots and spaces between the brackets: a slot that Tab visits, or a number that
/// was to be filled in, as in 〔〕12号.
bool isEmpty(std::u16string_view inside) {
  return inside.find_first_not_of(u"…. ·\u3000\t") == inside.npos;
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::size_t kind = kOpening.find(line[at]);
    if (kind == kOpening.npos) continue;
    const std::size_t length = line.substr(at + 1, kLongest).find(kClosing[kind]);
    if (length == line.npos || !isEmpty(line.substr(at + 1, length))) continue;
    const std::size_t close = at + 1 + length;
    // "foo()" is code.
    if (isLatin(unitBefore(line, at))) continue;
    into.push_back(findingOf(rule, {at, close + 1}, {toUtf8(line.substr(at, close + 1 - at))}));
    at = close;
  }
}

}  // namespace

LineRulePointer emptySlotRule() {
  static constexpr RuleInfo kInfo{"placeholder.slot", Category::Placeholder, Severity::Warning,
                                  "practice: empty fields are filled in before a draft is sent"};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

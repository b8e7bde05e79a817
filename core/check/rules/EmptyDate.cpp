#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// 出生年月日, 起止年月日 name a field and are no date.
constexpr std::u16string_view kFieldEnds = u"生起止具体历的";

/// The end of "月 日" after a 年 without its month's digits, or of 日 after 月; `from` if neither.
std::size_t emptyTail(std::u16string_view line, std::size_t from) {
  const std::size_t month = skipSpaces(line, from);
  if (unitAt(line, month) != u'月') return from;
  const std::size_t day = skipSpaces(line, month + 1);
  return unitAt(line, day) == u'日' ? day + 1 : from;
}

/// 月日 after a number is a month without its day ("12月日"); spaces alone prove nothing.
bool isEmptyDay(std::u16string_view line, std::size_t month, std::size_t day) {
  return day == month + 1 && isDigit(unitBefore(line, month)) && unitAt(line, day + 1) != u'报' &&
         unitAt(line, day + 1) != u'均';
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == u'年') {
      const std::size_t end = emptyTail(line, at + 1);
      if (end == at + 1) continue;
      std::size_t begin = at;
      while (begin > 0 && (isSpace(line[begin - 1]) || isDigit(line[begin - 1]))) --begin;
      begin = skipSpaces(line, begin);
      if (begin == at && isOneOf(unitBefore(line, at), kFieldEnds)) continue;
      into.push_back(findingOf(rule, {begin, end}, {toUtf8(line.substr(begin, end - begin))}));
      at = end - 1;
    } else if (line[at] == u'月') {
      const std::size_t day = skipSpaces(line, at + 1);
      if (unitAt(line, day) != u'日' || !isEmptyDay(line, at, day)) continue;
      into.push_back(findingOf(rule, {at - 1, day + 1}, {toUtf8(line.substr(at - 1, 3))}));
    }
  }
}

}  // namespace

LineRulePointer emptyDateRule() {
  static constexpr RuleInfo kInfo{"placeholder.date", Category::Placeholder, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

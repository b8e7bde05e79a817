#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Dates.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kDigits = u"一二三四五六七八九";

void report(const RuleInfo& rule, const CheckedLine& line, Span span, std::string_view variant,
            std::vector<Finding>& into) {
  Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
  finding.variant = variant;
  into.push_back(std::move(finding));
}

/// "3百", "5千": only 万 and 亿 follow Arabic digits. 千瓦, 千米 and the like are units.
bool isMixed(std::u16string_view line, std::size_t at) {
  if (!isOneOf(line[at], u"百千") || !isAsciiDigit(unitBefore(line, at))) return false;
  // 12345百姓热线 begins with the number of a telephone line.
  constexpr std::size_t kLongest = 3;
  std::size_t digits = 0;
  while (digits < at && isAsciiDigit(line[at - digits - 1])) ++digits;
  if (digits > kLongest) return false;
  return !isOneOf(unitAt(line, at + 1), u"姓日瓦米克伏赫帕卡字斤分年货强佳度里兆吨焦牛赫位万");
}

/// "百分之86": a percentage is written in Chinese numerals or with %.
bool isMixedPercent(std::u16string_view line, std::size_t at) {
  return holdsAt(line, at, u"百分之") && isAsciiDigit(unitAt(line, at + 3));
}

/// "2023年十二月": one date in two kinds of numerals.
std::size_t mixedDateEnd(std::u16string_view line, std::size_t at) {
  if (line[at] != u'年' || !isAsciiDigit(unitBefore(line, at))) return 0;
  std::size_t end = at + 1;
  while (isOneOf(unitAt(line, end), u"一二三四五六七八九十")) ++end;
  return end > at + 1 && end <= at + 3 && unitAt(line, end) == u'月' ? end + 1 : 0;
}

/// "三、四天": neighbouring numerals that stand for about so many take no 、.
bool isApproximation(std::u16string_view line, std::size_t at) {
  if (line[at] != u'、') return false;
  const std::size_t first = kDigits.find(unitBefore(line, at));
  const std::size_t second = kDigits.find(unitAt(line, at + 1));
  if (first == kDigits.npos || second == kDigits.npos || second != first + 1) return false;
  if (!isOneOf(unitAt(line, at + 2), u"个天次岁倍成里")) return false;
  // 第一、二个 and 一、二、三 are members of a list; 二、三个方面的问题 at its start is a heading.
  const char16_t before = unitBefore(line, at - 1);
  return isHan(before) && !isOneOf(before, u"第一二三四五六七八九十百千");
}

/// "2023年12月28号" on a line of its own: the date below a report is written with 日.
void checkDateLine(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = trimmed(checked.folded);
  if (!line.ends_with(u'号') || !isAsciiDigit(unitBefore(line, line.size() - 1))) return;
  const std::vector<Date> dates = datesOf(line);
  if (dates.size() != 1 || dates[0].day == 0 || dates[0].span.length() != line.size()) return;
  const std::size_t mark = skipSpaces(checked.folded, 0) + line.size() - 1;
  report(rule, checked, {mark, mark + 1}, "day", into);
  into.back().fixes.push_back(replacing({mark, mark + 1}, u"日"));
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  checkDateLine(rule, checked, into);
  for (std::size_t at = line.find_first_of(u"百千年、"); at != line.npos;
       at = line.find_first_of(u"百千年、", at + 1)) {
    if (isMixed(line, at)) {
      report(rule, checked, {at - 1, at + 1}, "mixed", into);
    } else if (isMixedPercent(line, at)) {
      report(rule, checked, {at, at + 4}, "percent", into);
    } else if (const std::size_t end = mixedDateEnd(line, at); end > 0) {
      report(rule, checked, {at - 1, end}, "date", into);
    } else if (at > 0 && isApproximation(line, at)) {
      report(rule, checked, {at - 1, at + 3}, "about", into);
      into.back().fixes.push_back(deleting({at, at + 1}));
    }
  }
}

}  // namespace

LineRulePointer numeralsRule() {
  static constexpr RuleInfo kInfo{"style.numerals", Category::Style, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

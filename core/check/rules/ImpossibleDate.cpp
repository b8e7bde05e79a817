#include <array>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

struct Number {
  int value = 0;
  std::size_t begin = 0;
};

/// The number of at most four digits that ends at `end`.
std::optional<Number> numberBefore(std::u16string_view line, std::size_t end) {
  constexpr std::size_t kMostDigits = 4;
  Number out;
  out.begin = end;
  while (out.begin > 0 && isAsciiDigit(line[out.begin - 1])) {
    if (end - out.begin == kMostDigits) return {};
    --out.begin;
  }
  if (out.begin == end || isOneOf(unitBefore(line, out.begin), u".")) return {};
  for (std::size_t at = out.begin; at < end; ++at) out.value = out.value * 10 + (line[at] - u'0');
  return out;
}

bool isLeap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysOf(int month, std::optional<Number> year) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && year && !isLeap(year->value)) return 28;
  return kDays[static_cast<std::size_t>(month) - 1];
}

/// A date around the 月 at `at`: with a year before or a day behind, since 18月 alone may count.
void checkMonth(const RuleInfo& rule, const CheckedLine& checked, std::size_t at,
                std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  const auto month = numberBefore(line, at);
  if (!month) return;
  std::optional<Number> year;
  if (unitBefore(line, month->begin) == u'年') year = numberBefore(line, month->begin - 1);
  std::size_t end = at + 1;
  while (isAsciiDigit(unitAt(line, end))) ++end;
  std::optional<Number> day;
  if (isOneOf(unitAt(line, end), u"日号")) day = numberBefore(line, end);
  if (!day && !(year && year->value >= 1000)) return;
  const bool wrongMonth = month->value < 1 || month->value > 12;
  const bool wrongDay =
      !wrongMonth && day && (day->value < 1 || day->value > daysOf(month->value, year));
  if (!wrongMonth && !wrongDay) return;
  const Span span{year ? year->begin : month->begin, day ? end + 1 : at + 1};
  into.push_back(findingOf(rule, span, {toUtf8(span.of(line))}));
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  for (std::size_t at = checked.text.find(u'月'); at != checked.text.npos;
       at = checked.text.find(u'月', at + 1)) {
    checkMonth(rule, checked, at, into);
  }
}

}  // namespace

LineRulePointer impossibleDateRule() {
  static constexpr RuleInfo kInfo{"date.impossible", Category::Date, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

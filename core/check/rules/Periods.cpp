#include "core/check/rules/Periods.h"

#include <algorithm>
#include <optional>

#include "core/check/Scan.h"

namespace moxian {
namespace {

constexpr int kMonths = 12;
/// A period that begins in this month or later may end in the year after.
constexpr int kFirstWinterMonth = 9;

/// The number of at most `most` digits before one of `units`; 0, and nothing is read, if there is
/// none.
int numberBefore(std::u16string_view line, std::size_t& at, std::size_t most,
                 std::u16string_view units) {
  int value = 0;
  std::size_t end = skipSpaces(line, at);
  const std::size_t begin = end;
  while (isAsciiDigit(unitAt(line, end)) && end - begin < most) {
    value = value * 10 + (line[end++] - u'0');
  }
  const std::size_t mark = skipSpaces(line, end);
  if (end == begin || !isOneOf(unitAt(line, mark), units)) return 0;
  at = mark + 1;
  return value;
}

/// A date at `at` with at least one of year, month and day.
std::optional<Date> dateAt(std::u16string_view line, std::size_t at) {
  constexpr int kFirstYear = 1949;
  constexpr int kLastYear = 2099;
  Date out;
  const std::size_t begin = at;
  out.year = numberBefore(line, at, 4, u"年");
  if (out.year != 0 && (out.year < kFirstYear || out.year > kLastYear)) return {};
  out.month = numberBefore(line, at, 2, u"月");
  if (out.month > kMonths) return {};
  if (out.month != 0 && unitAt(line, at) == u'份') ++at;
  out.day = numberBefore(line, at, 2, u"日");
  if (out.year != 0 && out.month == 0 && out.day == 0 && unitAt(line, at) == u'度') ++at;
  if (at == begin) return {};
  out.span = {begin, at};
  return out;
}

/// The length of what joins the ends of a period; 0 if there is nothing of the kind.
std::size_t joinAt(std::u16string_view line, std::size_t at) {
  for (const std::u16string_view word : {u"开始，至", u"起，至", u"开始至", u"起至", u"起到", u"——",
                                         u"至", u"到", u"—", u"－", u"–", u"-", u"～", u"~"}) {
    if (holdsAt(line, at, word)) return word.size();
  }
  return 0;
}

/// "1—11月": the month before the join leaves its 月 to the one behind it.
std::optional<Date> bareMonthAt(std::u16string_view line, std::size_t at, Date first) {
  std::size_t end = skipSpaces(line, at);
  const std::size_t begin = end;
  while (isAsciiDigit(unitAt(line, end))) {
    first.month = first.month * 10 + (line[end++] - u'0');
    if (end - begin > 2) return {};
  }
  if (end == begin || first.month > kMonths) return {};
  first.span = {first.span.empty() ? begin : first.span.begin, end};
  return first;
}

/// The dates that may open a period at `at`: the one that is written out, and one whose month
/// stands bare.
std::optional<Period> periodAt(std::u16string_view line, std::size_t at) {
  std::optional<Date> from = dateAt(line, at);
  std::size_t join = from ? skipSpaces(line, from->span.end) : at;
  std::size_t length = from ? joinAt(line, join) : 0;
  const bool bare = length == 0 && (!from || (from->month == 0 && from->day == 0));
  if (bare) {
    from = bareMonthAt(line, join, from.value_or(Date{}));
    if (!from) return {};
    join = skipSpaces(line, from->span.end);
    length = joinAt(line, join);
  }
  if (length == 0) return {};
  const auto to = dateAt(line, skipSpaces(line, join + length));
  if (!to || (bare && (to->month == 0 || to->year != 0))) return {};
  Period out{{from->span.begin, to->span.end}, *from, *to, to->year != 0};
  if (to->year == 0) out.to.year = from->year;
  if (to->year == 0 && to->month == 0) out.to.month = from->month;
  return out;
}

}  // namespace

bool Period::isReversed() const {
  if (ownYear) return from.year != 0 && to.isBefore(from);
  if (from.month == 0 || to.month == 0 || !to.isBefore(from)) return false;
  if (from.month == to.month) return true;
  return from.month < kFirstWinterMonth && from.month != to.month + 1;
}

std::vector<Period> periodsOf(std::u16string_view line) {
  std::vector<Period> out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!isAsciiDigit(line[at])) continue;
    const char16_t before = unitBefore(line, at);
    const auto period =
        isOneOf(before, u"第.") || isLatin(before) ? std::nullopt : periodAt(line, at);
    if (period) {
      at = period->span.end - 1;
      out.push_back(*period);
    } else {
      while (isAsciiDigit(unitAt(line, at + 1))) ++at;
    }
  }
  return out;
}

}  // namespace moxian

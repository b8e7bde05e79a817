#include "core/check/rules/Dates.h"

#include "core/check/Scan.h"

namespace moxian {
namespace {

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2099;

/// The number at `at` of at most `most` digits before `unit`; 0 if there is none.
int numberBefore(std::u16string_view line, std::size_t& at, std::size_t most, char16_t unit) {
  int value = 0;
  std::size_t end = at;
  while (end < line.size() && end - at < most && isAsciiDigit(line[end])) {
    value = value * 10 + (line[end++] - u'0');
  }
  if (end == at || unitAt(line, end) != unit) return 0;
  at = end + 1;
  return value;
}

}  // namespace

bool Date::isBefore(const Date& other) const {
  if (year != other.year) return year < other.year;
  if (month == 0 || other.month == 0) return false;
  if (month != other.month) return month < other.month;
  return day != 0 && other.day != 0 && day < other.day;
}

std::vector<Date> datesOf(std::u16string_view line) {
  std::vector<Date> out;
  for (std::size_t mark = line.find(u'年'); mark != line.npos; mark = line.find(u'年', mark + 1)) {
    if (mark < 4 || isDigit(unitBefore(line, mark - 4))) continue;
    std::size_t at = mark - 4;
    Date date;
    date.year = numberBefore(line, at, 4, u'年');
    if (date.year < kFirstYear || date.year > kLastYear) continue;
    date.month = numberBefore(line, at, 2, u'月');
    if (date.month != 0) date.day = numberBefore(line, at, 2, u'日');
    if (date.month != 0 && date.day == 0) date.day = numberBefore(line, at, 2, u'号');
    if (date.month == 0 && unitAt(line, at) == u'度') ++at;
    date.span = {mark - 4, at};
    out.push_back(date);
  }
  return out;
}

bool isQuoted(std::u16string_view line, std::size_t at) {
  const std::u16string_view before = line.substr(0, at);
  const std::size_t open = before.find_last_of(u"《“〔");
  return open != before.npos && before.find_first_of(u"》”〕", open) == before.npos;
}

}  // namespace moxian

#include "core/report/Years.h"

#include <algorithm>
#include <string>

#include "core/text/Characters.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2099;

std::optional<int> chineseYear(std::u16string_view four) {
  for (const char16_t c : four) {
    if (std::u16string_view(u"〇零○一二三四五六七八九").find(c) == std::u16string_view::npos) {
      return std::nullopt;
    }
  }
  std::u16string digits(four);
  std::ranges::replace(digits, u'○', u'〇');
  const auto value = chineseNumeral(digits);
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<int> arabicYear(std::u16string_view four) {
  int value = 0;
  for (const char16_t c : four) {
    if (!isAsciiDigit(c)) return std::nullopt;
    value = value * 10 + (c - u'0');
  }
  return value;
}

/// 112 of 112年度 or 113年6月, whose 年 stands at `nian`: years since 1911.
std::optional<YearMention> taiwanYear(std::u16string_view plain, std::size_t from,
                                      std::size_t nian) {
  constexpr int kFirst = 90;
  constexpr int kBefore = 1911;
  if (nian < from + 3 || (nian > 3 && isAsciiDigit(plain[nian - 4]))) return std::nullopt;
  int value = 0;
  for (const char16_t c : plain.substr(nian - 3, 3)) {
    if (!isAsciiDigit(c)) return std::nullopt;
    value = value * 10 + (c - u'0');
  }
  const auto behind = plain.substr(nian + 1);
  const bool whole = behind.starts_with(u'度');
  const bool half = behind.starts_with(u"上半年") || behind.starts_with(u"下半年");
  const std::size_t month =
      std::min(plain.find_first_not_of(u"0123456789", nian + 1), plain.size());
  const bool dated = month > nian + 1 && plain.substr(month).starts_with(u'月');
  if (value < kFirst || value > kLastYear - kBefore || !(whole || half || dated))
    return std::nullopt;
  return YearMention{value + kBefore, nian - 3, nian + (whole ? 2U : 1U)};
}

}  // namespace

std::optional<YearMention> findYear(std::u16string_view plain, std::size_t from) {
  for (std::size_t nian = plain.find(u'年', from); nian != plain.npos;
       nian = plain.find(u'年', nian + 1)) {
    if (const auto year = taiwanYear(plain, from, nian)) return year;
    if (nian < from + 4) continue;
    const auto four = plain.substr(nian - 4, 4);
    const bool longer = nian >= 5 && isAsciiDigit(plain[nian - 5]);
    auto value = arabicYear(four);
    if (!value) value = chineseYear(four);
    if (!value || longer || *value < kFirstYear || *value > kLastYear) continue;
    const bool whole = nian + 1 < plain.size() && plain[nian + 1] == u'度';
    return YearMention{*value, nian - 4, nian + (whole ? 2U : 1U)};
  }
  return std::nullopt;
}

std::optional<YearMention> findTitleYear(std::u16string_view plain) {
  if (const auto year = findYear(plain)) return year;
  for (std::size_t at = plain.find(u"20"); at != plain.npos; at = plain.find(u"20", at + 1)) {
    const bool apart = (at == 0 || !isAsciiDigit(plain[at - 1])) &&
                       (at + 4 >= plain.size() || isHan(plain[at + 4]));
    const auto value = at + 4 <= plain.size() ? arabicYear(plain.substr(at, 4)) : std::nullopt;
    if (apart && value) return YearMention{*value, at, at + 4};
  }
  return std::nullopt;
}

bool isDateLine(std::u16string_view plain) {
  constexpr std::u16string_view kOfDates = u"0123456789〇零○一二三四五六七八九十年月日号號-/.（）";
  const bool onlyDate =
      std::ranges::all_of(plain, [&](char16_t c) { return kOfDates.find(c) != kOfDates.npos; });
  return onlyDate && plain.size() >= 6 && plain.size() <= 14 &&
         (plain.find(u'月') != plain.npos || plain.find_first_of(u"-/.") != plain.npos);
}

}  // namespace moxian

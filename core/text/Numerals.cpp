#include "core/text/Numerals.h"

namespace moxian {
namespace {

constexpr std::u16string_view kDigits = u"零一二三四五六七八九";

int digitOf(char16_t c) {
  switch (c) {
    case u'〇': return 0;
    case u'两':
    case u'兩': return 2;
    default: {
      const auto at = kDigits.find(c);
      return at == kDigits.npos ? -1 : static_cast<int>(at);
    }
  }
}

int unitOf(char16_t c) {
  switch (c) {
    case u'十': return 10;
    case u'百': return 100;
    case u'千': return 1000;
    default: return 0;
  }
}

/// 二〇二三: digits alone, one after the other.
std::optional<std::int64_t> digitByDigit(std::u16string_view text) {
  if (text.size() > 4) return std::nullopt;
  std::int64_t value = 0;
  for (const char16_t c : text) {
    const int digit = digitOf(c);
    if (digit < 0) return std::nullopt;
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace

std::optional<std::int64_t> chineseNumeral(std::u16string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.size() > 1) {
    if (const auto value = digitByDigit(text)) return value;
  }
  std::int64_t value = 0;
  int lastUnit = 10000;
  int digit = -1;
  for (const char16_t c : text) {
    if (c == u'廿') {  // 廿三 is 23
      if (value != 0 || digit >= 0) return std::nullopt;
      value = 20;
      lastUnit = 10;
    } else if (const int unit = unitOf(c); unit > 0) {
      if (unit >= lastUnit || (digit < 0 && (unit != 10 || value != 0))) return std::nullopt;
      value += static_cast<std::int64_t>(digit < 0 ? 1 : digit) * unit;
      lastUnit = unit;
      digit = -1;
    } else {
      const int next = digitOf(c);
      if (next < 0 || digit > 0) return std::nullopt;
      digit = next;
    }
  }
  return value + (digit > 0 ? digit : 0);
}

std::u16string toChineseNumeral(int value) {
  if (value < 1 || value > 999) return {};
  std::u16string out;
  const int hundreds = value / 100;
  const int tens = value / 10 % 10;
  const int ones = value % 10;
  if (hundreds > 0) {
    out += kDigits[static_cast<std::size_t>(hundreds)];
    out += u'百';
    if (tens == 0 && ones > 0) out += u'零';
  }
  if (tens > 0) {
    if (tens > 1 || hundreds > 0) out += kDigits[static_cast<std::size_t>(tens)];
    out += u'十';
  }
  if (ones > 0) out += kDigits[static_cast<std::size_t>(ones)];
  return out;
}

}  // namespace moxian

#include "core/check/rules/Placeholder.h"

#include "core/check/Scan.h"

namespace moxian {
namespace {

constexpr std::size_t kYearLength = 4;

bool isYearMask(char16_t unit) {
  return isMaskUnit(unit) || isOneOf(unit, u"*＊_＿");
}

/// "20*上半年" has lost 年 with the digits; a shorter mask counts only before such words.
bool namesTime(std::u16string_view after) {
  for (const std::u16string_view word : {u"年", u"上半年", u"下半年", u"－20", u"-20", u"—20"}) {
    if (after.starts_with(word)) return true;
  }
  return false;
}

}  // namespace

bool isMaskUnit(char16_t unit) {
  return isOneOf(unit, u"xXｘＸ×");
}

std::optional<Span> maskedYearAt(std::u16string_view line, std::size_t at) {
  if (!holdsAt(line, at, u"20") && !holdsAt(line, at, u"19")) return {};
  if (isDigit(unitBefore(line, at)) || isLatin(unitBefore(line, at))) return {};
  std::size_t mask = at + 2;
  if (isDigit(unitAt(line, mask)) && !isDigit(unitAt(line, mask + 1))) ++mask;
  std::size_t end = mask;
  while (isYearMask(unitAt(line, end)) && unitAt(line, end) == line[mask]) ++end;
  if (end == mask || end - at > kYearLength) return {};
  const char16_t after = unitAt(line, end);
  if (isLatin(after) || isDigit(after)) return {};
  if (end - at < kYearLength && !namesTime(line.substr(end))) return {};
  return Span{at, end};
}

bool isPartOfMaskedYear(std::u16string_view line, Span span) {
  for (const std::size_t digits : {std::size_t{2}, std::size_t{3}}) {
    if (span.begin < digits) continue;
    const auto year = maskedYearAt(line, span.begin - digits);
    if (year && year->end == span.end) return true;
  }
  return false;
}

}  // namespace moxian

#include "core/check/rules/Placeholder.h"

#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/OpenMarks.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kYearLength = 4;

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

std::vector<Span> emptySlots(std::u16string_view line) {
  std::vector<Span> out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::size_t kind = kOpening.find(line[at]);
    if (kind == kOpening.npos) continue;
    const std::size_t length = line.substr(at + 1, kLongestField).find(kClosing[kind]);
    if (length == line.npos) continue;
    const std::u16string_view inside = line.substr(at + 1, length);
    const bool hinted = line[at] == u'〔' && isHint(inside);
    if (!hinted && (length > kLongestEmpty || !isEmpty(inside))) continue;
    if (areTurnedQuotes(line, at)) continue;
    // "foo()" is code.
    if (isLatin(unitBefore(line, at))) continue;
    out.push_back({at, at + 1 + length + 1});
    at += 1 + length;
  }
  return out;
}

void leaveEmptySlots(std::u16string_view line, std::vector<Finding>& findings, std::size_t first) {
  if (findings.size() == first) return;
  const std::vector<Span> slots = emptySlots(line);
  const auto inSlot = [&](const Finding& finding) {
    return std::ranges::any_of(slots, [&](Span slot) { return slot.overlaps(finding.span); });
  };
  const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(first);
  findings.erase(std::remove_if(begin, findings.end(), inSlot), findings.end());
}

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

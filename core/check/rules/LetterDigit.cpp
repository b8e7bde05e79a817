#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// The digit that a letter was typed for; 0 for others.
char16_t digitFor(char16_t letter) {
  if (isOneOf(letter, u"Oo")) return u'0';
  return isOneOf(letter, u"lI") ? u'1' : u'\0';
}

/// 5l is five litres and a lone letter a class: a single digit makes a figure of zeros alone, as 1O
/// does, or a date.
bool countsUnit(std::u16string_view line, std::size_t at, std::u16string_view words,
                std::size_t digits) {
  if (isOneOf(unitAt(line, at), u"年月日")) return true;
  const bool tens = isAsciiDigit(words.front()) && words.find_first_of(u"lI") == words.npos;
  return (digits > 1 || tens) && isOneOf(unitAt(line, at), u"个项次人名户家条件篇万亿元%");
}

/// 2O24年, l2月, 3O日: letters within the digits of a date or figure.
void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const auto belongs = [](char16_t c) { return isAsciiDigit(c) || digitFor(c) != 0; };
    if (!belongs(line[at])) continue;
    const std::size_t begin = at;
    while (belongs(unitAt(line, at))) ++at;
    const Span run{begin, at};
    const std::u16string_view words = run.of(line);
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(words, isAsciiDigit));
    const char16_t before = unitBefore(line, begin);
    if (digits == 0 || digits == words.size() || isLatin(before) || isOneOf(before, u".-_/") ||
        !countsUnit(line, at, words, digits) || inAddress(line, begin)) {
      continue;
    }
    std::u16string right(words);
    for (char16_t& c : right) c = digitFor(c) == 0 ? c : digitFor(c);
    Finding finding = findingOf(rule, run, {toUtf8(words), toUtf8(right)});
    finding.fixes.push_back(replacing(run, right));
    into.push_back(std::move(finding));
  }
}

}  // namespace

LineRulePointer letterDigitRule() {
  static constexpr RuleInfo kInfo{"typo.letter-digit", Category::Typo, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

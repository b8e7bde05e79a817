#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kJoins = u"-－—–~～";

/// Where the digits that end at `end` begin.
std::size_t numberStart(std::u16string_view line, std::size_t end) {
  while (end > 0 && (isAsciiDigit(line[end - 1]) || line[end - 1] == u'.')) --end;
  return end;
}

std::size_t numberEnd(std::u16string_view line, std::size_t begin) {
  while (isAsciiDigit(unitAt(line, begin)) ||
         (unitAt(line, begin) == u'.' && isAsciiDigit(unitAt(line, begin + 1)))) {
    ++begin;
  }
  return begin;
}

/// "63～68%": the first end of a range carries its percent sign too; "3～5万元" leaves open what
/// the first figure counts.
std::u16string_view sharedUnit(std::u16string_view line, std::size_t end) {
  for (const std::u16string_view unit : {u"%", u"％", u"万元", u"亿元", u"万"}) {
    if (holdsAt(line, end, unit)) return unit;
  }
  return {};
}

/// 3～2名: what counts the same goes up. A hyphen may stand in a number (3-2号楼), and a period may
/// run over the turn of the year or day (12—3月).
bool isReversed(std::u16string_view first, std::u16string_view second, std::u16string_view line,
                std::size_t end) {
  constexpr std::size_t kMostDigits = 9;
  if (first.contains(u'.') || second.contains(u'.')) return false;
  if (first.size() > kMostDigits || second.size() > first.size()) return false;
  if (second.size() == first.size() && second >= first) return false;
  return isOneOf(unitAt(line, end), u"名人个项家件条户篇次");
}

bool isYear(std::u16string_view digits) {
  return digits.size() == 4 && (digits.starts_with(u"20") || digits.starts_with(u"19"));
}

void reportReversed(const RuleInfo& rule, std::u16string_view line, Span span,
                    std::vector<Finding>& into) {
  Finding finding = findingOf(rule, span, {toUtf8(span.of(line))});
  finding.variant = "reversed";
  finding.severity = Severity::Warning;
  into.push_back(std::move(finding));
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = line.find_first_of(kJoins); at != line.npos;
       at = line.find_first_of(kJoins, at + 1)) {
    const std::size_t begin = numberStart(line, at);
    const std::size_t end = numberEnd(line, at + 1);
    if (begin == at || end == at + 1 || isLatin(unitBefore(line, begin)) || inAddress(line, at) ||
        isOneOf(unitBefore(line, begin), kJoins) || isOneOf(unitAt(line, end), kJoins)) {
      continue;
    }
    const Span first{begin, at};
    if (isYear(first.of(line)) && unitAt(line, end) == u'年' &&
        isYear(line.substr(at + 1, end - at - 1))) {
      if (first.of(line) > line.substr(at + 1, end - at - 1)) {
        reportReversed(rule, line, {begin, end + 1}, into);
        continue;
      }
      if (line[at] == u'—') continue;
      const Span span{begin, end + 1};
      Finding finding = findingOf(rule, span, {toUtf8(span.of(line))});
      finding.variant = "years";
      finding.fixes.push_back(
          {"replace",
           {toUtf8(first.of(line)) + "—" + toUtf8(line.substr(at + 1, end - at))},
           {{{at, at + 1}, u"—"}}});
      into.push_back(std::move(finding));
      continue;
    }
    if (isOneOf(line[at], u"~～—–") &&
        isReversed(first.of(line), line.substr(at + 1, end - at - 1), line, end)) {
      reportReversed(rule, line, {begin, end + 1}, into);
      continue;
    }
    const std::u16string_view unit = sharedUnit(line, end);
    if (unit.empty()) continue;
    const Span span{begin, end + unit.size()};
    const std::u16string right = std::u16string(first.of(line)) + std::u16string(unit);
    Finding finding = findingOf(rule, span, {toUtf8(span.of(line)), toUtf8(unit)});
    finding.fixes.push_back({"replace",
                             {toUtf8(right) + toUtf8(Span{at, span.end}.of(line))},
                             {{{at, at}, std::u16string(unit)}}});
    into.push_back(std::move(finding));
  }
}

}  // namespace

LineRulePointer rangeRule() {
  static constexpr RuleInfo kInfo{"punctuation.range", Category::Punctuation, Severity::Hint};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

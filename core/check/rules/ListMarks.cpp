#include <algorithm>
#include <array>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kCommas = u"，,";
constexpr std::u16string_view kLeadIns[] = {u"通过", u"采取", u"采用", u"利用",
                                            u"运用", u"包括", u"例如", u"比如"};

std::size_t clauseEnd(std::u16string_view line, std::size_t from) {
  return std::min(line.find_first_of(u"，、。；：！？,;:", from), line.size());
}

std::size_t clauseBegin(std::u16string_view line, std::size_t end) {
  const std::size_t mark = line.substr(0, end).find_last_of(u"，、。；：！？,;:");
  return mark == line.npos ? 0 : mark + 1;
}

/// "走访，宣传等": one word between a comma and 等 is a member of a list, which takes 、.
bool isLastMember(std::u16string_view line, std::size_t comma) {
  const std::size_t etc = comma + 3;
  if (unitAt(line, etc) != u'等' || isOneOf(unitAt(line, etc + 1), u"级次同待候量于")) return false;
  if (!isHan(unitAt(line, comma + 1)) || !isHan(unitAt(line, comma + 2))) return false;
  const std::size_t begin = clauseBegin(line, comma);
  const std::u16string_view clause = line.substr(begin, comma - begin);
  // The clause before must lead into a list ("通过走访"), else it may be one of its own.
  return std::ranges::any_of(kLeadIns, [&](auto word) { return clause.contains(word); });
}

/// "大局意识，服务意识，": two modifiers of one noun, the second clause nothing else.
bool isParallelNoun(std::u16string_view line, std::size_t comma) {
  constexpr std::array<std::u16string_view, 6> kNouns = {u"意识", u"观念", u"理念",
                                                         u"精神", u"素养", u"能力"};
  constexpr std::u16string_view kVerbUnits = u"增强提高化统加树立深健全完善落转变更新弘扬培养锻炼";
  const std::size_t end = clauseEnd(line, comma + 1);
  if (end != comma + 5 || !isOneOf(unitAt(line, end), u"，,、")) return false;
  return std::ranges::any_of(kNouns, [&](std::u16string_view noun) {
    return line.substr(0, comma).ends_with(noun) && line.substr(0, end).ends_with(noun) &&
           !isOneOf(line[comma + 1], kVerbUnits) && !isOneOf(line[comma + 2], kVerbUnits);
  });
}

bool isShortcoming(std::u16string_view clause) {
  const std::u16string_view tail =
      clause.substr(clause.size() - std::min<std::size_t>(4, clause.size()));
  return tail.contains(u'不') || tail.contains(u'欠');
}

/// "力度不够，意识不强、程序不规范等问题": one comma in a list of shortcomings joined by 、.
bool isMixed(std::u16string_view line, std::size_t comma) {
  const std::size_t second = clauseEnd(line, comma + 1);
  if (unitAt(line, second) != u'、') return false;
  const std::size_t third = clauseEnd(line, second + 1);
  const std::u16string_view last = line.substr(second + 1, third - second - 1);
  const std::size_t etc = last.find(u'等');
  if (etc == last.npos) return false;
  const std::size_t begin = clauseBegin(line, comma);
  return isShortcoming(line.substr(begin, comma - begin)) &&
         isShortcoming(line.substr(comma + 1, second - comma - 1)) &&
         isShortcoming(last.substr(0, etc));
}

/// "及时性针对性": two nouns in 性 with nothing between them.
void checkQualities(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = line.find(u'性'); at != line.npos; at = line.find(u'性', at + 1)) {
    if (at < 2 || unitAt(line, at + 3) != u'性') continue;
    const bool words = std::ranges::all_of(line.substr(at - 2, 6), isHan);
    const char16_t next = unitAt(line, at + 4);
    if (!words || (next != 0 && isHan(next)) || isOneOf(line[at + 1], u"的和与及地工质")) continue;
    const Span span{at - 2, at + 4};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
    finding.variant = "joined";
    finding.fixes.push_back({"add-pause", {}, {{{at + 1, at + 1}, u"、"}}});
    into.push_back(std::move(finding));
  }
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = line.find_first_of(kCommas); at != line.npos;
       at = line.find_first_of(kCommas, at + 1)) {
    if (!isLastMember(line, at) && !isParallelNoun(line, at) && !isMixed(line, at)) continue;
    const Span span{at - std::min<std::size_t>(2, at), std::min(at + 3, line.size())};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
    finding.fixes.push_back(replacing({at, at + 1}, u"、"));
    into.push_back(std::move(finding));
  }
  checkQualities(rule, checked, into);
}

}  // namespace

LineRulePointer listMarksRule() {
  static constexpr RuleInfo kInfo{"punctuation.list-marks", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

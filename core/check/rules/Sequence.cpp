#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

bool beginsClause(std::u16string_view line, std::size_t at) {
  const char16_t before = lastInkBefore(line, at);
  return before == 0 || isOneOf(before, u"。；：！？;:");
}

/// "第一、", "首先、" where a clause begins: both take a comma. 第一、第二产业 is a list.
std::size_t orderWordEnd(std::u16string_view line, std::size_t at) {
  for (const std::u16string_view word : {u"首先", u"其次", u"再次", u"最后"}) {
    if (holdsAt(line, at, word)) return at + word.size();
  }
  if (line[at] != u'第' || !isOneOf(unitAt(line, at + 1), u"一二三四五六七八九十")) return 0;
  const bool list = unitAt(line, at + 3) == u'第' || isChineseDigit(unitAt(line, at + 3));
  return list ? 0 : at + 2;
}

void checkOrderWords(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t mark = line.find(u'、'); mark != line.npos; mark = line.find(u'、', mark + 1)) {
    if (mark < 2) continue;
    const std::size_t at = mark - 2;
    if (orderWordEnd(line, at) != mark || !beginsClause(line, at)) continue;
    const Span span{at, mark + 1};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
    finding.fixes.push_back(replacing({mark, mark + 1}, u"，"));
    into.push_back(std::move(finding));
  }
}

/// "甲、乙、和丙": the word joins what the mark divides.
void checkJoined(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  constexpr std::u16string_view kWords = u"谐睦平美善气顺解缓蔼煦合乐田县林政静声衷悦龙风弦硕";
  const std::u16string_view line = checked.folded;
  for (std::size_t at = line.find(u"、和"); at != line.npos; at = line.find(u"、和", at + 1)) {
    if (isOneOf(unitAt(line, at + 2), kWords) || !isHan(unitAt(line, at + 2))) continue;
    const Span span{at, at + 2};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
    finding.variant = "joined";
    finding.fixes.push_back(deleting({at, at + 1}));
    into.push_back(std::move(finding));
  }
}

/// "……等": both leave something out.
void checkEllipsis(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = line.find(u"…等"); at != line.npos; at = line.find(u"…等", at + 1)) {
    std::size_t begin = at;
    while (unitBefore(line, begin) == u'…') --begin;
    const Span span{begin, at + 2};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
    finding.variant = "ellipsis";
    finding.fixes.push_back(deleting({begin, at + 1}));
    into.push_back(std::move(finding));
  }
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  checkOrderWords(rule, checked, into);
  checkJoined(rule, checked, into);
  checkEllipsis(rule, checked, into);
}

}  // namespace

LineRulePointer sequenceRule() {
  static constexpr RuleInfo kInfo{"punctuation.sequence", Category::Punctuation, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

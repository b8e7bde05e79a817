#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Characters of the verbs a clause about information may have; a clause without any lost its own.
constexpr std::u16string_view kVerbUnits =
    u"公开发布更新示告报送提供传递推上回应掌握了解处理收集整录入获取补充完善通归转查看审核编写"
    u"撰制作采反馈交沟登记做把将对是有为在向给使让被清撤删改纠修发现汇总登载播宣讲";

constexpr std::u16string_view kPlaces[] = {u"平台",   u"网站",   u"网页",   u"栏目",  u"专栏",
                                           u"公众号", u"门户网", u"政务网", u"公示栏"};

bool isClauseStart(std::u16string_view line, std::size_t at) {
  const char16_t before = lastInkBefore(line, at);
  return before == 0 || isOneOf(before, u"。；，：、！？;,:");
}

bool holdsVerb(std::u16string_view words) {
  return std::ranges::any_of(words, [](char16_t c) { return isOneOf(c, kVerbUnits); });
}

/// "及时权威信息，": 及时 and a noun phrase up to the mark.
void checkTimely(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  constexpr std::u16string_view kTimely = u"及时";
  constexpr std::size_t kLongest = 14;
  const std::u16string_view text = line.folded;
  for (std::size_t at = text.find(kTimely); at != text.npos; at = text.find(kTimely, at + 1)) {
    if (!isClauseStart(text, at)) continue;
    const std::size_t begin = at + kTimely.size();
    std::size_t end = begin;
    while (end < text.size() && isHan(text[end])) ++end;
    const std::u16string_view rest = text.substr(begin, end - begin);
    if (rest.size() < 4 || rest.size() > kLongest) continue;
    if (!rest.ends_with(u"信息") && !rest.ends_with(u"消息") && !rest.ends_with(u"动态")) continue;
    if (holdsVerb(rest.substr(0, rest.size() - 2))) continue;
    into.push_back(findingOf(rule, {at, end}, {toUtf8(line.text.substr(at, end - at))}));
  }
}

/// "在网站了预算", "平台上了信息": 了 without a verb before it.
void checkPlace(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  const std::u16string_view text = line.folded;
  for (std::size_t at = text.find(u'了'); at != text.npos; at = text.find(u'了', at + 1)) {
    if (!isHan(unitAt(text, at + 1)) || unitAt(text, at + 1) == u'解') continue;
    std::u16string_view before = text.substr(0, at);
    if (before.ends_with(u'上')) before.remove_suffix(1);
    const auto place = std::ranges::find_if(
        kPlaces, [&](std::u16string_view word) { return before.ends_with(word); });
    if (place == std::end(kPlaces)) continue;
    const Span span{before.size() - place->size(), at + 1};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
    finding.variant = "place";
    into.push_back(std::move(finding));
  }
}

/// "发挥网站的主渠道。": 发挥 takes 作用.
void checkRole(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  const std::u16string_view text = line.folded;
  for (const std::u16string_view noun : {u"主渠道", u"主阵地", u"桥头堡"}) {
    for (std::size_t at = text.find(noun); at != text.npos; at = text.find(noun, at + 1)) {
      const std::size_t end = at + noun.size();
      if (isHan(unitAt(text, end)) || isDigit(unitAt(text, end))) continue;
      const std::size_t mark = text.substr(0, at).find_last_of(u"。；，：、！？;,:");
      const std::size_t clause = mark == text.npos ? 0 : mark + 1;
      const std::size_t verb = text.substr(clause, at - clause).find(u"发挥");
      if (verb == text.npos) continue;
      const std::u16string_view inside = text.substr(clause + verb, at - clause - verb);
      if (inside.contains(u"作用") || inside.contains(u"优势") || inside.contains(u"这一"))
        continue;
      Finding finding = findingOf(rule, {at, end}, {toUtf8(line.text.substr(at, noun.size()))});
      finding.variant = "role";
      into.push_back(std::move(finding));
    }
  }
}

/// "我局在公开工作虽然取得成绩": 在 without 中 or 上.
void checkWhere(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  constexpr std::size_t kReach = 16;
  const std::u16string_view text = line.folded;
  for (const std::u16string_view tail : {u"工作虽然", u"工作取得", u"工作还存在", u"工作仍存在"}) {
    for (std::size_t at = text.find(tail); at != text.npos; at = text.find(tail, at + 1)) {
      const std::size_t near = at - std::min(at, kReach);
      const std::size_t found = text.substr(near, at - near).rfind(u'在');
      if (found == text.npos) continue;
      const std::size_t in = near + found;
      const std::u16string_view between = text.substr(in + 1, at - in - 1);
      if (isOneOf(unitBefore(text, in), u"现存正实所潜自旨内") || between.empty()) continue;
      if (between.find_first_of(u"，。；：、,;中上里下内方面时后前期间的") != between.npos)
        continue;
      const Span span{in, at + 2};
      Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
      finding.variant = "where";
      into.push_back(std::move(finding));
    }
  }
}

/// "县委的正确领导下，": 在 is gone from the start of its sentence, or of the second limb.
void checkUnder(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  constexpr std::size_t kLongest = 24;
  const std::u16string_view text = line.folded;
  for (const std::u16string_view help : {u"领导下，", u"指导下，", u"支持下，", u"关心下，",
                                         u"帮助下，", u"配合下，", u"努力下，", u"关怀下，"}) {
    for (std::size_t at = text.find(help); at != text.npos; at = text.find(help, at + 1)) {
      const std::size_t end = at + help.size() - 1;
      const std::size_t start = sentenceStart(text, at);
      const std::size_t mark = text.substr(start, at - start).find_last_of(u"，：:,");
      std::size_t begin = skipSpaces(text, mark == text.npos ? start : start + mark + 1);
      if (isChineseDigit(text[begin]) && unitAt(text, begin + 1) == u'是') begin += 2;
      if (begin >= at) continue;
      const std::u16string_view clause = text.substr(begin, at - begin);
      if (clause.size() < 2 || clause.size() > kLongest ||
          !std::ranges::all_of(clause, [](char16_t c) { return isHan(c) || c == u'、'; })) {
        continue;
      }
      if (clause.contains(u'在') || clause.contains(u'由') || clause.contains(u'从')) continue;
      // "在……支持、……努力下" needs one 在 only; so does a clause that goes on from it.
      const std::u16string_view before = text.substr(start, begin - start);
      const std::size_t in = before.rfind(u'在');
      if (in != before.npos && !before.substr(in).contains(u"下，")) continue;
      Finding finding =
          findingOf(rule, {begin, end}, {toUtf8(line.text.substr(begin, end - begin))});
      finding.variant = "under";
      finding.fixes.push_back(
          {"replace", {"在" + toUtf8(clause.substr(0, 6)) + "……"}, {{{begin, begin}, u"在"}}});
      into.push_back(std::move(finding));
    }
  }
}

/// "先后《……办法》，": documents are issued or amended, not only named.
void checkIssued(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  constexpr std::u16string_view kIssues[] = {u"制定", u"出台", u"印发", u"起草",
                                             u"下发", u"编制", u"修订", u"有"};
  const std::u16string_view text = line.folded;
  for (const std::u16string_view adverb :
       {u"先后《", u"专门《", u"及时《", u"研究并《", u"起草并《"}) {
    for (std::size_t at = text.find(adverb); at != text.npos; at = text.find(adverb, at + 1)) {
      // 制定专门《管理办法》 has its verb in front.
      const std::u16string_view before = text.substr(0, at);
      if (std::ranges::any_of(kIssues, [&](auto verb) { return before.ends_with(verb); })) continue;
      const Span span{at, at + adverb.size()};
      Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
      finding.variant = "issued";
      into.push_back(std::move(finding));
    }
  }
}

void check(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  checkUnder(rule, line, into);
  checkIssued(rule, line, into);
  checkTimely(rule, line, into);
  checkPlace(rule, line, into);
  checkRole(rule, line, into);
  checkWhere(rule, line, into);
}

}  // namespace

LineRulePointer lostVerbRule() {
  static constexpr RuleInfo kInfo{"dropped.verb", Category::Dropped, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Placeholder.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// What a single X may stand before to count as a mask: X县, X月X日, X人.
constexpr std::u16string_view kMaskedBySingle =
    u"年月日号號市县縣区區镇鎮乡鄉村省州局委办辦人名户戶项項件次个個条條家元万萬亿億%％";

bool isWordUnit(char16_t unit) {
  return isLatin(unit) || isDigit(unit);
}

/// × between figures multiplies; XX between Latin letters is part of a word (XXL, IXX).
bool standsInsideWord(std::u16string_view line, Span run) {
  const char16_t before = lastInkBefore(line, run.begin);
  const char16_t after = unitAt(line, run.end);
  if (isLatin(before) || isWordUnit(after)) return true;
  return isDigit(before) && (run.length() == 1 || line[run.begin] == u'×');
}

bool touchesChinese(std::u16string_view line, Span run) {
  const std::size_t next = skipSpaces(line, run.end);
  return isChinese(lastInkBefore(line, run.begin)) || isChinese(unitAt(line, next));
}

bool isMask(std::u16string_view line, Span run) {
  if (standsInsideWord(line, run) || inAddress(line, run.begin)) return false;
  if (run.length() > 1) return touchesChinese(line, run) || isDigit(unitBefore(line, run.begin));
  return line[run.begin] != u'x' && isOneOf(unitAt(line, run.end), kMaskedBySingle);
}

/// "XX市XX局", "X月X日": masks with at most one character between them are one blank to fill.
std::size_t joinedEnd(std::u16string_view line, Span run) {
  std::size_t end = run.end;
  while (isOneOf(unitAt(line, end), u"年月") && isMaskUnit(unitAt(line, end + 1))) {
    end += 1;
    while (isMaskUnit(unitAt(line, end))) ++end;
  }
  return end > run.end && isOneOf(unitAt(line, end), u"月日") ? end + 1 : end;
}

Span maskAt(std::u16string_view line, std::size_t at) {
  std::size_t end = at;
  while (isMaskUnit(unitAt(line, end))) ++end;
  return {at, end};
}

/// "张某某等42名农民工": the name of a person is left out behind a surname. Words that are surnames
/// too (于, 和, 向) are not among them: "于某某年" waits to be filled.
bool isPersonLeftOut(std::u16string_view line, Span run) {
  constexpr std::u16string_view kSurnames =
      u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏"
      u"魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦傅邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱覃戴严"
      u"欧莫孔汤倪柳庞樊张劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧彭蔣葉程蘇魏呂沈盧鐘譚陸賈韋傅鄒龍賀"
      u"顧龔錢嚴";
  constexpr std::u16string_view kNoPerson = u"年月日号局县市区镇乡村省州委办院校街公单";
  return run.length() == 2 && isOneOf(unitBefore(line, run.begin), kSurnames) &&
         !isOneOf(unitAt(line, run.end), kNoPerson);
}

/// 某某 for a name, as in 某某县.
void checkSomeone(const RuleInfo& rule, std::u16string_view line, std::vector<Finding>& into) {
  std::size_t at = line.find(u"某某");
  while (at != line.npos) {
    const std::size_t end = std::min(line.find_first_not_of(u'某', at), line.size());
    if (!isPersonLeftOut(line, {at, end}))
      into.push_back(findingOf(rule, {at, end}, {toUtf8(line.substr(at, end - at))}));
    at = line.find(u"某某", end);
  }
}

/// "在○○市", "□□乡": two signs and more in the place of a name. 二〇〇八 is a year, ○ alone a mark.
void checkSigns(const RuleInfo& rule, std::u16string_view line, std::vector<Finding>& into) {
  constexpr std::u16string_view kSigns = u"○〇◯□●△◇◆▲";
  for (std::size_t at = line.find_first_of(kSigns); at != line.npos;
       at = line.find_first_of(kSigns, at + 1)) {
    std::size_t end = at;
    while (unitAt(line, end) == line[at]) ++end;
    const Span run{at, end};
    at = end - 1;
    const bool year =
        isChineseDigit(unitBefore(line, run.begin)) || isChineseDigit(unitAt(line, run.end));
    if (run.length() < 2 || run.length() > 6 || year || !isHan(unitAt(line, run.end))) continue;
    into.push_back(findingOf(rule, run, {toUtf8(run.of(line))}));
  }
}

/// "召开N次会议": N for a number; 1+N and N95 are names.
void checkLetter(const RuleInfo& rule, std::u16string_view line, std::vector<Finding>& into) {
  for (std::size_t at = line.find(u'N'); at != line.npos; at = line.find(u'N', at + 1)) {
    const bool counts =
        isHan(unitBefore(line, at)) && isOneOf(unitAt(line, at + 1), u"次件个人项场期条家名户万");
    if (counts) into.push_back(findingOf(rule, {at, at + 1}, {"N"}));
  }
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  const std::size_t before = into.size();
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!isMaskUnit(line[at])) continue;
    const Span run = maskAt(line, at);
    at = run.end - 1;
    if (!isMask(line, run) || isPartOfMaskedYear(line, run)) continue;
    const Span whole{run.begin, joinedEnd(line, run)};
    into.push_back(findingOf(rule, whole, {toUtf8(whole.of(line))}));
    at = whole.end - 1;
  }
  checkSomeone(rule, line, into);
  checkSigns(rule, line, into);
  checkLetter(rule, line, into);
  leaveEmptySlots(line, into, before);
}

}  // namespace

LineRulePointer maskRule() {
  static constexpr RuleInfo kInfo{"placeholder.mask", Category::Placeholder, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

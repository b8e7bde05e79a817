#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::size_t kLongest = 40;

bool beginsWithOne(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

/// 为方便群众…… states an aim; 为人民服务 does not.
bool isAim(std::u16string_view sentence) {
  return beginsWithOne(sentence, {u"为方便", u"为确保", u"为加强", u"为推进", u"为贯彻", u"为落实",
                                  u"为进一步", u"为深入", u"为切实", u"为提高", u"为做好",
                                  u"为保证", u"为保障", u"为适应", u"为了"});
}

/// 围绕……清单, 按照……要求: a basis, if a noun of plans ends it.
bool isBasis(std::u16string_view sentence) {
  if (!beginsWithOne(sentence, {u"围绕", u"按照", u"根据", u"依据", u"依照", u"针对"}))
    return false;
  for (const std::u16string_view noun : {u"清单", u"要点", u"要求", u"部署", u"精神", u"方案",
                                         u"规定", u"通知", u"目标", u"安排", u"原则"}) {
    if (sentence.ends_with(noun)) return true;
  }
  return false;
}

/// Past "1." and "（一）" at the start of a paragraph.
std::size_t pastNumber(std::u16string_view line) {
  std::size_t at = 0;
  while (at < line.size() &&
         (isDigit(line[at]) || isChineseDigit(line[at]) || isOneOf(line[at], u"（）().．、 ?"))) {
    ++at;
  }
  return at;
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  std::size_t begin = pastNumber(line);
  for (std::size_t end = line.find(u'。', begin); end != line.npos;
       begin = end + 1, end = line.find(u'。', begin)) {
    const std::u16string_view sentence = line.substr(begin, end - begin);
    // The last sentence of a paragraph may be a heading that ends so.
    const bool goesOn = isHan(unitAt(line, end + 1));
    if (!goesOn || sentence.size() > kLongest ||
        sentence.find_first_of(u"，,；;：:") != line.npos) {
      continue;
    }
    if (!isAim(sentence) && !isBasis(sentence)) continue;
    const std::size_t shown = end - std::min<std::size_t>(4, sentence.size());
    Finding finding = findingOf(rule, {shown, end + 1}, {toUtf8(sentence)});
    finding.fixes.push_back(replacing({end, end + 1}, u"，"));
    into.push_back(std::move(finding));
  }
}

}  // namespace

LineRulePointer fragmentRule() {
  static constexpr RuleInfo kInfo{"punctuation.fragment", Category::Punctuation, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

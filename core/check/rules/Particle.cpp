#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

// 的, 地 and 得 are told apart only where a closed pattern decides; see the tests for what stays
// open ("全面的公开制度" is right, "全面的了解政府信息" is not).

constexpr std::u16string_view kManners[] = {
    u"极大", u"真正", u"有效", u"及时", u"深入", u"全面", u"主动", u"积极",   u"认真",
    u"严格", u"充分", u"快速", u"迅速", u"准确", u"便捷", u"快捷", u"高效",   u"顺利",
    u"稳步", u"扎实", u"有序", u"大力", u"切实", u"不断", u"逐步", u"进一步", u"圆满",
    u"广泛", u"更好", u"明显", u"显著", u"较好", u"很好",
};
constexpr std::u16string_view kVerbs[] = {
    u"了解", u"掌握", u"公开", u"公布", u"方便", u"提高", u"提升", u"促进", u"推动", u"推进",
    u"增强", u"改善", u"激发", u"调动", u"丰富", u"满足", u"解决", u"落实", u"落到", u"做到",
    u"完成", u"开展", u"宣传", u"贯彻", u"执行", u"保障", u"维护", u"发挥", u"反映", u"回应",
    u"处理", u"化解", u"参与", u"配合", u"规范", u"融入", u"走进", u"实现", u"缓解", u"减轻",
};
/// What makes the word before it a verb: 了, or an object that no noun of action takes.
constexpr std::u16string_view kObjects[] = {u"了",   u"好", u"出",   u"到",   u"政府", u"群众",
                                            u"企业", u"各", u"全县", u"全市", u"全区", u"全镇",
                                            u"我",   u"本", u"实处", u"党的", u"上级", u"国家"};

std::size_t wordAt(std::u16string_view line, std::size_t at,
                   std::span<const std::u16string_view> words) {
  for (const std::u16string_view word : words) {
    if (holdsAt(line, at, word)) return word.size();
  }
  return 0;
}

bool endsWithOne(std::u16string_view text, std::span<const std::u16string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.ends_with(word); });
}

void report(const RuleInfo& rule, const CheckedLine& line, std::size_t at, char16_t right,
            Span shown, std::vector<Finding>& into) {
  Finding finding = findingOf(rule, shown,
                              {toUtf8(shown.of(line.text)), toUtf8(line.text.substr(at, 1)),
                               toUtf8(std::u16string_view(&right, 1))});
  finding.fixes.push_back(replacing({at, at + 1}, std::u16string(1, right)));
  into.push_back(std::move(finding));
}

/// 极大的方便了群众, 真正的落到实处: 的 for 地.
bool isManner(std::u16string_view line, std::size_t at, std::size_t& end) {
  if (!endsWithOne(line.substr(0, at), kManners)) return false;
  const std::size_t verb = wordAt(line, at + 1, kVerbs);
  if (verb == 0) return false;
  end = at + 1 + verb;
  // 落到 and 做到 carry their object themselves.
  if (line[end - 1] == u'到') return true;
  const std::size_t object = wordAt(line, end, kObjects);
  // "更好的方便了" but "很好的落实了解" is no 了.
  if (object == 0 || holdsAt(line, end, u"了解")) return false;
  // After 是 or in a comparison the words describe ("是有效的推动我县发展的办法").
  end += object;
  return true;
}

/// 用的上、看的懂: 的 for 得 before a mark.
bool isPotential(std::u16string_view line, std::size_t at) {
  const char16_t next = unitAt(line, at + 2);
  const bool closed = next == 0 || isOneOf(next, u"，。；、！？”,;");
  if (next == u'、' && isOneOf(unitAt(line, at + 3), u"下中左右")) return false;  // 新用的上、下水
  // 使用的上……: 用 ends a word of its own.
  return closed && !isOneOf(unitBefore(line, at - 1), u"使采通录引居入") &&
         isOneOf(unitBefore(line, at), u"用看听说信找靠管记留住买吃叫过") &&
         isOneOf(unitAt(line, at + 1), u"上懂着住起过到见清");
}

/// 开展经常性地检查: 地 for 的 before the noun that 开展 takes.
bool isAttribute(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kLongest = 6;
  constexpr std::size_t kVerb = 2;
  constexpr std::u16string_view kNouns[] = {u"检查", u"督促", u"培训", u"宣传", u"调研", u"指导",
                                            u"监督", u"学习", u"排查", u"督查", u"评估", u"考核"};
  const std::size_t near = at - std::min(at, kLongest + kVerb);
  const std::u16string_view before = line.substr(near, at - near);
  for (const std::u16string_view verb : {u"开展", u"进行", u"加强"}) {
    const std::size_t found = before.rfind(verb);
    if (found == before.npos) continue;
    const std::u16string_view between = before.substr(found + verb.size());
    if (between.empty() || !std::ranges::all_of(between, isHan)) continue;
    if (between.ends_with(u'性') || between.ends_with(u"定期") || between.ends_with(u"常态化")) {
      return wordAt(line, at + 1, kNouns) > 0;
    }
  }
  return false;
}

/// 工作做的扎实，: 的 for 得 between a verb and how it is done.
std::size_t complementEnd(std::u16string_view line, std::size_t at) {
  constexpr std::u16string_view kHow[] = {u"扎实", u"到位", u"细致", u"很好",     u"较好", u"更好",
                                          u"不够", u"不错", u"深入", u"有声有色", u"很细", u"很实",
                                          u"更实", u"更细", u"不实", u"不深",     u"不细"};
  // After verbs that nouns are made of (完成的不够) only a saying or praise decides.
  constexpr std::u16string_view kDone[] = {u"开展", u"完成", u"落实", u"执行", u"推进", u"运行",
                                           u"运转", u"解决", u"处理", u"组织", u"贯彻", u"发挥",
                                           u"表现", u"准备", u"衔接", u"配合", u"进展", u"进行"};
  constexpr std::u16string_view kPraise[] = {
      u"有声有色", u"很好",     u"较好",     u"不错",     u"很顺利",   u"较为顺利", u"十分顺利",
      u"非常顺利", u"非常好",   u"比较好",   u"井然有序", u"井井有条", u"红红火火", u"如火如荼",
      u"卓有成效", u"热火朝天", u"扎扎实实", u"一丝不苟", u"很到位",   u"很扎实"};
  const bool shortVerb = isOneOf(unitBefore(line, at), u"做抓管搞干办写讲查改");
  if (!shortVerb && !endsWithOne(line.substr(0, at), kDone)) return 0;
  const std::size_t praise = wordAt(line, at + 1, kPraise);
  const std::size_t how = praise > 0 || !shortVerb ? praise : wordAt(line, at + 1, kHow);
  if (how == 0 || !isOneOf(unitAt(line, at + 1 + how), u"，。、；,;")) return 0;
  // 所做的不够 speaks of what was done.
  const std::u16string_view before =
      line.substr(sentenceStart(line, at), at - sentenceStart(line, at));
  return before.contains(u"所") ? 0 : at + 1 + how;
}

/// 取得显著地成效, 优质得服务: 地 or 得 for 的 before a noun.
std::size_t nounEnd(std::u16string_view line, std::size_t at) {
  constexpr std::u16string_view kKinds[] = {u"良好", u"显著", u"明显", u"较好", u"重要",
                                            u"坚实", u"丰硕", u"优异", u"突出", u"浓厚",
                                            u"一定", u"较大", u"优质", u"便捷", u"贴心"};
  constexpr std::u16string_view kNouns[] = {u"成效", u"效果", u"成绩", u"进步", u"作用", u"基础",
                                            u"氛围", u"环境", u"条件", u"局面", u"态势", u"成果",
                                            u"服务", u"保障", u"支撑", u"秩序", u"口碑"};
  if (!endsWithOne(line.substr(0, at), kKinds)) return 0;
  const std::size_t noun = wordAt(line, at + 1, kNouns);
  if (noun == 0) return 0;
  // 优质地服务群众 and 便捷地服务于 are verbs with what they serve.
  const std::size_t end = at + 1 + noun;
  const bool verb = holdsAt(line, at + 1, u"服务") || holdsAt(line, at + 1, u"保障");
  const bool closed =
      verb ? !isHan(unitAt(line, end)) && !isDigit(unitAt(line, end)) : unitAt(line, end) != u'了';
  return closed ? end : 0;
}

/// 认真得贯彻了: 得 for 地 before a verb.
std::size_t mannerEnd(std::u16string_view line, std::size_t at) {
  if (!endsWithOne(line.substr(0, at), kManners)) return 0;
  const std::size_t verb = wordAt(line, at + 1, kVerbs);
  return verb == 0 ? 0 : at + 1 + verb;
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = 1; at + 1 < line.size(); ++at) {
    if (line[at] == u'地' && isAttribute(line, at)) {
      report(rule, checked, at, u'的', {at - 1, at + 3}, into);
    } else if (line[at] == u'地') {
      if (const std::size_t end = nounEnd(line, at); end > 0) {
        report(rule, checked, at, u'的', {at - 2, end}, into);
      }
    } else if (line[at] == u'得') {
      if (const std::size_t end = mannerEnd(line, at); end > 0) {
        report(rule, checked, at, u'地', {at - 2, end}, into);
      } else if (const std::size_t noun = nounEnd(line, at); noun > 0) {
        report(rule, checked, at, u'的', {at - 2, noun}, into);
      }
    }
    if (line[at] != u'的') continue;
    std::size_t end = at + 2;
    if (const std::size_t complement = complementEnd(line, at); complement > 0) {
      report(rule, checked, at, u'得', {at - 1, complement}, into);
    } else if (isPotential(line, at)) {
      report(rule, checked, at, u'得', {at - 1, at + 2}, into);
    } else if (isManner(line, at, end)) {
      report(rule, checked, at, u'地', {at - 2, end}, into);
    }
  }
}

}  // namespace

LineRulePointer particleRule() {
  static constexpr RuleInfo kInfo{"typo.particle", Category::Typo, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// 《人民政府办公厅关于……》, 《市人民政府……》: the place before the office is gone.
std::size_t namelessOffice(std::u16string_view line, std::size_t at) {
  std::size_t office = at;
  if (isOneOf(unitAt(line, at), u"省市州县区镇乡")) ++office;
  for (const std::u16string_view word : {u"人民政府", u"政府办公室", u"政府办公厅"}) {
    if (!holdsAt(line, office, word)) continue;
    // 《政府办公室……》 without a level is how an office speaks of itself.
    if (office == at && word != std::u16string_view(u"人民政府")) return 0;
    return office + word.size();
  }
  return 0;
}

/// 《年工作要点》: the digits are gone; 《年鉴》 and the like are words.
std::size_t yearless(std::u16string_view line, std::size_t at) {
  if (unitAt(line, at) != u'年') return 0;
  return isOneOf(unitAt(line, at + 1), u"度鉴报画轮谱表历终末货味关华轻") ? 0 : at + 1;
}

void report(const RuleInfo& rule, const CheckedLine& line, Span span, std::string_view variant,
            std::vector<Finding>& into) {
  Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
  finding.variant = variant;
  into.push_back(std::move(finding));
}

/// "要求，年本机关": a year without digits before the subject.
bool isYearOfSubject(std::u16string_view line, std::size_t at) {
  if (line[at] != u'年' || !isOneOf(unitBefore(line, at), u"，。；,;")) return false;
  for (const std::u16string_view subject :
       {u"本机关", u"我局", u"我委", u"我县", u"我市", u"我区", u"我镇", u"我乡", u"我办",
        u"本单位", u"全县", u"全市", u"全区", u"全镇"}) {
    if (holdsAt(line, at + 1, subject)) return true;
  }
  return false;
}

/// "县领导于对我单位检查": the date between 于 and 对 is gone.
bool isDateless(std::u16string_view line, std::size_t at) {
  return holdsAt(line, at, u"于对") && isHan(unitBefore(line, at)) &&
         !isOneOf(unitBefore(line, at), u"对关基由鉴出等源处属位居善限至便利用便疏忙");
}

/// Nouns that are counted and the measure words they take.
struct Counted {
  std::u16string_view noun;
  std::u16string_view measures;
};
constexpr Counted kCounted[] = {
    {u"信息", u"条件份"}, {u"文档", u"条件份"},   {u"提案", u"条件份"}, {u"留言", u"条份"},
    {u"诉求", u"条份"},   {u"公报", u"条件份期"}, {u"文件", u"件份"},   {u"建议", u"条件"},
    {u"来信", u"封"},     {u"简报", u"期份"},     {u"稿件", u"篇"},     {u"案件", u"起"},
    {u"线索", u"条"},     {u"纠纷", u"件起"},     {u"隐患", u"处条"},   {u"资料", u"份册"},
};
/// Events, with measure words that end no other noun (活动场、篮球场, 培训期、实习期).
constexpr Counted kEvents[] = {
    {u"培训", u"次场"}, {u"检查", u"次"},   {u"会议", u"次"},
    {u"活动", u"次"},   {u"演练", u"次场"}, {u"讲座", u"次场"},
};

/// "新增信息条，": a measure word without its figure.
bool isFigureless(std::u16string_view line, std::size_t at) {
  const auto counts = [&](const Counted& one) {
    return isOneOf(line[at], one.measures) && line.substr(0, at).ends_with(one.noun);
  };
  const char16_t mark = unitAt(line, at + 1);
  // 检查次、频要求 goes on with the other half of its word.
  return (isOneOf(mark, u"，。；、,;") && std::ranges::any_of(kCounted, counts)) ||
         (isOneOf(mark, u"，。；,;") && std::ranges::any_of(kEvents, counts));
}

/// "投入资金万元，", "办结率达%": a unit of money or a percent sign behind a word.
std::size_t figurelessUnit(std::u16string_view line, std::size_t at) {
  if (isOneOf(line[at], u"%％")) {
    // Heads of tables hold such signs without figures; sentences do not.
    return isHan(unitBefore(line, at)) && line.find_first_of(u"，。；") != line.npos ? 1 : 0;
  }
  if (holdsAt(line, at, u"个百分点")) {
    return isOneOf(unitBefore(line, at), u"长高降升低加少点至为了") ? 4 : 0;
  }
  for (const std::u16string_view unit : {u"万元", u"亿元", u"元"}) {
    if (!holdsAt(line, at, unit) || !isOneOf(unitAt(line, at + unit.size()), u"，。；、,;"))
      continue;
    for (const std::u16string_view noun : {u"资金", u"经费", u"投资", u"收入", u"支出", u"补贴",
                                           u"金额", u"产值", u"补助", u"贷款", u"奖金", u"共计"}) {
      if (line.substr(0, at).ends_with(noun)) return unit.size();
    }
  }
  return 0;
}

/// "第次会议", "第季度": an ordinal without its number.
bool isNumberless(std::u16string_view line, std::size_t at) {
  if (line[at] != u'第' || isOneOf(unitBefore(line, at), u"等门及次科府落")) return false;
  return isOneOf(unitAt(line, at + 1), u"次届期批") || holdsAt(line, at + 1, u"季度");
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == u'《') {
      if (const std::size_t end = namelessOffice(line, at + 1); end > 0) {
        report(rule, checked, {at, end}, "place", into);
      } else if (yearless(line, at + 1) > 0) {
        report(rule, checked, {at, at + 2}, "year", into);
      }
    } else if (isYearOfSubject(line, at)) {
      report(rule, checked, {at, at + 2}, "year", into);
    } else if (isDateless(line, at)) {
      report(rule, checked, {at, at + 2}, "date", into);
    } else if (isFigureless(line, at)) {
      report(rule, checked, {at - 2, at + 1}, "figure", into);
    } else if (const std::size_t unit = figurelessUnit(line, at); unit > 0) {
      report(rule, checked, {at - std::min<std::size_t>(2, at), at + unit}, "figure", into);
    } else if (isNumberless(line, at)) {
      report(rule, checked, {at, at + 2}, "figure", into);
    }
  }
}

}  // namespace

LineRulePointer lostNameRule() {
  static constexpr RuleInfo kInfo{"dropped.name", Category::Dropped, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

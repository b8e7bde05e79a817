#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/OfficeNames.h"
#include "core/check/rules/Rules.h"
#include "core/report/Years.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

/// 云溪县水务局: the name of a place, its level, and the office behind it.
struct UnitName {
  std::u16string_view place;
  char16_t level = 0;
  std::u16string_view office;
};

std::optional<UnitName> unitOf(std::u16string_view unit) {
  constexpr std::size_t kLongestPlace = 3;
  // 临澜市云溪县水务局: the last level before the office is its own.
  const std::size_t at = levelOf(unit);
  if (at == unit.npos || at < 2 || !isOneOf(unit[at], u"县区市镇乡")) return {};
  const std::size_t above = unit.substr(0, at).find_last_of(u"省市州盟县区");
  const std::size_t begin = above == unit.npos ? 0 : above + 1;
  const std::u16string_view place = unit.substr(begin, at - begin);
  if (place.size() < 2 || place.size() > kLongestPlace || !std::ranges::all_of(place, isHan))
    return {};
  return UnitName{place, unit[at], unit.substr(at + 1)};
}

/// What follows the name of a place where the place speaks for itself.
std::vector<std::u16string_view> officesOf(const UnitName& own) {
  std::vector<std::u16string_view> out = {u"人民政府"};
  if (own.office.size() >= 3) out.push_back(own.office);
  return out;
}

/// Others are named where one learns from them, works with them or lies beside them.
constexpr std::u16string_view kCompany[] = {u"学习", u"考察", u"交流", u"联合", u"会同", u"赴",
                                            u"与",   u"和",   u"同",   u"兄弟", u"邻",   u"协作",
                                            u"对口", u"合作", u"借鉴", u"来",   u"到",   u"向",
                                            u"《",   u"原",   u"帮扶", u"支援", u"对接", u"跨"};

/// 落实县人民政府 and 代表区人民法院 name no place.
bool isVerb(std::u16string_view word) {
  return std::ranges::any_of(
      std::initializer_list<std::u16string_view>{
          u"落实", u"贯彻", u"按照", u"遵照", u"根据", u"围绕", u"服从", u"执行", u"接受", u"配合",
          u"报送", u"报请", u"争取", u"请示", u"代表", u"提请", u"经过", u"对照", u"依据", u"协助",
          u"完成", u"确保", u"支持", u"推动", u"报告", u"受到", u"获得", u"荣获", u"拟以", u"通过",
          u"上级", u"各级", u"市和", u"组织", u"依托", u"代省", u"呈报", u"提交", u"印发"},
      [&](auto other) { return word == other; });
}

bool namesCompany(std::u16string_view line, std::size_t at) {
  const std::size_t begin = sentenceStart(line, at);
  const std::u16string_view before = line.substr(begin, at - begin);
  return std::ranges::any_of(kCompany, [&](auto word) { return before.contains(word); }) ||
         line.substr(at, 16).contains(u"来");
}

/// 青河县水务局 in the report of 云溪县水务局: taken over from another report.
void checkBlock(const RuleInfo& rule, const CheckedText& text, const Block& block,
                const UnitName& own, std::vector<Finding>& into) {
  const std::u16string_view line = block.span.of(text.folded);
  for (std::size_t at = line.find(own.level); at != line.npos; at = line.find(own.level, at + 1)) {
    if (at < 2 || !isHan(line[at - 1]) || !isHan(line[at - 2])) continue;
    const auto offices = officesOf(own);
    const auto office = std::ranges::find_if(
        offices, [&](std::u16string_view word) { return holdsAt(line, at + 1, word); });
    if (office == offices.end() || line.substr(0, at).ends_with(own.place)) continue;
    const std::u16string_view name = line.substr(at - 2, 2);
    // 我县, 全县, 各县 and what ends in them name no other place; nor do 一县, 市县.
    if (name.find_first_of(u"我全各本该某每外邻近两三几多一市县区省州镇乡在由向经按受对从和与将为及"
                           u"是的据请报原驻辖属") != name.npos) {
      continue;
    }
    const bool bounded = at == 2 || isOneOf(line[at - 3], u"，。；：、（“ ");
    if (isVerb(name) || (*office == u"人民政府" && !bounded)) continue;
    if (namesCompany(line, at - 2)) continue;
    const Span span = Span{at - 2, at + 1 + office->size()}.shifted(block.span.begin);
    into.push_back(findingOf(rule, span,
                             {toUtf8(span.of(text.text)),
                              toUtf8(own.place) + toUtf8(std::u16string_view(&own.level, 1))}));
  }
}

bool isOffice(std::u16string_view line) {
  constexpr std::size_t kLongest = 30;
  return line.size() <= kLongest && std::ranges::all_of(line, isHan) &&
         std::ranges::any_of(
             std::initializer_list<std::u16string_view>{u"局", u"委员会", u"办公室", u"人民政府",
                                                        u"街道办事处", u"管理处", u"中心", u"法院",
                                                        u"检察院"},
             [&](auto ending) { return line.ends_with(ending); });
}

/// The office signed over the date at the end of a report is another than the one of its title.
void checkSignature(const RuleInfo& rule, const CheckedText& text, const Report& report,
                    std::vector<Finding>& into) {
  constexpr std::size_t kTail = 12;  // lines: attachments and remarks may follow
  if (!isOffice(report.unit)) return;
  std::u16string_view below;
  const std::size_t first =
      std::max(report.firstLine + 1, report.lastLine + 1 - std::min(kTail, report.lastLine));
  for (std::size_t i = report.lastLine + 1; i-- > first;) {
    const std::u16string_view line = text.lines.span(i).of(text.folded);
    const Span words = trimmedSpan(line);
    if (words.empty()) continue;
    const Span span = words.shifted(text.lines.span(i).begin);
    const std::u16string_view office = span.of(text.text);
    if (isDateLine(trimmed(below)) && isOffice(words.of(line)) &&
        !abbreviates(office, report.unit) && !abbreviates(report.unit, office)) {
      into.push_back(findingOf(rule, span, {toUtf8(span.of(text.text)), toUtf8(report.unit)}));
    }
    below = line;
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    if (report.title.find(report.unit) != report.title.npos)
      checkSignature(rule, text, report, into);
    const auto own = unitOf(report.unit);
    if (!own || report.title.find(report.unit) == report.title.npos) continue;
    for (const Block& block : report.blocks) {
      if (isProse(&block) && block.kind != BlockKind::Title)
        checkBlock(rule, text, block, *own, into);
    }
  }
}

}  // namespace

DocumentRulePointer otherUnitRule() {
  static constexpr RuleInfo kInfo{"unit.other", Category::Unit, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

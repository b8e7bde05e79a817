#include <set>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kPlaces = u"省市县区镇乡";
/// What offices of a place are called.
constexpr std::u16string_view kOffices[] = {u"人民政府",         u"民政局",
                                            u"财政局",           u"教育局",
                                            u"司法局",           u"水务局",
                                            u"水利局",           u"统计局",
                                            u"审计局",           u"公安局",
                                            u"农业农村局",       u"卫生健康委",
                                            u"发展和改革委",     u"发展改革委",
                                            u"自然资源局",       u"生态环境局",
                                            u"市场监督管理局",   u"医疗保障局",
                                            u"文化和旅游局",     u"交通运输局",
                                            u"应急管理局",       u"人力资源和社会保障局",
                                            u"住房和城乡建设局", u"新闻网",
                                            u"商务局",           u"城市管理局",
                                            u"政务服务"};

/// XX县, ××市, 某某镇: a place whose name was taken out.
bool holdsMaskedPlace(std::u16string_view line) {
  for (std::size_t at = 2; at < line.size(); ++at) {
    if (!isOneOf(line[at], kPlaces)) continue;
    const char16_t a = line[at - 1];
    if (isOneOf(a, u"XxＸ×某*＊") && line[at - 2] == a) return true;
  }
  return false;
}

/// Where the name of a place before its 市 or 县 begins: two or three characters behind a mark or
/// a word that never ends one; nothing otherwise.
std::optional<std::size_t> nameBefore(std::u16string_view line, std::size_t place) {
  constexpr std::u16string_view kNoName = u"全我本各该省市县区镇乡外两多级每属中地上下";
  for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
    if (place < length) return {};
    const std::size_t begin = place - length;
    const char16_t before = unitBefore(line, begin);
    if (before != 0 && !isOneOf(before, u"，。；：、（在向由经按与和到被获对加送交报往")) continue;
    for (const char16_t c : line.substr(begin, length)) {
      if (!isHan(c) || isOneOf(c, kNoName)) return {};
    }
    return begin;
  }
  return {};
}

/// The end of the office's name behind a place; nothing if there is none.
std::optional<std::size_t> officeEnd(std::u16string_view line, std::size_t at) {
  for (const std::u16string_view office : kOffices) {
    if (holdsAt(line, at, office)) return at + office.size();
  }
  return {};
}

void checkReport(const RuleInfo& rule, const CheckedText& text, const Report& report,
                 std::vector<Finding>& into) {
  const bool masked = std::ranges::any_of(report.blocks, [&](const Block& block) {
    return holdsMaskedPlace(block.span.of(text.folded));
  });
  if (!masked) return;
  std::set<std::u16string_view> told;
  for (const Block& block : report.blocks) {
    if (!isProse(&block)) continue;
    const std::u16string_view line = block.span.of(text.folded);
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (!isOneOf(line[at], kPlaces)) continue;
      const auto begin = nameBefore(line, at);
      const auto end = begin ? officeEnd(line, at + 1) : std::nullopt;
      if (!end || !told.insert(line.substr(*begin, at - *begin)).second) continue;
      const Span span = Span{*begin, *end}.shifted(block.span.begin);
      into.push_back(findingOf(rule, span, {toUtf8(span.of(text.text))}));
    }
  }
}

/// A name left in clear in a report that masks its places.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) checkReport(rule, text, report, into);
}

}  // namespace

DocumentRulePointer openMaskRule() {
  static constexpr RuleInfo kInfo{"placeholder.open", Category::Placeholder, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

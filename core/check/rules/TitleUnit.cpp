#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/SelfNames.h"

namespace moxian {
namespace {

const Block* titleOf(const Report& report) {
  const auto title = std::ranges::find(report.blocks, BlockKind::Title, &Block::kind);
  return title == report.blocks.end() ? nullptr : &*title;
}

/// The title names an office or place at all ("区发展改革委……", not "政务公开工作总结").
bool namesUnit(std::u16string_view title) {
  return std::ranges::any_of(title, [](char16_t c) { return isPlace(c) || isOffice(c); });
}

/// 我乡 throughout under the title of a commission: the text belongs to another title.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const Block* title = titleOf(report);
    if (title == nullptr) continue;
    const std::u16string_view words = title->span.of(text.folded);
    if (!namesUnit(words)) continue;
    const SelfNames names = selfNamesOf(text, report);
    if (names.empty()) continue;
    const bool agrees =
        std::ranges::any_of(names, [&](const auto& name) { return words.contains(name.first); });
    if (agrees) continue;
    // 我办 may be the office that works for any unit, 我市 the place it lies in.
    const auto lower = std::ranges::find_if(names, [](const auto& name) {
      return isOneOf(name.first, u"乡镇村") && name.second.size() >= 2;
    });
    if (lower == names.end()) continue;
    Finding finding = findingOf(rule, title->span, {toUtf8(lower->second.front().of(text.text))});
    finding.related.assign(lower->second.begin(), lower->second.end());
    into.push_back(std::move(finding));
  }
}

}  // namespace

DocumentRulePointer titleUnitRule() {
  static constexpr RuleInfo kInfo{"unit.title", Category::Unit, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

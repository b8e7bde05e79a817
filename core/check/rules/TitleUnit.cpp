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

/// What the office named first in a report cannot call itself: 县 for that of a 区, 乡 for a 镇 and
/// the other way round; 0 if its name leaves that open. Zones (开发区) lie in either, and 我区 may
/// be an autonomous region.
char16_t strangerOf(std::u16string_view unit) {
  const std::size_t at = unit.find_last_of(u"县区乡镇");
  if (at == unit.npos || at == 0) return 0;
  const char16_t level = unit[at];
  if (level == u'县' ||
      (level == u'区' && isOneOf(unit[at - 1], u"发新园景社校库矿灌特牧片辖治护验")))
    return 0;
  const char16_t stranger = level == u'区' ? u'县' : level == u'乡' ? u'镇' : u'乡';
  return unit.contains(stranger) ? u'\0' : stranger;
}

/// 我县 in the report of a district's office; once it may be a slip or another's words.
void checkPeer(const RuleInfo& rule, const CheckedText& text, const Report& report,
               const SelfNames& names, std::vector<Finding>& into) {
  const auto strange = names.find(strangerOf(report.unit));
  if (strange == names.end()) return;
  for (const Span span : strange->second) {
    Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
    if (strange->second.size() == 1) finding.severity = Severity::Warning;
    into.push_back(std::move(finding));
  }
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
    if (agrees) {
      checkPeer(rule, text, report, names, into);
      continue;
    }
    // 我办 may be the office that works for any unit, 我市 the place it lies in.
    const auto lower = std::ranges::find_if(names, [](const auto& name) {
      return isOneOf(name.first, u"乡镇村") && name.second.size() >= 2;
    });
    if (lower == names.end()) {
      checkPeer(rule, text, report, names, into);
      continue;
    }
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

#include <array>
#include <map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Peers: an office has one of them above it, never two.
constexpr std::array<std::u16string_view, 2> kPeers = {u"县区", u"乡镇"};
/// One level must lead by so much before the other counts as a slip.
constexpr std::size_t kLead = 3;
constexpr std::size_t kMost = 2;

/// 全县, 县委, 县政府 without a name before them.
struct Mention {
  Span span;
  char16_t level = 0;
};

bool isSuperiorAt(std::u16string_view line, std::size_t at) {
  const std::u16string_view after = line.substr(at + 1);
  for (const std::u16string_view word : {u"委、", u"委县", u"委区", u"政府的", u"委、县政府"}) {
    if (after.starts_with(word)) return true;
  }
  return after.starts_with(u"委办公室") || after.starts_with(u"政府办公室") ||
         after.starts_with(u"党委、") || after.starts_with(u"委的") || after.starts_with(u"委书记");
}

/// Behind a mark or one of the small words that never end a name.
bool standsAlone(std::u16string_view line, std::size_t at) {
  const char16_t before = unitBefore(line, at);
  return before == 0 || isOneOf(before, u"，。；：、（“在向按经由受对照从和与将为据实");
}

void collect(std::u16string_view line, std::size_t origin, std::u16string_view peers,
             std::vector<Mention>& into) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!isOneOf(line[at], peers)) continue;
    const bool whole = unitBefore(line, at) == u'全' && !isOneOf(unitAt(line, at + 1), u"域区镇乡");
    if (whole) into.push_back({Span{at - 1, at + 1}.shifted(origin), line[at]});
    if (!whole && isSuperiorAt(line, at) && standsAlone(line, at)) {
      into.push_back({Span{at, at + 2}.shifted(origin), line[at]});
    }
  }
}

void checkPeers(const RuleInfo& rule, const CheckedText& text, const Report& report,
                std::u16string_view peers, std::vector<Finding>& into) {
  std::vector<Mention> mentions;
  for (const Block& block : report.blocks) {
    if (isProse(&block) && block.kind != BlockKind::Title) {
      collect(block.span.of(text.folded), block.span.begin, peers, mentions);
    }
  }
  std::map<char16_t, std::size_t> counts;
  for (const Mention& one : mentions) ++counts[one.level];
  if (counts.size() != 2) return;
  const bool firstLeads = counts.begin()->second > counts.rbegin()->second;
  const auto own = firstLeads ? *counts.begin() : *counts.rbegin();
  const auto other = firstLeads ? *counts.rbegin() : *counts.begin();
  // 全区 is also the autonomous region that a county lies in.
  if (own.first == u'县' || (own.first == u'区' && text.text.contains(u"自治区"))) return;
  if (other.second > kMost || own.second < kLead * other.second) return;
  if (!report.unit.empty() && report.unit.contains(other.first)) return;
  for (const Mention& one : mentions) {
    if (one.level != other.first) continue;
    into.push_back(
        findingOf(rule, one.span,
                  {toUtf8(one.span.of(text.text)), toUtf8(std::u16string_view(&own.first, 1))}));
  }
}

/// 全县 once in a report that else speaks of 全区 and 区委: taken over from another place.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const std::u16string_view peers : kPeers) checkPeers(rule, text, report, peers, into);
  }
}

}  // namespace

DocumentRulePointer superiorsRule() {
  static constexpr RuleInfo kInfo{"unit.superior", Category::Unit, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

#include <algorithm>
#include <array>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// The lead-in of a report stands so near its beginning.
constexpr std::size_t kFirstBlocks = 5;

/// A word of the lead-in, and those of a title that it agrees with.
struct Kind {
  std::u16string_view word;
  std::array<std::u16string_view, 5> titles;
};
constexpr Kind kKinds[] = {
    {u"自查", {u"自查", u"自检", u"自评", u"报告", u"汇报"}},
    {u"自检", {u"自查", u"自检", u"自评", u"报告", u"汇报"}},
    {u"自评", {u"自查", u"自检", u"自评", u"报告", u"汇报"}},
    {u"述职", {u"述职", u"述廉", u"述德", u"报告", u"汇报"}},
    {u"工作计划", {u"计划", u"要点", u"打算", u"安排", u"方案"}},
    {u"工作要点", {u"计划", u"要点", u"打算", u"安排", u"方案"}},
    {u"工作总结", {u"总结", u"报告", u"汇报", u"小结", u"情况"}},
};

/// "现将……情况报告如下": the words between 现将 and 如下; empty if there are none.
Span leadIn(std::u16string_view line) {
  constexpr std::size_t kLongest = 60;
  for (const std::u16string_view opening : {u"现将", u"现就", u"现把"}) {
    const std::size_t at = line.find(opening);
    if (at == line.npos) continue;
    const std::u16string_view rest = line.substr(at, kLongest);
    const std::size_t end = std::min(rest.find(u"如下"), rest.find(u"如左"));
    if (end != rest.npos && rest.substr(0, end).find_first_of(u"。；") == rest.npos)
      return {at, at + end};
  }
  return {};
}

/// A title that says what kind of document it heads.
bool namesKind(std::u16string_view title) {
  return std::ranges::any_of(
      std::initializer_list<std::u16string_view>{u"总结", u"计划", u"要点", u"方案", u"小结",
                                                 u"报告", u"汇报", u"打算"},
      [&](auto word) { return title.contains(word); });
}

/// 现将自查情况报告如下 under the title of a 工作总结: taken over from another document.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const auto title = std::ranges::find(report.blocks, BlockKind::Title, &Block::kind);
    if (title == report.blocks.end()) continue;
    const std::u16string_view titleWords = title->span.of(text.folded);
    if (!namesKind(titleWords)) continue;
    for (std::size_t n = 0; n < std::min(kFirstBlocks, report.blocks.size()); ++n) {
      const Block& block = report.blocks[n];
      if (!isProse(&block) || block.kind == BlockKind::Title) continue;
      const Span lead = leadIn(block.span.of(text.folded));
      if (lead.empty()) continue;
      const std::u16string_view words = lead.shifted(block.span.begin).of(text.folded);
      for (const Kind& kind : kKinds) {
        const std::size_t at = words.find(kind.word);
        // 现将工作总结和下年工作计划…… names the plan besides.
        const bool besides = words.contains(u"总结") && kind.word != u"工作总结";
        if (at == words.npos || besides || std::ranges::any_of(kind.titles, [&](auto word) {
              return titleWords.contains(word);
            })) {
          continue;
        }
        const std::size_t begin = block.span.begin + lead.begin + at;
        const Span span{begin, begin + kind.word.size()};
        Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text)), toUtf8(report.title)});
        finding.related.push_back(title->span);
        into.push_back(std::move(finding));
        break;
      }
      break;
    }
  }
}

}  // namespace

DocumentRulePointer documentKindRule() {
  static constexpr RuleInfo kInfo{"contradiction.kind", Category::Contradiction, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

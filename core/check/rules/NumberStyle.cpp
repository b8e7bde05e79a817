#include <algorithm>
#include <array>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// So many siblings make a style.
constexpr std::size_t kFewest = 4;

/// How a numbered heading stands in its list.
enum class Style { Alone, AloneWithStop, RunIn, Item };

Style styleOf(const CheckedText& text, const Block& block) {
  if (block.kind != BlockKind::Heading) return Style::Item;
  if (block.runIn) return Style::RunIn;
  return isOneOf(block.span.of(text.text).back(), u"。；;") ? Style::AloneWithStop : Style::Alone;
}

/// The few of a list that stand otherwise than their siblings; none if none or too many do.
std::vector<std::size_t> odd(const CheckedText& text, const std::vector<NumberedLine>& lines,
                             const std::vector<std::size_t>& list) {
  std::vector<std::size_t> out;
  std::array<std::size_t, 4> counts{};
  for (const std::size_t n : list)
    ++counts.at(static_cast<std::size_t>(styleOf(text, *lines[n].block)));
  const auto usual = static_cast<Style>(std::ranges::max_element(counts) - counts.begin());
  for (const std::size_t n : list) {
    if (styleOf(text, *lines[n].block) != usual) out.push_back(n);
  }
  if (out.size() * kFewest > list.size()) out.clear();
  return out;
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const std::vector<NumberedLine> lines = numberedLines(report);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      if (lines[n].previous != NumberedLine::npos) continue;
      const std::vector<std::size_t> list = listFrom(lines, n);
      if (list.size() < kFewest) continue;
      const std::vector<std::size_t> others = odd(text, lines, list);
      if (others.empty()) continue;
      const Block& first = *lines[others.front()].block;
      const Span span = first.headText.empty() ? first.number->span : first.headText;
      Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
      for (std::size_t i = 1; i < others.size(); ++i) {
        finding.related.push_back(lines[others[i]].number->span);
      }
      into.push_back(std::move(finding));
    }
  }
}

}  // namespace

DocumentRulePointer numberStyleRule() {
  static constexpr RuleInfo kInfo{"numbering.style", Category::Numbering, Severity::Hint};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

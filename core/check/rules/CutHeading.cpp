#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/WordBreaks.h"

namespace moxian {
namespace {

/// So much of the heading's end must come again below it.
constexpr std::size_t kContext = 4;

/// The text of the section below a heading: up to the next of its rank or a higher one.
std::u16string_view sectionBelow(const CheckedText& text, const Report& report,
                                 const std::vector<NumberedLine>& lines, std::size_t n) {
  std::size_t end = report.blocks.back().span.end;
  for (std::size_t next = n + 1; next < lines.size(); ++next) {
    if (lines[next].rank > lines[n].rank) continue;
    end = lines[next].block->span.begin;
    break;
  }
  return Span{lines[n].block->span.end, end}.of(text.folded);
}

/// The heading's last characters come again below it, each time as part of a longer word
/// ("政务信息资" and "政务信息资源").
std::size_t completion(std::u16string_view tail, std::u16string_view section, const WordBreaks& words) {
  char16_t next = 0;
  std::size_t where = section.npos;
  for (std::size_t at = section.find(tail); at != section.npos; at = section.find(tail, at + 1)) {
    const char16_t after = unitAt(section, at + tail.size());
    if (!isHan(after) || (next != 0 && after != next)) return section.npos;
    next = after;
    where = at;
  }
  if (where == section.npos) return section.npos;
  const std::u16string_view around = section.substr(where, tail.size() + 3);
  return words.joins(around, tail.size()) ? where : section.npos;
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  const WordBreaks words;
  for (const Report& report : text.outline.reports) {
    const std::vector<NumberedLine> lines = numberedLines(report);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      const Block& block = *lines[n].block;
      const std::u16string_view head = block.headText.of(text.folded);
      if (block.kind != BlockKind::Heading || block.runIn || head.size() < kContext + 2) continue;
      const std::u16string_view tail = head.substr(head.size() - kContext);
      if (!std::ranges::all_of(tail, isHan)) continue;
      const std::u16string_view section = sectionBelow(text, report, lines, n);
      const std::size_t at = completion(tail, section, words);
      if (at == section.npos) continue;
      const Span span{block.headText.end - kContext, block.headText.end};
      into.push_back(findingOf(
          rule, span, {toUtf8(span.of(text.text)), toUtf8(section.substr(at, kContext + 1))}));
    }
  }
}

}  // namespace

DocumentRulePointer cutHeadingRule() {
  static constexpr RuleInfo kInfo{"truncated.heading", Category::Truncated, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

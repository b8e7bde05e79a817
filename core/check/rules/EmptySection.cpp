#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

bool isBare(const Block& block) {
  return block.kind == BlockKind::Heading && !block.runIn && block.number.has_value();
}

/// A heading with a mark in it or an answer at its end says what it has to say by itself.
bool saysAll(std::u16string_view line) {
  return line.ends_with(u"无") || isOneOf(line.back(), u"。；：");
}

/// The heading is followed by one of its own or a higher level at once.
bool isEmpty(const Report& report, const NumberedLine& line) {
  const std::size_t next = static_cast<std::size_t>(line.block - report.blocks.data()) + 1;
  if (next >= report.blocks.size()) return false;
  const Block& after = report.blocks[next];
  return after.number.has_value() && rankOf(after.number->form) <= line.rank;
}

/// The heading announces a part that the profile requires and no other text delivers.
bool isMissingPart(const Report& report, const Block& block) {
  return block.level == 1 && std::ranges::any_of(report.required, [&](const RequiredPart& part) {
           return part.role == block.role && part.presence == Presence::Missing;
         });
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const std::vector<NumberedLine> lines = numberedLines(report);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      if (lines[n].previous != NumberedLine::npos) continue;
      const std::vector<std::size_t> list = listFrom(lines, n);
      const auto empty = [&](std::size_t i) {
        return isBare(*lines[i].block) && isEmpty(report, lines[i]);
      };
      // A list of bare items is a list, not a row of empty sections.
      if (std::ranges::count_if(list, empty) * 2 >= std::ssize(list)) continue;
      for (const std::size_t i : list) {
        const Span span = lines[i].block->span;
        if (!empty(i) || saysAll(span.of(text.folded))) continue;
        into.push_back(findingOf(rule, span, {toUtf8(span.of(text.text))}));
        if (isMissingPart(report, *lines[i].block)) into.back().severity = Severity::Error;
      }
    }
  }
}

}  // namespace

DocumentRulePointer emptySectionRule() {
  static constexpr RuleInfo kInfo{"structure.empty-section", Category::Structure,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

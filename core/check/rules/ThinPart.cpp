#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

/// The first text below the heading, which is what is thin; the evidence itself if none follows.
Span textBelow(const Report& report, Span evidence) {
  const auto block = std::ranges::find_if(
      report.blocks, [&](const Block& b) { return b.span.overlaps(evidence); });
  if (block == report.blocks.end() || block->kind != BlockKind::Heading || block->runIn) {
    return evidence;
  }
  const auto next = block + 1;
  return next == report.blocks.end() || next->kind == BlockKind::Heading ? evidence : next->span;
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const RequiredPart& part : report.required) {
      if (part.presence != Presence::Thin) continue;
      const ProfilePart* wanted = partOf(text, report, part.role);
      const std::size_t least = wanted == nullptr ? 0 : wanted->leastCharacters;
      const Span span =
          part.evidence.empty() ? headOf(text, report) : textBelow(report, part.evidence);
      into.push_back(
          findingOf(rule, span, {partName(wanted, part.role), std::to_string(least)}));
    }
  }
}

}  // namespace

DocumentRulePointer thinPartRule() {
  static constexpr RuleInfo kInfo{"structure.thin-part", Category::Structure, Severity::Warning,
                                  "the report's profile (resources/profiles)"};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

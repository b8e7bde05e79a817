#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

/// Only a heading claims a place for its part; text about problems may stand anywhere.
bool isHeading(const Report& report, Span evidence) {
  return std::ranges::any_of(report.blocks, [&](const Block& block) {
    return block.kind == BlockKind::Heading && block.span.overlaps(evidence);
  });
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const RequiredPart* before = nullptr;
    for (const RequiredPart& part : report.required) {
      if (part.presence == Presence::Missing || !isHeading(report, part.evidence)) continue;
      if (before != nullptr && part.evidence.begin < before->evidence.begin) {
        Finding finding = findingOf(rule, part.evidence,
                                    {partName(partOf(text, report, part.role), part.role),
                                     partName(partOf(text, report, before->role), before->role)});
        finding.related.push_back(before->evidence);
        into.push_back(std::move(finding));
      } else {
        before = &part;
      }
    }
  }
}

}  // namespace

DocumentRulePointer partOrderRule() {
  static constexpr RuleInfo kInfo{"structure.part-order", Category::Structure, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

bool isMissing(const RequiredPart& part) {
  return part.presence == Presence::Missing;
}

/// The other part that stands under the same heading, as problems and improvements do in the
/// statutory report; nullptr if the part has a heading of its own.
const RequiredPart* partner(const CheckedText& text, const Report& report,
                            const RequiredPart& part) {
  const std::string name = partName(partOf(text, report, part.role), part.role);
  const auto found = std::ranges::find_if(report.required, [&](const RequiredPart& other) {
    return &other != &part && partName(partOf(text, report, other.role), other.role) == name;
  });
  return found == report.required.end() ? nullptr : &*found;
}

/// A heading without a number stands beside those of the first level.
int levelOf(const Block& heading) {
  return std::max(heading.level, 1);
}

/// The last heading of the highest level: behind its section a part at the end belongs. Headings
/// are written once, the last paragraph is being typed.
const Block* lastSection(const Report& report) {
  const Block* out = nullptr;
  for (const Block& block : report.blocks) {
    if (block.kind != BlockKind::Heading || block.headText.empty()) continue;
    if (out == nullptr || levelOf(block) <= levelOf(*out)) out = &block;
  }
  return out;
}

/// The last words below the heading that announces both parts: there the second one belongs.
Span endBelow(const Report& report, Span heading) {
  constexpr std::size_t kShown = 10;
  const auto head = std::ranges::find_if(
      report.blocks, [&](const Block& block) { return block.span.overlaps(heading); });
  if (head == report.blocks.end() || head->kind != BlockKind::Heading) return heading;
  const Block* last = &*head;
  for (auto block = head + 1; block != report.blocks.end(); ++block) {
    if (block->kind == BlockKind::Heading && levelOf(*block) <= levelOf(*head)) break;
    if (isProse(&*block) && block->role != Role::Closing) last = &*block;
  }
  return {last->span.end - std::min(kShown, last->span.length()), last->span.end};
}

/// Where the part should stand: before the next part that is there, else behind the last section;
/// the title where the text has no sections. `other`: the part that shares its heading, if any.
Span placeOf(const CheckedText& text, const Report& report, const RequiredPart& part,
             const RequiredPart* other) {
  if (other != nullptr && !isMissing(*other) && !other->evidence.empty()) {
    return endBelow(report, other->evidence);
  }
  for (const RequiredPart* next = &part + 1; next < &report.required.back() + 1; ++next) {
    if (!isMissing(*next) && !next->evidence.empty()) return next->evidence;
  }
  const Block* last = lastSection(report);
  return last == nullptr ? headOf(text, report) : last->headText;
}

/// A heading announces the part and nothing follows it: that the heading is empty says all.
bool hasEmptyHeading(const CheckedText& text, const Report& report, const RequiredPart& part) {
  const Block* last = breakOf(text, report);
  for (std::size_t b = 0; b < report.blocks.size(); ++b) {
    const Block& block = report.blocks[b];
    if (block.role != part.role || block.runIn || block.kind != BlockKind::Heading) continue;
    if (block.level != 1 || !block.number) continue;
    if (last == &block) return true;
    const Block* next = b + 1 < report.blocks.size() ? &report.blocks[b + 1] : nullptr;
    if (next != nullptr && next->kind == BlockKind::Heading && next->level == 1) return true;
  }
  return false;
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const RequiredPart& part : report.required) {
      const ProfilePart* wanted = partOf(text, report, part.role);
      // A part without a least length is expected in its place, not required.
      if (!isMissing(part) || wanted == nullptr || wanted->leastCharacters == 0) continue;
      if (hasEmptyHeading(text, report, part)) continue;
      const RequiredPart* other = partner(text, report, part);
      if (other != nullptr && isMissing(*other) && other < &part) continue;
      Finding finding =
          findingOf(rule, placeOf(text, report, part, other), {partName(wanted, part.role)});
      if (other != nullptr && !isMissing(*other)) finding.variant = name(part.role);
      into.push_back(std::move(finding));
    }
  }
}

}  // namespace

DocumentRulePointer missingPartRule() {
  static constexpr RuleInfo kInfo{"structure.missing-part", Category::Structure, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

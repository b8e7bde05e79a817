#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"
#include "core/report/Presence.h"

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

/// True if the brackets of a slot hold no digit yet; 〔2024〕 of a document number is filled in.
bool hasEmptyField(std::u16string_view text) {
  constexpr std::size_t kLongest = 20;
  for (auto at = text.find(u'〔'); at != text.npos; at = text.find(u'〔', at + 1)) {
    const auto inside = text.substr(at + 1, kLongest);
    const auto close = inside.find(u'〕');
    if (close != inside.npos && std::ranges::none_of(inside.substr(0, close), isDigit)) return true;
  }
  return false;
}

/// What the part lacks: words, or only what would make them say something.
std::string_view variantOf(const Delivered& found, const ProfilePart& wanted,
                           std::u16string_view text) {
  const bool fields = std::ranges::any_of(
      found.texts, [&](const Span span) { return hasEmptyField(span.of(text)); });
  if (fields) return "fields";
  return found.characters < wanted.leastCharacters ? std::string_view() : "figures";
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const RequiredPart& part : report.required) {
      if (part.presence != Presence::Thin) continue;
      const ProfilePart* wanted = partOf(text, report, part.role);
      if (wanted == nullptr) continue;
      const Delivered found = delivered(report, part.role, text.text);
      const Span span =
          part.evidence.empty() ? headOf(text, report) : textBelow(report, part.evidence);
      Finding finding = findingOf(
          rule, span,
          {partName(wanted, part.role), std::to_string(wanted->leastCharacters),
           std::to_string(found.characters), std::to_string(wanted->leastWithoutFigures)});
      finding.variant = variantOf(found, *wanted, text.text);
      into.push_back(std::move(finding));
    }
  }
}

}  // namespace

DocumentRulePointer thinPartRule() {
  static constexpr RuleInfo kInfo{"structure.thin-part", Category::Structure, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

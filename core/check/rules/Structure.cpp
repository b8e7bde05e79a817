#include "core/check/rules/Structure.h"

#include <algorithm>

#include "core/base/Utf.h"

namespace moxian {

Span headOf(const CheckedText& text, const Report& report) {
  const auto title = std::ranges::find(report.blocks, BlockKind::Title, &Block::kind);
  if (title != report.blocks.end()) return title->span;
  if (!report.blocks.empty()) return report.blocks.front().span;
  return text.lines.span(std::min(report.firstLine, text.lines.count() - 1));
}

const ProfilePart* partOf(const CheckedText& text, const Report& report, Role role) {
  const Profile* profile = text.profiles.find(report.profile);
  if (profile == nullptr) return nullptr;
  const auto part = std::ranges::find(profile->parts, role, &ProfilePart::role);
  return part == profile->parts.end() ? nullptr : &*part;
}

std::string partName(const ProfilePart* part, Role role) {
  if (part == nullptr || part->headings.empty()) return std::string(name(role));
  return toUtf8(part->headings.front());
}

}  // namespace moxian

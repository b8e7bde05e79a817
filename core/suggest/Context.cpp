#include <algorithm>
#include <optional>

#include "core/suggest/Suggester.h"
#include "core/text/Characters.h"
#include "core/text/Lines.h"

namespace moxian {
namespace {

const Report* reportOf(const Outline& outline, std::size_t line) {
  if (const Report* report = outline.reportAt(line)) return report;
  // Below the last report the writer goes on with it; above the first there is none yet.
  const Report* before = nullptr;
  for (const Report& report : outline.reports) {
    if (report.lastLine < line) before = &report;
  }
  return before;
}

/// The last block that begins at or above a line; nullptr above the first. Below an advert the
/// writer goes on with what stands above it.
const Block* blockOf(const Report& report, std::size_t line) {
  const Block* found = nullptr;
  for (const Block& block : report.blocks) {
    if (block.line <= line && (block.role != Role::Noise || block.line == line)) found = &block;
  }
  return found;
}

Role roleAt(const Block* block, std::size_t offset) {
  if (block == nullptr || block->role == Role::Title) return Role::Intro;
  Role role = block->role;
  for (const RoleSpan& each : block->spans) {
    // At the end of a stretch the writer goes on with it.
    if (each.span.begin < offset && offset <= each.span.end) role = each.role;
  }
  return role == Role::Noise ? Role::WorkDone : role;
}

}  // namespace

SuggestContext contextAt(std::u16string_view text, const Outline& outline, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t lineBegin = offset == 0 ? 0 : text.rfind(u'\n', offset - 1) + 1;
  const auto line = static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), u'\n'));
  SuggestContext context{
      .role = Role::Intro, .topic = {}, .typed = {}, .draft = std::u16string(text)};
  std::size_t begin = lineBegin;
  if (const Report* report = reportOf(outline, line)) {
    const Block* block = blockOf(*report, line);
    context.role = roleAt(block, offset);
    context.topic = report->topic;
    if (block != nullptr && block->line == line && block->number) {
      begin = std::clamp(block->number->span.end, lineBegin, offset);
    }
  }
  context.typed = trimmed(text.substr(begin, offset - begin));
  return context;
}

std::optional<std::size_t> belowTitle(std::u16string_view text, const Outline& outline,
                                      std::size_t offset) {
  const auto line = static_cast<std::size_t>(
      std::ranges::count(text.substr(0, std::min(offset, text.size())), u'\n'));
  const Report* report = outline.reportAt(line);
  if (report == nullptr) return {};
  std::optional<std::size_t> end;
  for (const Block& block : report->blocks) {
    if (block.kind != BlockKind::Title) {
      if (block.line > line) break;
      end.reset();
    } else if (block.line == line || end) {
      end = block.span.end;
    }
  }
  return end;
}

}  // namespace moxian

#include "core/review/Sections.h"

#include <algorithm>

namespace moxian {

Sections::Sections(const Outline& outline, std::u16string_view text, const FinalPlaces& places) {
  for (const Report& report : outline.reports) {
    for (const Block& block : report.blocks) {
      if (block.kind != BlockKind::Heading || block.level != 1) continue;
      m_begins.push_back(places.inDraft(block.span.begin));
      // of a heading that the text follows on the same line only the heading
      const std::size_t end = block.headText.empty() ? block.span.end : block.headText.end;
      m_names.emplace_back(Span{block.span.begin, end}.of(text));
    }
  }
}

std::size_t Sections::at(std::size_t place) const {
  const auto next = std::ranges::upper_bound(m_begins, place);
  return static_cast<std::size_t>(next - m_begins.begin()) - 1;
}

}  // namespace moxian

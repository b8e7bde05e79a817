#include "core/corpus/Slots.h"

#include <algorithm>
#include <array>

#include "core/text/Characters.h"

namespace moxian {

std::vector<Span> writtenSlots(std::u16string_view text) {
  std::vector<Span> slots;
  for (std::size_t at = text.find(u'〔'); at != text.npos; at = text.find(u'〔', at + 1)) {
    const std::size_t end = text.find(u'〕', at);
    if (end == text.npos) break;
    const std::u16string_view inside = text.substr(at + 1, end - at - 1);
    const bool year = !inside.empty() && std::ranges::all_of(inside, isAsciiDigit);
    if (!year && inside.find(u'〔') == inside.npos) slots.push_back({at, end + 1});
  }
  return slots;
}

bool isSlotKind(std::string_view kind) {
  static constexpr std::array<std::string_view, 9> kKinds = {
      "figure", "date", "title", "number", "place", "unit", "self", "person", "other"};
  return std::ranges::find(kKinds, kind) != kKinds.end();
}

}  // namespace moxian

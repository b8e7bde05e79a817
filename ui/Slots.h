#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Span.h"
#include "core/suggest/Suggester.h"

namespace moxian {

/// Places 〔…〕 of a text that wait to be filled. The year of a document number, 〔2024〕, is none.
[[nodiscard]] std::vector<Span> openSlots(std::u16string_view text);

/// The slot after or before a range (the selection), going round at the ends of the text; nothing
/// if the text has none. A slot that is the range itself comes last.
[[nodiscard]] std::optional<Span> slotAfter(std::u16string_view text, Span from);
[[nodiscard]] std::optional<Span> slotBefore(std::u16string_view text, Span from);

/// How a suggestion joins what has been typed.
struct Insertion {
  std::size_t dropped = 0;  ///< UTF-16 units before the cursor that it replaces
  std::u16string text;      ///< what goes in
  std::vector<Span> slots;  ///< in `text`
};

/// Completes rather than repeats: what the writer has typed of the sentence already is not put in
/// again (his figures and names stand for slots), and search words that occur in it, or letters that
/// spell words of it, are replaced.
/// `typed`: the line up to the cursor.
[[nodiscard]] Insertion joined(std::u16string_view typed, const Suggestion& suggestion);

}  // namespace moxian

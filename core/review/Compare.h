#pragma once

#include <string_view>
#include <vector>

#include "core/review/MarkedDraft.h"

namespace moxian {

/// Marks the way from one text to another: its original text is `before`, its final text `after`.
/// Paragraphs are aligned by likeness, in them sentences and words, so that a changed figure is a
/// changed figure; a sentence of at least 8 characters that stands elsewhere is a move.
[[nodiscard]] MarkedDraft compare(std::u16string_view before, std::u16string_view after,
                                  const Stamp& stamp);

/// The edits in words that make one text from another, ascending, in places of `before`.
[[nodiscard]] std::vector<Edit> editsBetween(std::u16string_view before, std::u16string_view after);

}  // namespace moxian

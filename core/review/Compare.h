#pragma once

#include <string_view>
#include <vector>

#include "core/review/MarkedDraft.h"

namespace moxian {

/// Marks the way from one text to another: its final text is `after`, its original text `before`
/// but for blank lines and the end of the last line: those alone are no difference, since not all
/// formats keep them, and stand as `after` has them.
/// Paragraphs are aligned by likeness, in them sentences and words, so that a changed figure is a
/// changed figure; a sentence of at least 8 characters that stands elsewhere is a move.
[[nodiscard]] MarkedDraft compare(std::u16string_view before, std::u16string_view after,
                                  const Stamp& stamp);

/// A place where two texts differ.
struct Difference {
  Span before;  ///< in the first text
  Span after;   ///< in the second
};

/// The places that differ, ascending; blank lines and the last line end alone are no difference.
[[nodiscard]] std::vector<Difference> differences(std::u16string_view before,
                                                  std::u16string_view after);

}  // namespace moxian

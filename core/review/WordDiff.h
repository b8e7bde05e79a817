#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// A stretch that both texts share, or where one gave way to the other (one of the two may be empty).
struct DiffPiece {
  bool equal = false;
  Span before;
  Span after;
};

/// Words of a text: those of the dictionary for Chinese, figures with their points and signs whole,
/// each mark and each line end by itself. They cover the text.
[[nodiscard]] std::vector<Span> wordsOf(std::u16string_view text);

/// Pairs of rows that are the same, both ascending (a longest common subsequence). Takes time in
/// proportion to the rows times what differs.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> sameRows(
    const std::vector<std::u16string_view>& before, const std::vector<std::u16string_view>& after);

/// The differences in words; small coincidences between changes belong to the change. Together the
/// pieces cover both texts.
[[nodiscard]] std::vector<DiffPiece> diffWords(std::u16string_view before,
                                               std::u16string_view after);

}  // namespace moxian

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/review/Deeds.h"
#include "core/review/Markup.h"

namespace moxian {

/// A place of a draft where changes exclude each other: one of the sides can stand, both together
/// make no sense ("15" became "16" here and "17" there).
struct RivalPlace {
  Span span = {};  ///< from the first to the last of its changes
  std::vector<std::unordered_set<std::int64_t>> sides = {};  ///< ids of changes, two sides at least
  std::unordered_set<std::int64_t> base = {};  ///< deletions of the words that all sides replace
};

/// The places where changes of several hands exclude each other, as merging copies leaves them,
/// ascending: insertions of different stamps that touch beside struck words, and an insertion in
/// the middle of words that another stamp strikes. Authors alone do not tell, since copies often
/// carry one name; changes of one author at whole minutes are no rivals: word processors give such
/// times to what was typed on. Takes time linear in the number of changes.
[[nodiscard]] std::vector<RivalPlace> rivalsIn(const Markup& markup);

/// What settling did.
struct Settlement {
  std::vector<Span> out = {};  ///< ranges to take out of the text, ascending, in places of before
  std::size_t settled = 0;     ///< changes that were accepted, or else rejected, as asked
  std::size_t refused = 0;  ///< rivals that were rejected because one of their place was accepted
  std::size_t openPlaces =
      0;  ///< places where rivals were left, since none of them was singled out
};

/// Accepts or rejects what a filter is about, without ever joining rivals: where it takes in
/// several sides of a place they stay, with the deletion beneath; where it takes in one side the
/// others are rejected and the deletion beneath is accepted. Rejecting concerns no rivals. With
/// `settler` it is noted in the markup what was decided.
[[nodiscard]] Settlement settleChanges(Markup& markup, std::u16string_view text,
                                       const ChangeFilter& filter, bool accept,
                                       const std::optional<Settler>& settler = {});

}  // namespace moxian

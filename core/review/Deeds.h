#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/review/Marks.h"
#include "core/review/Markup.h"

namespace moxian {

/// Whether two touching insertions of one author, by their times, were typed one behind the other:
/// tracking here makes one change of such, and word processors count in whole minutes. Otherwise
/// they come from two copies.
[[nodiscard]] bool typedOn(Time first, Time second);

/// A deed with its place in the draft's text.
struct PlacedDeed {
  Deed deed;
  std::size_t place = 0;
};

/// What changes do, those that touch taken together as one deed and the halves of a move too.
/// `changes`: ascending by begin, as Markup gives them, with their ranges in `text`.
[[nodiscard]] std::vector<PlacedDeed> deedsOf(std::u16string_view text,
                                              const std::vector<TrackedChange>& changes);

/// The change of an id with, where it puts in or strikes a whole paragraph, the paragraph's mark,
/// and the other way round: word processors write the two as changes of their own, but one without
/// the other would join paragraphs. Halves of moves stand alone.
[[nodiscard]] std::unordered_set<std::int64_t> paragraphOf(std::int64_t id, const Markup& markup,
                                                           std::u16string_view text);

/// Who accepts or rejects changes, and what the section at a place of the draft is called.
struct Settler {
  Stamp by = {};
  std::function<std::u16string(std::size_t)> section = {};  ///< null: no names are known
};

/// The record of changes that are about to be accepted or rejected.
[[nodiscard]] std::vector<SettledChange> settledChanges(std::u16string_view text,
                                                        const std::vector<TrackedChange>& changes,
                                                        bool accepted, const Settler& settler);

}  // namespace moxian

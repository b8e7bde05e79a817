#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/review/Deeds.h"
#include "core/review/Markup.h"

namespace moxian {

/// One side of a place of rivals: what it puts, and what it alone strikes.
struct RivalSide {
  using Ids = std::unordered_set<std::int64_t>;

  Ids own = {};  ///< changes at this place
  /// And all that its hand strikes around the place, which the places in there share; may be null.
  std::shared_ptr<const Ids> stroke = {};
  Ids shared = {};  ///< of the stroke: what all sides strike (the base of the place)

  [[nodiscard]] bool contains(std::int64_t id) const {
    return own.contains(id) || (stroke && stroke->contains(id) && !shared.contains(id));
  }
  /// All of them; takes time in proportion to the stroke.
  [[nodiscard]] Ids ids() const;
};

/// A place of a draft where changes exclude each other: one of the sides can stand, both together
/// make no sense ("15" became "16" here and "17" there).
struct RivalPlace {
  Span span = {};                              ///< from the first to the last of its changes
  std::vector<RivalSide> sides = {};           ///< two at least
  std::unordered_set<std::int64_t> base = {};  ///< deletions of the words that all sides replace
};

/// The places where changes of several hands exclude each other, ascending. Words of one hand are
/// rivals
/// - of a replacement by another if they stand between the words that it strikes and those that it
///   puts there ([15 struck by B][16 of A][17 of B]): both replace the same words;
/// - of a deletion by another, and what that one puts instead, if words are struck on both hands
///   of them: they were put into, or in place of, some of the words that the other strikes;
/// - of a deletion by another that goes on behind the words which they replace, if they stand
/// before
///   those ([16 of A][15 struck by A][件 struck by B]): B strikes 15件 without putting anything.
/// Words beside a replacement are none: [15 struck by A][16 of A][more of B] is an addition, and
/// neither are additions side by side or replacements of neighbouring words. mergeCopies() arranges
/// what it puts together so that this holds. Words put into a replacement that stood there already
/// are no rivals of it, which their higher id tells.
/// A hand is an author at a time, since copies often carry one name; changes of one author at
/// whole minutes are one hand: word processors give such times to what was typed on. What cannot
/// be told from the marks: a replacement of the last, or of all, of the words that another strikes
/// without putting anything; and where hands struck or put several times within the same words, not
/// every rival is found. Takes time in proportion to the changes, n log n; changes inside of words
/// that several hands strike count once for each of those.
[[nodiscard]] std::vector<RivalPlace> rivalsIn(const Markup& markup);
/// Ids of all sides of all places.
[[nodiscard]] std::unordered_set<std::int64_t> idsOf(const std::vector<RivalPlace>& places);

/// What becomes of rivals that nobody chose among where all changes are taken as accepted.
struct JoinedRivals {
  std::size_t places = 0;
  Span first = {};  ///< of the first place, in the final text: the words of all sides in a row
};

/// Nothing without rivals.
[[nodiscard]] std::optional<JoinedRivals> joinedRivals(const Markup& markup);

/// What settling did.
struct Settlement {
  std::vector<Span> out = {};  ///< ranges to take out of the text, ascending, in places of before
  std::size_t settled = 0;     ///< changes that were accepted, or else rejected, as asked
  std::size_t refused = 0;  ///< rivals that were rejected because one of their place was accepted
  std::size_t openPlaces =
      0;  ///< places where rivals were left, since none of them was singled out
};

/// Accepts or rejects what a filter is about, without ever joining rivals: where it takes in
/// several sides of a place they stay, with the deletion beneath; where it takes in one side
/// all of that is accepted with the deletion beneath, and the others are rejected. Rejecting
/// concerns no rivals. With `settler` it is noted in the markup what was decided.
[[nodiscard]] Settlement settleChanges(Markup& markup, std::u16string_view text,
                                       const ChangeFilter& filter, bool accept,
                                       const std::optional<Settler>& settler = {});

}  // namespace moxian

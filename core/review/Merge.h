#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/review/MarkedDraft.h"

namespace moxian {

/// What one copy did at a place where the other did otherwise.
struct MergeSide {
  Span span;             ///< in the merged text; of a deletion with what the other put into it
  bool strikes = false;  ///< it strikes out the words there; otherwise it put them there
  /// Ids of its changes in the merged draft, without those that strike words which both strike.
  std::unordered_set<std::int64_t> changes;
};

/// A place where both copies changed the draft, each otherwise: both put words there, or one
/// struck out what the other put words into. Both changes stand there.
struct MergeConflict {
  MergeSide first;   ///< of the first copy
  MergeSide second;  ///< of the second copy
};

struct Merged {
  MarkedDraft draft;
  std::vector<MergeConflict> conflicts;  ///< ascending
};

/// The words that a side is about: put there, or struck out.
[[nodiscard]] std::u16string wordsOf(const MergeSide& side, const MarkedDraft& merged);
/// Takes a side's changes back; the places of `others` follow. With `settler` it is noted in the
/// draft's markup who decided so.
void refuse(const MergeSide& side, MarkedDraft& merged, std::vector<MergeConflict>& others,
            const std::optional<Settler>& settler = {});

/// Puts the changes and comments of two copies of one draft together; what both have alike stands
/// once. Nothing if their original texts differ: then they are not copies of one draft. Blank lines
/// and the end of the last line are no difference, and the former stand as the first copy has them.
[[nodiscard]] std::optional<Merged> mergeCopies(const MarkedDraft& first,
                                                const MarkedDraft& second);

}  // namespace moxian

#pragma once

#include <optional>
#include <vector>

#include "core/review/MarkedDraft.h"

namespace moxian {

/// A place where both copies changed the draft, each otherwise. Both changes stand there.
struct MergeConflict {
  Span first;   ///< what the first copy put there, in the merged text; may be empty
  Span second;  ///< the same of the second copy
};

struct Merged {
  MarkedDraft draft;
  std::vector<MergeConflict> conflicts;  ///< ascending
};

/// Puts the changes and comments of two copies of one draft together; what both have alike stands
/// once. Nothing if their original texts differ: then they are not copies of one draft.
[[nodiscard]] std::optional<Merged> mergeCopies(const MarkedDraft& first,
                                                const MarkedDraft& second);

}  // namespace moxian

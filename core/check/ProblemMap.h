#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/check/Rule.h"

namespace moxian {

/// A problem or a measure of a report: what one 一是, one numbered item or one sentence says.
struct MapItem {
  Span span;                        ///< in the whole text
  Span head;                        ///< its first clause, without number and mark
  std::vector<std::size_t> answers;  ///< indices of the measures, or problems, that go with it
};

/// Which measures answer which problems of a report. A hint for readers, not a finding: items are
/// joined by the words they share, and by their order where both lists are equally long.
struct ProblemMap {
  std::vector<MapItem> problems;
  std::vector<MapItem> measures;
  std::size_t insertAt = 0;  ///< where a measure for an unanswered problem would be added
};

[[nodiscard]] ProblemMap problemMapOf(const CheckedText& text, const Report& report);

/// "针对〔problem〕的问题，〔…〕。": the beginning of a measure for a problem, with a field to fill.
[[nodiscard]] std::u16string measureStub(const CheckedText& text, const MapItem& problem);

}  // namespace moxian

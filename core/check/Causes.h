#pragma once

#include <string>
#include <vector>

#include "core/check/Finding.h"

namespace moxian {

/// Findings that have one cause, as one: a single fix mends all their places in one step.
struct Cause {
  /// The first of them, with the gravest severity of all and the fix for all places before its own.
  Finding finding;
  std::vector<Span> places;  ///< of all of them, ascending; never empty
};

/// What people read and count. `findings` stand in ascending order of place; the causes have the
/// order of their first places.
[[nodiscard]] std::vector<Cause> causesOf(const std::vector<Finding>& findings);

/// For each finding the index of its cause in causesOf().
[[nodiscard]] std::vector<std::size_t> causeNumbers(const std::vector<Finding>& findings);

/// The sentence of its finding; of several places with how many there are.
[[nodiscard]] std::string message(const Cause& cause, const Messages& messages);

}  // namespace moxian

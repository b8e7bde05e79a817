#pragma once

#include <vector>

#include "core/suggest/Mixture.h"

namespace moxian {

/// Learns from the corpus itself how far each kind of evidence can be believed: some of its reports
/// are read as if they were being typed with the others as corpus, and the beliefs are raised or
/// lowered until they explain best what was typed (expectation maximisation, a few rounds).
/// `reports` are ranges of positions in the text of the mixture. Deterministic.
[[nodiscard]] Gates trainedGates(const Mixture& mixture,
                                 const std::vector<ContextArray::Interval>& reports);

}  // namespace moxian

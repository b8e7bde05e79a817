#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/suggest/DraftModel.h"
#include "core/suggest/Mixture.h"

namespace moxian {

/// A continuation and the estimated probability that all of it comes next.
struct Continuation {
  std::u16string text;
  double p = 0;
};

/// The most useful continuations of a draft, best first, at most `limit`, none the beginning of
/// another. Goes on with the most probable beginning first, up to a fixed effort. `declined`: what
/// was offered before and what the writer went on past without taking it, as it would have to go on
/// from here; it counts as less likely, since the writer would mostly have taken it if it were right.
[[nodiscard]] std::vector<Continuation> searchContinuations(
    const Mixture& mixture, const DraftModel& draft, const std::vector<std::u16string>& declined,
    std::size_t limit, Scratch& scratch);

}  // namespace moxian

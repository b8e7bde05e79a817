#pragma once

#include <cstddef>
#include <optional>

#include "core/report/RolePath.h"
#include "core/report/Signals.h"

namespace moxian {

struct RoleContext;

/// Says while a report is read from its beginning whether the text at hand may still be
/// introduction.
///
/// It may in a titled report up to the first heading, but only in its first paragraph if that
/// heading announces problems or plans; without headings, in its first sentence; and nowhere after
/// a paragraph that ends the introduction (…总结如下：).
class IntroPlace {
 public:
  IntroPlace() = default;
  /// `announced`: the role that the first heading announces, if there is one and it does.
  IntroPlace(const RoleContext& context, bool hasHeadings, std::optional<Role> announced);

  /// The next block of text begins.
  void nextBlock();
  /// The next sentence says this.
  void read(const Evidence& evidence);
  /// What the place of this sentence says for an introduction.
  [[nodiscard]] double evidence(bool belowHeading) const;

 private:
  PathWeights m_weights;
  bool m_titled = false;
  bool m_hasHeadings = false;
  std::size_t m_length = 0;     // blocks above the first heading that may introduce
  std::size_t m_blocks = 0;     // met so far
  std::size_t m_sentences = 0;  // met so far
  bool m_greets = false;  // the first block speaks to its readers: the introduction may follow it
  bool m_ends = false;    // the present block has the words that end an introduction
  bool m_ended = false;   // an earlier one had
};

}  // namespace moxian

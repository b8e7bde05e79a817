#pragma once

#include <cstddef>
#include <vector>

#include "core/check/Finding.h"

namespace moxian {

/// Where places of a draft with tracked changes stand in its final (or original) text, and back.
/// What works on that text speaks to the draft through it. A value; takes logarithmic time.
class FinalPlaces {
 public:
  /// Both texts are the same.
  FinalPlaces() = default;
  /// `hidden`: what of the draft is not in the text, ascending and disjoint (see hiddenIn).
  explicit FinalPlaces(std::vector<Span> hidden);

  [[nodiscard]] const std::vector<Span>& hidden() const { return m_hidden; }
  [[nodiscard]] bool empty() const { return m_hidden.empty(); }

  [[nodiscard]] std::size_t inFinal(std::size_t place) const;
  [[nodiscard]] Span inFinal(Span span) const;
  /// Where the character at a place stands in the draft.
  [[nodiscard]] std::size_t inDraft(std::size_t place) const;
  /// From its first to its last character; what is hidden between them is part of it.
  [[nodiscard]] Span inDraft(Span span) const;
  /// The same change, which leaves alone what is hidden inside: one edit for each part.
  [[nodiscard]] std::vector<Edit> inDraft(const Edit& edit) const;
  /// Findings, all of them at once: where they ascend it takes time linear in their number and that
  /// of the hidden ranges.
  void intoDraft(std::vector<Finding>& findings) const;

  friend bool operator==(const FinalPlaces& a, const FinalPlaces& b) {
    return a.m_hidden == b.m_hidden;
  }

 private:
  class Walk;
  [[nodiscard]] std::size_t endInDraft(std::size_t place) const;
  [[nodiscard]] std::size_t hiddenBefore(std::size_t spans) const;

  std::vector<Span> m_hidden;
  std::vector<std::size_t> m_at;  ///< where each would stand in the final text
};

/// Where spans are once a range of the text gave way to `added` characters; empty ones are left
/// out.
[[nodiscard]] std::vector<Span> movedBy(const std::vector<Span>& spans, Span edit,
                                        std::size_t added);

}  // namespace moxian

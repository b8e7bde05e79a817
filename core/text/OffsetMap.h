#pragma once

#include <cstddef>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// Where each place of a cleaned text stands in the original it was made from.
///
/// Built front to back: kept stretches have the same length on both sides, removed and replaced
/// ones may differ. All offsets are UTF-16 units.
class OffsetMap {
 public:
  /// `length` units were taken over as they were.
  void keep(std::size_t length);
  /// `original` units gave way to `clean` units (0 if they were removed).
  void replace(std::size_t original, std::size_t clean);

  /// The original offset of a clean one. Inside a replacement: the start of what was replaced.
  [[nodiscard]] std::size_t toOriginal(std::size_t clean) const;
  /// The original range of a clean one: from its first character to the end of its last; what was
  /// removed at its edges stays outside.
  [[nodiscard]] Span toOriginal(Span clean) const;
  /// The clean offset of an original one. Inside something removed: where it would stand.
  [[nodiscard]] std::size_t toClean(std::size_t original) const;
  /// True if nothing was changed.
  [[nodiscard]] bool identity() const { return m_pieces.empty() || (m_pieces.size() == 1 && m_pieces[0].kept); }

 private:
  struct Piece {
    std::size_t original;        ///< where it starts
    std::size_t clean;           ///< where it starts
    std::size_t originalLength;
    std::size_t cleanLength;
    bool kept;
  };
  void add(std::size_t original, std::size_t clean, bool kept);

  std::vector<Piece> m_pieces;
};

}  // namespace moxian

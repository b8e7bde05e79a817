#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/suggest/Symbols.h"

namespace moxian {

/// All positions of a collection of texts, sorted by what stands to the left of them, read from
/// right to left. The positions behind one context are one interval. 6 bytes a character.
/// Immutable after building, safe between threads.
class ContextArray {
 public:
  /// Positions whose contexts agree in so many characters are in no particular order.
  static constexpr std::size_t kDepth = 24;

  ContextArray() = default;
  /// Takes the texts over, which stand behind one another with symbol::kEnd before, between and
  /// after them.
  explicit ContextArray(std::u16string joined);

  struct Interval {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
  };

  [[nodiscard]] Interval all() const {
    return {0, static_cast<std::uint32_t>(m_positions.size())};
  }
  /// The part of `interval`, whose positions agree in `length` characters to their left, that has
  /// `key` (see keyOf) as the next one to the left.
  [[nodiscard]] Interval narrowed(Interval interval, std::size_t length, char16_t key) const;

  /// The text of the collection; a position is an offset in it.
  [[nodiscard]] const std::u16string& text() const { return m_text; }
  [[nodiscard]] std::uint32_t position(std::uint32_t index) const { return m_positions[index]; }

 private:
  void sort();
  void sortBucket(std::uint32_t begin, std::uint32_t end, std::size_t depth,
                  const std::u16string& keys);

  std::u16string m_text;
  std::vector<std::uint32_t> m_positions;
  std::vector<std::uint32_t> m_firsts;  ///< where the contexts that end with a character begin
};

}  // namespace moxian

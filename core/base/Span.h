#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace moxian {

/// A half-open range [begin, end) of UTF-16 code units in a text that the context names.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t length() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::size_t at) const { return begin <= at && at < end; }
  /// True if the two share at least one code unit.
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  /// The same range counted from an origin `by` code units earlier.
  [[nodiscard]] constexpr Span shifted(std::size_t by) const { return {begin + by, end + by}; }
  /// The part of `text` it covers; a range past the end is cut.
  [[nodiscard]] constexpr std::u16string_view of(std::u16string_view text) const {
    const std::size_t from = std::min(begin, text.size());
    return text.substr(from, std::min(end, text.size()) - from);
  }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace moxian

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// Where the lines of a text begin. Lines are separated by U+000A and counted from 0; a text
/// always has at least one line, and a text that ends with U+000A has an empty last one.
class Lines {
 public:
  Lines() = default;
  explicit Lines(std::u16string_view text);

  [[nodiscard]] std::size_t count() const { return m_starts.size(); }
  /// The range of a line without its U+000A.
  [[nodiscard]] Span span(std::size_t line) const;
  /// The line that holds an offset; an offset on the U+000A belongs to the line it ends.
  [[nodiscard]] std::size_t lineAt(std::size_t offset) const;

 private:
  std::vector<std::size_t> m_starts{0};
  std::size_t m_size = 0;
};

/// A place as people and machines outside count it.
struct Position {
  std::size_t line = 1;    ///< from 1
  std::size_t column = 1;  ///< from 1, in Unicode code points
};

/// The position of an offset in `text`, whose lines are `lines`.
[[nodiscard]] Position positionAt(std::u16string_view text, const Lines& lines, std::size_t offset);
/// The offset of a position; one past the line or the text is cut to its end.
[[nodiscard]] std::size_t offsetAt(std::u16string_view text, const Lines& lines, Position position);

}  // namespace moxian

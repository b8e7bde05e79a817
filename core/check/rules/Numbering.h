#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/check/Rule.h"

namespace moxian {

// The numbered lines of a report as the numbering rules see them.

/// The rank of a form after GB/T 9704-2012, 7.3.3: 0 第一章, 1 一、, 2 （一）, 3 1., 4 （1）, 5 ①.
[[nodiscard]] int rankOf(NumberForm form);

/// A numbered line and the numbered lines it stands among.
struct NumberedLine {
  const Block* block = nullptr;
  const HeadingNumber* number = nullptr;
  int rank = 0;
  /// Index of the nearest numbered line above of a lower rank; npos if none.
  std::size_t parent = npos;
  /// Index of the line before it of the same rank and parent; npos for the first.
  std::size_t previous = npos;
  /// Index of the line after it in the same list; npos for the last.
  std::size_t next = npos;
  /// True if it is the first of its list but goes on counting from the list before, as 1 to 8
  /// running through sections 一 to 七 do.
  bool runsOn = false;

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

/// The numbered lines of a report outside tables, in order.
[[nodiscard]] std::vector<NumberedLine> numberedLines(const Report& report);

/// The line at `first` and those after it in the same list.
[[nodiscard]] std::vector<std::size_t> listFrom(const std::vector<NumberedLine>& lines,
                                                std::size_t first);

/// A number as the standard writes it: 一、 （一） 1. （1） ① 第一章 without its last character.
[[nodiscard]] std::u16string numberText(int rank, int ordinal);

/// Where the ordinal itself (一, 12) stands inside the number, in the whole text.
[[nodiscard]] Span ordinalSpan(std::u16string_view text, const HeadingNumber& number);

}  // namespace moxian

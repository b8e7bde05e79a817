#pragma once

#include <cstddef>
#include <vector>

#include "core/report/LineReader.h"
#include "core/report/TitlePattern.h"

namespace moxian {

/// The bare lines a stretch of text opens with, before its first sentence, number or table.
struct OpeningLines {
  std::vector<std::size_t> bare;  ///< indices into ParsedText::lines; noise is left out
  /// Of `bare`: the lines of the title, half-open; empty if none of them is built like a title. A
  /// line that only names an office belongs to the title below it, a line behind a dash to the one
  /// above.
  std::size_t titleBegin = 0;
  std::size_t titleEnd = 0;
};

/// Finds the title of the lines [begin, end): the opening line that names most of kind, year and
/// office. `skip` marks lines that count as noise besides those known as such.
[[nodiscard]] OpeningLines findOpening(const ParsedText& text, std::size_t begin, std::size_t end,
                                       const std::vector<bool>& skip, const TitlePattern& titles);

}  // namespace moxian

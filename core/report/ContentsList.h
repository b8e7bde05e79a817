#pragma once

#include <cstddef>
#include <vector>

#include "core/report/LineReader.h"
#include "core/report/TitlePattern.h"

namespace moxian {

/// A contents list: indices into ParsedText::lines, half-open; empty if there is none.
struct ContentsList {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::size_t> entries;
};

constexpr std::size_t kLongestContentsEntry = 70;  ///< UTF-16 units of a line

/// Finds the contents list of a text: the short lines after the word 目录 up to the first that is no
/// entry or repeats one, or without that word at least three titles with page numbers in a row.
[[nodiscard]] ContentsList findContents(const ParsedText& text, const TitlePattern& titles);

}  // namespace moxian

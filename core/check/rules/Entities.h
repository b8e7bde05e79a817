#pragma once

#include <cstddef>
#include <string_view>

#include "core/check/Scan.h"

namespace moxian {

/// True for the ; of &nbsp; and its like, which is code of a web page and no mark of the text.
[[nodiscard]] inline bool endsEntity(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kLongest = 8;
  if (unitAt(line, at) != u';') return false;
  for (std::size_t n = 1; n <= kLongest && n <= at; ++n) {
    const char16_t c = line[at - n];
    if (c == u'&') return n > 1;
    if (!isLatin(c) && !isDigit(c) && c != u'#') return false;
  }
  return false;
}

}  // namespace moxian

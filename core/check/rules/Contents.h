#pragma once

#include <string_view>
#include <vector>

#include "core/check/Rule.h"

namespace moxian {

/// An entry of the contents list of a compilation: "6.区民政局2023年工作总结 27".
struct ContentsEntry {
  Span line;                 ///< the whole entry
  std::u16string_view title; ///< without number and page
};

/// The entries among the lines outside the reports, in order.
[[nodiscard]] std::vector<ContentsEntry> contentsOf(const CheckedText& text);

}  // namespace moxian

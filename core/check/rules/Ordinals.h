#pragma once

#include <cstddef>
#include <vector>

#include "core/check/Rule.h"

namespace moxian {

/// One 一是, 二是 … or 第一，第二， in running text.
struct Ordinal {
  Span span;              ///< 二是, in the whole text
  int value = 0;
  char16_t form = 0;      ///< 是 for 一是, 第 for 第一
  std::size_t block = 0;  ///< index of its block in the report
};

/// The ordinals of a report that belong together, in order. A numbered heading ends a list, and a
/// further 一是 begins another.
using OrdinalList = std::vector<Ordinal>;
[[nodiscard]] std::vector<OrdinalList> ordinalLists(const CheckedText& text, const Report& report);

}  // namespace moxian

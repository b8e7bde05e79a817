#pragma once

#include <string_view>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// What of a line looks like a figure or year of last year's but is as true this year, brackets
/// included:
/// - the period of a plan behind its name: “十四五”（2021—2025年）, 三年行动（2023—2025年）;
/// - the number of the order behind a title: 《河道管理条例》（国务院令第588号）; and, anywhere,
/// that of
///   an order of the state: 国务院令第588号, 主席令第12号.
/// In order, not overlapping, in UTF-16 units. Linear.
[[nodiscard]] std::vector<Span> keptPlaces(std::u16string_view line);

/// The end of a number of an order that begins at `at`: 第12号 (令 before or behind it), also in
/// Chinese numerals; `at` itself if none does.
[[nodiscard]] std::size_t orderEnd(std::u16string_view line, std::size_t at);

}  // namespace moxian

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace moxian {

/// Breaks a title into lines as GB/T 9704-2012, 7.3.1 asks: centred lines in the shape of a
/// trapezoid or a lozenge, breaking no word. `most`: full-width characters a line can hold. Lines
/// that the writer made (U+000A) are kept and only those too long are broken further.
[[nodiscard]] std::vector<std::u16string> titleLines(std::u16string_view title, double most);

}  // namespace moxian

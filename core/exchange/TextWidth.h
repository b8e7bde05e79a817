#pragma once

#include <string_view>

namespace moxian {

/// Width in full-width characters: half-width letters, digits and marks count as a half.
[[nodiscard]] double widthInCharacters(std::u16string_view text);

}  // namespace moxian

#pragma once

#include <string_view>

namespace moxian {

/// Which Chinese script a text is written in.
enum class Script { Simplified, Traditional };

/// Decided by which of the two sets of characters that exist in only one script occurs more often;
/// Simplified if neither does.
[[nodiscard]] Script detectScript(std::u16string_view text);

/// The ISO 15924 code: "Hans" or "Hant".
[[nodiscard]] std::string_view isoCode(Script script);

}  // namespace moxian

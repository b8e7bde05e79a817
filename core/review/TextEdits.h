#pragma once

#include <string_view>
#include <vector>

#include "core/check/Finding.h"

namespace moxian {

/// The edits that make one text from another, ascending, in places of `before`: in words, and in
/// characters where only the script differs (see ScriptConverter::folded()). Long texts are
/// compared by lines first. Takes time in proportion to the words times what differs between equal
/// lines.
[[nodiscard]] std::vector<Edit> editsBetween(std::u16string_view before, std::u16string_view after);

}  // namespace moxian

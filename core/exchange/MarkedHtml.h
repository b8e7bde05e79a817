#pragma once

#include <string>
#include <string_view>

#include "core/review/Markup.h"

namespace moxian {

/// A page that shows a text with its changes (ins and del, named by author and day) and its
/// comments behind the text. One element a line.
[[nodiscard]] std::string markedHtml(std::u16string_view text, const Markup& markup);

}  // namespace moxian

#pragma once

#include <string_view>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// Cuts a text into passages that are stored once however many versions hold them. Where it cuts
/// depends on the lines around the place only, so an edit changes one or two passages and leaves
/// the others as they were. Passages end at line ends where lines allow it and hold about 700 code
/// units, at most 4,096. Together they cover the text. Linear.
[[nodiscard]] std::vector<Span> passages(std::u16string_view text);

}  // namespace moxian

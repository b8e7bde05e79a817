#pragma once

#include <string>
#include <string_view>

namespace moxian {

/// What two sentences that are nearly the same have in common: the text without figures, marks and
/// spaces, Latin letters small. Sentences with equal keys are kept once.
[[nodiscard]] std::string likenessKey(std::u16string_view text);

}  // namespace moxian

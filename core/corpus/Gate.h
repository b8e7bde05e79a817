#pragma once

#include <optional>
#include <string_view>

#include "core/corpus/Corpus.h"

namespace moxian {

/// Why a sentence of an imported file is not worth keeping; nothing if it is.
[[nodiscard]] std::optional<Refusal> refusalOf(std::u16string_view sentence);

}  // namespace moxian

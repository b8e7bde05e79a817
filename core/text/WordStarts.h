#pragma once

#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// True if ICU can tell Chinese words apart on this machine, else ResourceMissing: some builds
/// leave its dictionaries out.
[[nodiscard]] Result<void> knowsWords();

/// For each UTF-16 unit of a text whether a word begins there by ICU's dictionary of Chinese;
/// names and new words, which it does not know, fall into single characters. One entry more than
/// units, true for the end. Linear. Safe between threads.
[[nodiscard]] std::vector<bool> wordStarts(std::u16string_view text);

}  // namespace moxian

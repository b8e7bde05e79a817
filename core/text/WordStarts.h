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

/// The first word start at or behind `at`, for a text that is cut in front, and the last one at or
/// before it, for one that is cut behind. Words longer than a few units are looked at no further.
[[nodiscard]] std::size_t wordStartFrom(std::u16string_view text, std::size_t at);
[[nodiscard]] std::size_t wordStartUpTo(std::u16string_view text, std::size_t at);

}  // namespace moxian

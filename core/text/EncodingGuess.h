#pragma once

#include <string_view>

#include "core/base/Result.h"
#include "core/text/Decoder.h"

namespace moxian {

/// The encoding of bytes without a byte-order mark. Strict UTF-8 that holds Chinese wins at once;
/// otherwise the first 64 KiB from the first byte above 127 are read in every encoding, the
/// reading whose characters are the most usual in official Chinese wins, and where none looks like
/// Chinese, ICU's detector decides if it names one of ours. BinaryFile if nothing fits.
[[nodiscard]] Result<Encoding> guessEncoding(std::string_view bytes);

/// How usual a text's characters are in Chinese drafts: the mean over its UTF-16 units of a weight
/// from 3 (the commonest characters and marks) down to -6 (invalid). For the tests.
[[nodiscard]] double usualness(std::u16string_view text);

}  // namespace moxian

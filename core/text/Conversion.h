#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/Decoder.h"

namespace moxian {

/// Bytes turned into characters by ICU's tables.
struct Converted {
  std::u16string text;
  /// UTF-16 offsets of the U+FFFD that stand for invalid bytes, ascending.
  std::vector<std::size_t> invalid;
  /// True if more than the allowed number of places were invalid; the rest was not converted.
  bool abandoned = false;
};

/// Converts bytes of a known encoding. A byte-order mark comes out as U+FEFF.
/// `whole`: false if the bytes may end in the middle of a character, which is then left out.
[[nodiscard]] Result<Converted> toCharacters(std::string_view bytes, Encoding encoding,
                                             std::size_t mostInvalid, bool whole = true);

/// The reverse, strict: NotEncodable with the first character that the encoding lacks in the detail.
[[nodiscard]] Result<std::string> toBytes(std::u16string_view text, Encoding encoding);

/// True if the bytes are UTF-8 as RFC 3629 defines it, without a single error.
[[nodiscard]] bool isStrictUtf8(std::string_view bytes);

}  // namespace moxian

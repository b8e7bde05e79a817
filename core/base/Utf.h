#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace moxian {

/// UTF-16 to UTF-8; lone surrogates become U+FFFD.
[[nodiscard]] std::string toUtf8(std::u16string_view text);

/// UTF-8 to UTF-16; invalid bytes become U+FFFD. For text of our own (resources, arguments,
/// database rows); files of users go through text/Decoder.h, which reports invalid bytes.
[[nodiscard]] std::u16string toUtf16(std::string_view text);

/// Number of Unicode code points; a lone surrogate counts as one.
[[nodiscard]] std::size_t codePoints(std::u16string_view text);

/// UTF-16 offset of the code point with the given 0-based index; the size if it lies past the end.
[[nodiscard]] std::size_t offsetOfCodePoint(std::u16string_view text, std::size_t index);

}  // namespace moxian

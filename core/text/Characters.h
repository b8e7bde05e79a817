#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// True for Han ideographs of the BMP blocks (unified, extension A, compatibility) and 〇.
[[nodiscard]] bool isHan(char16_t c);
/// Spaces that clerks type: U+0020, U+0009, U+00A0, U+3000 and the U+2000 spaces.
[[nodiscard]] bool isSpace(char16_t c);
[[nodiscard]] bool isAsciiDigit(char16_t c);
/// Half- or full-width Arabic digits.
[[nodiscard]] bool isDigit(char16_t c);
/// Half- or full-width Latin letters.
[[nodiscard]] bool isLatin(char16_t c);
/// True for the marks of GB/T 15834 in their full-width form.
[[nodiscard]] bool isFullWidthMark(char16_t c);
/// True if nothing but spaces is left.
[[nodiscard]] bool isBlank(std::u16string_view text);
/// The part without spaces at both ends; the result points into `text`.
[[nodiscard]] std::u16string_view trimmed(std::u16string_view text);
/// The span of `trimmed` inside `text`.
[[nodiscard]] Span trimmedSpan(std::u16string_view text);

/// The full-width form of a half-width mark between or after Chinese characters, 0 if there is none.
[[nodiscard]] char16_t fullWidthOf(char16_t halfWidthMark);

/// Sentences of a paragraph: each ends after 。！？； (or half-width ;) and the closing quotes and
/// brackets that follow. Blank ones are left out. Together they cover every non-blank character.
[[nodiscard]] std::vector<Span> sentences(std::u16string_view paragraph);

/// Characters as word processors count them for clerks (字数): each Han character and each
/// full-width mark is one, each run of other letters and digits is one; spaces do not count.
[[nodiscard]] std::size_t wordCount(std::u16string_view text);

}  // namespace moxian

#include "core/base/Utf.h"

#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

namespace moxian {

std::string toUtf8(std::u16string_view text) {
  std::string out;
  icu::UnicodeString(false, text.data(), static_cast<int32_t>(text.size())).toUTF8String(out);
  return out;
}

std::u16string toUtf16(std::string_view text) {
  const auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return {units.getBuffer(), static_cast<std::size_t>(units.length())};
}

std::size_t codePoints(std::u16string_view text) {
  return static_cast<std::size_t>(u_countChar32(text.data(), static_cast<int32_t>(text.size())));
}

std::size_t offsetOfCodePoint(std::u16string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) {
    const bool pair = U16_IS_LEAD(text[at]) && at + 1 < text.size() && U16_IS_TRAIL(text[at + 1]);
    at += pair ? 2 : 1;
  }
  return at;
}

}  // namespace moxian

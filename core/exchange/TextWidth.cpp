#include "core/exchange/TextWidth.h"

#include <unicode/utf16.h>

namespace moxian {

double widthInCharacters(std::u16string_view text) {
  double width = 0;
  for (const char16_t c : text) {
    if (U16_IS_TRAIL(c)) continue;
    width += c < 0x250 ? 0.5 : 1;
  }
  return width;
}

}  // namespace moxian

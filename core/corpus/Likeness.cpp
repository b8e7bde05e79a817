#include "core/corpus/Likeness.h"

#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {

std::string likenessKey(std::u16string_view text) {
  std::u16string key;
  key.reserve(text.size());
  for (const char16_t c : text) {
    const bool small = c >= u'a' && c <= u'z';
    const bool capital = c >= u'A' && c <= u'Z';
    if (c < 0x80 && !small && !capital) continue;
    if (isFullWidthMark(c) || isSpace(c)) continue;
    key += capital ? static_cast<char16_t>(c + 32) : c;
  }
  return toUtf8(key);
}

}  // namespace moxian

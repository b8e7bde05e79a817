#include "core/text/Conversion.h"
#include "core/text/Decoder.h"

namespace moxian {
namespace {

std::u16string_view charactersOf(LineEnding ending) {
  switch (ending) {
    case LineEnding::Lf:
      return u"\n";
    case LineEnding::CrLf:
      return u"\r\n";
    case LineEnding::Cr:
      return u"\r";
  }
  return u"\n";
}

}  // namespace

Result<std::string> encode(std::u16string_view text, Encoding encoding, bool byteOrderMark,
                           LineEnding lineEnding) {
  std::u16string out;
  out.reserve(text.size() + text.size() / 16 + 1);
  if (byteOrderMark && encoding != Encoding::Big5) out += u'\uFEFF';  // Big5 has none
  for (const char16_t c : text) {
    if (c == u'\n') {
      out += charactersOf(lineEnding);
    } else {
      out += c;
    }
  }
  return toBytes(out, encoding);
}

}  // namespace moxian

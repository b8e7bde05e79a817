#include <array>
#include <cctype>
#include <utility>

#include "core/text/Decoder.h"

namespace moxian {
namespace {

constexpr std::array<std::pair<std::string_view, Encoding>, 15> kNames = {{
    {"utf8", Encoding::Utf8},
    {"gb18030", Encoding::Gb18030},
    {"gbk", Encoding::Gb18030},
    {"gb2312", Encoding::Gb18030},
    {"cp936", Encoding::Gb18030},
    {"windows936", Encoding::Gb18030},
    {"euccn", Encoding::Gb18030},
    {"big5", Encoding::Big5},
    {"big5hkscs", Encoding::Big5},
    {"cp950", Encoding::Big5},
    {"windows950", Encoding::Big5},
    {"utf16le", Encoding::Utf16Le},
    {"utf16be", Encoding::Utf16Be},
    {"utf16", Encoding::Utf16Le},
    {"unicode", Encoding::Utf16Le},  // as Windows calls it
}};

}  // namespace

std::string_view name(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
      return "UTF-8";
    case Encoding::Utf16Le:
      return "UTF-16LE";
    case Encoding::Utf16Be:
      return "UTF-16BE";
    case Encoding::Gb18030:
      return "GB18030";
    case Encoding::Big5:
      return "Big5";
  }
  return "";
}

std::optional<Encoding> encodingNamed(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ') {
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  for (const auto& [known, encoding] : kNames) {
    if (known == plain) return encoding;
  }
  return {};
}

}  // namespace moxian

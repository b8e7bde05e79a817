#include "core/text/BinaryContent.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace moxian {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  ErrorCode code;
};

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view kZip = "PK\x03\x04"sv;

// what files begin with, as the format's own specification or registration states it
constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, ErrorCode::UnknownFormat},
    Signature{"{\\rtf"sv, ErrorCode::UnknownFormat},
    Signature{"SQLite format 3\0"sv, ErrorCode::BinaryFile},
    Signature{"\x7F"
              "ELF"sv,
              ErrorCode::BinaryFile},
    Signature{"MZ\x90\0"sv, ErrorCode::BinaryFile},
    Signature{"\x89PNG\r\n"sv, ErrorCode::BinaryFile},
    Signature{"\xFF\xD8\xFF"sv, ErrorCode::BinaryFile},
    Signature{"GIF8"sv, ErrorCode::BinaryFile},
    Signature{"PK\x05\x06"sv, ErrorCode::BinaryFile},
    Signature{"Rar!\x1A\x07"sv, ErrorCode::BinaryFile},
    Signature{"7z\xBC\xAF\x27\x1C"sv, ErrorCode::BinaryFile},
    Signature{"\x1F\x8B\x08"sv, ErrorCode::BinaryFile},
    Signature{"\xFD"
              "7zXZ\0"sv,
              ErrorCode::BinaryFile},
    Signature{"\x28\xB5\x2F\xFD"sv, ErrorCode::BinaryFile},
};

// names that only a package of that kind holds: OOXML, OpenDocument, OFD
constexpr std::array kPackageNames = {"[Content_Types].xml"sv, "word/"sv, "mimetypeapplication/"sv,
                                      "OFD.xml"sv};

constexpr std::array kOoxmlEndings = {".docx"sv, ".docm"sv, ".dotx"sv, ".xlsx"sv, ".pptx"sv};

bool endsLikeOoxml(std::string subject) {
  std::ranges::transform(subject, subject.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::any_of(kOoxmlEndings, [&](auto ending) { return subject.ends_with(ending); });
}

/// Names in the directory of an OLE container (MS-CFB 2.6.1) are UTF-16LE.
bool holdsStream(std::string_view bytes, std::string_view stream) {
  std::string wide;
  for (const char c : stream) wide.append({c, '\0'});
  return bytes.find(wide) != bytes.npos;
}

/// An OOXML file with a password is an OLE container around a stream EncryptedPackage
/// (MS-OFFCRYPTO 1.3.2.1); DOC, XLS and PPT are such containers too.
ErrorCode oleCode(std::string_view bytes, const std::string& subject) {
  if (holdsStream(bytes, "EncryptedPackage")) return ErrorCode::EncryptedFile;
  const bool old = holdsStream(bytes, "WordDocument");
  return endsLikeOoxml(subject) && !old ? ErrorCode::EncryptedFile : ErrorCode::UnknownFormat;
}

ErrorCode zipCode(std::string_view bytes) {
  const bool package = std::ranges::any_of(
      kPackageNames, [&](auto inside) { return bytes.find(inside) != bytes.npos; });
  return package ? ErrorCode::UnknownFormat : ErrorCode::BinaryFile;
}

bool isControl(char16_t c) {
  const bool usual = (c >= u'\t' && c <= u'\r') || c == 0x1A || c == 0x1B;
  return c < 0x20 && !usual;
}

}  // namespace

std::optional<Error> binaryContent(std::string_view bytes, const std::string& subject) {
  if (bytes.starts_with(kOle)) return Error{oleCode(bytes, subject), subject, "OLE container"};
  if (bytes.starts_with(kZip)) return Error{zipCode(bytes), subject, "ZIP archive"};
  for (const Signature& known : kSignatures) {
    if (bytes.starts_with(known.bytes)) return Error{known.code, subject, "known signature"};
  }
  return {};
}

bool looksBinary(std::u16string_view text) {
  const auto controls = static_cast<std::size_t>(std::ranges::count_if(text, isControl));
  // a stray NUL or two happen in real drafts; a program or picture is full of them
  return controls * 100 > text.size() && (controls > 2 || controls * 4 >= text.size());
}

}  // namespace moxian

#include "core/text/Conversion.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <format>
#include <memory>

#include "core/base/Utf.h"

namespace moxian {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct Sink {
  const char16_t* begin;
  std::size_t mostInvalid;
  Converted* into;
};

/// ICU's callback for bytes that mean nothing: notes the place and writes one U+FFFD.
void noteInvalid(const void* context, UConverterToUnicodeArgs* args, const char* /*bytes*/,
                 int32_t /*count*/, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // the converter is reset or closed
  const auto* sink = static_cast<const Sink*>(context);
  if (sink->into->invalid.size() >= sink->mostInvalid) {
    sink->into->abandoned = true;
    return;  // the status stays an error and stops the conversion
  }
  sink->into->invalid.push_back(static_cast<std::size_t>(args->target - sink->begin));
  *status = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

const char* converterName(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
      return "UTF-8";
    case Encoding::Utf16Le:
      return "UTF-16LE";
    case Encoding::Utf16Be:
      return "UTF-16BE";
    case Encoding::Gb18030:
      return "gb18030";
    case Encoding::Big5:
      return "windows-950";
  }
  return "";
}

using Converter = std::unique_ptr<UConverter, CloseConverter>;

Result<Converter> open(Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(converterName(encoding), &status));
  if (U_SUCCESS(status)) return converter;
  return fail(ErrorCode::ResourceMissing, converterName(encoding), u_errorName(status));
}

/// NotEncodable with the character at an offset as people can find it: "€ (U+20AC)".
std::unexpected<Error> notEncodable(std::u16string_view text, std::size_t at) {
  UChar32 code = 0;
  U16_GET(text.data(), 0, at, text.size(), code);
  const auto character = text.substr(at, U16_LENGTH(code));
  return fail(ErrorCode::NotEncodable, {},
              std::format("{} (U+{:04X})", toUtf8(character), static_cast<std::uint32_t>(code)));
}

/// ICU's tables know best-fit codes that turn into another character on the way back (a soft hyphen
/// into a hyphen); they would change the text behind the user's back.
Result<void> comesBack(std::string_view bytes, std::u16string_view text, Encoding encoding) {
  const auto back = toCharacters(bytes, encoding, 0);
  if (!back) return std::unexpected(back.error());
  const auto [here, there] = std::ranges::mismatch(text, back->text);
  if (here == text.end()) return {};
  return notEncodable(text, static_cast<std::size_t>(here - text.begin()));
}

}  // namespace

Result<Converted> toCharacters(std::string_view bytes, Encoding encoding, std::size_t mostInvalid,
                               bool whole) {
  const auto opened = open(encoding);
  if (!opened) return std::unexpected(opened.error());
  UConverter* converter = opened->get();
  UErrorCode status = U_ZERO_ERROR;
  Converted out;
  // no encoding here makes more UTF-16 units than it has bytes, so the target never overflows
  out.text.resize(bytes.size());
  const Sink sink{out.text.data(), mostInvalid, &out};
  ucnv_setToUCallBack(converter, noteInvalid, &sink, nullptr, nullptr, &status);
  const char* source = bytes.data();
  char16_t* target = out.text.data();
  ucnv_toUnicode(converter, &target, target + out.text.size(), &source, source + bytes.size(),
                 nullptr, static_cast<UBool>(whole), &status);
  if (U_FAILURE(status) && !out.abandoned) {
    return fail(ErrorCode::ReadFailed, converterName(encoding), u_errorName(status));
  }
  out.text.resize(static_cast<std::size_t>(target - out.text.data()));
  return out;
}

Result<std::string> toBytes(std::u16string_view text, Encoding encoding) {
  const auto opened = open(encoding);
  if (!opened) return std::unexpected(opened.error());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(opened->get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  std::string out;
  std::array<char, 1U << 14U> buffer{};
  const char16_t* source = text.data();
  do {
    char* target = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_fromUnicode(opened->get(), &target, buffer.data() + buffer.size(), &source,
                     text.data() + text.size(), nullptr, true, &status);
    out.append(buffer.data(), target);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) {
    std::array<char16_t, U16_MAX_LENGTH> units{};
    auto count = static_cast<int8_t>(units.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidUChars(opened->get(), units.data(), &count, &ignored);
    if (count <= 0) return fail(ErrorCode::NotEncodable, {}, u_errorName(status));
    return notEncodable({units.data(), static_cast<std::size_t>(count)}, 0);
  }
  if (const auto same = comesBack(out, text, encoding); !same) return std::unexpected(same.error());
  return out;
}

bool isStrictUtf8(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

}  // namespace moxian

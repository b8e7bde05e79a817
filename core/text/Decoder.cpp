#include "core/text/Decoder.h"

#include <cstdint>
#include <limits>

#include "core/text/BinaryContent.h"
#include "core/text/Conversion.h"
#include "core/text/EncodingGuess.h"

namespace moxian {
namespace {

constexpr char16_t kByteOrderMark = 0xFEFF;

std::optional<Encoding> markedEncoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::Utf8;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::Utf16Le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::Utf16Be;
  if (bytes.starts_with("\x84\x31\x95\x33")) return Encoding::Gb18030;
  return {};
}

bool isUtf16(Encoding encoding) {
  return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
}

/// Counts the endings that a text came with.
struct Endings {
  std::size_t lf = 0;
  std::size_t crLf = 0;
  std::size_t cr = 0;

  [[nodiscard]] LineEnding most() const {
    if (lf >= crLf && lf >= cr) return LineEnding::Lf;
    return crLf >= cr ? LineEnding::CrLf : LineEnding::Cr;
  }
  [[nodiscard]] bool mixed() const {
    return static_cast<int>(lf > 0) + static_cast<int>(crLf > 0) + static_cast<int>(cr > 0) > 1;
  }
};

/// Brings converted characters into the form that the rest of the program reads: no byte-order
/// mark, lines ending in U+000A, NULs counted among the invalid. In place, one pass.
void normalise(Converted&& from, DecodedText& into) {
  std::u16string text = std::move(from.text);
  auto invalid = from.invalid.begin();
  Endings endings;
  std::size_t to = 0;
  std::size_t at = text.starts_with(kByteOrderMark) ? 1 : 0;
  into.byteOrderMark = at == 1;
  for (; at < text.size(); ++at) {
    char16_t c = text[at];
    const bool bad = invalid != from.invalid.end() && *invalid == at;
    if (bad) ++invalid;
    if (bad || c == 0) {
      into.invalid.push_back(to);
      c = 0xFFFD;
    } else if (c == u'\n') {
      ++endings.lf;
    } else if (c == u'\r') {
      const bool pair = at + 1 < text.size() && text[at + 1] == u'\n';
      ++(pair ? endings.crLf : endings.cr);
      at += pair ? 1 : 0;
      c = u'\n';
    }
    text[to++] = c;
  }
  text.resize(to);
  text.shrink_to_fit();
  into.text = std::move(text);
  into.lineEnding = endings.most();
  into.mixedLineEndings = endings.mixed();
}

/// How many invalid places are bearable: one in a thousand where the user named the encoding, one
/// in four where the bytes are damaged beyond doubt but the encoding is plain.
std::size_t bearable(std::size_t length, bool forced) {
  return forced ? length / 1000 : length / 4;
}

}  // namespace

Result<DecodedText> decode(std::string_view bytes, std::optional<Encoding> forced,
                           const std::string& subject) {
  if (bytes.size() > std::numeric_limits<std::int32_t>::max()) {
    return fail(ErrorCode::FileTooLarge, subject);  // ICU counts in 32 bits
  }
  if (auto refused = binaryContent(bytes, subject)) return std::unexpected(std::move(*refused));
  const std::optional<Encoding> marked = markedEncoding(bytes);
  DecodedText out;
  if (forced && marked && isUtf16(*forced) && isUtf16(*marked)) forced = marked;
  out.guessed = !forced && !marked;
  if (out.guessed) {
    const auto guess = guessEncoding(bytes);
    if (!guess) return fail(guess.error().code, subject, guess.error().detail);
    out.encoding = *guess;
  } else {
    out.encoding = forced ? *forced : *marked;
  }
  const ErrorCode wrong = forced ? ErrorCode::WrongEncoding : ErrorCode::BinaryFile;
  auto read = toCharacters(bytes, out.encoding, bearable(bytes.size(), forced.has_value()) + 1);
  if (!read) return std::unexpected(read.error());
  if (read->abandoned || read->invalid.size() > bearable(read->text.size(), forced.has_value())) {
    return fail(wrong, subject, "too many invalid bytes");
  }
  if (looksBinary(read->text)) return fail(ErrorCode::BinaryFile, subject, "control characters");
  normalise(std::move(*read), out);
  return out;
}

Result<DecodedText> decode(std::span<const std::byte> bytes, std::optional<Encoding> forced,
                           const std::string& subject) {
  return decode(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()), forced,
                subject);
}

}  // namespace moxian

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// Encodings a draft can come in. GBK and GB2312 are read as GB18030, which contains them.
enum class Encoding { Utf8, Utf16Le, Utf16Be, Gb18030, Big5 };
enum class LineEnding { Lf, CrLf, Cr };

/// A file's text and how it was stored, enough to write it back the same way.
struct DecodedText {
  /// The text with every line ending as one U+000A and no byte-order mark.
  std::u16string text;
  Encoding encoding = Encoding::Utf8;
  bool byteOrderMark = false;
  /// The ending that most lines had; Lf for a text of one line.
  LineEnding lineEnding = LineEnding::Lf;
  /// True if the file held endings of several kinds; writing back makes them all `lineEnding`.
  bool mixedLineEndings = false;
  /// True if the encoding was guessed (no byte-order mark, not forced).
  bool guessed = false;
  /// UTF-16 offsets in `text` of the U+FFFD that stand for invalid bytes and for NULs. Each becomes
  /// a finding; the program warns before such a text is written over its file.
  std::vector<std::size_t> invalid;
};

/// Decodes a file. Order of the guess, after measurements on short and long texts: byte-order mark,
/// strict UTF-8, UTF-16 by the parity of NULs, GB18030 against Big5 by the share of common
/// characters, ICU's detector last. Refused: binary content (BinaryFile), documents of other programs
/// such as DOCX and PDF (UnknownFormat), password-protected Office files (EncryptedFile), and bytes
/// that are invalid in a `forced` encoding in more than one place in a thousand (WrongEncoding).
/// A forced UTF-16 follows the byte-order mark. Errors name `subject` (a path for the message).
/// Any bytes are safe; time and memory grow linearly.
[[nodiscard]] Result<DecodedText> decode(std::span<const std::byte> bytes,
                                         std::optional<Encoding> forced = {},
                                         const std::string& subject = {});
[[nodiscard]] Result<DecodedText> decode(std::string_view bytes,
                                         std::optional<Encoding> forced = {},
                                         const std::string& subject = {});

/// The bytes of a text in an encoding. NotEncodable with the first such character in the detail
/// if the encoding lacks one; never a silent replacement. Big5 has no byte-order mark.
[[nodiscard]] Result<std::string> encode(std::u16string_view text, Encoding encoding,
                                         bool byteOrderMark, LineEnding lineEnding);

/// "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE".
[[nodiscard]] std::string_view name(Encoding encoding);
/// The encoding of a name as users write it (any case, with or without hyphen; GBK and GB2312 too).
[[nodiscard]] std::optional<Encoding> encodingNamed(std::string_view name);

}  // namespace moxian

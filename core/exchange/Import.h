#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/review/MarkedDraft.h"
#include "core/text/Decoder.h"

namespace moxian {

/// Something of a file that plain text cannot keep.
struct ImportLoss {
  std::string key;        ///< below "import." in the messages, which take the count as {0}
  std::size_t count = 0;  ///< how many there were, at least 1

  friend bool operator==(const ImportLoss&, const ImportLoss&) = default;
};

enum class ImportFormat { Text, Docx, Html, Pdf };

/// The text of a file as the editor and the corpus take it.
struct ImportedText {
  std::u16string text;  ///< one line a paragraph, ended by U+000A; tables as lines of cells in |
  ImportFormat format = ImportFormat::Text;
  std::vector<ImportLoss> losses;    ///< for the user, in a fixed order; empty if all was kept
  std::optional<Encoding> encoding;  ///< of text and HTML: how the bytes were read
  /// Of a DOCX file with changes or comments: the text with them; `text` is its final text.
  std::optional<MarkedDraft> marked = {};
  bool tracking = false;  ///< of a DOCX file: further edits are to be tracked
};

/// The format that a file is read as. The content decides and the ending of its name helps where
/// content is silent: ZIP packages and *.docx are DOCX, "%PDF" and *.pdf are PDF, *.html, *.htm and
/// what begins like a page are HTML, all else is text.
[[nodiscard]] ImportFormat importFormat(std::string_view bytes, const std::string& name);

/// Reads a file of any supported format (see importFormat); tracked changes of a DOCX count as
/// accepted. `forced` is the encoding of text and HTML, guessed without it. Errors name the path.
/// Safe on any thread.
[[nodiscard]] Result<ImportedText> importFile(const std::filesystem::path& file,
                                              std::optional<Encoding> forced = {});

/// The same for bytes in memory; `name` stands for the path in errors, and its ending counts.
[[nodiscard]] Result<ImportedText> importBytes(const std::string& bytes, const std::string& name,
                                               std::optional<Encoding> forced = {});

}  // namespace moxian

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Span.h"
#include "core/exchange/Import.h"

namespace moxian {

/// One tracked change of a DOCX file (ECMA-376-1, 17.13.5): one w:ins, w:del, w:moveFrom or
/// w:moveTo.
struct DocxChange {
  enum class Act { Insert, Delete, MoveFrom, MoveTo };
  enum class Target {
    Text,           ///< characters
    ParagraphMark,  ///< the U+000A (in a table cell the space) at the end of a paragraph
    Row,            ///< a table row: its whole line
  };
  Act act = Act::Insert;
  Target target = Target::Text;
  /// In DocxText::text. Empty if the change holds no text (a picture), or if its paragraph mark
  /// cannot go because no paragraph follows to join with (before a table, at the end of a cell).
  Span span = {};
  std::u16string author = {};
  std::string date = {};  ///< as stored: ISO 8601, "2024-03-01T09:30:00Z"; empty if none is
  std::string move = {};  ///< of a half of a move: the name that both halves have; may be empty
};

/// True if accepting the change takes its span out (a deletion); rejecting it then keeps the span.
[[nodiscard]] constexpr bool removes(DocxChange::Act act) {
  return act == DocxChange::Act::Delete || act == DocxChange::Act::MoveFrom;
}

/// One comment (ECMA-376-1, 17.13.4).
struct DocxComment {
  std::string id = {};
  std::u16string author = {};
  std::u16string initials = {};
  std::string date = {};                   ///< as stored; may be empty
  std::u16string text = {};                ///< its paragraphs apart by U+000A
  std::optional<std::size_t> parent = {};  ///< index of the comment it answers
  bool resolved = false;
  /// What it speaks of, in DocxText::text; nothing if the text refers to it nowhere.
  std::optional<Span> range = {};
};

/// The text of a DOCX file with everything that was marked up in it.
struct DocxText {
  /// With the inserted and the deleted characters, each paragraph and table row ended by U+000A.
  std::u16string text;
  std::vector<DocxChange> changes;    ///< in document order; may nest and overlap
  std::vector<DocxComment> comments;  ///< in the order of the comments part
  std::vector<ImportLoss> losses;
  bool tracking = false;  ///< further edits are to be tracked (w:trackRevisions)
};

/// Reads a DOCX file, Transitional or Strict. Paragraphs are lines, automatic numbers and bullets
/// become characters, tables are lines of cells in |, text boxes follow their paragraph, footnotes
/// and endnotes stand after the text, fields show their result. Errors name `subject`:
/// EncryptedFile, DamagedFile, FileTooLarge (limits in PackageReader.h and DocxReaderXml.h), or
/// UnknownFormat for a package of another kind. Any bytes are safe; nothing is written or fetched.
[[nodiscard]] Result<DocxText> readDocx(std::string_view bytes, const std::string& subject);

/// The text with all changes accepted. A deleted paragraph mark joins with the next paragraph.
[[nodiscard]] std::u16string finalText(const DocxText& docx);
/// The text with all changes rejected.
[[nodiscard]] std::u16string originalText(const DocxText& docx);

}  // namespace moxian

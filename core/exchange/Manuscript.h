#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/Export.h"
#include "core/report/Outline.h"
#include "core/text/Script.h"

namespace moxian {

/// What a paragraph is on the page of an official document (GB/T 9704-2012, 7.3).
enum class PartKind {
  Title,            ///< 7.3.1, its lines apart by U+000A as typed
  Subtitle,         ///< signature, date or dash line right under the title
  Addressee,        ///< 7.3.2 flush left, ends with a colon
  Heading,          ///< 7.3.3 a numbered heading on its own line
  Body,             ///< 7.3.3 paragraph, perhaps with a run-in heading
  AttachmentNote,   ///< 7.3.4 附件：1.名称
  AttachmentItem,   ///< the further names of the note
  Signature,        ///< 7.3.5 the office
  SignatureDate,    ///< 7.3.5 the date under it
  AttachmentMark,   ///< 7.3.7 附件1 at the head of its page
  AttachmentTitle,  ///< 7.3.7 on line 3, set like the title
  Table,
};

/// Where one row of a table stands in the text.
struct RowOrigin {
  Span line = {};  ///< of its line, without the line end
  std::vector<std::vector<std::size_t>> cells = {};  ///< of each cell the offset of each unit
};

/// One paragraph or table.
struct Part {
  PartKind kind = PartKind::Body;
  int level = 0;               ///< 1 to 5 for a heading, run-in or not; 0 otherwise
  std::u16string text = {};    ///< without characters that XML forbids; empty for a table
  std::size_t headLength = 0;  ///< UTF-16 units at the start that are set in the heading's face
  /// UTF-16 units of number and heading words, for bookmarks; 0 without a heading.
  std::size_t bookmarkLength = 0;
  bool newPage = false;    ///< starts a page
  int blankLines = 0;      ///< blank lines before it
  bool keepNext = false;   ///< its last lines stand on the same page as the next part
  double rightIndent = 0;  ///< in characters of the body, for the signature and its date
  /// Cells of a table, row by row; the last cell of a short row spans the missing columns.
  std::vector<std::vector<std::u16string>> rows = {};
  std::size_t columns = 0;  ///< of a table
  Span line = {};  ///< its lines in the text that was arranged, without the last line end
  std::vector<std::size_t> origins = {};    ///< offset there of each unit of `text`
  std::vector<RowOrigin> rowOrigins = {};   ///< one for each of `rows`
};

/// A draft arranged as an official document. Every non-blank line of the text is in some part.
struct Manuscript {
  std::vector<Part> parts;
  Script script = Script::Simplified;
  std::u16string title;  ///< of the first report, on one line; may be empty
};

/// Arranges a text; `titled` as in ExportOptions. Notes tell of characters that were left out.
[[nodiscard]] Manuscript arrange(std::u16string_view text, const Outline& outline,
                                 std::vector<ExportNote>& notes, bool titled = false);

}  // namespace moxian

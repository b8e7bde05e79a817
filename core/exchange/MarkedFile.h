#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Messages.h"
#include "core/exchange/DocxReader.h"
#include "core/report/Outline.h"
#include "core/review/MarkedDraft.h"
#include "core/store/Draft.h"

namespace moxian {

/// A file with what is marked in it: .moxian documents and DOCX have marks, other formats none.
struct MarkedFile {
  MarkedDraft draft;
  DraftProperties properties = {};  ///< of a .moxian document
  /// Of a .moxian document: dismissals, signatures and whether it is tracked; changes, comments and
  /// what was settled are in `draft`.
  Marks others = {};
  /// Of a DOCX file: as read, with changes that hold no text. Change i has the id i + 1.
  std::vector<DocxChange> docxChanges = {};
  std::vector<ImportLoss> losses = {};
  std::string format = {};  ///< "DOCX" or "Moxian"; empty for others
};

/// All that is marked, as a document stores it.
[[nodiscard]] Marks marksOf(const MarkedFile& file);

/// True if a file is one of those with marks.
[[nodiscard]] bool hasMarks(const std::filesystem::path& path);

/// Reads a file of any supported format. `encoding` forces that of plain text. Errors: those of
/// importFile and MoxianFile::open. Safe on any thread.
[[nodiscard]] Result<MarkedFile> readMarked(const std::filesystem::path& path,
                                            std::optional<Encoding> encoding = {});

enum class TextOf { Final, Original };  ///< with all changes accepted, or before them

/// That text of a file that was read.
[[nodiscard]] std::u16string textOf(const MarkedFile& file, TextOf which);

/// The text alone of a file of any supported format. Errors and threads as above.
[[nodiscard]] Result<std::u16string> readText(const std::filesystem::path& path,
                                              TextOf which = TextOf::Final);

/// The review sheet of a draft (review/ReviewSheet.h). `outline` is that of its final text.
[[nodiscard]] std::u16string reviewSheetOf(const MarkedFile& file, const Outline& outline,
                                           const Messages& messages);

}  // namespace moxian

#pragma once

#include <string>
#include <vector>

#include "app/cli/Program.h"
#include "core/exchange/DocxReader.h"
#include "core/review/MarkedDraft.h"
#include "core/store/Draft.h"

namespace moxian::cli {

/// A file with what is marked in it: .moxian documents and DOCX have marks, other formats none.
struct MarkedFile {
  MarkedDraft draft;
  DraftProperties properties = {};  ///< of a .moxian document
  std::vector<Dismissal> dismissals = {};
  /// Of a DOCX file: as read, with changes that hold no text. Change i has the id i + 1.
  std::vector<DocxChange> docxChanges = {};
  std::vector<ImportLoss> losses = {};
  std::string format = {};  ///< "DOCX" or "Moxian"; empty for others
};

/// True if a file is one of those that readDraft cannot take as plain text.
[[nodiscard]] bool hasMarks(const std::string& path);

/// Reads a file of any supported format.
[[nodiscard]] Result<MarkedFile> readMarked(const std::string& path);

/// What becomes of the marks in an export.
enum class Changes { Keep, Accept, Reject };

/// Writes a draft in the format of the ending: .moxian keeps all marks; DOCX and HTML show them if
/// they are kept; text and PDF cannot, which is an error. Says on stderr what was done otherwise.
[[nodiscard]] Result<void> writeMarked(const std::string& path, const MarkedFile& file,
                                       Changes changes, const std::string& layout,
                                       const Program& program);

/// UsageInvalid if the two are one file.
[[nodiscard]] Result<void> differentFiles(const std::string& input, const std::string& output,
                                          const Program& program);

}  // namespace moxian::cli

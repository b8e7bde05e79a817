#pragma once

#include <string>

#include "app/cli/Program.h"
#include "core/exchange/Export.h"
#include "core/exchange/MarkedFile.h"

namespace moxian::cli {

/// What becomes of the marks in an export.
enum class Changes { Keep, Accept, Reject };

/// Writes a draft in the format of the ending: .moxian keeps all marks; DOCX and HTML show them if
/// they are kept; text and PDF cannot, which is an error. Says on stderr what was done otherwise.
/// `sheet`: the review sheet to go behind the text, but never into a .moxian document. `titled`:
/// see ExportOptions.
[[nodiscard]] Result<void> writeMarked(const std::string& path, const MarkedFile& file,
                                       Changes changes, const std::string& layout,
                                       const Program& program, const std::u16string& sheet = {},
                                       bool titled = false);

/// The review sheet of a file, in the language of the program.
[[nodiscard]] Result<std::u16string> sheetOf(const MarkedFile& file, const Program& program);

/// Says on stderr where the final text of a file joins what excludes each other.
void noteRivals(const std::string& path, const MarkedFile& file, const Program& program);

/// The format that an output's ending names; UsageInvalid, which lists the endings there are, for
/// another.
[[nodiscard]] Result<Format> outputFormat(const std::string& path, const Program& program);

/// UsageInvalid if a word processor has the output open: it would write over it in turn.
[[nodiscard]] Result<void> openNowhere(const std::string& output, const Program& program);

/// UsageInvalid if the two are one file.
[[nodiscard]] Result<void> differentFiles(const std::string& input, const std::string& output,
                                          const Program& program);

}  // namespace moxian::cli

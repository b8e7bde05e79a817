#pragma once

#include <filesystem>
#include <string>

#include "app/cli/Program.h"
#include "core/report/Reader.h"
#include "core/text/Decoder.h"
#include "core/text/Lines.h"

namespace moxian::cli {

/// A file as the commands look at it.
struct Draft {
  std::string path;
  DecodedText decoded;
  Lines lines;

  [[nodiscard]] std::u16string_view text() const { return decoded.text; }
};

/// Reads and decodes a file. `encoding` forces one if it is not empty. Says on stderr when an
/// encoding other than UTF-8 was guessed and when bytes were invalid.
[[nodiscard]] Result<Draft> readDraft(const std::string& path, const std::string& encoding,
                                      const Program& program);

/// "文件：x.txt（GB18030，自动识别）": the first line of a text report.
[[nodiscard]] std::string headline(const Draft& draft, const Program& program);

/// The reader of reports with the user's own profiles.
[[nodiscard]] Result<ReportReader> loadReader();

/// ProfileUnknown with the names there are, unless it is one of them, "auto" or "none".
[[nodiscard]] Result<void> knownProfile(const ReportReader& reader, const std::string& name);

}  // namespace moxian::cli

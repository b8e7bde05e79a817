#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/Program.h"
#include "core/check/Batch.h"
#include "core/exchange/MarkedFile.h"

namespace moxian::cli {

/// The way a report on drafts is written: by an ending of -o or a word of --format.
enum class ReportForm { Html, Csv, Json };
/// Nothing for another ending.
[[nodiscard]] std::optional<ReportForm> reportForm(const std::string& output);

/// The report on drafts in a form. Paths are shown below `root`.
[[nodiscard]] std::string draftsReport(ReportForm form, const std::vector<CheckedDraft>& drafts,
                                       const std::vector<LeftOut>& leftOut,
                                       const std::filesystem::path& root, const Program& program);

/// Checks all drafts of a folder on all processors; shows progress on a terminal and says on stderr
/// what could not be read and what was no draft. `report`: the file to write, which is no draft
/// even if it lies there. `which`: the text of drafts with tracked changes.
[[nodiscard]] Result<CheckedFolder> checkFolder(const std::filesystem::path& folder,
                                                const std::filesystem::path& report, TextOf which,
                                                const BatchTools& tools, const Program& program);

/// One line a draft: counts and path.
[[nodiscard]] std::string draftsText(const std::vector<CheckedDraft>& drafts,
                                     const std::filesystem::path& root, const Program& program);

}  // namespace moxian::cli

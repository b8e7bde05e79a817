#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/Messages.h"
#include "core/check/Batch.h"

namespace moxian {

/// What the head of such a page says of where it comes from.
inline constexpr std::string_view kBatchGenerator =
    "<meta name=\"generator\" content=\"Moxian check\">";

/// A page (HTML, UTF-8) that stands alone in one file and prints well: a table with one row a
/// draft, then for each draft its parts, its findings in context, its figures and which measures
/// answer its problems. Paths are shown below `root`; an empty root shows them whole.
[[nodiscard]] std::string batchPage(const std::vector<CheckedDraft>& drafts,
                                    const std::filesystem::path& root, const Messages& messages,
                                    const std::vector<LeftOut>& leftOut = {});

/// A table (CSV after RFC 4180, UTF-8 with a byte-order mark for spreadsheets), one row a draft:
/// file, title, unit, year, kind, the three parts, counts by severity and category, dismissed
/// findings, error (with no counts); then one
/// a file left out with the reason in place of an error.
/// Cells that a spreadsheet would take for a formula begin with an apostrophe.
[[nodiscard]] std::string batchTable(const std::vector<CheckedDraft>& drafts,
                                     const std::filesystem::path& root, const Messages& messages,
                                     const std::vector<LeftOut>& leftOut = {});

/// A path as the reports show it.
[[nodiscard]] std::string shownPath(const std::filesystem::path& file,
                                    const std::filesystem::path& root);

/// "另有 3 个文件没有检查：检查报告 1 个，审阅单 2 个": empty if nothing was left out.
[[nodiscard]] std::string leftOutText(const std::vector<LeftOut>& leftOut,
                                      const Messages& messages);
/// The same with the files by name: "检查报告 1 个（report.html）". Paths are shown below `root`.
[[nodiscard]] std::string leftOutNames(const std::vector<LeftOut>& leftOut,
                                       const std::filesystem::path& root, const Messages& messages);
/// "report", "sheet", "export".
[[nodiscard]] std::string_view name(NoDraft why);

/// "同类还有：第 5、7、9 行", where else a cause stands, the first twenty; empty if nowhere.
[[nodiscard]] std::string otherPlacesText(const std::vector<Position>& others,
                                          const Messages& messages);

/// Findings of all drafts that were dismissed.
[[nodiscard]] std::size_t dismissedIn(const std::vector<CheckedDraft>& drafts);
/// "另有 3 处已忽略。"
[[nodiscard]] std::string dismissedText(std::size_t dismissed, const Messages& messages);

/// "“年报.moxian”记着的报告类型“…”在这台电脑上没有 …", with CheckedDraft::unknownProfile.
[[nodiscard]] std::string unknownProfileText(const std::string& file, const std::string& profile,
                                             const Messages& messages);

/// "主要工作 41%，存在问题 80%": the shares of CheckedDraft::likeness.
[[nodiscard]] std::string likenessText(const std::map<Role, double>& likeness,
                                       const Messages& messages);

/// All categories in the order of their tables.
[[nodiscard]] const std::vector<Category>& allCategories();

}  // namespace moxian

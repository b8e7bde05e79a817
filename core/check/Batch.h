#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/check/Causes.h"
#include "core/check/Checker.h"
#include "core/check/Dismissals.h"
#include "core/check/Ledger.h"
#include "core/check/ProblemMap.h"

namespace moxian {

/// A cause with the words around its first place, so that it can be read without the draft.
struct PlacedCause {
  Cause cause;
  Position at;                   ///< line and column from 1, in characters
  std::vector<Position> others;  ///< where else
  std::size_t length = 0;        ///< in characters
  std::u16string before;         ///< of its line
  std::u16string excerpt;
  std::u16string after;
};

/// What is said of one report of a draft.
struct CheckedReport {
  std::u16string title;
  std::u16string unit;
  std::optional<int> year;
  std::string profile;          ///< its name, as in files
  std::u16string profileLabel;  ///< what people call it; empty for "none"
  std::vector<RequiredPart> required;
};

/// A figure and a problem as words, for tables in reports.
struct LedgerRow {
  std::size_t line = 0;  ///< from 1
  Role role = Role::WorkDone;
  std::u16string noun;
  std::u16string figure;
  bool approximate = false;
};
struct AnsweredProblem {
  std::u16string problem;
  std::vector<std::u16string> measures;
};

/// Why a file of a folder with the ending of a draft is none.
enum class NoDraft {
  Report,  ///< a page that an earlier check wrote
  Sheet,   ///< a review sheet
  Export,  ///< has the name and the text of a draft beside it
};
struct LeftOut {
  std::filesystem::path file;
  NoDraft why = NoDraft::Report;
};

/// A draft with all that was found in it, or why it could not be read.
struct CheckedDraft {
  std::filesystem::path file;
  std::optional<Error> error;
  std::optional<NoDraft> noDraft;  ///< why nothing was checked
  std::string unknownProfile;      ///< stored with it and not known here: chosen by its title
  std::vector<CheckedReport> reports;
  std::vector<PlacedCause> causes;  ///< without what was dismissed
  std::size_t dismissed = 0;        ///< findings that somebody decided to leave as they are
  std::vector<LedgerRow> ledger;
  std::vector<AnsweredProblem> problems;
  std::vector<std::u16string> otherMeasures;  ///< that answer no problem
  /// Per part the share of its wording that stands in last year's report, 0 to 1; empty if none was
  /// given.
  std::map<Role, double> likeness;

  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] std::size_t count(Category category) const;
};

/// What a file gives to be checked.
struct DraftContent {
  std::u16string text;
  Dismissals dismissals = {};  ///< stored with it
  bool sheet = false;          ///< a review sheet and no draft
  std::string profile = {};    ///< stored with it; empty if none was chosen
};
/// Gives the content of a file; called from several threads at once.
using DraftReader = std::function<Result<DraftContent>(const std::filesystem::path& file)>;
/// Told after each draft how many of how many are done; from several threads, one at a time.
using DraftProgress = std::function<void(std::size_t done, std::size_t all)>;

/// What checking drafts needs. Immutable while they are checked.
struct BatchTools {
  const ReportReader& reader;
  const RuleSet& rules;
  const Measures& measures;
  CheckOptions options;
};

/// What is to be checked in a folder, and what is not.
struct FolderFiles {
  std::vector<std::filesystem::path> drafts;
  std::vector<LeftOut> leftOut;
};

/// The drafts in a folder and below it, by their endings (.moxian .txt .md .docx .html .htm .pdf),
/// sorted. Hidden files and links are passed over, pages of earlier checks left out.
[[nodiscard]] Result<FolderFiles> draftsIn(const std::filesystem::path& folder);

/// A folder that was checked.
struct CheckedFolder {
  std::vector<CheckedDraft> drafts;
  std::vector<LeftOut> leftOut;
};

/// Moves what turned out to be no draft from the checked drafts to what was left out.
void takeLeftOut(std::vector<CheckedDraft>& drafts, std::vector<LeftOut>& into);

/// Checks one text. What `dismissals` cover is counted and not told. `profile` is the one stored
/// with the draft, taken unless the options name another than "auto".
[[nodiscard]] CheckedDraft checkedDraft(const std::filesystem::path& file, std::u16string_view text,
                                        const BatchTools& tools, const Dismissals& dismissals = {},
                                        const std::string& profile = {});

/// Checks the files on all processors. Of files in one folder that differ only in their ending, one
/// whose text, spaces apart, is that of a nearer form (.moxian, then .txt and .md, .docx, .html and
/// .pdf) was exported from it and is no draft; with another text it is one of its own. One that
/// cannot be read is a draft with an error and stops nothing. The result has the order of `files`;
/// once `stop` is asked for, drafts not yet begun are left out.
[[nodiscard]] std::vector<CheckedDraft> checkDrafts(const std::vector<std::filesystem::path>& files,
                                                    const DraftReader& read,
                                                    const BatchTools& tools,
                                                    const DraftProgress& progress = {},
                                                    std::stop_token stop = {});

}  // namespace moxian

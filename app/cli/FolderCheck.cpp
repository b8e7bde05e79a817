#include "app/cli/FolderCheck.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "app/cli/Json.h"
#include "core/check/BatchReport.h"
#include "core/exchange/DraftReading.h"

namespace moxian::cli {
namespace {

Json requiredJson(const CheckedReport& report) {
  Json out = Json::object();
  for (const RequiredPart& part : report.required) {
    out[std::string(name(part.role))] = name(part.presence);
  }
  return out;
}

Json reportsJson(const CheckedDraft& draft) {
  Json out = Json::array();
  for (const CheckedReport& report : draft.reports) {
    out.push_back({{"title", toUtf8(report.title)},
                   {"unit", toUtf8(report.unit)},
                   {"year", report.year ? Json(*report.year) : Json()},
                   {"profile", report.profile},
                   {"required", requiredJson(report)}});
  }
  return out;
}

Json findingsJson(const CheckedDraft& draft, const Program& program) {
  Json out = Json::array();
  for (const PlacedCause& found : draft.causes) {
    const Finding& finding = found.cause.finding;
    Json fixes = Json::array();
    for (const Fix& fix : finding.fixes) fixes.push_back(title(fix, program.messages()));
    Json others = Json::array();
    for (const Position& other : found.others) {
      others.push_back({{"line", other.line}, {"column", other.column}});
    }
    out.push_back({{"rule", finding.rule},
                   {"category", name(finding.category)},
                   {"severity", name(finding.severity)},
                   {"line", found.at.line},
                   {"column", found.at.column},
                   {"length", found.length},
                   {"others", std::move(others)},
                   {"before", toUtf8(found.before)},
                   {"excerpt", toUtf8(found.excerpt)},
                   {"after", toUtf8(found.after)},
                   {"message", message(found.cause, program.messages())},
                   {"fixes", std::move(fixes)}});
  }
  return out;
}

Json categoriesJson(const CheckedDraft& draft) {
  Json out = Json::object();
  for (const Category category : allCategories()) {
    if (const std::size_t n = draft.count(category); n > 0) out[std::string(name(category))] = n;
  }
  return out;
}

/// Nothing was counted in a draft that could not be read.
Json counted(const CheckedDraft& draft, std::size_t n) {
  return draft.error ? Json() : Json(n);
}

Json draftJson(const CheckedDraft& draft, const std::filesystem::path& root,
               const Program& program) {
  Json problems = Json::array();
  for (const AnsweredProblem& one : draft.problems) {
    Json measures = Json::array();
    for (const std::u16string& measure : one.measures) measures.push_back(toUtf8(measure));
    problems.push_back({{"problem", toUtf8(one.problem)}, {"measures", std::move(measures)}});
  }
  Json other = Json::array();
  for (const std::u16string& measure : draft.otherMeasures) other.push_back(toUtf8(measure));
  Json likeness = Json::object();
  for (const auto& [role, share] : draft.likeness) likeness[std::string(name(role))] = share;
  return {{"file", shownPath(draft.file, root)},
          {"error", draft.error ? Json(program.messages().text(*draft.error)) : Json()},
          {"reports", reportsJson(draft)},
          {"error_count", counted(draft, draft.count(Severity::Error))},
          {"warning_count", counted(draft, draft.count(Severity::Warning))},
          {"hint_count", counted(draft, draft.count(Severity::Hint))},
          {"dismissed_count", counted(draft, draft.dismissed)},
          {"categories", categoriesJson(draft)},
          {"problems", std::move(problems)},
          {"other_measures", std::move(other)},
          {"likeness", std::move(likeness)},
          {"findings", findingsJson(draft, program)}};
}

}  // namespace

std::optional<ReportForm> reportForm(const std::string& output) {
  std::string ending = std::filesystem::path(output).extension().string();
  if (ending.empty()) ending = "." + output;
  if (ending == ".html" || ending == ".htm") return ReportForm::Html;
  if (ending == ".csv") return ReportForm::Csv;
  if (ending == ".json") return ReportForm::Json;
  return {};
}

std::string draftsReport(ReportForm form, const std::vector<CheckedDraft>& drafts,
                         const std::vector<LeftOut>& leftOut, const std::filesystem::path& root,
                         const Program& program) {
  if (form == ReportForm::Html) return batchPage(drafts, root, program.messages(), leftOut);
  if (form == ReportForm::Csv) return batchTable(drafts, root, program.messages(), leftOut);
  Json list = Json::array();
  for (const CheckedDraft& draft : drafts) list.push_back(draftJson(draft, root, program));
  Json others = Json::array();
  for (const LeftOut& one : leftOut) {
    others.push_back({{"file", shownPath(one.file, root)}, {"why", name(one.why)}});
  }
  return lineOf({{"drafts", std::move(list)}, {"left_out", std::move(others)}});
}

Result<CheckedFolder> checkFolder(const std::filesystem::path& folder,
                                  const std::filesystem::path& report, TextOf which,
                                  const BatchTools& tools, const Program& program) {
  auto files = draftsIn(folder);
  if (!files) return std::unexpected(files.error());
  const auto isReport = [&](const std::filesystem::path& file) {
    std::error_code ignored;
    return !report.empty() && std::filesystem::equivalent(file, report, ignored);
  };
  std::erase_if(files->drafts, isReport);
  std::erase_if(files->leftOut, [&](const LeftOut& one) { return isReport(one.file); });
  const auto read = draftReader(which);
  if (!read) return std::unexpected(read.error());
  const bool watched = ::isatty(STDERR_FILENO) == 1;
  const auto progress = [&](std::size_t done, std::size_t all) {
    const std::string line =
        "\r" + program.say("note.progress", {std::to_string(done), std::to_string(all)}) +
        (done == all ? "\n" : "");
    std::fputs(line.c_str(), stderr);
  };
  auto drafts =
      checkDrafts(files->drafts, *read, tools, watched ? DraftProgress(progress) : nullptr);
  for (const CheckedDraft& draft : drafts) {
    if (draft.error) program.note(program.messages().text(*draft.error));
    if (!draft.unknownProfile.empty()) {
      program.note(unknownProfileText(shownPath(draft.file, folder), draft.unknownProfile,
                                      program.messages()));
    }
  }
  takeLeftOut(drafts, files->leftOut);
  if (!files->leftOut.empty()) {
    program.note(leftOutNames(files->leftOut, folder, program.messages()));
  }
  return CheckedFolder{std::move(drafts), std::move(files->leftOut)};
}

std::string draftsText(const std::vector<CheckedDraft>& drafts, const std::filesystem::path& root,
                       const Program& program) {
  std::string out;
  for (const CheckedDraft& draft : drafts) {
    const std::string path = shownPath(draft.file, root);
    out += draft.error
               ? path + "  " + program.messages().text(*draft.error)
               : program.say("text.draft", {path, std::to_string(draft.count(Severity::Error)),
                                            std::to_string(draft.count(Severity::Warning)),
                                            std::to_string(draft.count(Severity::Hint))});
    out += "\n";
  }
  if (const std::size_t dismissed = dismissedIn(drafts); dismissed > 0) {
    out += dismissedText(dismissed, program.messages()) + "\n";
  }
  return out + program.say("text.drafts_total", {std::to_string(drafts.size())}) + "\n";
}

}  // namespace moxian::cli

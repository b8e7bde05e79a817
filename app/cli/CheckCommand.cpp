#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Findings.h"
#include "app/cli/FolderCheck.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/base/Files.h"
#include "core/check/BatchReport.h"
#include "core/check/Checker.h"
#include "core/check/Previous.h"
#include "core/check/RuleTable.h"

namespace moxian::cli {
namespace {

namespace fs = std::filesystem;

struct CheckCommandOptions {
  std::string file;
  std::string encoding;
  std::string changes = "accept";
  std::string profile = "auto";
  std::string previous;
  std::string unit;
  std::string output;
  std::string failOn = "error";
  std::string format = "text";
};

/// All that a check needs, loaded once.
struct Tools {
  ReportReader reader;
  RuleSet rules;
  Measures measures;
  CheckOptions options;
};

Result<std::shared_ptr<const PreviousReport>> previousOf(const CheckCommandOptions& options,
                                                         const Tools& tools,
                                                         const Program& program) {
  if (options.previous.empty()) return nullptr;
  const auto draft = readDraft(options.previous, {}, program);
  if (!draft) return std::unexpected(draft.error());
  return previousReport(std::u16string(draft->text()), tools.reader, tools.rules);
}

/// An error for a profile that names a rule which is not there: mistyped, it would stay as it is.
Result<void> knownRules(const Profiles& profiles, const RuleSet& rules) {
  const std::vector<const RuleInfo*> infos = rules.infos();
  const auto known = [&](const std::string& id) {
    return std::ranges::contains(infos, id, [](const RuleInfo* info) { return info->id; });
  };
  for (const auto& [called, profile] : profiles.all()) {
    const std::string file = "profiles/" + called + ".toml";
    for (const std::string& id : profile.rulesOff) {
      if (!known(id)) return fail(ErrorCode::ResourceInvalid, file, "rules_off: " + id);
    }
    for (const auto& [id, severity] : profile.severities) {
      if (!known(id)) return fail(ErrorCode::ResourceInvalid, file, "severity: " + id);
    }
  }
  return {};
}

Result<Tools> loadTools(const CheckCommandOptions& options, const Program& program) {
  auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  if (const auto known = knownProfile(*reader, options.profile); !known) {
    return std::unexpected(known.error());
  }
  auto rules = RuleSet::load();
  if (!rules) return std::unexpected(rules.error());
  if (const auto known = knownRules(reader->profiles(), *rules); !known) {
    return std::unexpected(known.error());
  }
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  Tools out{std::move(*reader), std::move(*rules), std::move(*measures), {}};
  auto previous = previousOf(options, out, program);
  if (!previous) return std::unexpected(previous.error());
  out.options.profile = options.profile;
  out.options.previous = std::move(*previous);
  out.options.unit = toUtf16(options.unit);
  return out;
}

bool reaches(Severity severity, const std::string& least) {
  constexpr std::array kAll = {Severity::Hint, Severity::Warning, Severity::Error};
  const auto found =
      std::ranges::find(kAll, least, [](Severity s) { return std::string(name(s)); });
  return found != kAll.end() && severity >= *found;
}

/// Writes to -o, or to stdout without it.
Result<void> put(const std::string& text, const CheckCommandOptions& options,
                 const Program& program) {
  if (options.output.empty()) return program.print(text);
  if (const auto done = writeFile(options.output, text); !done) return done;
  return program.print(program.say("text.exported", {options.output}) + "\n");
}

/// The form of the report; an error for an ending that names none.
Result<std::optional<ReportForm>> formOf(const CheckCommandOptions& options,
                                         const Program& program) {
  if (options.output.empty()) {
    return options.format == "html" ? std::optional(ReportForm::Html) : std::nullopt;
  }
  const auto form = reportForm(options.output);
  if (form) return form;
  return fail(ErrorCode::UsageInvalid, program.say("usage.report", {options.output}));
}

Result<int> runFolder(const CheckCommandOptions& options, std::optional<ReportForm> form,
                      const Tools& tools, const Program& program) {
  const auto folder = checkFolder(
      options.file, options.output, options.changes == "reject" ? TextOf::Original : TextOf::Final,
      {tools.reader, tools.rules, tools.measures, tools.options}, program);
  if (!folder) return std::unexpected(folder.error());
  const std::vector<CheckedDraft>& drafts = folder->drafts;
  if (!form && options.format != "text") form = reportForm(options.format);
  if (!form && options.format != "text") {
    return fail(ErrorCode::UsageInvalid, program.say("usage.folder_format", {options.format}));
  }
  const auto done = put(form ? draftsReport(*form, drafts, folder->leftOut, options.file, program)
                             : draftsText(drafts, options.file, program),
                        options, program);
  if (!done) return std::unexpected(done.error());
  const bool failing = std::ranges::any_of(drafts, [&](const CheckedDraft& draft) {
    return draft.error || std::ranges::any_of(draft.causes, [&](const PlacedCause& found) {
             return reaches(found.cause.finding.severity, options.failOn);
           });
  });
  return failing ? kFindings : kDone;
}

/// Per part how much of last year's wording the draft keeps; empty without --previous.
std::map<Role, double> likenessOf(const Draft& draft, const Outline& outline, const Tools& tools) {
  const PreviousReport* previous = tools.options.previous.get();
  if (previous == nullptr) return {};
  const std::u16string folded = tools.rules.folded(draft.text());
  return compareWith(*previous,
                     {draft.text(), folded, draft.lines(), outline, tools.reader.profiles()},
                     tools.measures)
      .likeness;
}

Result<int> runFile(const CheckCommandOptions& options, std::optional<ReportForm> form,
                    const Tools& tools, const Program& program) {
  const auto draft =
      readDraft(options.file, options.encoding, program, options.changes == "reject");
  if (!draft) return std::unexpected(draft.error());
  std::error_code ignored;
  if (!options.output.empty() && fs::equivalent(options.file, options.output, ignored)) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.same_file", {options.output}));
  }
  const Outline outline = outlineOf(*draft, options.profile, tools.reader, program);
  CheckOptions by = tools.options;
  by.profile = tools.reader.profiles().choose(options.profile, draft->profile());
  const OpenFindings open = draft->dismissals().sift(
      checkText(draft->text(), draft->lines(), outline, tools.reader, tools.rules, by),
      draft->text());
  std::string text;
  if (form) {
    const BatchTools batch{tools.reader, tools.rules, tools.measures, by};
    text =
        draftsReport(*form, {checkedDraft(options.file, draft->text(), batch, draft->dismissals())},
                     {}, {}, program);
  } else if (options.format == "json") {
    text = findingsJson(open, likenessOf(*draft, outline, tools), *draft, program);
  } else if (options.format == "sarif") {
    text = findingsSarif(open, *draft, tools.rules, program);
  } else {
    text = findingsText(open, *draft, program);
    if (const auto likeness = likenessOf(*draft, outline, tools); !likeness.empty()) {
      text += program.messages().text("page.likeness", std::vector<std::string>{likenessText(
                                                           likeness, program.messages())}) +
              "\n";
    }
  }
  if (const auto done = put(text, options, program); !done) return std::unexpected(done.error());
  const bool failing = std::ranges::any_of(
      open.findings, [&](const Finding& found) { return reaches(found.severity, options.failOn); });
  return failing ? kFindings : kDone;
}

Result<int> run(const CheckCommandOptions& options, const Program& program) {
  const auto form = formOf(options, program);
  if (!form) return std::unexpected(form.error());
  const auto tools = loadTools(options, program);
  if (!tools) return std::unexpected(tools.error());
  std::error_code ignored;
  return fs::is_directory(options.file, ignored) ? runFolder(options, *form, *tools, program)
                                                 : runFile(options, *form, *tools, program);
}

Result<int> listRules(const std::string& format, const Program& program) {
  const auto rules = RuleSet::load();
  if (!rules) return std::unexpected(rules.error());
  const std::vector<RuleEntry> entries = ruleEntries(*rules, program.messages());
  Json list = Json::array();
  std::string text;
  for (const RuleEntry& rule : entries) {
    const std::string severity(name(rule.severity));
    list.push_back({{"id", rule.id},
                    {"category", name(rule.category)},
                    {"severity", severity},
                    {"name", rule.name},
                    {"why", rule.why},
                    {"source", rule.source},
                    {"wrong", rule.wrong},
                    {"right", rule.right}});
    text += program.say("text.rule", {rule.id, program.messages().text("severity." + severity),
                                      rule.name, rule.source}) +
            "\n";
  }
  if (format == "markdown") text = rulesManual(entries, program.messages());
  const auto printed =
      program.print(format == "json" ? lineOf({{"rules", std::move(list)}}) : text);
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

}  // namespace

void addCheck(CLI::App& app, Program& program) {
  const auto options = std::make_shared<CheckCommandOptions>();
  CLI::App& sub = command(app, "check", "check", program);
  Options add(sub, program);
  add.add("FILE|FOLDER", options->file, "file_or_folder")->required();
  add.add("-o", options->output, "report", "REPORT.html|.csv|.json");
  add.add("--profile", options->profile, "profile", "NAME|auto|none");
  add.add("--previous", options->previous, "previous", "LAST_YEAR");
  add.add("--unit", options->unit, "unit", "NAME");
  add.choice("--fail-on", options->failOn, "fail_on", {"error", "warning", "hint"});
  add.format(options->format, {"text", "json", "sarif", "html"});
  add.choice("--changes", options->changes, "changes_checked", {"accept", "reject"});
  add.encoding(options->encoding);
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

void addListRules(CLI::App& app, Program& program) {
  const auto format = std::make_shared<std::string>("text");
  CLI::App& sub = command(app, "list-rules", "list_rules", program);
  Options(sub, program).format(*format, {"text", "json", "markdown"});
  sub.callback([format, &program] { finish(program, listRules(*format, program)); });
}

}  // namespace moxian::cli

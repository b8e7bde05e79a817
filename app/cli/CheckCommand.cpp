#include <algorithm>
#include <array>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Findings.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/check/Checker.h"

namespace moxian::cli {
namespace {

struct CheckCommandOptions {
  std::string file;
  std::string encoding;
  std::string profile = "auto";
  std::string failOn = "error";
  std::string format = "text";
};

std::string inFormat(const std::string& format, const std::vector<Finding>& findings,
                     const Draft& draft, const RuleSet& rules, const Program& program) {
  if (format == "json") return findingsJson(findings, draft, program);
  if (format == "sarif") return findingsSarif(findings, draft, rules, program);
  return findingsText(findings, draft, program);
}

bool reaches(Severity severity, const std::string& least) {
  constexpr std::array kAll = {Severity::Hint, Severity::Warning, Severity::Error};
  const auto found =
      std::ranges::find(kAll, least, [](Severity s) { return std::string(name(s)); });
  return found != kAll.end() && severity >= *found;
}

Result<int> run(const CheckCommandOptions& options, const Program& program) {
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  if (const auto known = knownProfile(*reader, options.profile); !known) {
    return std::unexpected(known.error());
  }
  const auto rules = RuleSet::load();
  if (!rules) return std::unexpected(rules.error());
  const auto draft = readDraft(options.file, options.encoding, program);
  if (!draft) return std::unexpected(draft.error());
  const Outline outline = reader->read(draft->text(), draft->lines(), options.profile);
  const auto findings = checkText(draft->text(), draft->lines(), outline, *reader, *rules,
                                  {.profile = options.profile, .rulesOff = {}});
  const auto printed = program.print(inFormat(options.format, findings, *draft, *rules, program));
  if (!printed) return std::unexpected(printed.error());
  const bool failing = std::ranges::any_of(
      findings, [&](const Finding& found) { return reaches(found.severity, options.failOn); });
  return failing ? kFindings : kDone;
}

Result<int> listRules(const std::string& format, const Program& program) {
  const auto rules = RuleSet::load();
  if (!rules) return std::unexpected(rules.error());
  Json list = Json::array();
  std::string text;
  for (const RuleInfo* rule : rules->infos()) {
    const std::string key = "rules." + std::string(rule->id);
    const std::string called = program.messages().text(key + ".name");
    const std::string severity(name(rule->severity));
    list.push_back({{"id", rule->id},
                    {"category", name(rule->category)},
                    {"severity", severity},
                    {"name", called},
                    {"why", program.messages().text(key + ".why")},
                    {"source", rule->source}});
    text += program.say("text.rule",
                        {std::string(rule->id), program.messages().text("severity." + severity),
                         called, std::string(rule->source)}) +
            "\n";
  }
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
  add.add("FILE", options->file, "file")->required();
  add.add("--profile", options->profile, "profile", "NAME|auto|none");
  add.choice("--fail-on", options->failOn, "fail_on", {"error", "warning", "hint"});
  add.format(options->format, {"text", "json", "sarif"});
  add.encoding(options->encoding);
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

void addListRules(CLI::App& app, Program& program) {
  const auto format = std::make_shared<std::string>("text");
  CLI::App& sub = command(app, "list-rules", "list_rules", program);
  Options(sub, program).format(*format, {"text", "json"});
  sub.callback([format, &program] { finish(program, listRules(*format, program)); });
}

}  // namespace moxian::cli

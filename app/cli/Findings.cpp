#include "app/cli/Findings.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>

#include "app/cli/Json.h"
#include "core/base/Resources.h"
#include "core/check/BatchReport.h"
#include "core/check/Causes.h"

namespace moxian::cli {
namespace {

constexpr std::size_t kExcerpt = 60;  // characters

Json placeOf(Span span, const Draft& draft) {
  const Position at = draft.position(span.begin);
  return {{"line", at.line}, {"column", at.column}, {"length", draft.characters(span)}};
}

std::string excerptOf(Span span, const Draft& draft) {
  const std::u16string_view covered = span.of(draft.text());
  return toUtf8(covered.substr(0, offsetOfCodePoint(covered, kExcerpt)));
}

/// The covered text after the edits that lie inside it.
std::string replacementOf(const Fix& fix, Span span, const Draft& draft) {
  std::u16string out;
  std::size_t at = span.begin;
  for (const Edit& edit : fix.edits) {
    if (edit.span.begin < at || edit.span.end > span.end) continue;
    out += Span{at, edit.span.begin}.of(draft.text());
    out += edit.with;
    at = edit.span.end;
  }
  out += Span{at, span.end}.of(draft.text());
  return toUtf8(out);
}

Json fixJson(const Fix& fix, Span span, const Draft& draft, const Program& program) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    Json place = placeOf(edit.span, draft);
    place["replacement"] = toUtf8(edit.with);
    edits.push_back(std::move(place));
  }
  return {{"title", title(fix, program.messages())},
          {"replacement", replacementOf(fix, span, draft)},
          {"edits", std::move(edits)}};
}

Json findingJson(const Finding& finding, std::size_t cause, const Draft& draft,
                 const Program& program) {
  Json json = {{"rule", finding.rule},
               {"cause", cause},
               {"category", name(finding.category)},
               {"severity", name(finding.severity)}};
  json.update(placeOf(finding.span, draft));
  json["excerpt"] = excerptOf(finding.span, draft);
  json["message"] = message(finding, program.messages());
  json["fixes"] = Json::array();
  for (const Fix& fix : finding.fixes) {
    json["fixes"].push_back(fixJson(fix, finding.span, draft, program));
  }
  json["related"] = Json::array();
  for (const Span related : finding.related) json["related"].push_back(placeOf(related, draft));
  return json;
}

std::string severityWord(Severity severity, const Program& program) {
  return program.messages().text("severity." + std::string(name(severity)));
}

std::string causeText(const Cause& cause, const Draft& draft, const Program& program) {
  const Finding& finding = cause.finding;
  const Position at = draft.position(finding.span.begin);
  std::string out =
      program.say("text.finding", {draft.path(), std::to_string(at.line), std::to_string(at.column),
                                   severityWord(finding.severity, program),
                                   message(cause, program.messages()), finding.rule});
  out += '\n';
  std::vector<Position> others;
  for (const Span other : cause.places | std::views::drop(1)) {
    others.push_back(draft.position(other.begin));
  }
  if (!others.empty()) out += "    " + otherPlacesText(others, program.messages()) + "\n";
  for (const Fix& fix : finding.fixes) {
    out += program.say("text.fix", {title(fix, program.messages())}) + "\n";
  }
  return out;
}

Json regionOf(Span span, const Draft& draft) {
  const Position begin = draft.position(span.begin);
  const Position end = draft.position(span.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

/// A path as the reference that SARIF wants (RFC 3986, 3.3).
std::string uriOf(const std::string& path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string out;
  for (const char c : path) {
    out += kPlain.contains(c) ? std::string(1, c)
                              : std::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json sarifPlace(Span span, const Draft& draft) {
  return {
      {"physicalLocation",
       {{"artifactLocation", {{"uri", uriOf(draft.path())}}}, {"region", regionOf(span, draft)}}}};
}

Json sarifFix(const Fix& fix, const Draft& draft, const Program& program) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    replacements.push_back({{"deletedRegion", regionOf(edit.span, draft)},
                            {"insertedContent", {{"text", toUtf8(edit.with)}}}});
  }
  const Json change = {{"artifactLocation", {{"uri", uriOf(draft.path())}}},
                       {"replacements", std::move(replacements)}};
  return {{"description", {{"text", title(fix, program.messages())}}},
          {"artifactChanges", Json::array({change})}};
}

Json sarifResult(const Cause& cause, const Draft& draft, const Program& program) {
  const Finding& finding = cause.finding;
  const std::string_view level =
      finding.severity == Severity::Hint ? "note" : name(finding.severity);
  // Several locations mean that a change at every one of them is needed (SARIF 2.1.0, 3.27.12).
  Json locations = Json::array();
  for (const Span place : cause.places) locations.push_back(sarifPlace(place, draft));
  Json json = {{"ruleId", finding.rule},
               {"level", level},
               {"message", {{"text", message(cause, program.messages())}}},
               {"locations", std::move(locations)}};
  for (const Span related : finding.related) {
    json["relatedLocations"].push_back(sarifPlace(related, draft));
  }
  for (const Fix& fix : finding.fixes) json["fixes"].push_back(sarifFix(fix, draft, program));
  return json;
}

Json sarifRule(const RuleInfo& rule, const Program& program) {
  const std::string id(rule.id);
  return {{"id", id},
          {"shortDescription", {{"text", program.messages().text("rules." + id + ".name")}}},
          {"fullDescription", {{"text", program.messages().text("rules." + id + ".why")}}}};
}

}  // namespace

std::string findingsText(const OpenFindings& open, const Draft& draft, const Program& program) {
  std::string out = headline(draft, program);
  std::array<std::size_t, 3> counts{};
  const std::vector<Cause> causes = causesOf(open.findings);
  for (const Cause& cause : causes) {
    ++counts.at(static_cast<std::size_t>(cause.finding.severity));
    out += causeText(cause, draft, program);
  }
  out += causes.empty() ? program.say("text.findings_none")
                        : program.say("text.findings_total",
                                      {std::to_string(causes.size()), std::to_string(counts[2]),
                                       std::to_string(counts[1]), std::to_string(counts[0])});
  out += "\n";
  if (open.dismissed > 0) out += dismissedText(open.dismissed, program.messages()) + "\n";
  return out;
}

std::string findingsJson(const OpenFindings& open, const std::map<Role, double>& likeness,
                         const Draft& draft, const Program& program) {
  Json list = Json::array();
  const std::vector<std::size_t> numbers = causeNumbers(open.findings);
  const std::vector<Cause> causes = causesOf(open.findings);
  std::size_t told = 0;
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    const Finding& finding = open.findings[n];
    list.push_back(findingJson(finding, numbers[n] + 1, draft, program));
    if (numbers[n] != told) continue;
    const Cause& cause = causes[told++];
    if (cause.places.size() < 2) continue;
    list.back()["fixes"].push_back(
        fixJson(cause.finding.fixes.front(), finding.span, draft, program));
  }
  Json out = {{"findings", std::move(list)}, {"dismissed_count", open.dismissed}};
  for (const auto& [role, share] : likeness) out["likeness"][std::string(name(role))] = share;
  return lineOf(out);
}

std::string findingsSarif(const OpenFindings& open, const Draft& draft, const RuleSet& rules,
                          const Program& program) {
  Json results = Json::array();
  for (const Cause& cause : causesOf(open.findings))
    results.push_back(sarifResult(cause, draft, program));
  Json known = Json::array();
  for (const RuleInfo* rule : rules.infos()) known.push_back(sarifRule(*rule, program));
  const Json run = {
      {"tool",
       {{"driver", {{"name", "moxian-cli"}, {"version", version()}, {"rules", std::move(known)}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"results", std::move(results)},
      {"properties", {{"dismissed_count", open.dismissed}}}};
  return lineOf({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({run})}});
}

}  // namespace moxian::cli

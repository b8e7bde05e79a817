#include <format>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/base/Names.h"

namespace moxian::cli {
namespace {

struct OutlineOptions {
  std::string file;
  std::string encoding;
  std::string format = "text";
};

Json blockJson(const Block& block, const Draft& draft) {
  const std::size_t lineStart = draft.lines().span(block.line).begin;
  Json spans = Json::array();
  for (const RoleSpan& part : block.spans) {
    spans.push_back({{"begin", draft.characters({lineStart, part.span.begin})},
                     {"end", draft.characters({lineStart, part.span.end})},
                     {"role", name(part.role)}});
  }
  return {{"line", block.line + 1},
          {"kind", name(block.kind)},
          {"level", block.level},
          {"number", block.number ? toUtf8(block.number->span.of(draft.text())) : ""},
          {"role", name(block.role)},
          {"spans", std::move(spans)}};
}

Json reportJson(const Report& report, std::size_t index, const Draft& draft) {
  Json required = Json::object();
  for (const RequiredPart& part : report.required) {
    required[std::string(name(part.role))] = name(part.presence);
  }
  Json blocks = Json::array();
  for (const Block& block : report.blocks) blocks.push_back(blockJson(block, draft));
  return {{"index", index},
          {"first_line", report.firstLine + 1},
          {"last_line", report.lastLine + 1},
          {"title", toUtf8(report.title)},
          {"unit", toUtf8(report.unit)},
          {"year", report.year ? Json(*report.year) : Json()},
          {"script", isoCode(report.script)},
          {"profile", report.profile},
          {"required", std::move(required)},
          {"blocks", std::move(blocks)}};
}

std::string asJson(const Outline& outline, const Draft& draft) {
  Json reports = Json::array();
  for (const Report& report : outline.reports) {
    reports.push_back(reportJson(report, reports.size() + 1, draft));
  }
  return lineOf({{"reports", std::move(reports)}});
}

std::string blockText(const Block& block, const Draft& draft, const Program& program) {
  constexpr std::size_t kShown = 40;
  std::u16string_view words = block.span.of(draft.text());
  const std::size_t end = offsetOfCodePoint(words, kShown);
  const bool cut = end < words.size();
  return std::format("{:>6}  {}{}{}  〔{}〕\n", block.line + 1,
                     std::string(static_cast<std::size_t>(2 * block.level), ' '),
                     toUtf8(words.substr(0, end)), cut ? "……" : "",
                     program.say("role." + std::string(name(block.role))));
}

/// What people call the kind of a report; "—" for none.
std::string kindOf(const Report& report, const Profiles& profiles, const Program& program) {
  const Profile* profile = profiles.find(report.profile);
  return profile == nullptr ? "—" : named(toUtf8(profile->label), program.messages());
}

std::string reportText(const Report& report, std::size_t index, const Draft& draft,
                       const Profiles& profiles, const Program& program) {
  std::string out =
      "\n" +
      program.say("text.report", {std::to_string(index), std::to_string(report.firstLine + 1),
                                  std::to_string(report.lastLine + 1), toUtf8(report.title)}) +
      "\n";
  out += program.say("text.about", {report.unit.empty() ? "—" : toUtf8(report.unit),
                                    report.year ? std::to_string(*report.year) : "—",
                                    kindOf(report, profiles, program)}) +
         "\n";
  for (const RequiredPart& part : report.required) {
    out += program.say("text.part", {program.say("role." + std::string(name(part.role))),
                                     program.say("presence." + std::string(name(part.presence)))}) +
           "\n";
  }
  for (const Block& block : report.blocks) {
    if (block.kind != BlockKind::Paragraph) out += blockText(block, draft, program);
  }
  return out;
}

std::string asText(const Outline& outline, const Draft& draft, const Profiles& profiles,
                   const Program& program) {
  std::string out = headline(draft, program);
  std::size_t index = 0;
  for (const Report& report : outline.reports) {
    out += reportText(report, ++index, draft, profiles, program);
  }
  return out;
}

Result<int> run(const OutlineOptions& options, const Program& program) {
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const auto draft = readDraft(options.file, options.encoding, program);
  if (!draft) return std::unexpected(draft.error());
  const Outline outline = outlineOf(*draft, "auto", *reader, program);
  const auto printed = program.print(options.format == "json"
                                         ? asJson(outline, *draft)
                                         : asText(outline, *draft, reader->profiles(), program));
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

}  // namespace

void addOutline(CLI::App& app, Program& program) {
  const auto options = std::make_shared<OutlineOptions>();
  CLI::App& sub = command(app, "outline", "outline", program);
  Options add(sub, program);
  add.add("FILE", options->file, "file")->required();
  add.format(options->format, {"text", "json"});
  add.encoding(options->encoding);
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

}  // namespace moxian::cli

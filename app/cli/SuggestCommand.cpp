#include <charconv>
#include <memory>
#include <optional>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Json.h"
#include "app/cli/Usage.h"
#include "core/suggest/Suggester.h"

namespace moxian::cli {
namespace {

struct SuggestOptions {
  std::string db;
  std::string file;
  std::string encoding;
  std::string at;
  std::size_t limit = 5;
  std::string format = "text";
};

std::optional<std::size_t> wholeNumber(std::string_view digits) {
  std::size_t value = 0;
  const auto [stop, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool all = failed == std::errc() && stop == digits.data() + digits.size();
  return all && value > 0 ? std::optional(value) : std::nullopt;
}

/// "12:5" as line 12, column 5.
std::optional<Position> placeNamed(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == text.npos) return {};
  const auto line = wholeNumber(text.substr(0, colon));
  const auto column = wholeNumber(text.substr(colon + 1));
  if (!line || !column) return {};
  return Position{*line, *column};
}

/// True if a draft has the place; behind the last character of a line is one.
bool isIn(Position place, const Draft& draft) {
  if (place.line > draft.lines().count()) return false;
  return place.column <= draft.characters(draft.lines().span(place.line - 1)) + 1;
}

Json suggestionJson(const Suggestion& suggestion) {
  Json slots = Json::array();
  for (const Span slot : suggestion.slots) {
    const std::size_t begin = codePoints(Span{0, slot.begin}.of(suggestion.text));
    slots.push_back({{"begin", begin}, {"end", begin + codePoints(slot.of(suggestion.text))}});
  }
  return {{"text", toUtf8(suggestion.text)},
          {"role", name(suggestion.role)},
          {"source", toUtf8(suggestion.source)},
          {"slots", std::move(slots)},
          {"score", suggestion.score}};
}

std::string asText(const std::vector<Suggestion>& found, const Program& program) {
  if (found.empty()) return program.say("text.nothing_found") + "\n";
  std::string out;
  for (const Suggestion& suggestion : found) {
    out += program.say("text.sentence", {toUtf8(suggestion.text),
                                         program.say("role." + std::string(name(suggestion.role))),
                                         toUtf8(suggestion.source)}) +
           "\n";
  }
  return out;
}

std::string asJson(const std::vector<Suggestion>& found) {
  Json list = Json::array();
  for (const Suggestion& suggestion : found) list.push_back(suggestionJson(suggestion));
  return lineOf({{"suggestions", std::move(list)}});
}

Result<int> run(const SuggestOptions& options, const Program& program) {
  const auto place = placeNamed(options.at);
  if (!place) return fail(ErrorCode::UsageInvalid, program.say("usage.position", {options.at}));
  const auto corpus = Corpus::open(options.db, Corpus::Mode::ReadOnly);
  if (!corpus) return std::unexpected(corpus.error());
  const auto draft = readDraft(options.file, options.encoding, program);
  if (!draft) return std::unexpected(draft.error());
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  if (!isIn(*place, *draft)) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.no_position", {options.at}));
  }
  const auto suggester = Suggester::make(*corpus);
  if (!suggester) return std::unexpected(suggester.error());
  const Outline outline = outlineOf(*draft, "auto", *reader, program);
  const std::size_t offset = offsetAt(draft->text(), draft->lines(), *place);
  const auto found =
      suggester->suggest(contextAt(draft->text(), outline, offset), options.limit, &*corpus);
  const auto printed =
      program.print(options.format == "json" ? asJson(found) : asText(found, program));
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

}  // namespace

void addSuggest(CLI::App& app, Program& program) {
  const auto options = std::make_shared<SuggestOptions>();
  CLI::App& sub = command(app, "suggest", "suggest", program);
  Options add(sub, program);
  add.database(options->db);
  add.add("--text", options->file, "text", "FILE")->required();
  add.add("--at", options->at, "at", "LINE:COLUMN")->required();
  add.count("-k", options->limit, "limit");
  add.format(options->format, {"text", "json"});
  add.encoding(options->encoding);
  sub.callback([options, &program] { finish(program, run(*options, program)); });
}

}  // namespace moxian::cli

#include <array>
#include <cstdlib>
#include <ctime>
#include <format>
#include <memory>
#include <set>

#include "app/cli/Commands.h"
#include "app/cli/Draft.h"
#include "app/cli/Json.h"
#include "app/cli/MarkedFile.h"
#include "app/cli/Usage.h"
#include "core/base/Utf.h"
#include "core/exchange/DocxMarkup.h"
#include "core/review/Merge.h"
#include "core/review/Sections.h"
#include "core/text/Lines.h"

namespace moxian::cli {
namespace {

struct ReviewOptions {
  std::string file;
  std::string output;
  std::string format = "text";
  std::string layout = "gb9704";
  std::string author;
  std::int64_t id = 0;
  bool all = false;
};

const char* nameOf(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Insertion:
      return "insertion";
    case ChangeKind::Deletion:
      return "deletion";
    case ChangeKind::MovedFrom:
      return "moved_from";
    case ChangeKind::MovedTo:
      return "moved_to";
  }
  return "";
}

/// A change as it is listed: of a DOCX file also those that hold no text.
struct Listed {
  TrackedChange change;
  const char* target = "text";
};

const char* targetOf(std::u16string_view words) {
  return words == u"\n" ? "paragraph" : "text";
}

std::vector<Listed> listed(const MarkedFile& file) {
  std::vector<Listed> out;
  if (file.docxChanges.empty()) {
    for (const TrackedChange& change : file.draft.markup().changes()) {
      out.push_back({change, targetOf(change.range.of(file.draft.text()))});
    }
    return out;
  }
  constexpr const char* kTargets[] = {"text", "paragraph", "row"};
  constexpr ChangeKind kKinds[] = {ChangeKind::Insertion, ChangeKind::Deletion,
                                   ChangeKind::MovedFrom, ChangeKind::MovedTo};
  for (const DocxChange& change : file.docxChanges) {
    out.push_back({{.id = static_cast<std::int64_t>(out.size()) + 1,
                    .kind = kKinds[static_cast<int>(change.act)],
                    .range = change.span,
                    .author = toUtf8(change.author),
                    .time = timeOfDocx(change.date)},
                   kTargets[static_cast<int>(change.target)]});
  }
  return out;
}

std::string dateOf(Time time) {
  return time == 0 ? std::string() : docxTime(time);
}

/// As the window shows it.
std::string localTime(Time time) {
  if (time == 0) return {};
  const std::time_t seconds = time / 1000;
  std::tm parts{};
  if (localtime_r(&seconds, &parts) == nullptr) return {};
  std::array<char, 24> out{};
  const std::size_t length = std::strftime(out.data(), out.size(), "%Y-%m-%d %H:%M", &parts);
  return std::string(out.data(), length);
}

void place(Json& json, Span range, std::u16string_view text, const Lines& lines) {
  const Position position = positionAt(text, lines, range.begin);
  json["line"] = position.line;
  json["column"] = position.column;
  json["length"] = codePoints(range.of(text));
}

Json changeJson(const Listed& entry, std::u16string_view text, const Lines& lines) {
  const TrackedChange& change = entry.change;
  Json json = {{"id", change.id},
               {"kind", nameOf(change.kind)},
               {"target", entry.target},
               {"author", change.author},
               {"date", dateOf(change.time)}};
  place(json, change.range, text, lines);
  json["text"] = toUtf8(change.range.of(text));
  return json;
}

Json commentJson(const Comment& comment, std::u16string_view text, const Lines& lines) {
  Json json = {{"id", comment.id},
               {"parent", comment.parent == 0 ? Json(nullptr) : Json(comment.parent)},
               {"author", comment.author},
               {"date", dateOf(comment.time)},
               {"resolved", comment.state == CommentState::Resolved},
               {"detached", comment.detached()}};
  place(json, comment.range, text, lines);
  json["quote"] = toUtf8(comment.quote);
  json["text"] = toUtf8(comment.text);
  return json;
}

/// Places where changes exclude each other: the ids of each side.
Json rivalsJson(const Markup& markup, std::u16string_view text, const Lines& lines) {
  Json out = Json::array();
  for (const RivalPlace& rivals : rivalsIn(markup)) {
    Json entry = Json::object();
    place(entry, rivals.span, text, lines);
    Json sides = Json::array();
    for (const RivalSide& side : rivals.sides) {
      const auto ids = side.ids();
      sides.push_back(std::set<std::int64_t>(ids.begin(), ids.end()));
    }
    entry["sides"] = std::move(sides);
    out.push_back(std::move(entry));
  }
  return out;
}

std::string oneLine(std::u16string_view words) {
  constexpr std::size_t kShown = 60;
  const std::size_t end = offsetOfCodePoint(words, kShown);
  std::string out;
  for (const char c : toUtf8(words.substr(0, end)))
    out += c == '\n' ? std::string("¶") : std::string(1, c);
  return out + (end < words.size() ? "……" : "");
}

std::string asText(const MarkedFile& file, const Program& program) {
  const std::u16string& text = file.draft.text();
  const Lines lines(text);
  const auto changes = listed(file);
  const auto comments = file.draft.markup().comments();
  std::string out =
      program.say("text.marks", {std::to_string(changes.size()), std::to_string(comments.size())}) +
      "\n";
  for (const Listed& entry : changes) {
    const TrackedChange& change = entry.change;
    out += std::format("{:>5}  {}:{}  {}  {}  {}  {}\n", change.id,
                       positionAt(text, lines, change.range.begin).line,
                       positionAt(text, lines, change.range.begin).column,
                       program.say(std::string("change.") + nameOf(change.kind)), change.author,
                       localTime(change.time), oneLine(change.range.of(text)));
  }
  if (const std::size_t rivals = rivalsIn(file.draft.markup()).size(); rivals > 0) {
    out += program.say("text.rivals", {std::to_string(rivals)}) + "\n";
  }
  for (const Comment& comment : comments) {
    const char* key = comment.parent != 0                       ? "comment.reply"
                      : comment.state == CommentState::Resolved ? "comment.resolved"
                                                                : "comment.open";
    out += std::format("{:>5}  {}:{}  {}  {}  {}  {}\n", comment.id,
                       positionAt(text, lines, comment.range.begin).line,
                       positionAt(text, lines, comment.range.begin).column, program.say(key),
                       comment.author, localTime(comment.time), oneLine(comment.text));
  }
  return out;
}

std::string asJson(const MarkedFile& file) {
  const std::u16string& text = file.draft.text();
  const Lines lines(text);
  Json changes = Json::array();
  for (const Listed& entry : listed(file)) changes.push_back(changeJson(entry, text, lines));
  Json comments = Json::array();
  for (const Comment& comment : file.draft.markup().comments()) {
    comments.push_back(commentJson(comment, text, lines));
  }
  Json out = {{"changes", std::move(changes)}, {"comments", std::move(comments)}};
  // of a DOCX file the ids of the list are those of its own marks
  if (file.docxChanges.empty()) out["rivals"] = rivalsJson(file.draft.markup(), text, lines);
  return lineOf(out);
}

Result<int> list(const ReviewOptions& options, const Program& program) {
  const auto file = readMarked(options.file);
  if (!file) return std::unexpected(file.error());
  const auto printed =
      program.print(options.format == "json" ? asJson(*file) : asText(*file, program));
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

/// The review sheet as a file of its own.
Result<int> sheet(const ReviewOptions& options, const Program& program) {
  if (const auto different = differentFiles(options.file, options.output, program); !different) {
    return std::unexpected(different.error());
  }
  const auto file = readMarked(options.file);
  if (!file) return std::unexpected(file.error());
  auto made = sheetOf(*file, program);
  if (!made) return std::unexpected(made.error());
  const MarkedFile alone{.draft = MarkedDraft(std::move(*made))};
  const auto written =
      writeMarked(options.output, alone, Changes::Keep, options.layout, program, {}, true);
  if (!written) return std::unexpected(written.error());
  const auto printed = program.print(program.say("text.exported", {options.output}) + "\n");
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

Result<ChangeFilter> filterOf(const ReviewOptions& options, const Program& program) {
  ChangeFilter filter;
  if (!options.author.empty()) filter.author = options.author;
  if (options.id != 0) filter.id = options.id;
  if (!options.all && !filter.author && !filter.id) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.which_changes"));
  }
  return filter;
}

/// The person at the keyboard, and the sections of the draft.
Result<Settler> settlerOf(const MarkedFile& file) {
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const std::u16string text = file.draft.finalText();
  const FinalPlaces places(hiddenIn(file.draft.markup(), true));
  const char* user = std::getenv("USER");
  const std::string profile = reader->profiles().choose("auto", file.properties.profile);
  return Settler{{user != nullptr && *user != 0 ? user : "moxian-cli", timeNow()},
                 [sections = Sections(reader->read(text, Lines(text), profile), text, places)](
                     std::size_t place) { return sections.name(sections.at(place)); }};
}

Result<int> resolve(const ReviewOptions& options, bool accept, const Program& program) {
  const auto filter = filterOf(options, program);
  if (!filter) return std::unexpected(filter.error());
  if (const auto different = differentFiles(options.file, options.output, program); !different) {
    return std::unexpected(different.error());
  }
  auto file = readMarked(options.file);
  if (!file) return std::unexpected(file.error());
  const auto& docx = file->docxChanges;
  const bool empty = filter->id && *filter->id >= 1 &&
                     static_cast<std::size_t>(*filter->id) <= docx.size() &&
                     docx[static_cast<std::size_t>(*filter->id) - 1].span.empty();
  const std::size_t count = file->draft.markup().count(*filter);
  if (count == 0 && filter->id && !empty) {
    return fail(ErrorCode::UsageInvalid,
                program.say("usage.no_change", {std::to_string(*filter->id)}));
  }
  if (count == 0 && filter->author) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.no_author", {*filter->author}));
  }
  const auto settler = settlerOf(*file);
  if (!settler) return std::unexpected(settler.error());
  const Settlement done = file->draft.settle(*filter, accept, *settler);
  const auto written = writeMarked(options.output, *file, Changes::Keep, options.layout, program);
  if (!written) return std::unexpected(written.error());
  const auto printed =
      program.print(program.say(accept ? "text.accepted" : "text.rejected",
                                {std::to_string(done.settled),
                                 std::to_string(file->draft.markup().count({})), options.output}) +
                    "\n");
  if (!printed) return std::unexpected(printed.error());
  if (done.refused > 0)
    program.note(program.say("note.rivals_refused", {std::to_string(done.refused)}));
  if (done.openPlaces == 0) return kDone;
  program.note(program.say("note.rivals_open", {std::to_string(done.openPlaces)}));
  return kFindings;
}

struct MergeOptions {
  std::string first;
  std::string second;
  std::string output;
  std::string layout = "gb9704";
};

Result<int> merge(const MergeOptions& options, const Program& program) {
  for (const std::string& input : {options.first, options.second}) {
    if (const auto different = differentFiles(input, options.output, program); !different) {
      return std::unexpected(different.error());
    }
  }
  auto first = readMarked(options.first);
  if (!first) return std::unexpected(first.error());
  const auto second = readMarked(options.second);
  if (!second) return std::unexpected(second.error());
  auto merged = mergeCopies(first->draft, second->draft);
  if (!merged) {
    program.note(program.say("usage.other_draft"));
    return kFailed;
  }
  first->draft = merged->draft;
  const auto written = writeMarked(options.output, *first, Changes::Keep, options.layout, program);
  if (!written) return std::unexpected(written.error());
  std::string said =
      program.say("text.merged", {std::to_string(first->draft.markup().count({})),
                                  std::to_string(merged->conflicts.size()), options.output}) +
      "\n";
  const std::u16string& text = first->draft.text();
  const Lines lines(text);
  for (const MergeConflict& conflict : merged->conflicts) {
    const Position at = positionAt(text, lines, conflict.first.span.begin);
    const auto side = [&](const MergeSide& which) {
      const std::string words = oneLine(wordsOf(which, merged->draft));
      return which.strikes ? program.say("change.deletion") + " " + words : words;
    };
    said += std::format("  {}:{}  {}  |  {}\n", at.line, at.column, side(conflict.first),
                        side(conflict.second));
  }
  const auto printed = program.print(said);
  if (!printed) return std::unexpected(printed.error());
  return kDone;
}

void addMerge(CLI::App& review, Program& program) {
  const auto options = std::make_shared<MergeOptions>();
  CLI::App& sub = command(review, "merge", "review_merge", program);
  Options add(sub, program);
  add.add("FIRST", options->first, "first_copy")->required();
  add.add("SECOND", options->second, "second_copy")->required();
  add.add("-o", options->output, "output_marked", "OUT")->required();
  add.choice("--layout", options->layout, "layout", {"gb9704", "plain"});
  sub.callback([options, &program] { finish(program, merge(*options, program)); });
}

void addResolve(CLI::App& review, const char* name, bool accept, Program& program) {
  const auto options = std::make_shared<ReviewOptions>();
  CLI::App& sub = command(review, name, std::string("review_") + name, program);
  Options add(sub, program);
  add.add("FILE", options->file, "marked_file")->required();
  auto* all = sub.add_flag("--all", options->all, program.say("option.all_changes"));
  auto* author = add.add("--author", options->author, "change_author", "NAME");
  auto* id = add.add("--id", options->id, "change_id", "N");
  all->excludes(author)->excludes(id);
  add.add("-o", options->output, "output_marked", "OUT")->required();
  add.choice("--layout", options->layout, "layout", {"gb9704", "plain"});
  sub.callback(
      [options, accept, &program] { finish(program, resolve(*options, accept, program)); });
}

void addSheet(CLI::App& review, Program& program) {
  const auto options = std::make_shared<ReviewOptions>();
  CLI::App& sub = command(review, "sheet", "review_sheet", program);
  Options add(sub, program);
  add.add("FILE", options->file, "marked_file")->required();
  add.add("-o", options->output, "output", "OUT")->required();
  add.choice("--layout", options->layout, "layout", {"gb9704", "plain"});
  sub.callback([options, &program] { finish(program, sheet(*options, program)); });
}

}  // namespace

void addReview(CLI::App& app, Program& program) {
  CLI::App& review = command(app, "review", "review", program);
  review.require_subcommand(1);
  const auto options = std::make_shared<ReviewOptions>();
  CLI::App& sub = command(review, "list", "review_list", program);
  Options add(sub, program);
  add.add("FILE", options->file, "marked_file")->required();
  add.format(options->format, {"text", "json"});
  sub.callback([options, &program] { finish(program, list(*options, program)); });
  addResolve(review, "accept", true, program);
  addResolve(review, "reject", false, program);
  addMerge(review, program);
  addSheet(review, program);
}

}  // namespace moxian::cli

#include "app/cli/MarkedFile.h"

#include <algorithm>
#include <filesystem>

#include "app/cli/Draft.h"
#include "core/base/Utf.h"
#include "core/exchange/Export.h"
#include "core/exchange/OpenElsewhere.h"
#include "core/review/ReviewSheet.h"
#include "core/store/MoxianFile.h"
#include "core/text/Lines.h"

namespace moxian::cli {
namespace {

namespace fs = std::filesystem;

std::string endingOf(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return ending;
}

Result<void> writeDocument(const std::string& path, const MarkedFile& file) {
  moxian::Draft draft;
  draft.text = file.draft.text();
  draft.properties = file.properties;
  draft.marks = marksOf(file);
  const auto created = MoxianFile::create(path, draft);
  if (!created) return std::unexpected(created.error());
  return {};
}

MarkedFile settled(const MarkedFile& file, Changes changes) {
  MarkedFile out = file;
  if (changes != Changes::Keep) out.draft.resolve({}, changes == Changes::Accept);
  return out;
}

}  // namespace

Result<Format> outputFormat(const std::string& path, const Program& program) {
  const auto format = formatOf(path);
  if (format) return format;
  return fail(ErrorCode::UsageInvalid, program.say("usage.output_format", {path}));
}

Result<void> writeMarked(const std::string& path, const MarkedFile& marked, Changes changes,
                         const std::string& layout, const Program& program,
                         const std::u16string& sheet, bool titled) {
  const MarkedFile file = settled(marked, changes);
  if (endingOf(path) == ".moxian") return writeDocument(path, file);
  const auto format = outputFormat(path, program);
  if (!format) return std::unexpected(format.error());
  if (auto free = openNowhere(path, program); !free) return free;
  const Markup& markup = file.draft.markup();
  const bool shows = *format == Format::Docx || *format == Format::Html;
  const bool changed = !markup.inserted().empty() || !markup.deleted().empty();
  if (changed && !shows) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.changes_format", {path}));
  }
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const std::u16string text = sheet.empty()
                                  ? file.draft.text()
                                  : withReviewSheet(file.draft.text(), sheet, program.messages());
  const Outline outline =
      reader->read(text, Lines(text), reader->profiles().choose("auto", file.properties.profile));
  ExportOptions options;
  options.layout = layout == "plain" ? Layout::Plain : Layout::Gb9704;
  if (shows && !markup.empty()) options.markup = &markup;
  options.titled = titled;
  options.tracking = file.others.tracking && changes == Changes::Keep;
  const auto notes = exportFile(path, text, outline, options);
  if (!notes) return std::unexpected(notes.error());
  for (const ExportNote& note : *notes) {
    program.note(program.messages().text("export." + note.key, note.arguments));
  }
  return {};
}

Result<std::u16string> sheetOf(const MarkedFile& file, const Program& program) {
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const std::u16string text = file.draft.finalText();
  return reviewSheetOf(
      file,
      reader->read(text, Lines(text), reader->profiles().choose("auto", file.properties.profile)),
      program.messages());
}

void noteRivals(const std::string& path, const MarkedFile& file, const Program& program) {
  const auto joined = joinedRivals(file.draft.markup());
  if (!joined) return;
  constexpr std::size_t kShown = 30;
  const std::u16string text = file.draft.finalText();
  const Position at = positionAt(text, Lines(text), joined->first.begin);
  const std::u16string_view words = joined->first.of(text);
  const std::size_t end = offsetOfCodePoint(words, kShown);
  program.note(program.say(
      "note.rivals_joined",
      {path, std::to_string(joined->places), std::to_string(at.line), std::to_string(at.column),
       toUtf8(words.substr(0, end)) + (end < words.size() ? "……" : "")}));
}

Result<void> openNowhere(const std::string& output, const Program& program) {
  const auto there = openElsewhere(output);
  if (!there) return {};
  const std::string user = there->user.empty() ? "?" : there->user;
  if (!there->orThis.empty()) {
    program.note(program.say("note.open_elsewhere",
                             {output, there->program, user, there->orThis.filename().string()}));
    return {};
  }
  return fail(ErrorCode::UsageInvalid,
              program.say("usage.open_elsewhere",
                          {output, there->program, user, there->mark.filename().string()}));
}

Result<void> differentFiles(const std::string& input, const std::string& output,
                            const Program& program) {
  std::error_code ignored;
  if (!fs::equivalent(input, output, ignored)) return {};
  return fail(ErrorCode::UsageInvalid, program.say("usage.same_file", {output}));
}

}  // namespace moxian::cli

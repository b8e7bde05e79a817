#include "app/cli/MarkedFile.h"

#include <algorithm>
#include <filesystem>

#include "app/cli/Draft.h"
#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"
#include "core/exchange/DocxMarkup.h"
#include "core/exchange/Export.h"
#include "core/exchange/Import.h"
#include "core/store/MoxianFile.h"

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

Result<MarkedFile> readDocument(const std::string& path) {
  auto opened = MoxianFile::open(path);
  if (!opened) return std::unexpected(opened.error());
  moxian::Draft& draft = opened->draft;
  const Markup markup(draft.marks.changes, draft.marks.comments, draft.text.size());
  return MarkedFile{.draft = MarkedDraft(std::move(draft.text), markup),
                    .properties = draft.properties,
                    .dismissals = std::move(draft.marks.dismissals),
                    .format = "Moxian"};
}

Result<MarkedFile> readDocxFile(const std::string& path) {
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto docx = readDocx(*bytes, path);
  if (!docx) return std::unexpected(docx.error());
  const Markup markup = markupOf(*docx);
  return MarkedFile{.draft = MarkedDraft(std::move(docx->text), markup),
                    .docxChanges = std::move(docx->changes),
                    .losses = std::move(docx->losses),
                    .format = "DOCX"};
}

Result<void> writeDocument(const std::string& path, const MarkedFile& file) {
  moxian::Draft draft;
  draft.text = file.draft.text();
  draft.properties = file.properties;
  draft.marks = {file.draft.markup().changes(), file.draft.markup().comments(), file.dismissals};
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

bool hasMarks(const std::string& path) {
  const std::string ending = endingOf(path);
  return ending == ".docx" || ending == ".docm" || ending == ".moxian" || looksLikeDocument(path);
}

Result<MarkedFile> readMarked(const std::string& path) {
  const std::string ending = endingOf(path);
  if (ending == ".moxian" || looksLikeDocument(path)) return readDocument(path);
  if (ending == ".docx" || ending == ".docm") return readDocxFile(path);
  auto imported = importFile(path);
  if (!imported) return std::unexpected(imported.error());
  return MarkedFile{.draft = MarkedDraft(std::move(imported->text)),
                    .losses = std::move(imported->losses)};
}

Result<void> writeMarked(const std::string& path, const MarkedFile& marked, Changes changes,
                         const std::string& layout, const Program& program) {
  const MarkedFile file = settled(marked, changes);
  if (endingOf(path) == ".moxian") return writeDocument(path, file);
  const auto format = formatOf(path);
  if (!format) return std::unexpected(format.error());
  const Markup& markup = file.draft.markup();
  const bool shows = *format == Format::Docx || *format == Format::Html;
  const bool changed = !markup.inserted().empty() || !markup.deleted().empty();
  if (changed && !shows) {
    return fail(ErrorCode::UsageInvalid, program.say("usage.changes_format", {path}));
  }
  const auto reader = loadReader();
  if (!reader) return std::unexpected(reader.error());
  const std::u16string& text = file.draft.text();
  const Outline outline = reader->read(text, Lines(text));
  ExportOptions options;
  options.layout = layout == "plain" ? Layout::Plain : Layout::Gb9704;
  if (shows && !markup.empty()) options.markup = &markup;
  const auto notes = exportFile(path, text, outline, options);
  if (!notes) return std::unexpected(notes.error());
  for (const ExportNote& note : *notes) {
    program.note(program.messages().text("export." + note.key, note.arguments));
  }
  return {};
}

Result<void> differentFiles(const std::string& input, const std::string& output,
                            const Program& program) {
  std::error_code ignored;
  if (!fs::equivalent(input, output, ignored)) return {};
  return fail(ErrorCode::UsageInvalid, program.say("usage.same_file", {output}));
}

}  // namespace moxian::cli

#include "core/exchange/MarkedFile.h"

#include <algorithm>
#include <utility>

#include "core/base/Files.h"
#include "core/exchange/DocxMarkup.h"
#include "core/exchange/Import.h"
#include "core/review/ReviewSheet.h"
#include "core/store/MoxianFile.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

std::string endingOf(const fs::path& path) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return ending;
}

bool isDocx(const fs::path& path) {
  const std::string ending = endingOf(path);
  return ending == ".docx" || ending == ".docm";
}

bool isDocument(const fs::path& path) {
  return endingOf(path) == ".moxian" || looksLikeDocument(path);
}

Result<MarkedFile> readDocument(const fs::path& path) {
  auto opened = MoxianFile::open(path);
  if (!opened) return std::unexpected(opened.error());
  Draft& draft = opened->draft;
  const Markup markup(std::exchange(draft.marks.changes, {}),
                      std::exchange(draft.marks.comments, {}), draft.text.size(),
                      std::exchange(draft.marks.settled, {}));
  return MarkedFile{.draft = MarkedDraft(std::move(draft.text), markup),
                    .properties = draft.properties,
                    .others = std::move(draft.marks),
                    .format = "Moxian"};
}

Result<MarkedFile> readDocxFile(const fs::path& path) {
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto docx = readDocx(*bytes, path.string());
  if (!docx) return std::unexpected(docx.error());
  const Markup markup = markupOf(*docx);
  Marks others;
  others.tracking = docx->tracking;
  return MarkedFile{.draft = MarkedDraft(std::move(docx->text), markup),
                    .others = std::move(others),
                    .docxChanges = std::move(docx->changes),
                    .losses = std::move(docx->losses),
                    .format = "DOCX"};
}

DismissedRow rowOf(const Dismissal& dismissal, const Messages& messages) {
  // of structure rules the part that is meant stands behind a colon
  const std::string rule = dismissal.rule.substr(0, dismissal.rule.find(':'));
  return {messages.text("rules." + rule + ".name"), dismissal.excerpt, dismissal.reason,
          dismissal.author, dismissal.time};
}

}  // namespace

Marks marksOf(const MarkedFile& file) {
  Marks marks = file.others;
  marks.changes = file.draft.markup().changes();
  marks.comments = file.draft.markup().comments();
  marks.settled = file.draft.markup().settled();
  return marks;
}

bool hasMarks(const fs::path& path) {
  return isDocx(path) || isDocument(path);
}

Result<MarkedFile> readMarked(const fs::path& path, std::optional<Encoding> encoding) {
  if (isDocument(path)) return readDocument(path);
  if (isDocx(path)) return readDocxFile(path);
  auto imported = importFile(path, encoding);
  if (!imported) return std::unexpected(imported.error());
  return MarkedFile{.draft = MarkedDraft(std::move(imported->text)),
                    .losses = std::move(imported->losses)};
}

std::u16string textOf(const MarkedFile& file, TextOf which) {
  return which == TextOf::Original ? file.draft.originalText() : file.draft.finalText();
}

Result<std::u16string> readText(const fs::path& path, TextOf which) {
  const auto file = readMarked(path);
  if (!file) return std::unexpected(file.error());
  return textOf(*file, which);
}

std::u16string reviewSheetOf(const MarkedFile& file, const Outline& outline,
                             const Messages& messages) {
  const FinalPlaces places(hiddenIn(file.draft.markup(), true));
  ReviewRecord record{.draft = file.draft,
                      .sections = Sections(outline, file.draft.finalText(), places),
                      .signOffs = file.others.signOffs};
  if (!outline.reports.empty()) record.title = outline.reports.front().title;
  for (const Dismissal& each : file.others.dismissals) {
    record.dismissed.push_back(rowOf(each, messages));
  }
  return reviewSheet(record, messages);
}

}  // namespace moxian

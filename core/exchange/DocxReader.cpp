#include "core/exchange/DocxReader.h"

#include <algorithm>

#include "core/exchange/DocxReaderBody.h"
#include "core/exchange/DocxReaderComments.h"
#include "core/text/BinaryContent.h"

namespace moxian {
namespace {

DocxNotes notesIn(const pugi::xml_document* part, const char* root, const char* element) {
  DocxNotes notes;
  if (part == nullptr) return notes;
  for (const pugi::xml_node node : part->child(root).children(element)) {
    notes.emplace(attribute(node, "w:id"), node);
  }
  return notes;
}

/// ECMA-376-1, 17.15.1.90: there and not switched off.
bool tracks(const pugi::xml_document* settings) {
  if (settings == nullptr) return false;
  const pugi::xml_node node = settings->child("w:settings").child("w:trackRevisions");
  return isOn(node);
}

/// The text without what changes take out of it.
std::u16string without(const DocxText& docx, bool removed) {
  std::vector<Span> gone;
  for (const DocxChange& change : docx.changes) {
    if (removes(change.act) == removed && !change.span.empty()) gone.push_back(change.span);
  }
  std::ranges::sort(gone);
  std::u16string text;
  std::size_t at = 0;
  for (const Span span : gone) {
    if (span.begin > at) text += Span{at, span.begin}.of(docx.text);
    at = std::max(at, span.end);
  }
  return text + docx.text.substr(std::min(at, docx.text.size()));
}

}  // namespace

Result<DocxText> readDocx(std::string_view bytes, const std::string& subject) {
  if (!bytes.starts_with("PK")) {
    if (auto other = binaryContent(bytes, subject)) return std::unexpected(std::move(*other));
  }
  const auto parts = loadDocxParts(bytes, subject);
  if (!parts) return std::unexpected(parts.error());
  const auto symbols = SymbolTable::load();
  if (!symbols) return std::unexpected(symbols.error());
  const DocxReaderStyles styles(parts->styles.get());
  const DocxNotes footnotes = notesIn(parts->footnotes.get(), "w:footnotes", "w:footnote");
  const DocxNotes endnotes = notesIn(parts->endnotes.get(), "w:endnotes", "w:endnote");
  DocxReaderNumbering numbering(parts->numbering.get(), styles, *symbols);
  ImportLosses losses;
  const DocxContext context{styles, *symbols, footnotes, endnotes, numbering, losses};
  DocxText docx;
  DocxReaderFlow flow(docx);
  const pugi::xml_node body = parts->document->child("w:document").child("w:body");
  DocxReaderBody(context, flow).story(body);
  if (flow.tooLong()) return fail(ErrorCode::FileTooLarge, subject, "too much text");
  docx.comments = readComments(*parts, context, flow);
  countLosses(body, losses);
  docx.losses = losses.list();
  docx.tracking = tracks(parts->settings.get());
  return docx;
}

std::u16string finalText(const DocxText& docx) {
  return without(docx, true);
}

std::u16string originalText(const DocxText& docx) {
  return without(docx, false);
}

}  // namespace moxian

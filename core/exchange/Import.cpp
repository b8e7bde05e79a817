#include "core/exchange/Import.h"

#include <algorithm>

#include "core/base/Files.h"
#include "core/exchange/DocxMarkup.h"
#include "core/exchange/DocxReader.h"
#include "core/exchange/HtmlReader.h"
#include "core/exchange/PdfReader.h"

namespace moxian {
namespace {

std::string lowerEnding(const std::string& name) {
  std::string ending = std::filesystem::path(name).extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return ending;
}

Result<ImportedText> importDocx(const std::string& bytes, const std::string& name) {
  auto docx = readDocx(bytes, name);
  if (!docx) return std::unexpected(docx.error());
  ImportedText imported{finalText(*docx), ImportFormat::Docx, std::move(docx->losses), {}, {}};
  Markup markup = markupOf(*docx);
  imported.tracking = docx->tracking;
  if (!markup.empty()) imported.marked.emplace(std::move(docx->text), std::move(markup));
  return imported;
}

Result<ImportedText> importHtml(const std::string& bytes, const std::string& name,
                                std::optional<Encoding> forced) {
  auto html = readHtml(bytes, name, forced);
  if (!html) return std::unexpected(html.error());
  return ImportedText{
      std::move(html->text), ImportFormat::Html, std::move(html->losses), html->encoding, {}};
}

Result<ImportedText> importPdf(const std::string& bytes, const std::string& name) {
  auto pdf = readPdf(bytes, name);
  if (!pdf) return std::unexpected(pdf.error());
  return ImportedText{std::move(pdf->text), ImportFormat::Pdf, std::move(pdf->losses), {}, {}};
}

Result<ImportedText> importText(const std::string& bytes, const std::string& name,
                                std::optional<Encoding> forced) {
  auto decoded = decode(bytes, forced, name);
  if (!decoded) return std::unexpected(decoded.error());
  return ImportedText{std::move(decoded->text), ImportFormat::Text, {}, decoded->encoding, {}};
}

}  // namespace

ImportFormat importFormat(std::string_view bytes, const std::string& name) {
  const std::string ending = lowerEnding(name);
  if (bytes.starts_with("PK\x03\x04")) return ImportFormat::Docx;
  // DOCX files with a password and DOC files: reading text tells the two apart.
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return ImportFormat::Text;
  if (bytes.starts_with("%PDF-")) return ImportFormat::Pdf;
  if (ending == ".html" || ending == ".htm" || looksLikeHtml(bytes)) return ImportFormat::Html;
  if (ending == ".docx" || ending == ".docm") return ImportFormat::Docx;
  return ending == ".pdf" ? ImportFormat::Pdf : ImportFormat::Text;
}

Result<ImportedText> importBytes(const std::string& bytes, const std::string& name,
                                 std::optional<Encoding> forced) {
  switch (importFormat(bytes, name)) {
    case ImportFormat::Docx:
      return importDocx(bytes, name);
    case ImportFormat::Html:
      return importHtml(bytes, name, forced);
    case ImportFormat::Pdf:
      return importPdf(bytes, name);
    case ImportFormat::Text:
      break;
  }
  return importText(bytes, name, forced);
}

Result<ImportedText> importFile(const std::filesystem::path& file, std::optional<Encoding> forced) {
  const auto bytes = readFile(file);
  if (!bytes) return std::unexpected(bytes.error());
  return importBytes(*bytes, file.string(), forced);
}

}  // namespace moxian

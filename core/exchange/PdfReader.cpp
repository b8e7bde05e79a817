#include "core/exchange/PdfReader.h"

#include <algorithm>

#include "core/base/Module.h"
#include "core/exchange/ImportLosses.h"
#include "core/exchange/PdfModules.h"
#include "core/exchange/PdfParagraphs.h"
#include "core/text/Cleaner.h"

namespace moxian {
namespace {

/// Radicals and invisible characters come from the PDF; other traces of damage may be the author's.
Result<std::u16string> cleaned(const std::u16string& text) {
  const auto cleaner = Cleaner::load();
  if (!cleaner) return std::unexpected(cleaner.error());
  const CleanText clean = cleaner->clean(text);
  std::u16string out;
  std::size_t at = 0;
  for (const Damage& damage : clean.damages) {
    const bool radical = damage.kind == DamageKind::Radical;
    if (!radical && damage.kind != DamageKind::Invisible) continue;
    out.append(text, at, damage.span.begin - at);
    if (radical)
      out += clean.text.substr(clean.map.toClean(damage.span.begin), damage.span.length());
    at = damage.span.end;
  }
  return out.append(text, at);
}

}  // namespace

Result<ImportedPdf> readPdf(std::string_view bytes, const std::string& subject) {
  const auto reader = moduleFunctions<PdfPageReader>("pdf-reader");
  if (!reader) return std::unexpected(reader.error());
  auto pages = (*reader)->read(bytes, subject);
  if (!pages) return std::unexpected(pages.error());
  if (std::ranges::all_of(*pages, &PdfPage::empty)) {
    return fail(ErrorCode::TextMissing, subject, "pages without text");
  }
  ImportLosses losses;
  losses.add(Loss::HeadersFooters, dropHeadersAndFooters(*pages));
  auto text = cleaned(paragraphs(*pages));
  if (!text) return std::unexpected(text.error());
  return ImportedPdf{std::move(*text), losses.list()};
}

}  // namespace moxian

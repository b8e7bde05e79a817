#include <thread>

#include "core/base/Module.h"
#include "core/base/Utf.h"
#include "core/exchange/Export.h"
#include "core/exchange/PdfModules.h"

namespace moxian {

void preparePdf() {
  static const std::jthread preparing([] {
    if (const auto writer = moduleFunctions<PdfWriter>("pdf-writer")) (*writer)->prepare();
  });
}

Result<std::string> toPdf(std::u16string_view text, const Outline& outline,
                          const ExportOptions& options, std::vector<ExportNote>& notes,
                          const ExportProgress& progress) {
  const Manuscript manuscript = arrange(text, outline, notes, options.titled);
  const auto page = PageTemplate::load(options.layout, manuscript.script);
  if (!page) return std::unexpected(page.error());
  const auto writer = moduleFunctions<PdfWriter>("pdf-writer");
  if (!writer) return std::unexpected(writer.error());
  return (*writer)->write(
      manuscript, *page,
      {toUtf8(manuscript.title), toUtf8(options.author), toUtf8(options.subject)}, notes, progress);
}

}  // namespace moxian

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/exchange/Export.h"
#include "core/exchange/Manuscript.h"
#include "core/exchange/PageTemplate.h"
#include "core/exchange/PdfParagraphs.h"

namespace moxian {

/// Properties that a reader shows; all UTF-8, empty ones are left out.
struct PdfProperties {
  std::string title;
  std::string author;
  std::string subject;
};

/// The module "pdf-writer" (Pango, Cairo and what they need).
struct PdfWriter {
  /// Reads the list of the system's fonts. Any thread.
  void (*prepare)();
  /// Sets a manuscript and gives the bytes of the file. Errors: FontMissing, ExportFailed,
  /// Cancelled. Any thread; quicker the second time on the same one, whose fonts stay loaded.
  Result<std::string> (*write)(const Manuscript& manuscript, const PageTemplate& page,
                               const PdfProperties& properties, std::vector<ExportNote>& notes,
                               const ExportProgress& progress);
};

/// The module "pdf-reader" (Poppler and what it needs).
struct PdfPageReader {
  /// The printed lines of every page. Errors: DamagedFile, EncryptedFile, FileTooLarge beyond
  /// kMostPdfPages; they name `subject`. Any thread.
  Result<std::vector<PdfPage>> (*read)(std::string_view bytes, const std::string& subject);
};

}  // namespace moxian

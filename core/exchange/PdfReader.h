#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/exchange/Import.h"

namespace moxian {

/// The text of a PDF file.
struct ImportedPdf {
  std::u16string text;  ///< one line a paragraph; rows of tables with U+0009 between the cells
  std::vector<ImportLoss> losses;
};

/// Reads a PDF file. Paragraphs are put together again from the printed lines, page numbers and
/// running heads are left out, and radicals that stand for characters are replaced. EncryptedFile
/// if it asks for a password, TextMissing if it holds only pictures (a scan), DamagedFile,
/// FileTooLarge beyond kMostPdfPages. Errors name `subject`. Safe on any thread.
[[nodiscard]] Result<ImportedPdf> readPdf(std::string_view bytes, const std::string& subject);

constexpr int kMostPdfPages = 5000;

}  // namespace moxian

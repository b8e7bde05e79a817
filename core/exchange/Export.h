#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/report/Outline.h"
#include "core/review/Markup.h"

namespace moxian {

/// The look of an export. Gb9704: the official page of GB/T 9704-2012. Plain: the same structure
/// with the reading program's own page and fonts.
enum class Layout { Gb9704, Plain };
enum class Format { Txt, Docx, Pdf, Html };

struct ExportOptions {
  Layout layout = Layout::Gb9704;
  std::u16string author;   ///< document property; empty leaves it out
  std::u16string subject;  ///< document property; empty leaves it out
  /// Changes and comments of the text, which DOCX and HTML then show; the other formats would show
  /// deleted words as text: give them the final text. Null: there are none. Must outlive the call.
  const Markup* markup = nullptr;
  /// The first line is the title although no report would be called so: of a review sheet.
  bool titled = false;
  bool tracking = false;  ///< DOCX says that further edits are to be tracked (w:trackRevisions)
};

/// What an export had to do otherwise than asked, each a key below "export." with arguments, for
/// the user (for example a face that stood in for one that is not installed).
struct ExportNote {
  std::string key;
  std::vector<std::string> arguments;
};

/// Called with a share from 0 to 1; returning false cancels (ErrorCode::Cancelled, nothing
/// written).
using ExportProgress = std::function<bool(double share)>;

/// The bytes of a format; nothing but resources/templates is read and nothing is written. `outline`
/// is that of `text`. Safe from any thread; PDF is quicker the second time on the same thread,
/// whose fonts stay loaded. Errors: ResourceMissing, ResourceInvalid, ExportFailed; toPdf also
/// FontMissing and Cancelled.
[[nodiscard]] Result<std::string> toDocx(std::u16string_view text, const Outline& outline,
                                         const ExportOptions& options,
                                         std::vector<ExportNote>& notes);
[[nodiscard]] Result<std::string> toPdf(std::u16string_view text, const Outline& outline,
                                        const ExportOptions& options,
                                        std::vector<ExportNote>& notes,
                                        const ExportProgress& progress = {});
/// Begins to look for the fonts that toPdf will ask for, in a thread of its own, so that a draft
/// can be read meanwhile. Needs not be called; what fails, fails again in toPdf, which tells of it.
void preparePdf();
[[nodiscard]] Result<std::string> toHtml(std::u16string_view text, const Outline& outline,
                                         const ExportOptions& options,
                                         std::vector<ExportNote>& notes);

/// Writes a text in the format that the ending of `file` names (.txt as UTF-8; UnknownFormat for
/// others), safely as writeFile does. Result: notes for the user.
[[nodiscard]] Result<std::vector<ExportNote>> exportFile(const std::filesystem::path& file,
                                                         std::u16string_view text,
                                                         const Outline& outline,
                                                         const ExportOptions& options,
                                                         const ExportProgress& progress = {});

/// The format that the ending of a file name asks for (.txt, .md, .docx, .pdf, .html, .htm).
[[nodiscard]] Result<Format> formatOf(const std::filesystem::path& file);

}  // namespace moxian

#include "core/exchange/Export.h"

#include <array>
#include <utility>

#include "core/base/Files.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

struct Ending {
  std::string_view ending;
  Format format;
};
constexpr std::array<Ending, 6> kEndings = {{{".txt", Format::Txt},
                                             {".md", Format::Txt},
                                             {".docx", Format::Docx},
                                             {".pdf", Format::Pdf},
                                             {".html", Format::Html},
                                             {".htm", Format::Html}}};

std::string lowered(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string toText(std::u16string_view text) {
  std::string bytes = toUtf8(text);
  if (!bytes.empty() && bytes.back() != '\n') bytes += '\n';
  return bytes;
}

Result<std::string> bytesOf(Format format, std::u16string_view text, const Outline& outline,
                            const ExportOptions& options, std::vector<ExportNote>& notes,
                            const ExportProgress& progress) {
  switch (format) {
    case Format::Txt:
      return toText(text);
    case Format::Docx:
      return toDocx(text, outline, options, notes);
    case Format::Pdf:
      return toPdf(text, outline, options, notes, progress);
    case Format::Html:
      return toHtml(text, outline, options, notes);
  }
  return fail(ErrorCode::UnknownFormat);
}

}  // namespace

Result<Format> formatOf(const std::filesystem::path& file) {
  const std::string wanted = lowered(file.extension().string());
  for (const Ending& known : kEndings) {
    if (known.ending == wanted) return known.format;
  }
  return fail(ErrorCode::UnknownFormat, file.filename().string());
}

Result<std::vector<ExportNote>> exportFile(const std::filesystem::path& file,
                                           std::u16string_view text, const Outline& outline,
                                           const ExportOptions& options,
                                           const ExportProgress& progress) {
  const auto format = formatOf(file);
  if (!format) return std::unexpected(format.error());
  std::vector<ExportNote> notes;
  auto bytes = bytesOf(*format, text, outline, options, notes, progress);
  if (!bytes) {
    Error error = bytes.error();
    if (error.code == ErrorCode::ExportFailed) error.subject = file.string();
    return std::unexpected(error);
  }
  if (progress && !progress(1)) return fail(ErrorCode::Cancelled);
  if (auto written = writeFile(file, *bytes); !written) return std::unexpected(written.error());
  return notes;
}

}  // namespace moxian

#pragma once

#include <QImage>
#include <QSizeF>
#include <memory>
#include <string>

#include "core/base/Result.h"

namespace poppler {
class document;
}

namespace moxian {

/// The pages of a PDF as pictures.
class PdfPages {
 public:
  /// ExportFailed if the bytes are no PDF.
  [[nodiscard]] static Result<PdfPages> load(std::string bytes);
  ~PdfPages();
  PdfPages(PdfPages&&) noexcept;
  PdfPages& operator=(PdfPages&&) noexcept;

  [[nodiscard]] int count() const;
  /// In points (1/72 inch); `page` counts from 0.
  [[nodiscard]] QSizeF size(int page) const;
  /// White paper, `dpi` dots an inch.
  [[nodiscard]] QImage render(int page, double dpi) const;

  [[nodiscard]] const std::string& bytes() const { return *m_bytes; }

 private:
  PdfPages(std::unique_ptr<std::string> bytes, std::unique_ptr<poppler::document> document);

  std::unique_ptr<std::string> m_bytes;  // poppler reads from it without a copy
  std::unique_ptr<poppler::document> m_document;
};

}  // namespace moxian

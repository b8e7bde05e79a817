#include "ui/PdfPages.h"

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace moxian {

PdfPages::PdfPages(std::unique_ptr<std::string> bytes, std::unique_ptr<poppler::document> document)
    : m_bytes(std::move(bytes)), m_document(std::move(document)) {}
PdfPages::~PdfPages() = default;
PdfPages::PdfPages(PdfPages&&) noexcept = default;
PdfPages& PdfPages::operator=(PdfPages&&) noexcept = default;

Result<PdfPages> PdfPages::load(std::string bytes) {
  auto kept = std::make_unique<std::string>(std::move(bytes));
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(kept->data(), static_cast<int>(kept->size())));
  if (document == nullptr || document->is_locked())
    return fail(ErrorCode::ExportFailed, "PDF", "poppler cannot read it");
  return PdfPages(std::move(kept), std::move(document));
}

int PdfPages::count() const {
  return m_document->pages();
}

QSizeF PdfPages::size(int page) const {
  const std::unique_ptr<poppler::page> sheet(m_document->create_page(page));
  if (sheet == nullptr) return {};
  const poppler::rectf rect = sheet->page_rect();
  return {rect.width(), rect.height()};
}

QImage PdfPages::render(int page, double dpi) const {
  const std::unique_ptr<poppler::page> sheet(m_document->create_page(page));
  if (sheet == nullptr) return {};
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_argb32);
  const poppler::image picture = renderer.render_page(sheet.get(), dpi, dpi);
  if (!picture.is_valid()) return {};
  const QImage view(reinterpret_cast<const uchar*>(picture.const_data()), picture.width(),
                    picture.height(), picture.bytes_per_row(), QImage::Format_RGB32);
  return view.copy();  // the picture goes with this function
}

}  // namespace moxian

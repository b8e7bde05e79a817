#include "core/exchange/PdfSheet.h"

#include <cairo-pdf.h>
#include <chrono>
#include <format>

#include "core/base/Resources.h"

namespace moxian {
namespace {

constexpr double kRuleWidth = 0.5;

cairo_status_t appendBytes(void* into, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void set(cairo_surface_t* surface, cairo_pdf_metadata_t key, const std::string& value) {
  if (!value.empty()) cairo_pdf_surface_set_metadata(surface, key, value.c_str());
}

}  // namespace

PdfSheet::PdfSheet(double width, double height, const PdfProperties& properties)
    : m_surface(cairo_pdf_surface_create_for_stream(appendBytes, &m_bytes, width, height)),
      m_cairo(cairo_create(m_surface.get())) {
  set(m_surface.get(), CAIRO_PDF_METADATA_TITLE, properties.title);
  set(m_surface.get(), CAIRO_PDF_METADATA_AUTHOR, properties.author);
  set(m_surface.get(), CAIRO_PDF_METADATA_SUBJECT, properties.subject);
  set(m_surface.get(), CAIRO_PDF_METADATA_CREATOR, "Moxian " + std::string(version()));
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  set(m_surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, std::format("{:%FT%TZ}", now));
  cairo_pdf_surface_set_page_label(m_surface.get(), "1");
  cairo_set_line_width(m_cairo.get(), kRuleWidth);
}

void PdfSheet::draw(const ShapedText& text, const BrokenLine& line, double x, double y) {
  m_glyphs.clear();
  m_clusters.clear();
  std::size_t run = line.begin;
  x += line.indent;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    const Cluster& cluster = text.clusters[i];
    const ShapedText::Piece& piece = text.pieces[i];
    if (piece.font != text.pieces[run].font) {
      flushRun(text, run, i);
      run = i;
    }
    if (i > line.begin && isJoint(text.clusters[i - 1], cluster)) x += line.stretch;
    const ShapedText::Piece& next = text.pieces[i + 1];
    for (std::size_t g = piece.glyph; g < next.glyph; ++g) {
      const ShapedGlyph& glyph = text.glyphs[g];
      m_glyphs.push_back({glyph.index, x + glyph.xOffset, y + glyph.yOffset});
      x += glyph.advance;
    }
    m_clusters.push_back(
        {static_cast<int>(next.text - piece.text), static_cast<int>(next.glyph - piece.glyph)});
  }
  flushRun(text, run, line.end);
}

void PdfSheet::flushRun(const ShapedText& text, std::size_t begin, std::size_t end) {
  if (begin < end && text.pieces[begin].font != nullptr) {
    const std::uint32_t from = text.pieces[begin].text;
    const std::uint32_t to = text.pieces[end].text;
    cairo_set_scaled_font(m_cairo.get(), text.pieces[begin].font);
    cairo_show_text_glyphs(m_cairo.get(), text.utf8.data() + from, static_cast<int>(to - from),
                           m_glyphs.data(), static_cast<int>(m_glyphs.size()), m_clusters.data(),
                           static_cast<int>(m_clusters.size()), cairo_text_cluster_flags_t{});
  }
  m_glyphs.clear();
  m_clusters.clear();
}

void PdfSheet::rule(double fromX, double fromY, double toX, double toY) {
  cairo_move_to(m_cairo.get(), fromX, fromY);
  cairo_line_to(m_cairo.get(), toX, toY);
  cairo_stroke(m_cairo.get());
}

void PdfSheet::nextPage() {
  cairo_show_page(m_cairo.get());
  ++m_page;
  cairo_pdf_surface_set_page_label(m_surface.get(), std::to_string(m_page).c_str());
}

void PdfSheet::bookmark(const std::string& title, int level, double y) {
  while (!m_above.empty() && m_above.back().level >= level) m_above.pop_back();
  const int parent = m_above.empty() ? CAIRO_PDF_OUTLINE_ROOT : m_above.back().id;
  const std::string target = std::format("page={} pos=[0 {:.1f}]", m_page, y);
  const int id = cairo_pdf_surface_add_outline(m_surface.get(), parent, title.c_str(),
                                               target.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
  m_above.push_back({level, id});
}

Result<std::string> PdfSheet::finish() {
  cairo_show_page(m_cairo.get());
  cairo_status_t status = cairo_status(m_cairo.get());
  m_cairo.reset();
  cairo_surface_finish(m_surface.get());
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(m_surface.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    return fail(ErrorCode::ExportFailed, {}, cairo_status_to_string(status));
  }
  return std::move(m_bytes);
}

}  // namespace moxian

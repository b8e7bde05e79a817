#pragma once

#include <cairo.h>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/exchange/LineBreaker.h"
#include "core/exchange/PdfModules.h"
#include "core/exchange/Shaper.h"

namespace moxian {

struct SurfaceDestroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextDestroy {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

/// A PDF file in memory, page after page. Lengths are points from the upper left corner.
class PdfSheet {
 public:
  PdfSheet(double width, double height, const PdfProperties& properties);
  PdfSheet(const PdfSheet&) = delete;  // the surface writes into a member
  PdfSheet& operator=(const PdfSheet&) = delete;
  PdfSheet(PdfSheet&&) = delete;
  PdfSheet& operator=(PdfSheet&&) = delete;
  ~PdfSheet() = default;

  /// Draws a line of a shaped text. `x` is where its box starts, `y` its baseline.
  void draw(const ShapedText& text, const BrokenLine& line, double x, double y);
  void rule(double fromX, double fromY, double toX, double toY);
  /// Ends the page and starts the next one.
  void nextPage();
  [[nodiscard]] int pageNumber() const { return m_page; }

  /// Adds an outline entry that leads to a height on this page. `level` from 1: it becomes a child
  /// of the last entry of a lower level.
  void bookmark(const std::string& title, int level, double y);

  /// Ends the last page and gives the bytes of the file. Takes as long as embedding the fonts does.
  [[nodiscard]] Result<std::string> finish();

 private:
  void flushRun(const ShapedText& text, std::size_t begin, std::size_t end);

  struct Entry {
    int level;
    int id;
  };
  std::string m_bytes;
  std::unique_ptr<cairo_surface_t, SurfaceDestroy> m_surface;
  std::unique_ptr<cairo_t, ContextDestroy> m_cairo;
  int m_page = 1;
  std::vector<Entry> m_above;  // open outline entries, outermost first
  std::vector<cairo_glyph_t> m_glyphs;
  std::vector<cairo_text_cluster_t> m_clusters;
};

}  // namespace moxian

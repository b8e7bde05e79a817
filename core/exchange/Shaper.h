#pragma once

#include <cairo.h>
#include <unicode/brkiter.h>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/Faces.h"
#include "core/exchange/LineBreaker.h"
#include "core/text/Script.h"

namespace moxian {

/// One glyph of a shaped paragraph, in points.
struct ShapedGlyph {
  unsigned long index = 0;
  double advance = 0;
  double xOffset = 0;
  double yOffset = 0;
};

/// Text with its glyphs, cluster by cluster in reading order. A cluster knows its characters, so
/// that the PDF says which characters each glyph stands for.
struct ShapedText {
  struct Piece {
    std::uint32_t text = 0;               ///< start in utf8; ends where the next one starts
    std::uint32_t glyph = 0;              ///< start in glyphs
    cairo_scaled_font_t* font = nullptr;  ///< owned by the shaper; none if the system has no fonts
  };
  std::string utf8;
  std::vector<ShapedGlyph> glyphs;
  std::vector<Cluster> clusters;
  std::vector<Piece> pieces;  ///< one a cluster and one at the end
};

/// A stretch of a paragraph in one face; `latin` serves letters, digits and half-width marks.
struct FaceRun {
  std::size_t end = 0;  ///< in UTF-16 units of the paragraph
  const PangoFontDescription* chinese = nullptr;
  const PangoFontDescription* latin = nullptr;
};

/// Turns paragraphs into glyphs with Pango. One thread at a time.
class Shaper {
 public:
  /// ExportFailed if the line breaking rules cannot be loaded.
  [[nodiscard]] static Result<Shaper> create(Script script);

  /// Shapes a paragraph. `runs` cover it. Glyphs are narrowed by `scale`, by which 28 characters
  /// of 16 points fit a line (0.987): so the fonts' own advances serve and the file stays small.
  [[nodiscard]] ShapedText shape(std::u16string_view text, const std::vector<FaceRun>& runs,
                                 double scale);

  /// Characters so far that no installed face has (UTF-8).
  [[nodiscard]] const std::set<std::string>& missing() const { return m_missing; }

 private:
  Shaper() = default;
  void appendItem(const PangoItem& item, double scale, ShapedText& into);
  void appendCluster(const PangoGlyphString& glyphs, int from, int to, double scale,
                     ShapedText& into);
  cairo_scaled_font_t* fontOf(PangoFont* font, double scale);
  std::vector<bool> lineStarts(std::u16string_view text);
  void noteMissing(const ShapedText& shaped);

  Object<PangoContext> m_context;
  std::unique_ptr<icu::BreakIterator> m_breaks;
  PangoLanguage* m_language = nullptr;
  std::set<std::string> m_missing;
  std::vector<std::size_t> m_unknown;  // clusters of the paragraph at hand that have no glyph

  struct ScaledFontDestroy {
    void operator()(cairo_scaled_font_t* font) const { cairo_scaled_font_destroy(font); }
  };
  /// A font narrowed by a scale; pieces point into it, and it keeps the key alive.
  struct NarrowedFont {
    Object<PangoFont> font;
    double scale = 1;
    std::unique_ptr<cairo_scaled_font_t, ScaledFontDestroy> narrowed = {};
  };
  std::vector<NarrowedFont> m_fonts;
};

}  // namespace moxian

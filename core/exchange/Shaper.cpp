#include "core/exchange/Shaper.h"

#include <glib-object.h>
#include <pango/pangocairo.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>
#include <algorithm>

#include "core/text/Characters.h"

namespace moxian {
namespace {

struct AttributesUnref {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
using Attributes = std::unique_ptr<PangoAttrList, AttributesUnref>;
struct GlyphStringFree {
  void operator()(PangoGlyphString* glyphs) const { pango_glyph_string_free(glyphs); }
};
struct ItemsFree {
  void operator()(GList* items) const {
    g_list_free_full(items, [](void* item) { pango_item_free(static_cast<PangoItem*>(item)); });
  }
};

/// Letters, digits and marks that are set in the Latin face; × · ° and the quotes are Chinese.
bool isLatin(char16_t c) {
  return c < 0x80 || (c >= 0xC0 && c < 0x250 && c != u'×' && c != u'÷');
}

/// Writes UTF-8 and remembers where each UTF-16 unit starts in it.
class Utf8Text {
 public:
  explicit Utf8Text(std::u16string_view text) {
    m_offsets.reserve(text.size() + 1);
    bytes.reserve(text.size() * 3);
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
      const int32_t begin = i;
      UChar32 c = 0;
      U16_NEXT(text.data(), i, length, c);
      if (c == '\t') c = 0x3000;  // a tab stop has no meaning on the page
      for (int32_t unit = begin; unit < i; ++unit)
        m_offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
      char encoded[U8_MAX_LENGTH];
      int32_t size = 0;
      U8_APPEND_UNSAFE(encoded, size, c);
      bytes.append(encoded, static_cast<std::size_t>(size));
    }
    m_offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  [[nodiscard]] std::uint32_t at(std::size_t unit) const { return m_offsets[unit]; }

  std::string bytes;

 private:
  std::vector<std::uint32_t> m_offsets;
};

void addAttribute(PangoAttrList* list, PangoAttribute* attribute, std::uint32_t begin,
                  std::uint32_t end) {
  attribute->start_index = begin;
  attribute->end_index = end;
  pango_attr_list_insert(list, attribute);
}

Attributes attributesOf(std::u16string_view text, const Utf8Text& utf8,
                        const std::vector<FaceRun>& runs, PangoLanguage* language) {
  Attributes list(pango_attr_list_new());
  pango_attr_list_insert(list.get(), pango_attr_language_new(language));
  std::size_t begin = 0;
  for (const FaceRun& run : runs) {
    while (begin < run.end) {
      const bool latin = isLatin(text[begin]);
      std::size_t end = begin + 1;
      while (end < run.end && isLatin(text[end]) == latin) ++end;
      addAttribute(list.get(), pango_attr_font_desc_new(latin ? run.latin : run.chinese),
                   utf8.at(begin), utf8.at(end));
      begin = end;
    }
  }
  return list;
}

constexpr std::u16string_view kStops = u"，。、；：";

Cluster classOf(std::u16string_view text, std::size_t unit) {
  const char16_t c = text[unit];
  Cluster cluster;
  cluster.glued = unit > 0 && text[unit - 1] == c && (c == u'—' || c == u'…');
  if (isSpace(c)) {
    cluster.kind = ClusterKind::Space;
  } else if (isLatin(c)) {
    cluster.kind = ClusterKind::Letter;
  }
  cluster.hanging = kStops.contains(c);
  return cluster;
}

double points(int pangoUnits) {
  return static_cast<double>(pangoUnits) / PANGO_SCALE;
}

}  // namespace

Result<Shaper> Shaper::create(Script script) {
  Shaper shaper;
  shaper.m_language = pango_language_from_string(script == Script::Traditional ? "zh-tw" : "zh-cn");
  shaper.m_context.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  pango_cairo_context_set_resolution(shaper.m_context.get(), 72);
  pango_context_set_round_glyph_positions(shaper.m_context.get(), FALSE);
  pango_context_set_language(shaper.m_context.get(), shaper.m_language);
  const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(
      cairo_font_options_create(), &cairo_font_options_destroy);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(shaper.m_context.get(), options.get());
  UErrorCode status = U_ZERO_ERROR;
  shaper.m_breaks.reset(
      icu::BreakIterator::createLineInstance(icu::Locale("zh@lb=strict"), status));
  if (U_FAILURE(status)) return fail(ErrorCode::ExportFailed, {}, u_errorName(status));
  return shaper;
}

ShapedText Shaper::shape(std::u16string_view text, const std::vector<FaceRun>& runs, double scale) {
  Utf8Text utf8(text);
  const Attributes attributes = attributesOf(text, utf8, runs, m_language);
  const std::unique_ptr<GList, ItemsFree> items(
      pango_itemize_with_base_dir(m_context.get(), PANGO_DIRECTION_LTR, utf8.bytes.c_str(), 0,
                                  static_cast<int>(utf8.bytes.size()), attributes.get(), nullptr));
  ShapedText shaped;
  shaped.glyphs.reserve(text.size());
  shaped.clusters.reserve(text.size());
  shaped.pieces.reserve(text.size() + 1);
  const std::size_t size = utf8.bytes.size();
  shaped.utf8 = std::move(utf8.bytes);
  m_unknown.clear();
  for (const GList* node = items.get(); node != nullptr; node = node->next) {
    appendItem(*static_cast<const PangoItem*>(node->data), scale, shaped);
  }
  shaped.pieces.push_back({static_cast<std::uint32_t>(size),
                           static_cast<std::uint32_t>(shaped.glyphs.size()), nullptr});
  noteMissing(shaped);
  const std::vector<bool> starts = lineStarts(text);
  std::size_t unit = 0;
  for (std::size_t i = 0; i < shaped.clusters.size(); ++i) {
    while (utf8.at(unit) < shaped.pieces[i].text) ++unit;
    const double width = shaped.clusters[i].width;
    shaped.clusters[i] = classOf(text, unit);
    shaped.clusters[i].width = width;
    shaped.clusters[i].breakBefore = starts[unit];
  }
  return shaped;
}

void Shaper::appendItem(const PangoItem& item, double scale, ShapedText& into) {
  const std::unique_ptr<PangoGlyphString, GlyphStringFree> glyphs(pango_glyph_string_new());
  pango_shape(into.utf8.data() + item.offset, item.length, &item.analysis, glyphs.get());
  cairo_scaled_font_t* font = fontOf(item.analysis.font, scale);
  const bool backwards = item.analysis.level % 2 == 1;  // right to left: kept whole
  for (int from = 0; from < glyphs->num_glyphs;) {
    int to = from + 1;
    while (to < glyphs->num_glyphs &&
           (backwards || glyphs->log_clusters[to] == glyphs->log_clusters[from])) {
      ++to;
    }
    const int offset = item.offset + (backwards ? 0 : glyphs->log_clusters[from]);
    into.pieces.push_back(
        {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(into.glyphs.size()), font});
    appendCluster(*glyphs, from, to, scale, into);
    from = to;
  }
}

void Shaper::appendCluster(const PangoGlyphString& glyphs, int from, int to, double scale,
                           ShapedText& into) {
  Cluster cluster;
  for (int i = from; i < to; ++i) {
    const PangoGlyphInfo& info = glyphs.glyphs[i];
    const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
    if (info.glyph == PANGO_GLYPH_EMPTY) continue;
    if (unknown) m_unknown.push_back(into.clusters.size());
    const double advance = points(info.geometry.width) * scale;
    into.glyphs.push_back({unknown ? 0 : info.glyph, advance,
                           points(info.geometry.x_offset) * scale, points(info.geometry.y_offset)});
    cluster.width += advance;
  }
  into.clusters.push_back(cluster);
}

cairo_scaled_font_t* Shaper::fontOf(PangoFont* font, double scale) {
  for (const NarrowedFont& known : m_fonts) {
    if (known.font.get() == font && known.scale == scale) return known.narrowed.get();
  }
  auto* whole =
      font == nullptr ? nullptr : pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
  if (whole == nullptr) return nullptr;  // a system without fonts: every glyph is unknown
  cairo_matrix_t matrix;
  cairo_scaled_font_get_font_matrix(whole, &matrix);
  matrix.xx *= scale;
  matrix.yx *= scale;
  cairo_matrix_t page;
  cairo_matrix_init_identity(&page);
  const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(
      cairo_font_options_create(), &cairo_font_options_destroy);
  cairo_scaled_font_get_font_options(whole, options.get());
  NarrowedFont made{.font = Object<PangoFont>(static_cast<PangoFont*>(g_object_ref(font))),
                    .scale = scale};
  made.narrowed.reset(cairo_scaled_font_create(cairo_scaled_font_get_font_face(whole), &matrix,
                                               &page, options.get()));
  return m_fonts.emplace_back(std::move(made)).narrowed.get();
}

/// By UTF-16 unit: whether a line may start there.
std::vector<bool> Shaper::lineStarts(std::u16string_view text) {
  std::vector<bool> starts(text.size() + 1, false);
  const icu::UnicodeString units(false, text.data(), static_cast<int32_t>(text.size()));
  m_breaks->setText(units);
  for (int32_t at = m_breaks->first(); at != icu::BreakIterator::DONE; at = m_breaks->next()) {
    starts[static_cast<std::size_t>(at)] = true;
  }
  return starts;
}

void Shaper::noteMissing(const ShapedText& shaped) {
  for (const std::size_t i : m_unknown) {
    m_missing.insert(shaped.utf8.substr(shaped.pieces[i].text,
                                        shaped.pieces[i + 1].text - shaped.pieces[i].text));
  }
}

}  // namespace moxian

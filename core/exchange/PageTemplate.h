#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/exchange/Export.h"
#include "core/text/Script.h"

namespace moxian {

/// A printing face and what may stand in for it; see resources/templates/README.md.
struct Face {
  std::string document;                ///< name written into DOCX and HTML; empty: the reader's own
  std::vector<std::string> installed;  ///< names that count as this face
  std::vector<std::string> standIns;   ///< families taken in order where none of those is there
  bool boldStandIn = false;            ///< set in bold when another face stands in
  bool boldDocument = false;           ///< set in bold in DOCX, for faces without a name there
};

/// Measures and faces of a layout (GB/T 9704-2012, 5 and 7). Lengths are twips (1/20 point), sizes
/// points, heading levels count from 0 here.
struct PageTemplate {
  static constexpr std::size_t kLevels = 5;

  int width = 0;
  int height = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  int left = 0;
  int footer = 0;
  int lines = 0;       ///< on a page; 0 if as many as fit
  int characters = 0;  ///< in a line, of the body's size; 0 if as many as fit
  int linePitch = 0;
  int characterSpacing = 0;
  double bodySize = 0;
  double titleSize = 0;
  std::array<double, kLevels> headingSizes{};
  double pageNumberSize = 0;
  double tableSize = 0;
  int tablePitch = 0;
  Face body;
  Face title;
  Face subtitle;
  std::array<Face, kLevels> headings;
  Face attachmentMark;
  Face tableHead;
  Face pageNumber;
  Face latin;

  /// Width of the text area in twips.
  [[nodiscard]] int textWidth() const { return width - left - right; }
  /// Distance of two full-width characters of the body, in points (156 mm / 28 = 15.79).
  [[nodiscard]] double characterPitch() const {
    return characters > 0 ? textWidth() / 20.0 / characters : bodySize;
  }
  /// Full-width characters of the title's size that a line of it may hold; a little less than fits,
  /// since other faces are wider.
  [[nodiscard]] double titleCharacters() const { return textWidth() / 20.0 / titleSize - 0.6; }

  /// The template of a layout with the faces for a script, from resources/templates. A file that is
  /// not as documented is ResourceInvalid and names the key.
  [[nodiscard]] static Result<PageTemplate> load(Layout layout, Script script);
};

}  // namespace moxian

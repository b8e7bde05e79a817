#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/exchange/Faces.h"
#include "core/exchange/LineBreaker.h"
#include "core/exchange/Manuscript.h"
#include "core/exchange/PageTemplate.h"
#include "core/exchange/Shaper.h"
#include "core/exchange/TableShape.h"

namespace moxian {

/// A paragraph ready to be drawn.
struct SetText {
  ShapedText shaped;
  std::vector<BrokenLine> lines;
  double pitch = 0;     ///< distance of two lines in points
  double baseline = 0;  ///< from the top of a line to its baseline
};

/// Sets the parts of a manuscript in the faces of a template. One thread at a time.
class PdfText {
 public:
  /// FontMissing if no face on this system has Chinese characters.
  [[nodiscard]] static Result<PdfText> create(const PageTemplate& page, Script script,
                                              std::vector<ExportNote>& notes);

  /// Sets a part that is no table.
  [[nodiscard]] SetText set(const Part& part);
  /// Sets a cell for a room in points.
  [[nodiscard]] SetText setCell(std::u16string_view text, bool head, CellAlign align, double width);
  /// Sets "— 1 —" on one line.
  [[nodiscard]] SetText setPageNumber(int number);

  /// Notes for the user about characters that no face has.
  void noteMissing(std::vector<ExportNote>& notes) const;

 private:
  /// A face for Chinese characters and the one for Latin letters beside it, at one size.
  struct FacePair {
    FontDescription chinese;
    FontDescription latin;
    double size = 0;
    [[nodiscard]] FaceRun upTo(std::size_t end) const { return {end, chinese.get(), latin.get()}; }
  };

  PdfText(const PageTemplate& page, Shaper shaper) : m_page(&page), m_shaper(std::move(shaper)) {}
  void loadFaces(Faces& faces);
  [[nodiscard]] const FacePair& faceOf(const Part& part) const;
  [[nodiscard]] LineBox boxOf(const Part& part) const;
  [[nodiscard]] SetText setTitle(const Part& part);
  void place(const Part& part, SetText& text) const;

  const PageTemplate* m_page;
  Shaper m_shaper;
  FacePair m_body;
  FacePair m_title;
  FacePair m_subtitle;
  std::array<FacePair, PageTemplate::kLevels> m_headings;
  FacePair m_attachmentMark;
  FacePair m_table;
  FacePair m_tableHead;
  FacePair m_pageNumber;
};

}  // namespace moxian

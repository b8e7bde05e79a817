#pragma once

#include <cstddef>
#include <vector>

#include "core/exchange/Manuscript.h"
#include "core/exchange/PageTemplate.h"
#include "core/exchange/PdfSheet.h"
#include "core/exchange/PdfText.h"

namespace moxian {

/// A table set for the page. Its pieces are its rows; a row higher than a page is several pieces,
/// so that nothing is lost. The head row stands again on every page.
class PdfTable {
 public:
  PdfTable(const Part& part, const PageTemplate& page, PdfText& text);

  [[nodiscard]] std::size_t pieces() const { return m_rows.size(); }
  /// Of all pieces, in points.
  [[nodiscard]] double height() const;
  /// The room that a piece needs if it is the first on its page, in points: of a short table that
  /// of all its rows, which stand together.
  [[nodiscard]] double leastHeight(std::size_t piece) const;

  struct Drawn {
    double height = 0;
    std::size_t next = 0;  ///< the first piece that did not fit
  };
  /// Draws pieces from `first` on, at least one, as far as the room allows.
  [[nodiscard]] Drawn draw(PdfSheet& sheet, std::size_t first, double x, double y,
                           double room) const;

 private:
  struct Cell {
    SetText text;
    double x = 0;
    double width = 0;
  };
  struct Row {
    std::size_t cells = 0;  ///< index into m_cells
    std::size_t firstLine = 0;
    std::size_t lastLine = 0;  ///< half-open range of the cells' lines in this piece
    double height = 0;
    bool whole = true;
  };
  struct Columns {
    const std::vector<int>& widths;
    const std::vector<bool>& sentences;
  };
  void addRow(const Part& part, std::size_t index, const Columns& columns, PdfText& text,
              double mostHeight);
  double drawRow(PdfSheet& sheet, const Row& row, double x, double y) const;

  std::vector<std::vector<Cell>> m_cells;
  std::vector<Row> m_rows;
  bool m_head = false;
  bool m_together = false;
  double m_width = 0;
};

}  // namespace moxian

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace moxian {

/// A printed line of a page. Lengths are in points, from the left and the top of the page.
struct PdfLine {
  std::u16string text = {};  ///< wide gaps inside, as between cells of a table, as U+0009
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double size = 0;  ///< of the letters
};

/// The lines of a page, from top to bottom.
using PdfPage = std::vector<PdfLine>;

/// Takes page numbers out and the lines that come again at the same place of at least half of the
/// pages. Returns how many lines went.
std::size_t dropHeadersAndFooters(std::vector<PdfPage>& pages);

/// Puts the printed lines together to paragraphs, each a line ended by U+000A. A paragraph ends
/// before an indented line, after a line that stops short of the margin, at a wider gap, and where
/// the size of the letters changes; lines of a centred title go together.
[[nodiscard]] std::u16string paragraphs(const std::vector<PdfPage>& pages);

/// `next` added to `line` as it follows on the page: with a space only between words of letters.
void joinPrinted(std::u16string& line, std::u16string_view next);

}  // namespace moxian

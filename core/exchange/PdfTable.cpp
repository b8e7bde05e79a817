#include "core/exchange/PdfTable.h"

#include <algorithm>

#include "core/exchange/TableShape.h"

namespace moxian {
namespace {

constexpr double kPadding = kCellPadding / 20.0;
constexpr double kMargin = kCellMargin / 20.0;

}  // namespace

PdfTable::PdfTable(const Part& part, const PageTemplate& page, PdfText& text)
    : m_head(hasHeadRow(part)), m_width(page.textWidth() / 20.0) {
  const std::vector<int> widths = columnWidths(part, page.textWidth(), page.tableSize);
  const double area = (page.height - page.top - page.bottom) / 20.0;
  const std::vector<bool> sentences = sentenceColumns(part);
  for (std::size_t i = 0; i < part.rows.size(); ++i)
    addRow(part, i, {widths, sentences}, text, area / 2);
  m_together = staysTogether(part, widths, page.tableSize) && height() <= area;
}

void PdfTable::addRow(const Part& part, std::size_t index, const Columns& columns, PdfText& text,
                      double mostHeight) {
  const auto& [widths, sentences] = columns;
  const auto& words = part.rows[index];
  std::vector<Cell> cells;
  double x = 0;
  std::size_t lines = 1;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t end = i + 1 == words.size() ? widths.size() : i + 1;
    Cell cell{.text = {}, .x = x};
    for (std::size_t k = i; k < end; ++k) cell.width += widths[k] / 20.0;
    cell.text = text.setCell(words[i], m_head && index == 0, alignOf(part, sentences, words, i),
                             cell.width - 2 * kMargin);
    x += cell.width;
    lines = std::max(lines, cell.text.lines.size());
    cells.push_back(std::move(cell));
  }
  const double pitch = cells.front().text.pitch;
  const bool whole = static_cast<double>(lines) * pitch <= mostHeight;
  const std::size_t step = whole ? lines : static_cast<std::size_t>(mostHeight / pitch);
  for (std::size_t from = 0; from < lines; from += step) {
    const std::size_t to = std::min(lines, from + step);
    m_rows.push_back(
        {m_cells.size(), from, to, static_cast<double>(to - from) * pitch + 2 * kPadding, whole});
  }
  m_cells.push_back(std::move(cells));
}

double PdfTable::height() const {
  double height = 0;
  for (const Row& row : m_rows) height += row.height;
  return height;
}

double PdfTable::leastHeight(std::size_t piece) const {
  if (m_together && piece == 0) return height();
  const bool headAgain = m_head && piece > 0;
  double height = m_rows[piece].height + (headAgain ? m_rows[0].height : 0);
  if (m_head && piece == 0 && m_rows.size() > 1) height += m_rows[1].height;
  return height;
}

PdfTable::Drawn PdfTable::draw(PdfSheet& sheet, std::size_t first, double x, double y,
                               double room) const {
  Drawn drawn{.height = 0, .next = first};
  sheet.rule(x, y, x + m_width, y);
  if (m_head && first > 0) drawn.height += drawRow(sheet, m_rows[0], x, y);
  for (; drawn.next < m_rows.size(); ++drawn.next) {
    const Row& row = m_rows[drawn.next];
    if (drawn.next > first && drawn.height + row.height > room + 0.01) break;
    drawn.height += drawRow(sheet, row, x, y + drawn.height);
  }
  return drawn;
}

double PdfTable::drawRow(PdfSheet& sheet, const Row& row, double x, double y) const {
  const double bottom = y + row.height;
  sheet.rule(x, y, x, bottom);
  for (const Cell& cell : m_cells[row.cells]) {
    const SetText& text = cell.text;
    const std::size_t last = std::min(row.lastLine, text.lines.size());
    const auto count = static_cast<double>(last - std::min(row.firstLine, last));
    double at = row.whole ? y + (row.height - count * text.pitch) / 2 : y + kPadding;
    for (std::size_t i = row.firstLine; i < last; ++i) {
      sheet.draw(text.shaped, text.lines[i], x + cell.x + kMargin, at + text.baseline);
      at += text.pitch;
    }
    sheet.rule(x + cell.x + cell.width, y, x + cell.x + cell.width, bottom);
  }
  sheet.rule(x, bottom, x + m_width, bottom);
  return row.height;
}

}  // namespace moxian

#pragma once

#include <vector>

#include "core/exchange/Manuscript.h"

namespace moxian {

/// How a cell's text stands.
enum class CellAlign { Left, Centre };

/// Space between a cell's text and its border at the left and at the right, in twips.
constexpr int kCellMargin = 80;
/// The same over and under it.
constexpr int kCellPadding = 40;

/// Widths of the columns of a table part in twips, by what they hold: narrow columns get what they
/// need, wide ones share the rest by the square roots of their texts, which makes the fewest lines
/// in all, but none gets less than its longest figure, date or word as long as there is room. They
/// add up to `total`; `size` is that of the text in points.
[[nodiscard]] std::vector<int> columnWidths(const Part& table, int total, double size);

/// True if the first row names the columns: it has as many cells as the table and holds no figures.
[[nodiscard]] bool hasHeadRow(const Part& table);

/// True for a table so short, by an estimate of its lines, that it stands on one page: a few blank
/// lines above it are better than a signature apart from its fellows. `widths` are those of its
/// columns, `size` is that of the text in points.
[[nodiscard]] bool staysTogether(const Part& table, const std::vector<int>& widths, double size);

/// Columns of a table in which a cell below the head row holds a sentence.
[[nodiscard]] std::vector<bool> sentenceColumns(const Part& table);

/// Figures stand in the middle, and so do short words where no cell of their column is a sentence;
/// all else stands at the left. `column` counts from 0; a cell that spans columns stands for
/// itself.
[[nodiscard]] CellAlign alignOf(const Part& table, const std::vector<bool>& sentences,
                                const std::vector<std::u16string>& row, std::size_t column);

}  // namespace moxian

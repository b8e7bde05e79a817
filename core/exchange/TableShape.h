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
/// need, wide ones share the rest. They add up to `total`; `size` is that of the text in points.
[[nodiscard]] std::vector<int> columnWidths(const Part& table, int total, double size);

/// True if the first row names the columns: it has as many cells as the table and holds no figures.
[[nodiscard]] bool hasHeadRow(const Part& table);

/// True for a table so short, by an estimate of its lines, that it stands on one page: a few blank
/// lines above it are better than a signature apart from its fellows. `widths` are those of its
/// columns, `size` is that of the text in points.
[[nodiscard]] bool staysTogether(const Part& table, const std::vector<int>& widths, double size);

/// Figures and short words stand in the middle, sentences at the left.
[[nodiscard]] CellAlign alignOf(std::u16string_view cell);

}  // namespace moxian

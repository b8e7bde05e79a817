#include "core/exchange/TableShape.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/exchange/TextWidth.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr double kNarrowest = 2;  // characters that even an empty column gets
constexpr double kWidest = 40;    // beyond which longer text asks for no more
constexpr double kSentence = 14;  // a longer cell is read as a sentence
constexpr double kTogether = 12;  // lines of a table that is not parted, half a page
constexpr double kSlack = 0.6;    // characters more than measured, for other faces

bool isFigure(std::u16string_view cell) {
  return std::ranges::any_of(cell, isAsciiDigit) &&
         cell.find_first_not_of(u"0123456789.,%+-— ") == cell.npos;
}

/// What each column would like to have, in twips.
std::vector<double> wishes(const Part& table, double size) {
  std::vector<double> characters(table.columns, kNarrowest);
  for (const auto& row : table.rows) {
    const std::size_t own = row.size() < table.columns ? row.size() - 1 : row.size();
    for (std::size_t i = 0; i < own; ++i) {
      characters[i] = std::max(characters[i], std::min(widthInCharacters(row[i]), kWidest));
    }
  }
  for (double& wish : characters) wish = (wish + kSlack) * size * 20 + 2 * kCellMargin;
  return characters;
}

/// Where the wishes exceed the total, grants those below an even share and scales the others.
void fit(std::vector<double>& widths, double total) {
  double free = total;
  double wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
  std::vector<bool> granted(widths.size(), wanted <= total);
  for (bool changed = wanted > total; changed;) {
    changed = false;
    const auto left = static_cast<double>(std::ranges::count(granted, false));
    const double share = free / left;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (granted[i] || widths[i] > share) continue;
      granted[i] = changed = true;
      free -= widths[i];
      wanted -= widths[i];
    }
  }
  const bool roomy = std::ranges::none_of(granted, [](bool g) { return !g; });
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (roomy || !granted[i]) widths[i] *= (roomy ? total : free) / wanted;
  }
}

}  // namespace

std::vector<int> columnWidths(const Part& table, int total, double size) {
  std::vector<double> wanted = wishes(table, size);
  fit(wanted, total);
  std::vector<int> widths;
  double reached = 0;
  int given = 0;
  for (const double width : wanted) {
    reached += width;
    const int edge = std::min(total, static_cast<int>(std::lround(reached)));
    widths.push_back(edge - given);
    given = edge;
  }
  widths.back() += total - given;
  return widths;
}

bool hasHeadRow(const Part& table) {
  return table.rows.size() > 1 && table.columns > 1 && table.rows[0].size() == table.columns &&
         std::ranges::none_of(table.rows[0], [](const auto& cell) { return isFigure(cell); });
}

bool staysTogether(const Part& table, const std::vector<int>& widths, double size) {
  double lines = 0;
  for (const auto& row : table.rows) {
    double most = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t end = i + 1 == row.size() ? widths.size() : i + 1;
      const int width = std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(i),
                                        widths.begin() + static_cast<std::ptrdiff_t>(end), 0);
      const double room = std::max(width - 2 * kCellMargin, 1);
      most = std::max(most, std::ceil(widthInCharacters(row[i]) * size * 20 / room));
    }
    lines += most;
  }
  return lines <= kTogether;
}

CellAlign alignOf(std::u16string_view cell) {
  return widthInCharacters(cell) > kSentence ? CellAlign::Left : CellAlign::Centre;
}

}  // namespace moxian

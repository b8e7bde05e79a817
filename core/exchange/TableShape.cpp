#include "core/exchange/TableShape.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/exchange/TextWidth.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr double kNarrowest = 2;     // characters that even an empty column gets
constexpr double kWidest = 40;       // beyond which longer text asks for no more
constexpr double kSentence = 14;     // a longer cell is read as a sentence
constexpr double kTogether = 12;     // lines of a table that is not parted, half a page
constexpr double kSlack = 0.6;       // characters more than measured, for other faces
constexpr int kSteps = 40;           // of halving, to well below a twip
constexpr double kOtherFace = 1.15;  // by which figures of a face that stands in may be wider

bool isFigure(std::u16string_view cell) {
  return std::ranges::any_of(cell, isAsciiDigit) &&
         cell.find_first_not_of(u"0123456789.,%+-— ") == cell.npos;
}

/// Characters of the longest run that is not broken: a figure, a date, a Latin word.
double longestPiece(std::u16string_view cell) {
  double longest = 0;
  double piece = 0;
  for (const char16_t c : cell) {
    piece = isLatin(c) || isDigit(c) || (piece > 0 && (c == u'.' || c == u',')) ? piece + 0.5 : 0;
    longest = std::max(longest, piece);
  }
  return longest;
}

struct Wish {
  double whole = kNarrowest;  ///< on one line
  double least = kNarrowest;  ///< nothing torn
};

/// What each column would like to have, in twips.
std::vector<Wish> wishes(const Part& table, double size) {
  std::vector<Wish> all(table.columns);
  for (const auto& row : table.rows) {
    const std::size_t own = row.size() < table.columns ? row.size() - 1 : row.size();
    for (std::size_t i = 0; i < own; ++i) {
      const double whole = widthInCharacters(row[i]);
      all[i].whole = std::max(all[i].whole, std::min(whole, kWidest));
      all[i].least = std::max(all[i].least, std::min(longestPiece(row[i]) * kOtherFace, kWidest));
    }
  }
  const auto room = [size](double characters) {
    return (characters + kSlack) * size * 20 + 2 * kCellMargin;
  };
  for (Wish& wish : all) {
    wish.least = room(wish.least);
    wish.whole = std::max(room(wish.whole), wish.least);
  }
  return all;
}

/// Columns that wish for no more than an even share of what the others leave.
std::vector<bool> narrowColumns(const std::vector<Wish>& wishes, double total) {
  std::vector<bool> narrow(wishes.size());
  for (bool changed = true; changed;) {
    changed = false;
    const double share = total / static_cast<double>(std::ranges::count(narrow, false));
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      if (narrow[i] || wishes[i].whole > share) continue;
      narrow[i] = changed = true;
      total -= wishes[i].whole;
    }
  }
  return narrow;
}

/// Where the wishes exceed the total.
std::vector<double> shared(const std::vector<Wish>& wishes, double total) {
  const std::vector<bool> narrow = narrowColumns(wishes, total);
  std::vector<double> widths(wishes.size());
  const auto widen = [&](double unit) {
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      const auto [whole, least] = wishes[i];
      widths[i] = narrow[i] ? whole : std::clamp(unit * std::sqrt(whole), least, whole);
    }
    return std::accumulate(widths.begin(), widths.end(), 0.0);
  };
  double low = 0;
  double high = std::sqrt(std::ranges::max(wishes, {}, &Wish::whole).whole);
  for (int step = 0; step < kSteps; ++step) {
    const double unit = (low + high) / 2;
    (widen(unit) > total ? high : low) = unit;
  }
  const double sum = widen(low);
  for (double& width : widths) width *= total / sum;  // not even the least may find room
  return widths;
}

/// Where there is more room than wished for.
std::vector<double> stretched(const std::vector<Wish>& wishes, double by) {
  std::vector<double> widths;
  for (const Wish& wish : wishes) widths.push_back(wish.whole * by);
  return widths;
}

}  // namespace

std::vector<int> columnWidths(const Part& table, int total, double size) {
  const std::vector<Wish> all = wishes(table, size);
  double sum = 0;
  for (const Wish& wish : all) sum += wish.whole;
  const std::vector<double> wanted =
      sum <= total ? stretched(all, total / sum) : shared(all, total);
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

std::vector<bool> sentenceColumns(const Part& table) {
  std::vector<bool> sentences(table.columns);
  for (std::size_t row = hasHeadRow(table) ? 1 : 0; row < table.rows.size(); ++row) {
    const auto& cells = table.rows[row];
    const std::size_t own = cells.size() < table.columns ? cells.size() - 1 : cells.size();
    for (std::size_t i = 0; i < own; ++i)
      if (widthInCharacters(cells[i]) > kSentence) sentences[i] = true;
  }
  return sentences;
}

CellAlign alignOf(const Part& table, const std::vector<bool>& sentences,
                  const std::vector<std::u16string>& row, std::size_t column) {
  const std::u16string_view cell = row[column];
  const bool spans = column + 1 == row.size() && row.size() < table.columns;
  if (widthInCharacters(cell) > kSentence) return CellAlign::Left;
  return !spans && sentences[column] && !isFigure(cell) ? CellAlign::Left : CellAlign::Centre;
}

}  // namespace moxian

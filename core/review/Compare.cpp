#include "core/review/Compare.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>

#include "core/review/BlankLines.h"
#include "core/review/TextEdits.h"
#include "core/review/WordDiff.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kLeastMove = 8;          // characters of a sentence
constexpr double kLeastLikeness = 0.4;         // of paragraphs that are one, changed
constexpr std::size_t kMostAligned = 250'000;  // pairs of paragraphs to look at in one gap

/// A sentence with the spaces around it, or a line end.
struct Unit {
  Span span;
  bool open = true;      ///< neither the same nor moved
  std::size_t move = 0;  ///< number of the move it belongs to; 0 if none
};

/// All places are in the text without its blank lines.
struct Side {
  explicit Side(std::u16string_view all) : raw(all), unspaced(all), text(unspaced.text()) {}
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  std::u16string_view raw;
  Unspaced unspaced;
  std::u16string_view text;
  std::vector<Unit> units = {};
  std::vector<Span> lines = {};  ///< ranges of units
  [[nodiscard]] std::u16string_view of(const Unit& unit) const { return unit.span.of(text); }
  /// A range with its blank lines.
  [[nodiscard]] std::u16string_view whole(Span span) const {
    return span.empty() ? std::u16string_view() : unspaced.raw(span).of(raw);
  }
  [[nodiscard]] std::u16string_view line(std::size_t index) const {
    const Span range = lines[index];
    return Span{units[range.begin].span.begin, units[range.end - 1].span.end}.of(text);
  }
};

void addLine(Side& side, Span line, bool ended) {
  const std::size_t first = side.units.size();
  std::size_t from = line.begin;
  for (const Span sentence : sentences(line.of(side.text))) {
    side.units.push_back({{from, line.begin + sentence.end}});
    from = line.begin + sentence.end;
  }
  if (from < line.end && side.units.size() > first)
    side.units.back().span.end = line.end;
  else if (from < line.end)
    side.units.push_back({{from, line.end}});
  if (ended) side.units.push_back({{line.end, line.end + 1}});
  side.lines.push_back({first, side.units.size()});
}

void addLines(Side& side) {
  for (std::size_t from = 0; from < side.text.size();) {
    const std::size_t end = std::min(side.text.find(u'\n', from), side.text.size());
    addLine(side, {from, end}, end < side.text.size());
    from = end + 1;
  }
}

/// Shared pairs of characters as a share of all (Dice).
class Likeness {
 public:
  explicit Likeness(std::u16string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      m_pairs.push_back((std::uint32_t{text[i]} << 16U) | text[i + 1]);
    }
    std::ranges::sort(m_pairs);
  }
  [[nodiscard]] double with(const Likeness& other) const {
    const std::size_t all = m_pairs.size() + other.m_pairs.size();
    if (all == 0) return 0;
    std::size_t shared = 0;
    for (auto a = m_pairs.begin(), b = other.m_pairs.begin();
         a != m_pairs.end() && b != other.m_pairs.end();) {
      if (*a == *b) ++shared;
      const bool first = *a <= *b;
      const bool second = *b <= *a;
      if (first) ++a;
      if (second) ++b;
    }
    return 2.0 * static_cast<double>(shared) / static_cast<double>(all);
  }

 private:
  std::vector<std::uint32_t> m_pairs;
};

/// Finds what stays, what moved and what changed between two texts.
class Comparer {
 public:
  Comparer(std::u16string before, std::u16string_view after)
      : m_old(std::move(before)), m_before(m_old), m_after(after) {
    addLines(m_before);
    addLines(m_after);
  }

  MarkedDraft marked(const Stamp& stamp) {
    alignLines();
    findMoves();
    emit(m_after.unspaced.leading().of(m_after.raw));
    tell();
    emitEnd(m_after.unspaced.trailing().of(m_after.raw));
    return finish(stamp);
  }

 private:
  using Pair = std::pair<std::size_t, std::size_t>;

  static std::vector<std::u16string_view> rows(const Side& side, Span lines) {
    std::vector<std::u16string_view> out;
    for (std::size_t i = lines.begin; i < lines.end; ++i) out.push_back(side.line(i));
    return out;
  }

  void alignLines() {
    Pair last{0, 0};
    auto same = sameRows(rows(m_before, {0, m_before.lines.size()}),
                         rows(m_after, {0, m_after.lines.size()}));
    same.emplace_back(m_before.lines.size(), m_after.lines.size());
    for (const auto& [i, j] : same) {
      alignGap({last.first, i}, {last.second, j});
      if (i == m_before.lines.size()) break;
      for (std::size_t k = 0; k < m_before.lines[i].length(); ++k) {
        keep(m_before.lines[i].begin + k, m_after.lines[j].begin + k);
      }
      last = {i + 1, j + 1};
    }
  }

  /// Pairs paragraphs by likeness so that the sum of it is greatest.
  void alignGap(Span before, Span after) {
    if (before.empty() || after.empty() || before.length() * after.length() > kMostAligned) return;
    const std::size_t width = after.length() + 1;
    std::vector<Likeness> there;
    for (std::size_t j = after.begin; j < after.end; ++j) there.emplace_back(m_after.line(j));
    std::vector<double> best((before.length() + 1) * width, 0);
    std::vector<double> likeness(best.size(), 0);
    for (std::size_t i = 1; i <= before.length(); ++i) {
      const Likeness here(m_before.line(before.begin + i - 1));
      for (std::size_t j = 1; j < width; ++j) {
        const double like = here.with(there[j - 1]);
        likeness[i * width + j] = like;
        const double pair = like < kLeastLikeness ? 0 : best[(i - 1) * width + j - 1] + like;
        best[i * width + j] = std::max({pair, best[(i - 1) * width + j], best[i * width + j - 1]});
      }
    }
    std::vector<Pair> pairs;
    for (std::size_t i = before.length(), j = after.length(); i > 0 && j > 0;) {
      const double now = best[i * width + j];
      if (now == best[(i - 1) * width + j]) {
        --i;
      } else if (now == best[i * width + j - 1]) {
        --j;
      } else {
        pairs.emplace_back(before.begin + --i, after.begin + --j);
      }
    }
    for (const auto& [i, j] : pairs) alignSentences(i, j);
  }

  void alignSentences(std::size_t i, std::size_t j) {
    const Span a = m_before.lines[i];
    const Span b = m_after.lines[j];
    const auto unitRows = [](const Side& side, Span units) {
      std::vector<std::u16string_view> out;
      for (std::size_t k = units.begin; k < units.end; ++k) out.push_back(side.of(side.units[k]));
      return out;
    };
    for (const auto& [x, y] : sameRows(unitRows(m_before, a), unitRows(m_after, b))) {
      keep(a.begin + x, b.begin + y);
    }
    m_anchors.emplace_back(a.end, b.end);
  }

  void keep(std::size_t before, std::size_t after) {
    m_before.units[before].open = m_after.units[after].open = false;
    m_same.emplace_back(before, after);
  }

  void findMoves() {
    std::unordered_map<std::u16string_view, std::deque<std::size_t>> open;
    for (std::size_t i = 0; i < m_before.units.size(); ++i) {
      const Unit& unit = m_before.units[i];
      if (unit.open && trimmed(m_before.of(unit)).size() >= kLeastMove) {
        open[m_before.of(unit)].push_back(i);
      }
    }
    for (std::size_t j = 0; j < m_after.units.size(); ++j) {
      if (!m_after.units[j].open) continue;
      const auto found = open.find(m_after.of(m_after.units[j]));
      if (found == open.end()) continue;
      auto& places = found->second;
      while (!places.empty() && !m_before.units[places.front()].open) places.pop_front();
      if (!places.empty()) move(places.front(), j);
    }
  }

  /// One move as far as both go on alike.
  void move(std::size_t i, std::size_t j) {
    ++m_moves;
    while (i < m_before.units.size() && j < m_after.units.size() && m_before.units[i].open &&
           m_after.units[j].open &&
           m_before.of(m_before.units[i]) == m_after.of(m_after.units[j])) {
      for (Unit* unit : {&m_before.units[i], &m_after.units[j]}) {
        unit->open = false;
        unit->move = m_moves;
      }
      ++i;
      ++j;
    }
  }

  void tell() {
    std::ranges::sort(m_same);
    std::vector<Pair> fixed = m_same;
    fixed.emplace_back(m_before.units.size(), m_after.units.size());
    std::ranges::sort(m_anchors);
    auto anchor = m_anchors.begin();
    Pair last{0, 0};
    for (const auto& [i, j] : fixed) {
      // a pair of paragraphs that is one ends together
      for (; anchor != m_anchors.end() && anchor->first <= i; ++anchor) {
        if (anchor->first < last.first || anchor->second < last.second || anchor->second > j)
          continue;
        tellGap({last.first, anchor->first}, {last.second, anchor->second});
        last = *anchor;
      }
      tellGap({last.first, i}, {last.second, j});
      if (i == m_before.units.size()) break;
      emit(m_after.whole(m_after.units[j].span));
      last = {i + 1, j + 1};
    }
  }

  /// Open units of a gap between moved ones; the k-th of both sides are told against each other.
  static std::vector<Span> openRuns(const Side& side, Span units) {
    std::vector<Span> runs{{units.begin, units.begin}};
    for (std::size_t k = units.begin; k < units.end; ++k) {
      if (side.units[k].move == 0) {
        runs.back().end = k + 1;
      } else {
        runs.push_back({k + 1, k + 1});
      }
    }
    return runs;
  }

  static Span textOf(const Side& side, Span units) {
    if (units.empty()) return {0, 0};
    return {side.units[units.begin].span.begin, side.units[units.end - 1].span.end};
  }

  void tellGap(Span before, Span after) {
    const auto a = openRuns(m_before, before);
    const auto b = openRuns(m_after, after);
    for (std::size_t k = 0; k < std::max(a.size(), b.size()); ++k) {
      if (k > 0 && k < a.size()) emitMove(m_before, a[k].begin - 1, ChangeKind::MovedFrom);
      if (k > 0 && k < b.size()) emitMove(m_after, b[k].begin - 1, ChangeKind::MovedTo);
      const Span x = k < a.size() ? textOf(m_before, a[k]) : Span{};
      const Span y = k < b.size() ? textOf(m_after, b[k]) : Span{};
      emitChange(x, y);
    }
  }

  void emit(std::u16string_view text) { m_text += text; }
  void emit(std::u16string_view text, ChangeKind kind, std::size_t move) {
    if (text.empty()) return;
    const Span span{m_text.size(), m_text.size() + text.size()};
    m_text += text;
    const bool goesOn = !m_marks.empty() && m_marks.back().kind == kind &&
                        m_marks.back().move == move && m_marks.back().span.end == span.begin;
    if (goesOn) {
      m_marks.back().span.end = span.end;
    } else {
      m_marks.push_back({kind, span, move});
    }
  }
  /// A blank line without a line end, which is a line of its own behind one only.
  void emitEnd(std::u16string_view text) {
    const bool alone = m_before.text.empty() || m_before.text.ends_with(u'\n');
    alone ? emit(text) : emit(text, ChangeKind::Insertion, 0);
  }
  void emitMove(const Side& side, std::size_t unit, ChangeKind kind) {
    emit(side.whole(side.units[unit].span), kind, side.units[unit].move);
  }
  void emitChange(Span before, Span after) {
    for (const DiffPiece& piece : diffWords(before.of(m_before.text), after.of(m_after.text))) {
      const auto there = m_after.whole(piece.after.shifted(after.begin));
      if (piece.equal) {
        emit(there);
      } else {
        emit(m_before.whole(piece.before.shifted(before.begin)), ChangeKind::Deletion, 0);
        emit(there, ChangeKind::Insertion, 0);
      }
    }
  }

  MarkedDraft finish(const Stamp& stamp) {
    std::vector<TrackedChange> changes;
    std::map<std::size_t, std::array<std::size_t, 2>> halves;  // first piece of each half of a move
    for (const Marked& mark : m_marks) {
      changes.push_back({.id = static_cast<std::int64_t>(changes.size()) + 1,
                         .kind = mark.kind,
                         .range = mark.span,
                         .author = stamp.author,
                         .time = stamp.time});
      if (mark.move == 0) continue;
      std::size_t& half = halves[mark.move][mark.kind == ChangeKind::MovedFrom ? 0 : 1];
      if (half == 0) half = changes.size();
    }
    for (const auto& [move, half] : halves) {
      if (half[0] == 0 || half[1] == 0) continue;
      changes[half[0] - 1].partner = changes[half[1] - 1].id;
      changes[half[1] - 1].partner = changes[half[0] - 1].id;
    }
    const std::size_t length = m_text.size();
    return MarkedDraft(std::move(m_text), Markup(changes, {}, length));
  }

  struct Marked {
    ChangeKind kind;
    Span span;
    std::size_t move;
  };
  std::u16string m_old;
  Side m_before;
  Side m_after;
  std::vector<Pair> m_same;     // units
  std::vector<Pair> m_anchors;  // ends of paragraphs that are one, in units
  std::size_t m_moves = 0;
  std::u16string m_text;
  std::vector<Marked> m_marks;
};

/// A text whose last line ends as that of another does.
std::u16string endedAs(std::u16string_view other, std::u16string_view text) {
  std::u16string out(text);
  const bool ended = Unspaced(other).text().ends_with(u'\n');
  const bool ends = Unspaced(text).text().ends_with(u'\n');
  if (isBlank(text) || isBlank(other) || ended == ends) return out;
  out.resize(trimmedSpan(text).end);
  return ended ? out + u'\n' : out;
}

}  // namespace

MarkedDraft compare(std::u16string_view before, std::u16string_view after, const Stamp& stamp) {
  return Comparer(endedAs(after, before), after).marked(stamp);
}

std::vector<Difference> differences(std::u16string_view before, std::u16string_view after) {
  const Unspaced was(endedAs(after, before));
  const Unspaced is(after);
  std::vector<Difference> out;
  std::size_t added = 0;
  std::size_t removed = 0;
  for (const Edit& edit : editsBetween(was.text(), is.text())) {
    const std::size_t begin = edit.span.begin + added - removed;
    out.push_back({was.raw(edit.span), is.raw({begin, begin + edit.with.size()})});
    added += edit.with.size();
    removed += edit.span.length();
  }
  return out;
}

}  // namespace moxian

#include "core/exchange/TitleLines.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "core/exchange/Manuscript.h"
#include "core/exchange/TextWidth.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostShaped = 4;  // more lines than these are merely filled
constexpr double kInsideName = 12;      // between two words of one character: likely a name
constexpr double kShortWord = 5;        // beside a word of one character
constexpr double kPlain = 3;            // between two words that no joint of the title parts
constexpr double kInsideMarks = 8;      // inside 《》 or （）

/// A place where a line may end, and what that costs.
struct Break {
  std::size_t at = 0;
  double width = 0;  // of all before it
  double cost = 0;
};

std::vector<std::size_t> boundaries(std::u16string_view text,
                                    std::unique_ptr<icu::BreakIterator> iterator) {
  std::vector<std::size_t> all;
  const icu::UnicodeString units(false, text.data(), static_cast<int32_t>(text.size()));
  iterator->setText(units);
  for (int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    all.push_back(static_cast<std::size_t>(at));
  }
  return all;
}

std::vector<std::size_t> wordStarts(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  return U_SUCCESS(status) ? boundaries(text, std::move(words)) : std::vector<std::size_t>{};
}

std::vector<std::size_t> lineStarts(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> lines(
      icu::BreakIterator::createLineInstance(icu::Locale("zh@lb=strict"), status));
  return U_SUCCESS(status) ? boundaries(text, std::move(lines)) : std::vector<std::size_t>{};
}

bool isLinker(char16_t c) {
  return std::u16string_view(u"和与與及暨、").contains(c);
}
/// True where titles have a joint: around 关于, before 和, before a year, after the 的 of a clause.
bool isJoint(std::u16string_view text, std::size_t at) {
  const std::u16string_view before = text.substr(0, at);
  const std::u16string_view after = text.substr(at);
  for (const std::u16string_view about : {u"关于", u"關於"}) {
    if (before.ends_with(about) || after.starts_with(about)) return true;
  }
  return isLinker(after.front()) || before.ends_with(u'、') || before.ends_with(u'》') ||
         after.starts_with(u'《') || (isAsciiDigit(after.front()) && !isAsciiDigit(before.back()));
}
/// Characters that close what stands before them, so that a line does not start with them.
bool isSuffix(char16_t c) {
  return std::u16string_view(u"的年月日度县縣市区區局委省镇鎮乡鄉部厅廳院办辦会會等").contains(c);
}

int depthAt(std::u16string_view text, std::size_t at) {
  int depth = 0;
  for (const char16_t c : text.substr(0, at)) {
    if (std::u16string_view(u"《（(〈“").contains(c)) ++depth;
    if (std::u16string_view(u"》）)〉”").contains(c)) --depth;
  }
  return depth;
}

/// What a break between the words [left, at) and [at, right) costs.
double breakCost(std::u16string_view text, std::size_t left, std::size_t at, std::size_t right) {
  if (isSuffix(text[at]) && right - at == 1) return kNever;
  if (isAsciiDigit(text[at - 1]) && text[at] == u'年') return kNever;
  const double inside = depthAt(text, at) > 0 ? kInsideMarks : 0;
  if (isJoint(text, at)) return inside;
  if (at - left == 1 && right - at == 1) return inside + kInsideName;
  const bool shortWord = at - left == 1 || right - at == 1;
  return inside + (shortWord ? kShortWord : kPlain);
}

std::vector<Break> breaksOf(std::u16string_view text) {
  const std::vector<std::size_t> words = wordStarts(text);
  const std::vector<std::size_t> legal = lineStarts(text);
  std::vector<Break> breaks;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (!std::ranges::binary_search(legal, words[i])) continue;
    const double cost = breakCost(text, words[i - 1], words[i], words[i + 1]);
    if (cost == kNever) continue;
    breaks.push_back({words[i], widthInCharacters(text.substr(0, words[i])), cost});
  }
  breaks.push_back({text.size(), widthInCharacters(text), 0});
  return breaks;
}

/// 0 for a clear trapezoid or lozenge; more for a block, most for an hourglass.
double shapeCost(const std::vector<double>& widths) {
  if (widths.size() == 2) return std::abs(std::abs(widths[0] - widths[1]) - 3) / 2;
  double cost = 0;
  double step = 0;
  for (std::size_t i = 1; i < widths.size(); ++i) {
    const double next = widths[i] - widths[i - 1];
    if (std::abs(next) < 0.75) cost += 1.5;
    if (step < 0 && next > 0) cost += 12;
    cost += std::max(0.0, std::abs(next) - 4) / 2;
    step = next;
  }
  return cost;
}

/// Tries all ways to break into a number of lines and keeps the cheapest.
class Shaper {
 public:
  Shaper(const std::vector<Break>& breaks, double most) : m_breaks(breaks), m_most(most) {}

  /// Indices into the breaks, the last of them the end; empty if the lines cannot be made.
  std::vector<std::size_t> best(std::size_t lines) {
    m_best.clear();
    m_bestCost = kNever;
    place(lines, 0, 0, 0);
    return m_best;
  }

 private:
  void place(std::size_t lines, std::size_t from, double start, double cost) {
    for (std::size_t i = from; i < m_breaks.size(); ++i) {
      const double width = m_breaks[i].width - start;
      if (width > m_most) return;
      const bool last = i + 1 == m_breaks.size();
      if ((lines == 1) != last) continue;
      m_chosen.push_back(i);
      m_widths.push_back(width);
      if (last) {
        keep(cost);
      } else {
        place(lines - 1, i + 1, m_breaks[i].width, cost + m_breaks[i].cost);
      }
      m_chosen.pop_back();
      m_widths.pop_back();
    }
  }
  void keep(double cost) {
    cost += shapeCost(m_widths);
    if (cost >= m_bestCost) return;
    m_bestCost = cost;
    m_best = m_chosen;
  }

  const std::vector<Break>& m_breaks;
  double m_most;
  std::vector<std::size_t> m_chosen;
  std::vector<double> m_widths;
  std::vector<std::size_t> m_best;
  double m_bestCost = kNever;
};

/// Fills line after line; for titles far longer than titles are.
void fill(std::u16string_view text, double most, std::vector<std::u16string>& into) {
  std::size_t from = 0;
  double width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double own = widthInCharacters(text.substr(i, 1));
    if (width + own > most && i > from) {
      into.emplace_back(text.substr(from, i - from));
      from = i;
      width = 0;
    }
    width += own;
  }
  into.emplace_back(text.substr(from));
}

void breakLine(std::u16string_view line, double most, std::vector<std::u16string>& into) {
  const double width = widthInCharacters(line);
  if (width <= most) {
    into.emplace_back(line);
    return;
  }
  auto lines = static_cast<std::size_t>(std::ceil(width / most));
  if (lines > kMostShaped) return fill(line, most, into);
  const std::vector<Break> breaks = breaksOf(line);
  Shaper shaper(breaks, most);
  for (; lines <= kMostShaped; ++lines) {
    const std::vector<std::size_t> chosen = shaper.best(lines);
    if (chosen.empty()) continue;
    std::size_t from = 0;
    for (const std::size_t i : chosen) {
      into.emplace_back(line.substr(from, breaks[i].at - from));
      from = breaks[i].at;
    }
    return;
  }
  fill(line, most, into);
}

}  // namespace

std::vector<std::u16string> titleLines(std::u16string_view title, double most) {
  std::vector<std::u16string> lines;
  for (std::size_t from = 0; from <= title.size();) {
    const std::size_t to = std::min(title.find(u'\n', from), title.size());
    breakLine(title.substr(from, to - from), most, lines);
    from = to + 1;
  }
  return lines;
}

}  // namespace moxian

#include "core/exchange/PdfParagraphs.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "core/text/Characters.h"

namespace moxian {
namespace {

using namespace std::string_view_literals;

constexpr double kIndent = 1.2;  // of a first line, in letters; two are usual (GB/T 9704, 7.3.3)
constexpr double kMostIndent = 2.6;
constexpr double kSpare = 1.5;         // letters a full line may lack where a mark does not fit
constexpr double kOwnLine = 0.35;      // share of the width that a line of its own leaves empty
constexpr double kWideGap = 1.4;       // between lines, as a multiple of the usual distance
constexpr double kOtherSize = 0.15;    // share by which letters of a heading differ
constexpr double kSamePlace = 2.0;     // points
constexpr std::size_t kEdgeLines = 2;  // lines at each end of a page that may be running heads

double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

std::u16string withoutSpaces(std::u16string_view text) {
  std::u16string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char16_t c) { return !isSpace(c); });
  return out;
}

/// 12, - 12 -, —12—, 第12页, 第12页共30页, 12/30
bool isPageNumber(std::u16string_view line) {
  constexpr std::u16string_view kAround = u"-—－–·第页頁共/，, ";
  const std::u16string text = withoutSpaces(line);
  const auto digits = std::ranges::count_if(text, isAsciiDigit);
  return digits > 0 && digits <= 8 && std::ranges::all_of(text, [&](char16_t c) {
           return isAsciiDigit(c) || kAround.find(c) != kAround.npos;
         });
}

/// A running head with its page number taken for any number.
std::u16string pattern(const PdfLine& line) {
  std::u16string text = withoutSpaces(line.text);
  std::ranges::replace_if(text, isAsciiDigit, u'#');
  return text;
}

/// True for the lines at the head or foot of a page.
bool atEdge(const PdfPage& page, std::size_t index) {
  return index < kEdgeLines || index + kEdgeLines >= page.size();
}

bool endsSentence(std::u16string_view text) {
  return !text.empty() && u"。！？：；”）】"sv.find(text.back()) != text.npos;
}

/// 一、 （一） 1. 第一章
bool startsNumbered(std::u16string_view text) {
  constexpr std::u16string_view kNumerals = u"一二三四五六七八九十〇0123456789";
  const bool part = text.starts_with(u'第');
  const std::size_t from = part || text.starts_with(u'（') || text.starts_with(u'(') ? 1 : 0;
  std::size_t at = from;
  while (at < text.size() && kNumerals.find(text[at]) != kNumerals.npos) ++at;
  const std::u16string_view ends = part ? u"章节部条"sv : u"、.．）)"sv;
  return at > from && at < text.size() && ends.find(text[at]) != ends.npos;
}

/// The width of what the next line begins with and could not break: a word of letters or digits,
/// or a Chinese character with a mark.
double firstWordWidth(const PdfLine& line) {
  const auto ends = [](char16_t c) { return isSpace(c) || isHan(c); };
  const auto found = std::ranges::find_if(line.text, ends);
  const auto letters = static_cast<double>(found - line.text.begin());
  return letters * line.size / 2 + line.size;
}

/// What is usual in a document.
struct Measure {
  double size = 12;   ///< of the letters
  double pitch = 20;  ///< from line to line
  double left = 0;    ///< margin of pages with few lines
  double right = 0;
  bool indents = false;  ///< first lines are indented and the others are not
};

/// The text area of a page.
struct Margins {
  double left = 0;
  double right = 0;
};

Margins marginsOf(const PdfPage& page) {
  Margins margins{1e9, 0};
  for (const PdfLine& line : page) {
    margins.left = std::min(margins.left, line.left);
    margins.right = std::max(margins.right, line.right);
  }
  return margins;
}

Measure measure(const std::vector<PdfPage>& pages) {
  std::vector<double> sizes;
  std::vector<double> pitches;
  std::vector<double> lefts;
  std::vector<double> rights;
  for (const PdfPage& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      sizes.insert(sizes.end(), page[i].text.size(), page[i].size);
      if (i > 0) pitches.push_back(page[i].bottom - page[i - 1].bottom);
    }
    if (page.empty()) continue;
    lefts.push_back(marginsOf(page).left);
    rights.push_back(marginsOf(page).right);
  }
  Measure usual{median(sizes, 12), median(pitches, 20), median(lefts, 0), median(rights, 0)};
  std::size_t indented = 0;
  std::size_t all = 0;
  for (const PdfPage& page : pages) {
    const auto indent = [&](std::size_t i) { return (page[i].left - usual.left) / usual.size; };
    for (std::size_t i = 1; i < page.size(); ++i, ++all) {
      const bool first = indent(i - 1) > kIndent && indent(i - 1) < kMostIndent;
      if (first && indent(i) < kIndent / 2) ++indented;
    }
  }
  usual.indents = indented * 30 > all;  // one line in thirty
  return usual;
}

/// Decides where paragraphs end.
class Joiner {
 public:
  explicit Joiner(const std::vector<PdfPage>& pages) : m_usual(measure(pages)) {}

  std::u16string text(const std::vector<PdfPage>& pages) {
    for (const PdfPage& page : pages) {
      m_margins = page.size() < 5 ? Margins{m_usual.left, m_usual.right} : marginsOf(page);
      m_pageStart = true;
      for (const PdfLine& line : page) add(line);
    }
    finish();
    return std::move(m_text);
  }

 private:
  void add(const PdfLine& line) {
    if (m_last != nullptr && !goesOn(*m_last, line)) finish();
    joinPrinted(m_paragraph, line.text);
    m_last = &line;
    m_lastMargins = m_margins;
    m_pageStart = false;
  }

  void finish() {
    if (!m_paragraph.empty()) m_text += m_paragraph + u'\n';
    m_paragraph.clear();
  }

  /// True if `next` belongs to the paragraph of `line`.
  [[nodiscard]] bool goesOn(const PdfLine& line, const PdfLine& next) const {
    if (line.text.contains(u'\t') || next.text.contains(u'\t')) return false;
    const double size = std::max(line.size, next.size);
    if (std::abs(line.size - next.size) > kOtherSize * size) return false;
    const double distance = next.bottom - line.bottom;
    const double usual = m_usual.pitch * std::max(1.0, size / m_usual.size);
    if (!m_pageStart && distance > kWideGap * usual) return false;
    if (isTitle(line) && isTitle(next)) return !endsSentence(line.text);
    const double spare = m_lastMargins.right - line.right;
    const bool full = spare < kSpare * size + firstWordWidth(next);
    if (next.left > m_margins.left + kIndent * size) {
      const bool sameLeft = std::abs(next.left - line.left) < size / 2;
      return sameLeft && full && !endsSentence(line.text) && !startsNumbered(next.text);
    }
    if (m_usual.indents && !isCentred(line)) {
      return spare < kOwnLine * (m_lastMargins.right - m_lastMargins.left);
    }
    return full && !startsNumbered(next.text);
  }

  /// With more space on the left than a first line has, and as much on the right.
  [[nodiscard]] bool isCentred(const PdfLine& line) const {
    const double before = line.left - m_lastMargins.left;
    const double after = m_lastMargins.right - line.right;
    return before > kMostIndent * line.size && std::abs(before - after) < 2 * line.size;
  }

  /// In letters larger than those of the text, and centred or as wide as the page.
  [[nodiscard]] bool isTitle(const PdfLine& line) const {
    const double before = line.left - m_margins.left;
    const double after = m_margins.right - line.right;
    return line.size > (1 + kOtherSize) * m_usual.size && std::abs(before - after) < 2 * line.size;
  }

  Measure m_usual;
  Margins m_margins;
  Margins m_lastMargins;
  bool m_pageStart = false;
  const PdfLine* m_last = nullptr;
  std::u16string m_paragraph;
  std::u16string m_text;
};

}  // namespace

void joinPrinted(std::u16string& line, std::u16string_view next) {
  if (line.empty() || next.empty()) {
    line += next;
    return;
  }
  const auto isLatin = [](char16_t c) { return c < 0x2E80 && !isFullWidthMark(c); };
  const bool broken = line.ends_with(u'-') && line.size() > 1 && isLatin(line[line.size() - 2]) &&
                      next.front() >= u'a' && next.front() <= u'z';
  if (broken)
    line.pop_back();
  else if (isLatin(line.back()) && isLatin(next.front()) && !isAsciiDigit(next.front()))
    line += u' ';
  line += next;
}

std::size_t dropHeadersAndFooters(std::vector<PdfPage>& pages) {
  std::map<std::u16string, std::vector<double>> places;  // where each pattern stands
  for (const PdfPage& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (atEdge(page, i)) places[pattern(page[i])].push_back(page[i].top);
    }
  }
  const auto repeats = [&](const PdfLine& line) {
    const auto& tops = places[pattern(line)];
    const auto same = std::ranges::count_if(
        tops, [&](double top) { return std::abs(top - line.top) < kSamePlace; });
    return same >= 2 && static_cast<std::size_t>(same) * 2 >= pages.size();
  };
  std::size_t dropped = 0;
  for (PdfPage& page : pages) {
    PdfPage kept;
    for (std::size_t i = 0; i < page.size(); ++i) {
      const bool running = atEdge(page, i) && (isPageNumber(page[i].text) || repeats(page[i]));
      if (running)
        ++dropped;
      else
        kept.push_back(std::move(page[i]));
    }
    page = std::move(kept);
  }
  return dropped;
}

std::u16string paragraphs(const std::vector<PdfPage>& pages) {
  return Joiner(pages).text(pages);
}

}  // namespace moxian

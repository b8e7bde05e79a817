#include "core/report/Splitter.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/report/ContentsList.h"
#include "core/report/TitleFinder.h"

namespace moxian {
namespace {

constexpr std::size_t kOwnReport = 300;  // text before the first marker that is a report itself
constexpr std::size_t kShortestReport = 100;  // a title sooner after another only repeats it

class Splitter {
 public:
  Splitter(const ParsedText& text, const TitlePattern& titles) : m_text(text), m_titles(titles) {}

  Split run() {
    const ContentsList contents = findContents(m_text, m_titles);
    m_split.contents.assign(m_text.lines.size(), false);
    for (std::size_t i = contents.begin; i < contents.end; ++i) m_split.contents[i] = true;
    for (std::size_t i = 0; i < count(); ++i) {
      if (isContent(i) && m_text.lines[i].number) m_numbered.push_back(i);
    }
    if (byMarkers() || byContents(contents) || byNumberedTitles() || byTitles()) {
      nameMissing(contents);
    } else {
      asOne();
    }
    return std::move(m_split);
  }

 private:
  [[nodiscard]] std::u16string_view view(std::size_t i) const { return m_text.view(i); }
  [[nodiscard]] Span spanOf(std::u16string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - m_text.plain.text().data());
    return {begin, begin + part.size()};
  }
  [[nodiscard]] std::size_t count() const { return m_text.lines.size(); }
  [[nodiscard]] bool isContent(std::size_t i) const {
    return !m_text.lines[i].noise && !m_split.contents[i];
  }

  std::size_t contentLength(std::size_t begin, std::size_t end) const {
    std::size_t length = 0;
    for (std::size_t i = begin; i < end; ++i) length += isContent(i) ? view(i).size() : 0;
    return length;
  }

  std::size_t firstContent(std::size_t begin, std::size_t end) const {
    while (begin < end && !isContent(begin)) ++begin;
    return begin;
  }

  void setStarts(const std::vector<std::size_t>& starts, bool markers) {
    for (std::size_t s = 0; s < starts.size(); ++s) {
      const std::size_t end = s + 1 < starts.size() ? starts[s + 1] : count();
      m_split.reports.push_back({starts[s], end, markers});
    }
  }

  /// 篇1, 篇2 …; what stands before the first is noise unless it is a report's worth of text.
  bool byMarkers() {
    std::vector<std::size_t> marked;
    std::vector<std::size_t> brackets;
    for (std::size_t i = 0; i < count(); ++i) {
      if (m_split.contents[i] || m_text.lines[i].table) continue;
      if (const auto marker = parseMarker(view(i))) {
        (marker->bracketOnly ? brackets : marked).push_back(i);
      }
    }
    auto starts = withText(marked);
    if (starts.size() < 2) starts = separatingBrackets(brackets);
    return startAt(std::move(starts), true);
  }

  /// Markers with text below them; those of a list of links have none.
  std::vector<std::size_t> withText(const std::vector<std::size_t>& marked) const {
    std::vector<std::size_t> starts;
    for (std::size_t m = 0; m < marked.size(); ++m) {
      const std::size_t end = m + 1 < marked.size() ? marked[m + 1] : count();
      const bool last = m + 1 == marked.size() && !starts.empty();  // may be cut off
      if (last || contentLength(marked[m] + 1, end) >= kShortestReport) starts.push_back(marked[m]);
    }
    return starts;
  }

  /// Two starts or more make a compilation.
  bool startAt(std::vector<std::size_t> starts, bool markers) {
    if (starts.size() < 2) return false;
    if (contentLength(0, starts.front()) >= kOwnReport) {
      const std::size_t first = startOfOne(0, starts.front());
      m_split.reports.push_back({first, starts.front(), false});
    }
    setStarts(starts, markers);
    return true;
  }

  /// （一）, （二） … on lines of their own, if there are two and a report's worth of text below
  /// each.
  std::vector<std::size_t> separatingBrackets(const std::vector<std::size_t>& found) const {
    std::vector<std::size_t> starts;
    for (std::size_t f = 0; f < found.size(); ++f) {
      const std::size_t end = f + 1 < found.size() ? found[f + 1] : count();
      if (contentLength(found[f] + 1, end) < kOwnReport) return {};
      starts.push_back(found[f]);
    }
    return starts;
  }

  /// An entry of a contents list that is the title of a report. "第二部分 2025年工作计划" without
  /// an office is a part of one.
  bool isReportEntry(std::size_t entry) const {
    const auto title = entryTitle(view(entry));
    const auto& number = m_text.lines[entry].number;
    const bool part = number && number->form == NumberForm::ChinesePart &&
                      view(entry).starts_with(u'第') && m_titles.partsOf(title).unit.empty();
    return !part && m_titles.looksLikeTitle(title);
  }

  /// The lines after a contents list that repeat its entries.
  bool byContents(const ContentsList& contents) {
    std::map<std::u16string, int> wanted;
    for (const std::size_t entry : contents.entries) {
      if (isReportEntry(entry)) ++wanted[titleKey(view(entry))];
    }
    if (wanted.empty()) return false;
    std::vector<std::size_t> starts;
    for (std::size_t i = contents.end; i < count(); ++i) {
      const auto plain = view(i);
      if (m_text.lines[i].noise || plain.size() > kLongestContentsEntry || endsWithMark(plain))
        continue;
      const auto known = wanted.find(titleKey(plain));
      const bool entry = known != wanted.end() && known->second-- > 0;
      if (entry || (!m_text.lines[i].number && isKin(plain, view(contents.entries.front())))) {
        starts.push_back(i);
      }
    }
    if (starts.empty()) return false;
    setStarts(starts, false);
    return true;
  }

  /// True if a line is built like a known title: same kind of report, a unit where that has one,
  /// a year where that has one.
  bool isKin(std::u16string_view plain, std::u16string_view known) const {
    if (!m_titles.looksLikeTitle(plain)) return false;
    const TitleParts a = m_titles.partsOf(plain);
    const TitleParts b = m_titles.partsOf(entryTitle(known));
    const bool names = !a.unit.empty() || (b.unit.empty() && a.year.has_value());
    return a.kind == b.kind && names && (a.year.has_value() || !b.year.has_value());
  }

  /// 一、云溪县民政局2023年工作总结, 二、…: titles with office and year that a compiler numbered.
  bool byNumberedTitles() {
    std::vector<std::size_t> numbered;
    std::u16string_view kind;  // a summary and the plan that follows it are one report
    for (std::size_t i = 0; i < count(); ++i) {
      if (!isContent(i) || !m_text.lines[i].number) continue;
      const auto title = entryTitle(view(i));
      const TitleParts parts = m_titles.partsOf(title);
      const bool whole = m_titles.looksLikeTitle(title) && parts.year && !parts.unit.empty();
      const bool next = m_text.lines[i].number->ordinal == static_cast<int>(numbered.size()) + 1;
      if (!whole || !next || (!numbered.empty() && parts.kind != kind)) continue;
      kind = parts.kind;
      numbered.push_back(i);
    }
    return startAt(withText(numbered), true);
  }

  /// Titles built like the first, or the first with other ordinals (…总结1, …总结2), each followed
  /// by text.
  bool byTitles() {
    const OpeningLines opening = findOpening(m_text, 0, count(), m_split.contents, m_titles);
    if (byOrdinals()) return true;
    if (opening.titleEnd == 0) return false;
    const std::size_t title = opening.bare[opening.titleEnd - 1];
    std::vector<std::size_t> starts{opening.bare[opening.titleBegin]};
    std::size_t length = 0;
    for (std::size_t i = title + 1; i < count(); ++i) {
      if (!isContent(i)) continue;
      const bool kin = length >= kShortestReport && isKin(view(i), view(title));
      if (!m_text.lines[i].number && (kin || isRepeated(i, title, starts.back()))) {
        starts.push_back(startOfTitle(i));
        length = 0;
      }
      length += view(i).size();
    }
    if (starts.size() < 2) return false;
    setStarts(starts, false);
    return true;
  }

  /// True if a line repeats a bare title like 年度工作总结 word for word, and what stands between
  /// counts 一、二、 or is long, and what follows counts from 一、 again: the head of a page does
  /// not.
  [[nodiscard]] bool isRepeated(std::size_t i, std::size_t title, std::size_t since) const {
    if (view(i) != view(title) || !m_titles.looksLikeTitle(view(i))) return false;
    const LineNumber* first = firstNumber(since + 1, i);
    if (first == nullptr || first->ordinal != 1) return false;
    const LineNumber* next = firstNumber(i + 1, count());
    if (next == nullptr || next->ordinal != 1 || next->form != first->form) return false;
    if (contentLength(since + 1, i) >= kShortestReport) return true;
    for (std::size_t k = since + 1; k < i; ++k) {
      const auto& number = m_text.lines[k].number;
      if (isContent(k) && number && number->form == first->form && number->ordinal == 2)
        return true;
    }
    return false;
  }

  /// The number of the first line that has one in [begin, end); null if none has.
  [[nodiscard]] const LineNumber* firstNumber(std::size_t begin, std::size_t end) const {
    const auto line = std::ranges::lower_bound(m_numbered, begin);
    return line == m_numbered.end() || *line >= end ? nullptr : &*m_text.lines[*line].number;
  }

  /// The line of a title, or the one above it that names its office.
  [[nodiscard]] std::size_t startOfTitle(std::size_t i) const {
    const bool office = i > 0 && isContent(i - 1) && m_titles.partsOf(view(i)).unit.empty() &&
                        m_titles.units().isName(view(i - 1));
    return office ? i - 1 : i;
  }

  /// …工作总结报告1, …工作总结报告2: one title with ordinals that count up.
  bool byOrdinals() {
    std::map<std::u16string, std::vector<std::size_t>> byStem;
    std::map<std::u16string, int> last;
    for (std::size_t i = 0; i < count(); ++i) {
      if (!isContent(i) || !m_titles.looksLikeTitle(view(i))) continue;
      const std::u16string stem(withoutTail(view(i)));
      const int ordinal = trailingOrdinal(view(i));
      if (ordinal == 0 || ordinal != last[stem] + 1) continue;
      last[stem] = ordinal;
      byStem[stem].push_back(i);
    }
    for (const auto& [stem, lines] : byStem) {
      if (startAt(withText(lines), false)) return true;
    }
    return false;
  }

  [[nodiscard]] std::size_t startOfOne(std::size_t begin, std::size_t end) const {
    const OpeningLines opening = findOpening(m_text, begin, end, m_split.contents, m_titles);
    return opening.titleEnd > 0 ? opening.bare[opening.titleBegin] : firstContent(begin, end);
  }

  void asOne() {
    const std::size_t first = startOfOne(0, count());
    if (first < count()) m_split.reports.push_back({first, count(), false});
  }

  /// Entries of the contents list that no report's first lines repeat.
  void nameMissing(const ContentsList& contents) {
    std::multiset<std::u16string> bodies;
    for (const ReportRange& report : m_split.reports) {
      const std::size_t end = std::min(report.end, report.begin + 4);
      for (std::size_t i = report.begin; i < end; ++i) bodies.insert(titleKey(view(i)));
    }
    for (const std::size_t entry : contents.entries) {
      const auto found = bodies.find(titleKey(view(entry)));
      if (found != bodies.end()) {
        bodies.erase(found);
      } else if (isReportEntry(entry)) {
        m_split.missingBodies.push_back(spanOf(entryTitle(view(entry))));
      }
    }
  }

  const ParsedText& m_text;
  const TitlePattern& m_titles;
  Split m_split;
  std::vector<std::size_t> m_numbered;  ///< lines of content that begin with a number
};

}  // namespace

Split split(const ParsedText& text, const TitlePattern& titles) {
  return Splitter(text, titles).run();
}

}  // namespace moxian

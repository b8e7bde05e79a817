#include "core/suggest/RollOver.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/suggest/KeptPlaces.h"
#include "core/suggest/YearPlaces.h"

namespace moxian {
namespace {

constexpr std::u16string_view kLabel = u"去年：";
constexpr std::u16string_view kNow = u"，今年应为";

/// The year of a text that begins with one (yearEnd).
int yearOf(std::u16string_view text) {
  int year = 0;
  for (const char16_t c : text.substr(0, 4)) year = year * 10 + (c - u'0');
  return year;
}

/// The year of a text like 2023年 or 2023年度; nothing for anything else. A bare 2023 may count
/// people.
std::optional<int> wholeYear(std::u16string_view date) {
  if (yearEnd(date, 0) != 4) return {};
  const std::u16string_view rest = date.substr(4);
  if (rest != u"年" && rest != u"年度") return {};
  return yearOf(date);
}

/// True for the year that the report compares with: 较2022年, 与2022年底相比, 2022年同期.
bool isCompared(std::u16string_view before, std::u16string_view after) {
  if (after.starts_with(u"同期")) return true;
  if (before.ends_with(u'较') || before.ends_with(u'比')) return true;
  if (!before.ends_with(u'与') && !before.ends_with(u'同') && !before.ends_with(u'和'))
    return false;
  return after.starts_with(u"相比") || after.starts_with(u"持平") || after.starts_with(u"比较");
}

/// Where the unit of a figure begins: behind its last digit or sign of per cent; of a figure that
/// was masked (XX项) or is in Chinese numerals behind the last of them.
std::size_t unitOf(std::u16string_view figure) {
  for (const std::u16string_view signs :
       {u"0123456789%％‰", u"XxＸｘ×某*＊_＿", u"一二三四五六七八九十百千万亿零两〇"}) {
    const std::size_t last = figure.find_last_of(signs);
    if (last != figure.npos) return last + 1;
  }
  return figure.size();
}

class Roller {
 public:
  Roller(const SlotFinder& finder, std::optional<int> year) : m_finder(finder), m_year(year) {}

  void line(std::u16string_view line) {
    std::size_t done = 0;
    for (const Span place : places(line)) {
      m_rolled.text += line.substr(done, place.begin - done);
      put(place.of(line), line.substr(0, place.begin), line.substr(place.end));
      done = place.end;
    }
    m_rolled.text += line.substr(done);
  }

  void lineEnd() { m_rolled.text += u'\n'; }
  [[nodiscard]] RolledOver rolled() { return std::move(m_rolled); }

 private:
  [[nodiscard]] bool movesOn(std::u16string_view value) const {
    const auto said = wholeYear(value);
    return said && m_year && (*said == *m_year || *said == *m_year + 1);
  }

  /// What is of last year on a line, in order, not overlapping; units of figures stay outside.
  [[nodiscard]] std::vector<Span> places(std::u16string_view line) {
    std::vector<Span> found = yearPlaces(line, m_year, m_finder);
    m_titles = titleSpans(line);
    const std::vector<Span> fields = writtenSlots(line);
    const std::vector<Span> kept = keptPlaces(line);
    const auto within = [](Span span) { return [span](Span each) { return each.overlaps(span); }; };
    for (const SlotMark& mark : m_finder.find(line)) {
      if (mark.kind != "figure" && mark.kind != "date" && mark.kind != "number") continue;
      const std::u16string_view value = mark.span.of(line);
      Span place = mark.span;
      if (mark.kind == "figure" && !movesOn(value)) place.end = place.begin + unitOf(value);
      if (std::ranges::any_of(m_titles, within(place))) continue;
      if (std::ranges::any_of(kept, within(place))) continue;
      // A field in a field would end the outer one.
      if (std::ranges::any_of(fields, within(place)) && !movesOn(value)) continue;
      found.push_back(place);
    }
    return joined(std::move(found));
  }

  static std::vector<Span> joined(std::vector<Span> spans) {
    std::ranges::sort(spans);
    std::vector<Span> out;
    for (const Span span : spans) {
      if (!out.empty() && out.back().overlaps(span)) {
        out.back().end = std::max(out.back().end, span.end);
      } else {
        out.push_back(span);
      }
    }
    return out;
  }

  void put(std::u16string_view value, std::u16string_view before, std::u16string_view after) {
    const bool inTitle =
        std::ranges::any_of(m_titles, [&](Span title) { return title.contains(before.size()); });
    if (movesOn(value) && !inTitle) {
      ++m_rolled.years;
      m_rolled.text += toUtf16(std::to_string(*wholeYear(value) + 1));
      m_rolled.text += value.substr(4);
      return;
    }
    ++m_rolled.slots;
    m_rolled.text.append(u"〔").append(kLabel);
    // Brackets inside would end the slot: 〔2021〕21号.
    for (const char16_t c : value) m_rolled.text += c == u'〔' ? u'［' : c == u'〕' ? u'］' : c;
    if (m_year && yearEnd(value, 0) == 4 && yearOf(value) == *m_year - 1 &&
        isCompared(before, after)) {
      m_rolled.text.append(kNow).append(toUtf16(std::to_string(*m_year))).append(value.substr(4));
    }
    m_rolled.text += u'〕';
  }

  const SlotFinder& m_finder;
  std::optional<int> m_year;
  std::vector<Span> m_titles;  ///< of the line at hand
  RolledOver m_rolled;
};

/// What stands behind the label of a slot of last year; nothing for other slots.
std::optional<std::u16string_view> labelled(std::u16string_view slot) {
  const std::u16string opening = std::u16string(u"〔").append(kLabel);
  if (!slot.starts_with(opening) || !slot.ends_with(u'〕')) return {};
  return slot.substr(opening.size(), slot.size() - opening.size() - 1);
}

}  // namespace

RolledOver rollOver(std::u16string_view text, const SlotFinder& finder, std::optional<int> year) {
  Roller roller(finder, year);
  while (true) {
    const std::size_t end = text.find(u'\n');
    roller.line(text.substr(0, end));
    if (end == text.npos) return roller.rolled();
    roller.lineEnd();
    text.remove_prefix(end + 1);
  }
}

std::optional<std::u16string> lastYearsValue(std::u16string_view slot) {
  const auto inside = labelled(slot);
  if (!inside) return {};
  std::u16string value(inside->substr(0, inside->find(kNow)));
  for (char16_t& c : value) c = c == u'［' ? u'〔' : c == u'］' ? u'〕' : c;
  return value;
}

std::u16string thisYearsHint(std::u16string_view slot) {
  const auto inside = labelled(slot);
  const std::size_t at = inside ? inside->find(kNow) : std::u16string_view::npos;
  return at == std::u16string_view::npos ? std::u16string()
                                         : std::u16string(inside->substr(at + 1));
}

}  // namespace moxian

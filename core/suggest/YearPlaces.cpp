#include "core/suggest/YearPlaces.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/base/Utf.h"
#include "core/corpus/Slots.h"
#include "core/suggest/KeptPlaces.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::u16string_view kNumerals = u"〇零一二三四五六七八九";
constexpr std::u16string_view kRange = u"-–—－~～至";

bool isAmong(char16_t c, std::u16string_view set) {
  return set.find(c) != set.npos;
}

bool isLetter(char16_t c) {
  return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

std::size_t digitsEnd(std::u16string_view line, std::size_t at) {
  while (at < line.size() && isAsciiDigit(line[at])) ++at;
  return at;
}

std::size_t setEnd(std::u16string_view line, std::size_t at, std::u16string_view set) {
  while (at < line.size() && isAmong(line[at], set)) ++at;
  return at;
}

/// The end of one of the words that stands at `at`; `at` itself if none does.
std::size_t wordEnd(std::u16string_view line, std::size_t at,
                    std::initializer_list<std::u16string_view> words) {
  for (const auto word : words) {
    if (line.substr(std::min(at, line.size())).starts_with(word)) return at + word.size();
  }
  return at;
}

/// 2023-2024, 2021—2023年, 2023/10/31, 2023.10.31: what goes on behind a year; `year` if nothing.
std::size_t rangeOrDayEnd(std::u16string_view line, std::size_t year) {
  const std::size_t second = setEnd(line, year, kRange);
  if (second > year && yearEnd(line, second) > second) {
    return wordEnd(line, yearEnd(line, second), {u"年度", u"年"});
  }
  if (year >= line.size() || !isAmong(line[year], u"/.-")) return year;
  const std::size_t month = digitsEnd(line, year + 1);
  if (month == year + 1 || month >= line.size() || line[month] != line[year]) return year;
  const std::size_t day = digitsEnd(line, month + 1);
  return day > month + 1 && day - month <= 3 && month - year <= 3 ? day : year;
}

/// ］5号 or 年第5号 behind a year: the end; `year` if nothing such stands there.
std::size_t documentEnd(std::u16string_view line, std::size_t year, bool bracket) {
  std::size_t at = year;
  if (bracket) {
    at = wordEnd(line, at, {u"］", u"]", u"）", u")", u"〕", u"】"});
    if (at == year) return year;
    at = wordEnd(line, at, {u"第"});
  } else {
    at = wordEnd(line, at, {u"年第"});
    if (at == year) return year;
  }
  const std::size_t number = digitsEnd(line, at);
  const std::size_t end = wordEnd(line, number, {u"号", u"期"});
  return number > at && end > number ? end : year;
}

/// A number from 1 to `most` without a sign before it; `at` itself if none stands there.
std::size_t partEnd(std::u16string_view line, std::size_t at, int most) {
  const std::size_t end = digitsEnd(line, at);
  if (end == at || end > at + 2 || line[at] == u'0') return at;
  int value = 0;
  for (const char16_t c : line.substr(at, end - at)) value = value * 10 + (c - u'0');
  return value <= most ? end : at;
}

/// True for what makes a deadline of a day: 前, 之前, 以前, 日前; 前期 and 前列 are other words.
bool isBefore(std::u16string_view rest) {
  for (const std::u16string_view word : {u"日", u"之", u"以"}) {
    if (rest.starts_with(word)) {
      rest.remove_prefix(word.size());
      break;
    }
  }
  if (!rest.starts_with(u'前')) return false;
  return rest.size() == 1 || !isAmong(rest[1], u"期列者沿景端三十几");
}

/// 10.31 of 10.31前, 十月底 of 十月底前: a deadline that no 年 or 日 tells; `at` if it is none.
std::size_t deadlineEnd(std::u16string_view line, std::size_t at) {
  const char16_t before = at > 0 ? line[at - 1] : u' ';
  if (isAsciiDigit(before) || isLetter(before) || isAmong(before, u".．/-—~～百第版")) return at;
  const std::size_t month = partEnd(line, at, 12);
  if (month > at && month < line.size() && isAmong(line[month], u".．/")) {
    const std::size_t day = partEnd(line, month + 1, 31);
    return day > month + 1 && isBefore(line.substr(day)) ? day : at;
  }
  constexpr std::u16string_view kChinese = u"一二三四五六七八九十";
  if (isAmong(before, kChinese)) return at;
  const std::size_t said = setEnd(line, at, kChinese);
  if (said == at || said > at + 2 || said >= line.size() || line[said] != u'月') return at;
  const std::size_t day = setEnd(line, said + 1, kChinese);
  const std::size_t end =
      day > said + 1 ? wordEnd(line, day, {u"日"})
                     : wordEnd(line, day, {u"底", u"末", u"初", u"上旬", u"中旬", u"下旬"});
  return isBefore(line.substr(end)) ? end : at;
}

std::size_t perCentEnd(std::u16string_view line, std::size_t at) {
  const std::size_t begin = wordEnd(line, at, {u"百分之"});
  if (begin == at) return at;
  const std::size_t end = setEnd(line, begin, u"〇零一二两三四五六七八九十百点");
  return end > begin ? end : at;
}

/// A figure of a title: digits with marks between them and what counts them (2021—2023年, 第12号).
std::size_t titleFigureEnd(std::u16string_view title, std::size_t at) {
  std::size_t numerals = setEnd(title, at, kNumerals);
  if (numerals - at == 4 && numerals < title.size() && title[numerals] == u'年')
    return numerals + 1;
  std::size_t end = at;
  while (end < title.size() && isAsciiDigit(title[end])) {
    end = digitsEnd(title, end);
    const std::size_t mark = setEnd(title, end, u".,-–—－~～至/");
    if (mark > end && mark < title.size() && isAsciiDigit(title[mark])) {
      end = mark;
      continue;
    }
    end = wordEnd(title, end, {u"年度", u"年", u"月", u"日", u"号", u"期", u"%"});
  }
  const bool named =
      (at > 0 && isLetter(title[at - 1])) || (end < title.size() && isLetter(title[end]));
  return named ? at : end;
}

class Places {
 public:
  Places(std::u16string_view line, std::optional<int> year, const SlotFinder& finder)
      : m_line(line), m_finder(finder) {
    if (year) m_year = toUtf16(std::to_string(*year));
  }

  std::vector<Span> find() {
    const std::vector<Span> titles = titleSpans(m_line);
    // Of what is left alone, no piece is taken.
    std::vector<Span> fields = writtenSlots(m_line);
    std::ranges::copy(keptPlaces(m_line), std::back_inserter(fields));
    std::ranges::sort(fields);
    auto title = titles.begin();
    auto field = fields.begin();
    for (std::size_t at = 0; at < m_line.size();) {
      while (field != fields.end() && field->end <= at) ++field;
      while (title != titles.end() && title->end <= at) ++title;
      if (field != fields.end() && field->begin <= at) {
        at = field->end;
      } else if (title != titles.end() && title->begin == at && kept(title->of(m_line))) {
        at = title->end;
      } else {
        at = std::max(at + 1, take(at, title != titles.end() && title->begin <= at));
      }
    }
    return std::move(m_places);
  }

 private:
  [[nodiscard]] bool kept(std::u16string_view title) const {
    return m_finder.namesLaw(title) && (m_year.empty() || title.find(m_year) == title.npos);
  }

  /// The end of the place at `at`, which joins the others; `at` if there is none.
  std::size_t take(std::size_t at, bool inTitle) {
    const std::size_t end = inTitle ? titleFigureEnd(m_line, at) : outsideEnd(at);
    if (end == at) return at;
    std::size_t begin = at;
    if (!inTitle && at > 0 && m_bracketed) --begin;
    m_places.push_back({begin, end});
    return end;
  }

  std::size_t outsideEnd(std::size_t at) {
    m_bracketed = false;
    if (const std::size_t end = perCentEnd(m_line, at); end > at) return end;
    if (const std::size_t end = orderEnd(m_line, at); end > at) return end;
    if (const std::size_t end = deadlineEnd(m_line, at); end > at) return end;
    const std::size_t year = yearEnd(m_line, at);
    if (year == at) return at;
    const bool bracket = at > 0 && isAmong(m_line[at - 1], u"［[（(〔【");
    if (const std::size_t end = documentEnd(m_line, year, bracket); end > year) {
      m_bracketed = bracket;
      return end;
    }
    if (const std::size_t end = rangeOrDayEnd(m_line, year); end > year) return end;
    const std::size_t said = wordEnd(m_line, year, {u"年度", u"年"});
    // A year in full, or this report's own before a name: 2023中国……博览会.
    return said > year || m_line.substr(at, 4) == m_year ? said : at;
  }

  std::u16string_view m_line;
  const SlotFinder& m_finder;
  std::u16string m_year;
  std::vector<Span> m_places;
  bool m_bracketed = false;
};

}  // namespace

std::size_t yearEnd(std::u16string_view line, std::size_t at) {
  const std::u16string_view year = line.substr(std::min(at, line.size()), 4);
  if (!year.starts_with(u"19") && !year.starts_with(u"20")) return at;
  if (digitsEnd(line, at) != at + 4) return at;
  if (at == 0) return at + 4;
  const char16_t before = line[at - 1];
  return isAsciiDigit(before) || isLetter(before) || isAmong(before, u".,") ? at : at + 4;
}

std::vector<Span> titleSpans(std::u16string_view line) {
  std::vector<Span> titles;
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == u'《' && depth++ == 0) begin = i;
    if (line[i] == u'》' && depth > 0 && --depth == 0) titles.push_back({begin, i + 1});
  }
  return titles;
}

std::vector<Span> yearPlaces(std::u16string_view line, std::optional<int> year,
                             const SlotFinder& finder) {
  return Places(line, year, finder).find();
}

}  // namespace moxian

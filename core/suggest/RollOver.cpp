#include "core/suggest/RollOver.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::u16string_view kLabel = u"去年：";

/// The year of a text like 2023年, 2023年度 or 2023; nothing for anything else.
std::optional<int> wholeYear(std::u16string_view date) {
  if (date.size() < 4 || date.substr(0, 2) != u"20") return {};
  if (!isAsciiDigit(date[2]) || !isAsciiDigit(date[3])) return {};
  const std::u16string_view rest = date.substr(4);
  if (!rest.empty() && rest != u"年" && rest != u"年度") return {};
  return 2000 + (date[2] - u'0') * 10 + (date[3] - u'0');
}

/// Where the unit of a figure begins: behind its last digit or sign of per cent; of a figure in
/// Chinese numerals behind the last of them.
std::size_t unitOf(std::u16string_view figure) {
  for (const std::u16string_view signs : {u"0123456789%％‰", u"一二三四五六七八九十百千万亿零两〇"}) {
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
    for (const SlotMark& mark : m_finder.find(line)) {
      if (mark.kind != "figure" && mark.kind != "date" && mark.kind != "number") continue;
      m_rolled.text += line.substr(done, mark.span.begin - done);
      std::u16string_view value = mark.span.of(line);
      if (mark.kind == "figure") value = value.substr(0, unitOf(value));
      put(value);
      done = mark.span.begin + value.size();
    }
    m_rolled.text += line.substr(done);
  }

  void lineEnd() { m_rolled.text += u'\n'; }
  [[nodiscard]] RolledOver rolled() { return std::move(m_rolled); }

 private:
  void put(std::u16string_view value) {
    const auto said = wholeYear(value);
    if (said && m_year && (*said == *m_year || *said == *m_year + 1)) {
      ++m_rolled.years;
      m_rolled.text += toUtf16(std::to_string(*said + 1));
      m_rolled.text += value.substr(4);
      return;
    }
    ++m_rolled.slots;
    m_rolled.text.append(u"〔").append(kLabel);
    // Brackets inside would end the slot: 〔2021〕21号.
    for (const char16_t c : value) m_rolled.text += c == u'〔' ? u'［' : c == u'〕' ? u'］' : c;
    m_rolled.text += u'〕';
  }

  const SlotFinder& m_finder;
  std::optional<int> m_year;
  RolledOver m_rolled;
};

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
  const std::u16string opening = std::u16string(u"〔").append(kLabel);
  if (!slot.starts_with(opening) || !slot.ends_with(u'〕')) return {};
  std::u16string value(slot.substr(opening.size(), slot.size() - opening.size() - 1));
  for (char16_t& c : value) c = c == u'［' ? u'〔' : c == u'］' ? u'〕' : c;
  return value;
}

}  // namespace moxian

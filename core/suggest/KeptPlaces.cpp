#include "core/suggest/KeptPlaces.h"

#include <algorithm>
#include <array>

#include "core/suggest/YearPlaces.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestNote = 40;  // characters between the brackets
constexpr std::u16string_view kNumber = u"0123456789一二三四五六七八九十百〇零";

/// The end of what stands before the first character that is not of a set.
std::size_t setEnd(std::u16string_view text, std::size_t at, std::u16string_view set) {
  return std::min(text.find_first_not_of(set, at), text.size());
}

/// 十四五, 十三五.
bool isFiveYears(std::u16string_view name) {
  constexpr std::u16string_view kDigits = u"一二三四五六七八九";
  return name.size() >= 3 && name.ends_with(u'五') && name[name.size() - 3] == u'十' &&
         kDigits.contains(name[name.size() - 2]);
}

/// True where the name of a plan ends: “十四五”, “十四五”时期, 水利发展规划, 《河湖行动计划》,
/// 三年行动.
bool endsPlan(std::u16string_view before) {
  for (const std::u16string_view word : {u"期间", u"时期"}) {
    if (before.ends_with(word)) before.remove_suffix(word.size());
  }
  if (!before.empty() && std::u16string_view(u"”\"》」’").contains(before.back()))
    before.remove_suffix(1);
  constexpr std::array<std::u16string_view, 6> kPlans{u"规划", u"计划", u"纲要",
                                                      u"行动", u"方案", u"战略"};
  return isFiveYears(before) ||
         std::ranges::any_of(kPlans, [&](auto plan) { return before.ends_with(plan); });
}

/// 2021—2025年, 2021年至2025年: two years and nothing else.
bool isPeriod(std::u16string_view note) {
  std::size_t at = yearEnd(note, 0);
  if (at == 0) return false;
  if (note.substr(at).starts_with(u'年')) ++at;
  const std::size_t second = setEnd(note, at, u"-–—－~～至");
  const std::size_t end = yearEnd(note, second);
  if (second == at || end == second) return false;
  const std::u16string_view rest = note.substr(end);
  return rest.empty() || rest == u"年" || rest == u"年度";
}

bool namesOrder(std::u16string_view note) {
  for (std::size_t at = note.find(u'第'); at != note.npos; at = note.find(u'第', at + 1)) {
    if (orderEnd(note, at) > at) return true;
  }
  return false;
}

bool isOfState(std::u16string_view before) {
  return before.ends_with(u"国务院令") || before.ends_with(u"主席令");
}

/// The end of the bracket that opens at `at` if what it holds is kept; `at` itself if not.
std::size_t keptNoteEnd(std::u16string_view line, std::size_t at) {
  const std::size_t close = line.substr(at, kLongestNote + 2).find_first_of(u"）)");
  if (close == line.npos) return at;
  const std::u16string_view note = line.substr(at + 1, close - 1);
  const std::u16string_view before = line.substr(0, at);
  const bool kept =
      (isPeriod(note) && endsPlan(before)) || (before.ends_with(u'》') && namesOrder(note));
  return kept ? at + close + 1 : at;
}

}  // namespace

std::size_t orderEnd(std::u16string_view line, std::size_t at) {
  if (at >= line.size() || line[at] != u'第') return at;
  const std::size_t number = setEnd(line, at + 1, kNumber);
  if (number == at + 1 || number >= line.size() || line[number] != u'号') return at;
  const bool ordered =
      (at > 0 && line[at - 1] == u'令') || line.substr(number + 1).starts_with(u'令');
  return ordered ? number + 1 : at;
}

std::vector<Span> keptPlaces(std::u16string_view line) {
  const std::vector<Span> titles = titleSpans(line);
  std::vector<Span> kept;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    const bool inTitle =
        std::ranges::any_of(titles, [at](const Span title) { return title.contains(at); });
    if (inTitle) {
      // The years of a title are asked for, whatever it is called.
    } else if (line[at] == u'（' || line[at] == u'(') {
      end = keptNoteEnd(line, at);
    } else if (line[at] == u'第' && isOfState(line.substr(0, at))) {
      end = orderEnd(line, at);
    }
    if (end > at) kept.push_back({at, end});
    at = std::max(at + 1, end);
  }
  return kept;
}

}  // namespace moxian

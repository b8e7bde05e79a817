#include <algorithm>

#include "core/corpus/SlotText.h"
#include "core/report/NumberParser.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

/// What may begin at a place, in the order in which it is asked for.
struct Reader {
  const char* kind;
  std::size_t (*end)(const SlotText&, std::size_t);
};
constexpr Reader kReaders[] = {{"title", titleEnd},      {"number", documentNumberEnd},
                               {"date", dateEnd},        {"date", writtenDateEnd},
                               {"other", namedThingEnd}, {"unit", unitEnd},
                               {"self", selfEnd},        {"place", placeEnd},
                               {"figure", figureEnd},    {"figure", writtenFigureEnd},
                               {"person", personEnd}};

/// The end of the slot that begins at `at`, which joins `slots`; `at` itself if none does.
std::size_t take(SlotText& text, std::size_t at, std::vector<SlotMark>& slots) {
  for (const Reader& reader : kReaders) {
    const std::size_t end = reader.end(text, at);
    if (end == at) continue;
    slots.push_back({{at, end}, reader.kind});
    text.lastSlot = end;
    return end;
  }
  return at;
}

std::vector<SlotMark> scan(const SlotFinder::Words& words, std::u16string_view sentence) {
  SlotText text(words, sentence);
  std::vector<SlotMark> slots;
  const auto number = parseNumber(sentence);
  std::size_t at = number ? number->length : 0;
  while (at < sentence.size()) {
    std::size_t end = namedThingEnd(text, at) == at ? keptEnd(text, at) : at;
    if (end == at) end = take(text, at, slots);
    at = std::max(end, at + 1);
  }
  return slots;
}

/// Where the number of a figure ends and its unit begins.
std::size_t unitOfFigure(std::u16string_view figure) {
  std::size_t at = 0;
  while (at < figure.size() && (isFigure(figure[at]) || isAmong(figure[at], u".,，余多"))) ++at;
  return at;
}

}  // namespace

std::vector<SlotMark> SlotFinder::find(std::u16string_view text) const {
  return scan(*m_words, text);
}

bool SlotFinder::namesLaw(std::u16string_view title) const {
  if (title.size() < 2) return false;
  title = title.substr(1, title.size() - 2);
  if (title.ends_with(u'）')) title = title.substr(0, title.rfind(u'（'));
  return m_words->lawEndings.atEnd(title) > 0;
}

std::u16string SlotFinder::emptied(std::u16string_view text, std::vector<Span>& slots) const {
  std::u16string out;
  std::size_t done = 0;
  for (const SlotMark& mark : find(text)) {
    out += text.substr(done, mark.span.begin - done);
    out += u'〔';
    out += m_words->hints.find(mark.kind)->second;
    out += u'〕';
    done = mark.span.end;
    if (mark.kind == "figure") done = mark.span.begin + unitOfFigure(mark.span.of(text));
  }
  out += text.substr(done);
  slots = writtenSlots(out);
  return out;
}

}  // namespace moxian

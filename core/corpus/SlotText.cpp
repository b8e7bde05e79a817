#include "core/corpus/SlotText.h"

#include "core/text/Characters.h"
#include "core/text/WordStarts.h"

namespace moxian {

bool isAmong(char16_t c, std::u16string_view set) {
  return set.find(c) != set.npos;
}

bool isMask(char16_t c) {
  return isAmong(c, u"Xx×*Ｘ");
}

bool isFigure(char16_t c) {
  return isAsciiDigit(c) || isMask(c);
}

bool SlotText::afterFigure(std::size_t i) const {
  if (i == 0) return false;
  const char16_t before = at(i - 1);
  const bool latin = (before >= u'a' && before <= u'z') || (before >= u'A' && before <= u'Z');
  return isFigure(before) || latin || before == u'.';
}

bool SlotText::opens(std::size_t i) const {
  return i == 0 || i == lastSlot || !isHan(at(i - 1)) || isAmong(at(i - 1), m_words->boundaries) ||
         m_words->placesVerbs.atEnd(upTo(i)) > 0;
}

bool SlotText::wordBegins(std::size_t i) const {
  if (i >= m_text.size()) return true;
  if (!m_clause.contains(i)) {
    Span clause{i, i + 1};
    while (clause.begin > 0 && isHan(at(clause.begin - 1))) --clause.begin;
    while (clause.end < m_text.size() && isHan(at(clause.end))) ++clause.end;
    m_clause = clause;
    m_starts = wordStarts(clause.of(m_text));
  }
  return m_starts[i - m_clause.begin];
}

bool SlotText::unknownWord(Span span) const {
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (!wordBegins(i)) return false;
  }
  return true;
}

}  // namespace moxian

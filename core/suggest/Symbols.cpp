#include "core/suggest/Symbols.h"

#include "core/text/Characters.h"

namespace moxian {
namespace {

char16_t at(std::u16string_view text, std::size_t i) {
  return i < text.size() ? text[i] : symbol::kEnd;
}

char16_t before(std::u16string_view text, std::size_t i) {
  return i == 0 ? symbol::kEnd : text[i - 1];
}

bool isLineEnd(char16_t c) {
  return c == u'\n' || c == symbol::kEnd;
}

/// True where the numeral of an enumeration may stand: 一、 （一） 一是 第一，
bool opensEnumeration(char16_t c) {
  return isLineEnd(c) || isAmong(c, u"。；，：（第");
}

char16_t digitSymbol(std::u16string_view text, std::size_t i) {
  const char16_t prev = before(text, i);
  if (isAsciiDigit(prev)) return symbol::kFigure;
  const bool year = text[i] == u'2' && at(text, i + 1) == u'0' && isAsciiDigit(at(text, i + 2)) &&
                    isAsciiDigit(at(text, i + 3)) && at(text, i + 4) == u'年';
  if (year) return symbol::kYear;
  const bool starts = isLineEnd(prev) || (prev == u'（' && isLineEnd(before(text, i - 1)));
  const bool item = starts && isAmong(at(text, i + 1), u".、．）");
  return item ? symbol::kArabicItem : symbol::kFigure;
}

char16_t numeralSymbol(std::u16string_view text, std::size_t i) {
  const char16_t prev = before(text, i);
  const char16_t next = at(text, i + 1);
  if (next == u'、' && isLineEnd(prev)) return symbol::kChapter;
  if (next == u'）' && prev == u'（') return symbol::kSection;
  if (next == u'是' && opensEnumeration(prev)) return symbol::kItem;
  return text[i];
}

}  // namespace

char16_t keyOf(std::u16string_view text, std::size_t i) {
  const char16_t c = text[i];
  if (isAsciiDigit(c)) return u'0';
  const char16_t prev = before(text, i);
  if (prev == u'我') return isAmong(c, kSelfNouns) ? u'局' : c;
  if (prev == u'全') return isAmong(c, kAreaNouns) ? u'县' : c;
  if (!isAmong(c, kNumerals) || !opensEnumeration(prev)) return c;
  // At the end of a draft what follows the numeral is not typed yet; mostly it will be a mark.
  if (i + 1 == text.size()) return isLineEnd(prev) || isAmong(prev, u"。；（") ? u'一' : c;
  return isAmong(text[i + 1], u"、）是") ? u'一' : c;
}

char16_t symbolOf(std::u16string_view text, std::size_t i) {
  const char16_t c = text[i];
  if (c < 0x80) return isAsciiDigit(c) ? digitSymbol(text, i) : c;
  if (c >= 0xE000 && c <= 0xF8FF) return symbol::kFigure;
  const char16_t prev = before(text, i);
  if (prev == u'我' && isAmong(c, kSelfNouns)) return symbol::kSelf;
  if (prev == u'全' && isAmong(c, kAreaNouns)) return symbol::kArea;
  return isAmong(c, kNumerals) ? numeralSymbol(text, i) : c;
}

}  // namespace moxian

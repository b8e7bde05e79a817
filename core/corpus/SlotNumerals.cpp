#include "core/corpus/SlotText.h"

namespace moxian {
namespace {

constexpr std::u16string_view kDigits = u"〇零一二三四五六七八九十百千万亿两";
constexpr std::u16string_view kTens = u"十百千万亿";
constexpr std::u16string_view kMonths = u"一二三四五六七八九十";

bool continuesNumeral(const SlotText& text, std::size_t i) {
  return i > 0 && (isAmong(text.at(i - 1), kDigits) || text.at(i - 1) == u'第' ||
                   text.at(i - 1) == u'数' || text.at(i - 1) == u'几' || text.afterFigure(i));
}

/// 三百二十一, 三点二亿, 一百二十余.
std::size_t numeralEnd(const SlotText& text, std::size_t i) {
  std::size_t j = i;
  while (isAmong(text.at(j), kDigits)) ++j;
  if (j > i && text.at(j) == u'点' && isAmong(text.at(j + 1), kDigits)) {
    ++j;
    while (isAmong(text.at(j), kDigits)) ++j;
  }
  while (j > i && isAmong(text.at(j), u"余多几万亿")) ++j;
  return j;
}

/// Small numbers count what every office has (三个方面, 一支队伍), and so do round ones (百日,
/// 千家).
bool tellsAmount(std::u16string_view numeral) {
  bool digits = false;
  bool tens = false;
  for (const char16_t c : numeral) {
    tens = tens || isAmong(c, kTens);
    digits = digits || (isAmong(c, kDigits) && !isAmong(c, kTens));
  }
  if (isAmong(numeral.back(), u"余多")) return tens;
  return tens && digits && !isAmong(numeral.front(), u"百千");
}

/// 三月中旬, 十二月五日, 三月底; a bare 一月 may count (一月一调度).
std::size_t monthEnd(const SlotText& text, std::size_t i) {
  std::size_t j = i;
  while (isAmong(text.at(j), kMonths) && j - i < 2) ++j;
  if (j == i || text.at(j) != u'月') return i;
  ++j;
  if (const std::size_t part = text.words().dateParts.atStart(text.from(j)); part > 0)
    return j + part;
  std::size_t day = j;
  while (isAmong(text.at(day), kMonths) && day - j < 3) ++day;
  return day > j && isAmong(text.at(day), u"日号") ? day + 1 : i;
}

/// 二〇二三年, 二○二三年度.
std::size_t yearEnd(const SlotText& text, std::size_t i) {
  std::size_t j = i;
  while (isAmong(text.at(j), u"〇○零一二三四五六七八九") && j - i < 4) ++j;
  if (j - i < 4 || text.at(j) != u'年') return i;
  return text.at(j + 1) == u'度' ? j + 2 : j + 1;
}

}  // namespace

std::size_t writtenDateEnd(const SlotText& text, std::size_t i) {
  if (continuesNumeral(text, i)) return i;
  const std::size_t year = yearEnd(text, i);
  const std::size_t month = monthEnd(text, year);
  return month > year ? month : year;
}

std::size_t writtenFigureEnd(const SlotText& text, std::size_t i) {
  if (continuesNumeral(text, i)) return i;
  if (text.from(i).starts_with(u"百分之")) {
    const std::size_t end = numeralEnd(text, i + 3);
    return end > i + 4 ? end : i;  // not 百分之百
  }
  const std::size_t end = numeralEnd(text, i);
  if (end - i < 2 || !tellsAmount(text.text().substr(i, end - i))) return i;
  const std::size_t measure = text.words().measures.atStart(text.from(end));
  const bool session = text.at(end) == u'届' || text.at(end) == u'大';  // 十九届, 二十大
  const bool part = isAmong(text.at(end), u"点分");
  return measure == 0 || session || part ? i : end + measure;
}

}  // namespace moxian

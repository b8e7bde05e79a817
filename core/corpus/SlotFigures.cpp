#include "core/corpus/SlotText.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestQuotedCode = 12;  // “1+3+N”
constexpr std::size_t kLongestAction = 8;       // 10项暖民心行动

std::size_t digits(const SlotText& text, std::size_t i) {
  while (isFigure(text.at(i)) || (text.at(i) == u'?' && isAsciiDigit(text.at(i + 1)))) ++i;
  return i;
}

/// 上半年, 底 … behind a year or month.
std::size_t partEnd(const SlotText& text, std::size_t i) {
  return i + text.words().dateParts.atStart(text.from(i));
}

/// 2023年, 20XX年度, and 20*上半年, whose 年 went with the digits.
std::size_t yearEnd(const SlotText& text, std::size_t i) {
  const std::size_t j = digits(text, i);
  if (j - i < 2 || j - i > 4) return i;
  if (text.at(j) == u'年' && text.at(j + 1) != u'来') {
    return partEnd(text, text.at(j + 1) == u'度' ? j + 2 : j + 1);
  }
  const bool masked = text.at(i) == u'2' && text.at(i + 1) == u'0' && isMask(text.at(j - 1));
  return masked && partEnd(text, j) > j + 1 ? partEnd(text, j) : i;
}

/// One point in time: year, month and day as far as they are there.
std::size_t pointEnd(const SlotText& text, std::size_t i) {
  std::size_t end = yearEnd(text, i);
  std::size_t j = digits(text, end);
  if (j == end || text.at(j) != u'月') return end;
  end = partEnd(text, j + 1);
  if (end > j + 1) return end;
  j = digits(text, end);
  return j > end && text.at(j) == u'日' ? j + 1 : end;
}

/// Digits with their fractions and multipliers.
std::size_t amountEnd(const SlotText& text, std::size_t i) {
  std::size_t j = digits(text, i);
  while (isAmong(text.at(j), u".,，") && isAsciiDigit(text.at(j + 1)) && j > i)
    j = digits(text, j + 1);
  while (isAmong(text.at(j), u"余多几十百千万亿")) ++j;
  return j;
}

/// 1200户 is no call to 120, and neither is 120户.
bool isPartOfFigure(const SlotText& text, std::size_t begin, std::size_t end) {
  if (isAsciiDigit(text.at(begin)) && text.afterFigure(begin)) return true;
  if (!isAsciiDigit(text.at(end - 1))) return false;
  return isAmong(text.at(end), u"0123456789.,，余多几十百千万亿%％") ||
         text.words().measures.atStart(text.from(end)) > 0;
}

/// “1+3+N”, “5·12”: a short quotation with digits is a name.
std::size_t quotedCodeEnd(const SlotText& text, std::size_t i) {
  if (text.at(i) != u'“') return i;
  const std::size_t close = text.text().find(u'”', i);
  if (close == std::u16string_view::npos || close - i > kLongestQuotedCode) return i;
  const auto inside = text.text().substr(i + 1, close - i - 1);
  for (const char16_t c : inside) {
    if (isAsciiDigit(c)) return close + 1;
  }
  return i;
}

/// 5+2, 1+3+N without quotation marks.
std::size_t sumCodeEnd(const SlotText& text, std::size_t i) {
  std::size_t j = i;
  while (isAsciiDigit(text.at(j)) || (j > i && isAmong(text.at(j), u"+＋NnXx"))) ++j;
  const auto code = text.text().substr(i, j - i);
  return code.find_first_of(u"+＋") != code.npos && !text.afterFigure(i) ? j : i;
}

/// 10项暖民心行动: number, 项 or 大, and words that end with 行动.
std::size_t namedActionEnd(const SlotText& text, std::size_t i) {
  const std::size_t number = digits(text, i);
  if (number == i || text.afterFigure(i) || !isAmong(text.at(number), u"项大")) return i;
  const auto rest = text.from(number + 1).substr(0, kLongestAction);
  const std::size_t found = rest.find(u"行动");
  if (found == rest.npos || found < 2) return i;
  for (const char16_t c : rest.substr(0, found)) {
    if (!isHan(c) || c == u'的') return i;
  }
  return number + 1 + found + 2;
}

}  // namespace

std::size_t keptEnd(const SlotText& text, std::size_t i) {
  if (text.at(i) == u'〔' && !isAsciiDigit(text.at(i + 1))) {
    const std::size_t end = text.text().find(u'〕', i);
    if (end != std::u16string_view::npos) return end + 1;
  }
  if (const std::size_t end = quotedCodeEnd(text, i); end > i) return end;
  if (const std::size_t end = sumCodeEnd(text, i); end > i) return end;
  if (const std::size_t end = namedActionEnd(text, i); end > i) return end;
  const std::size_t end = i + text.words().keep.atStart(text.from(i));
  return end > i && isPartOfFigure(text, i, end) ? i : end;
}

std::size_t titleEnd(const SlotText& text, std::size_t i) {
  if (text.at(i) != u'《') return i;
  const std::size_t end = text.text().find(u'》', i);
  if (end == std::u16string_view::npos) return i;
  const bool common = text.words().commonTitles.atStart(text.from(i + 1)) > 0;
  return common ? i : end + 1;
}

/// Letters of the office, year in brackets, number, 号.
std::size_t documentNumberEnd(const SlotText& text, std::size_t i) {
  const auto& letters = text.words().numberLetters;
  if (i > 0 && isAmong(text.at(i - 1), letters)) return i;
  std::size_t j = i;
  while (isAmong(text.at(j), letters) && j - i < 12) ++j;
  if (!isAmong(text.at(j), u"〔[（(【") || !isAsciiDigit(text.at(j + 1))) return i;
  ++j;
  while (isFigure(text.at(j))) ++j;
  if (!isAmong(text.at(j), u"〕]）)】")) return i;
  ++j;
  while (isFigure(text.at(j)) || text.at(j) == u'?' || text.at(j) == u'第') ++j;
  return text.at(j) == u'号' ? j + 1 : i;
}

std::size_t dateEnd(const SlotText& text, std::size_t i) {
  if (text.afterFigure(i) || !isFigure(text.at(i))) return i;
  std::size_t start = i;
  const std::size_t bare = digits(text, i);
  if (bare > i && isAmong(text.at(bare), u"-—~～至")) start = bare + 1;  // 1—9月份
  std::size_t end = pointEnd(text, start);
  if (end == start && start != i) {
    start = i;
    end = pointEnd(text, i);
  }
  if (end == start) return i;
  if (!isAmong(text.at(end), u"-—~～至到")) return end;
  const std::size_t second = pointEnd(text, end + 1);
  return second > end + 1 ? second : end;
}

std::size_t figureEnd(const SlotText& text, std::size_t i) {
  if (text.afterFigure(i) || !isFigure(text.at(i))) return i;
  if (i > 0 && isAmong(text.at(i - 1), u"第“")) return i;
  const std::size_t j = amountEnd(text, i);
  if (isAmong(text.at(j), u"%％‰")) return j + 1;
  const std::size_t measure = text.words().measures.atStart(text.from(j));
  if (measure > 0) return j + measure;
  const bool bracketed = i > 0 && isAmong(text.at(i - 1), u"（(") && isAmong(text.at(j), u"）)");
  const bool latin = (text.at(j) | 0x20) >= u'a' && (text.at(j) | 0x20) <= u'z';
  return isMask(text.at(i)) || bracketed || latin || isHan(text.at(j)) ? i : j;
}

}  // namespace moxian

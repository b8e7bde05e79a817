#include "core/report/NumberParser.h"

#include "core/text/Characters.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

constexpr std::u16string_view kNumerals = u"一二三四五六七八九十百廿两〇零";
constexpr int kLargest = 99;  // a section of a report has fewer parts than that

/// A run of digits or numerals and its value.
struct Run {
  std::size_t length = 0;
  int value = 0;
};

Run arabicRun(std::u16string_view text) {
  Run run;
  while (run.length < text.size() && isAsciiDigit(text[run.length]) && run.length < 9) {
    run.value = run.value * 10 + (text[run.length++] - u'0');
  }
  return run;
}

Run chineseRun(std::u16string_view text) {
  Run run;
  while (run.length < text.size() && run.length < 6 &&
         kNumerals.find(text[run.length]) != kNumerals.npos) {
    ++run.length;
  }
  const auto value = chineseNumeral(text.substr(0, run.length));
  return value ? Run{run.length, static_cast<int>(*value)} : Run{};
}

bool fits(const Run& run) {
  return run.length > 0 && run.value >= 1 && run.value <= kLargest;
}

char16_t at(std::u16string_view text, std::size_t index) {
  return index < text.size() ? text[index] : u'\0';
}

bool isOneOf(char16_t c, std::u16string_view set) {
  return c != 0 && set.find(c) != set.npos;
}

/// 第一章, 第二部分, 第三篇.
std::optional<LineNumber> parsePart(std::u16string_view line) {
  if (at(line, 0) != u'第') return std::nullopt;
  const Run run = chineseRun(line.substr(1));
  if (!fits(run)) return std::nullopt;
  std::size_t length = 1 + run.length;
  if (line.substr(length).starts_with(u"部分")) {
    length += 2;
  } else if (isOneOf(at(line, length), u"章篇")) {
    length += 1;
  } else {
    return std::nullopt;
  }
  if (isOneOf(at(line, length), u"、：，．. ")) ++length;
  return LineNumber{NumberForm::ChinesePart, run.value, length};
}

/// 壹、 贰、 叁、 (參、), which stand above 一、 in papers from Taiwan.
std::optional<LineNumber> parseFormal(std::u16string_view line) {
  constexpr std::u16string_view kFormal = u"壹贰叁参肆伍陆柒捌玖拾";
  constexpr std::u16string_view kCommon = u"一二三三四五六七八九十";
  std::u16string common;
  while (common.size() < line.size() && common.size() < 3) {
    const std::size_t found = kFormal.find(line[common.size()]);
    if (found == kFormal.npos) break;
    common += kCommon[found];
  }
  const Run run = chineseRun(common);
  if (!fits(run) || run.length != common.size() || at(line, run.length) != u'、')
    return std::nullopt;
  return LineNumber{NumberForm::ChinesePart, run.value, run.length + 1};
}

/// （一） （1）, also without the opening bracket and with a mark inside.
std::optional<LineNumber> parseBracketed(std::u16string_view line) {
  const bool opened = isOneOf(at(line, 0), u"（〔【[");
  const std::size_t start = opened ? 1 : 0;
  const Run chinese = chineseRun(line.substr(start));
  const Run arabic = arabicRun(line.substr(start));
  const Run run = chinese.length > 0 ? chinese : arabic;
  if (!fits(run)) return std::nullopt;
  std::size_t length = start + run.length;
  if (opened && isOneOf(at(line, length), u"、.")) ++length;
  if (!isOneOf(at(line, length), u"）〕】]")) return std::nullopt;
  ++length;
  if (isOneOf(at(line, length), u"、.．")) ++length;
  const auto form = chinese.length > 0 ? NumberForm::BracketedChinese : NumberForm::BracketedArabic;
  return LineNumber{form, run.value, length};
}

/// 二、三产业: the next numeral without a mark of its own continues a list of numbers.
bool continuesList(std::u16string_view rest, const Run& run) {
  const Run next = chineseRun(rest);
  if (next.length == 0 || next.value != run.value + 1) return false;
  return isOneOf(at(rest, next.length), u"产季月期线级类次届批等、") || rest.size() == next.length;
}

std::optional<LineNumber> parseChinese(std::u16string_view line) {
  const Run run = chineseRun(line);
  if (!fits(run) || !isOneOf(at(line, run.length), u"、.．。，：")) return std::nullopt;
  const std::size_t length = run.length + 1;
  if (line.size() > length && continuesList(line.substr(length), run)) return std::nullopt;
  return LineNumber{NumberForm::Chinese, run.value, length};
}

/// The 5亿元 of 4.1.5亿元, which is item 4 with the figure 1.5.
bool isDecimalAmount(std::u16string_view rest) {
  const Run fraction = arabicRun(rest);
  return fraction.length > 0 && isOneOf(at(rest, fraction.length), u"亿万千百%％元公平吨米倍");
}

/// True if digits after "N." or "N、" make one figure with it: 1.5亿元, 3、4月份; but not 1.2023年.
bool continuesFigure(std::u16string_view rest, int value, char16_t mark) {
  const Run next = arabicRun(rest);
  if (next.length == 0) return false;
  if (next.length == 4 && at(rest, next.length) == u'年') return false;
  if (mark == u'.' || mark == u'．') {
    if (at(rest, next.length) == u'.') return !isDecimalAmount(rest.substr(next.length + 1));
    return next.length < 5 || !isHan(at(rest, next.length));
  }
  return next.value == value + 1 && isOneOf(at(rest, next.length), u"月日号时点年、");
}

std::optional<LineNumber> parseArabic(std::u16string_view line) {
  const Run run = arabicRun(line);
  if (!fits(run) || run.length > 2 || !isOneOf(at(line, run.length), u"、.．。，：")) {
    return std::nullopt;
  }
  const std::size_t length = run.length + 1;
  if (continuesFigure(line.substr(length), run.value, line[run.length])) return std::nullopt;
  return LineNumber{NumberForm::Arabic, run.value, length};
}

/// ① ⑴ ⒈ ㈠: one character for the whole number.
std::optional<LineNumber> parseSymbol(std::u16string_view line) {
  const char16_t c = at(line, 0);
  const auto from = [&](char16_t first, NumberForm form) {
    return LineNumber{form, c - first + 1, 1U + (isOneOf(at(line, 1), u"、.") ? 1U : 0U)};
  };
  if (c >= u'①' && c <= u'⑳') return from(u'①', NumberForm::CircledArabic);
  if (c >= u'⑴' && c <= u'⒇') return from(u'⑴', NumberForm::BracketedArabic);
  if (c >= u'⒈' && c <= u'⒛') return from(u'⒈', NumberForm::Arabic);
  if (c >= u'㈠' && c <= u'㈩') return from(u'㈠', NumberForm::BracketedChinese);
  return std::nullopt;
}

}  // namespace

std::optional<LineNumber> parseNumber(std::u16string_view plainLine) {
  for (const auto parse :
       {parsePart, parseFormal, parseSymbol, parseBracketed, parseChinese, parseArabic}) {
    if (const auto number = parse(plainLine)) return number;
  }
  return std::nullopt;
}

int levelOf(NumberForm form) {
  switch (form) {
    case NumberForm::ChinesePart:
    case NumberForm::Chinese:
      return 1;
    case NumberForm::BracketedChinese:
      return 2;
    case NumberForm::Arabic:
      return 3;
    case NumberForm::BracketedArabic:
      return 4;
    case NumberForm::CircledArabic:
      return 5;
  }
  return 0;
}

int enumerationWord(std::u16string_view plain) {
  if (plain.starts_with(u"首先")) return 1;
  if (plain.starts_with(u"其次")) return 2;
  const bool prefixed = isOneOf(at(plain, 0), u"第其");
  const std::size_t start = prefixed ? 1 : 0;
  const Run run = chineseRun(plain.substr(start));
  if (!fits(run)) return 0;
  const char16_t after = at(plain, start + run.length);
  const bool word = prefixed ? isOneOf(after, u"，、：是") : isOneOf(after, u"是要");
  return word ? run.value : 0;
}

}  // namespace moxian

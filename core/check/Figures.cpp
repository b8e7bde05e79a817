#include "core/check/Figures.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "core/check/Scan.h"
#include "core/check/WordList.h"

namespace moxian {
namespace {

constexpr std::int64_t kScale = 10'000;
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max() / 1000;

struct Number {
  std::int64_t value = 0;
  std::int64_t step = kScale;
  std::size_t end = 0;
};

/// A comma between digits belongs to the number only before exactly three of them.
bool isThousandsMark(std::u16string_view line, std::size_t at) {
  if (line[at] != u',') return false;
  for (std::size_t n = 1; n <= 3; ++n) {
    if (!isAsciiDigit(unitAt(line, at + n))) return false;
  }
  return !isAsciiDigit(unitAt(line, at + 4));
}

/// `divided` is the end of digits that full-width commas divide.
std::optional<Number> readNumber(std::u16string_view line, std::size_t at, std::size_t divided) {
  Number out;
  bool fraction = false;
  for (; at < line.size(); ++at) {
    if (!fraction && line[at] == u'.' && isAsciiDigit(unitAt(line, at + 1))) {
      fraction = true;
    } else if (isAsciiDigit(line[at])) {
      if (fraction && (out.step /= 10) == 0) return {};
      const std::int64_t digit = line[at] - u'0';
      out.value = fraction ? out.value + digit * out.step : out.value * 10 + digit * kScale;
      if (out.value > kLargest) return {};
    } else if (fraction || (at >= divided && !isThousandsMark(line, at))) {
      break;
    }
  }
  out.end = at;
  return out;
}

/// 千, 万 and 亿 multiply; 万亿 does so twice.
bool takeMultipliers(std::u16string_view line, Number& number) {
  while (true) {
    std::int64_t by = 1;
    if (isOneOf(unitAt(line, number.end), u"万萬")) by = 10'000;
    if (isOneOf(unitAt(line, number.end), u"亿億")) by = 100'000'000;
    if (by == 1) return true;
    if (number.value > kLargest / by || number.step > kLargest / by) return false;
    number.value *= by;
    number.step *= by;
    ++number.end;
  }
}

bool startsNumber(std::u16string_view line, std::size_t at) {
  if (!isAsciiDigit(line[at])) return false;
  const char16_t before = unitBefore(line, at);
  return !isLatin(before) && !isDigit(before) && !isOneOf(before, u"._-/〔[（");
}

bool isRounded(std::u16string_view line, const Figure& figure) {
  for (const std::u16string_view word : {u"近", u"约", u"約", u"超", u"超过", u"超過", u"逾",
                                         u"突破", u"不少于", u"不低于", u"不超过", u"大约"}) {
    if (line.substr(0, figure.span.begin).ends_with(word)) return true;
  }
  if (isOneOf(unitAt(line, figure.span.end), u"余餘多来")) return true;
  const std::size_t end = figure.whole().end;
  return isOneOf(unitAt(line, end), u"余餘多") || holdsAt(line, end, u"以上") ||
         holdsAt(line, end, u"左右") || holdsAt(line, end, u"以内");
}

/// A time, a ratio or a range: digits on both sides of a joining mark.
bool joins(std::u16string_view line, std::size_t mark) {
  return isOneOf(unitAt(line, mark), u":：/-—~～") && isAsciiDigit(unitBefore(line, mark)) &&
         isAsciiDigit(unitAt(line, mark + 1));
}

bool isOrdinal(std::u16string_view line, const Figure& figure) {
  const auto [begin, end] = figure.span;
  if (unitBefore(line, begin) == u'第' || (begin > 0 && joins(line, begin - 1))) return true;
  return joins(line, end) || isOneOf(unitAt(line, end), u"年月日号號时時");
}

std::size_t pastStray(std::u16string_view line, std::size_t at) {
  return unitAt(line, at) == u'?' ? at + 1 : at;
}

Figure figureFrom(std::u16string_view line, std::size_t begin, const Number& number,
                  const Measures& measures) {
  Figure out;
  out.span = {begin, number.end};
  out.value = number.value;
  out.step = number.step;
  std::size_t unit = skipSpaces(line, pastStray(line, number.end));
  if (isOneOf(unitAt(line, unit), u"余餘多来")) ++unit;
  const std::size_t length = measures.lengthAt(line, unit);
  out.unit = length == 0 ? Span{} : Span{unit, unit + length};
  out.percent = isOneOf(unitAt(line, number.end), u"%％‰") || holdsAt(line, unit, u"个百分点");
  out.approximate = isRounded(line, out);
  out.ordinal = isOrdinal(line, out);
  return out;
}

/// The end of a fraction that stands at `at`; `at` itself if none does.
std::size_t fractionEnd(std::u16string_view line, std::size_t at) {
  if (unitAt(line, at) != u'.' || !isDigit(unitAt(line, at + 1))) return at;
  do ++at;
  while (isDigit(unitAt(line, at)));
  return at;
}

/// Digits of a group; more than `most` are not followed to their end.
std::size_t digitsEnd(std::u16string_view line, std::size_t at, std::size_t most) {
  const std::size_t stop = at + most + 1;
  while (at < stop && isDigit(unitAt(line, at))) ++at;
  return at;
}

/// True if a number may begin here that is no part of another one, of a list or of 第….
bool beginsAlone(std::u16string_view line, std::size_t begin) {
  const char16_t before = unitBefore(line, begin);
  if (isDigit(before) || isLatin(before) || isOneOf(before, u"第.．_/-－–—~～+×*")) return false;
  const bool joined = isOneOf(before, u"，,、：:");
  return !joined || !isDigit(unitBefore(line, begin - 1));
}

/// "1，200名群众参加" at the start of a line may be an item that is numbered so.
bool mayNumberAnItem(std::u16string_view line, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestNumber = 2;
  const char16_t before = lastInkBefore(line, begin);
  return end - begin <= kLongestNumber && (before == 0 || isOneOf(before, u"。；;：:！？"));
}

/// "综合评分98，200名群众……": the first number ends its clause. "分别为86，120人": a list.
bool mayEndAClause(std::u16string_view line, std::size_t begin) {
  const std::size_t start = sentenceStart(line, begin);
  std::u16string_view words = line.substr(start, begin - start);
  for (const std::u16string_view list : {u"分别", u"分別", u"依次"}) {
    if (words.contains(list)) return true;
  }
  while (!words.empty() && isOneOf(words.back(), u"为為是达達到至约約第 ")) words.remove_suffix(1);
  for (const std::u16string_view noun :
       {u"分",   u"分数", u"分值", u"得票", u"成绩", u"指数", u"编号", u"序号", u"排名",   u"名次",
        u"位列", u"位居", u"占比", u"比例", u"附件", u"附表", u"表",   u"图",   u"满意度", u"率"}) {
    if (words.ends_with(noun)) return true;
  }
  return false;
}

/// The end of a measure word behind 万, 亿 and 余, as "余万元"; 0 if there is none.
std::size_t measureEnd(std::u16string_view line, std::size_t at, const Measures& measures) {
  while (isOneOf(unitAt(line, at), u"万萬亿億余餘多")) ++at;
  const std::size_t length = measures.lengthAt(line, at);
  return length == 0 ? 0 : at + length;
}

/// True where an earlier clause ends with a bare number: 新建86，改造120，860户受益.
bool countsBarely(std::u16string_view words) {
  for (std::size_t at = words.find(u'，'); at != words.npos; at = words.find(u'，', at + 1)) {
    if (isDigit(unitBefore(words, at)) && !isDigit(unitAt(words, at + 1))) return true;
  }
  return false;
}

/// True behind 共, 累计, 吸引 and the like: they count or have an object, so that a bare number
/// between them and a comma ends no clause. Not behind 人数共: that clause may end with its number.
bool needsMeasure(std::u16string_view line, std::size_t begin) {
  const std::size_t start = sentenceStart(line, begin);
  const std::u16string_view words = line.substr(start, begin - start);
  if (countsBarely(words)) return false;
  // A clause of digits alone says nothing.
  if (words.ends_with(u'，') && words.size() > 1 && isHan(words[words.size() - 2])) return true;
  for (const std::u16string_view verb :
       {u"共有", u"共",   u"累计",   u"累計", u"合计",   u"总计", u"近",   u"约",   u"逾",
        u"超过", u"吸引", u"组织",   u"发动", u"组织了", u"动员", u"惠及", u"涉及", u"带动",
        u"覆盖", u"接待", u"覆盖了", u"培训", u"服务",   u"救助", u"帮扶", u"资助", u"慰问",
        u"走访", u"投入", u"拨付",   u"发放", u"争取",   u"筹集"}) {
    if (!words.ends_with(verb)) continue;
    return !isOneOf(unitBefore(words, words.size() - verb.size()), u"数量额值率分比");
  }
  return false;
}

/// The number of three digits behind the comma is greater than the one before it, thus no part of
/// what that one counts.
bool exceedsFirst(std::u16string_view words, std::size_t comma) {
  const std::u16string_view second = words.substr(comma + 1);
  const std::u16string first = std::u16string(3 - comma, words[comma + 1] >= u'０' ? u'０' : u'0') +
                               std::u16string(words.substr(0, comma));
  return first < second;
}

/// "在编86，100人持证": words that go on behind the measure word may be a clause with a number of
/// its own. Not behind "1，860" and "12，060", which no clause ends and none begins with.
bool mayBeginAClause(std::u16string_view line, Span digits, std::size_t measured) {
  constexpr std::size_t kShortest = 5;  // "1，860"
  const char16_t next = unitAt(line, measured);
  if (!isHan(next) || isOneOf(next, u"和及与與或等以左的")) return false;
  const std::u16string_view words = digits.of(line);
  const std::size_t comma = words.find(u'，');
  if (words.size() <= kShortest || comma != words.rfind(u'，')) return false;
  if (isOneOf(words[comma + 1], u"0０")) return false;
  return !exceedsFirst(words, comma) || !needsMeasure(line, digits.begin);
}

}  // namespace

std::size_t dividedEnd(std::u16string_view line, std::size_t begin, const Measures& measures) {
  constexpr std::size_t kGroup = 3;
  const std::size_t first = digitsEnd(line, begin, kGroup);
  if (first == begin || first - begin > kGroup || unitAt(line, first) != u'，') return begin;
  if (isOneOf(line[begin], u"0０") || !beginsAlone(line, begin)) return begin;
  std::size_t end = first;
  while (unitAt(line, end) == u'，' && isDigit(unitAt(line, end + 1))) {
    if (digitsEnd(line, end + 1, kGroup) != end + 1 + kGroup) return begin;
    end += 1 + kGroup;
  }
  if (end > first) end = fractionEnd(line, end);
  const std::size_t measured = measureEnd(line, end, measures);
  const bool one = end > first && measured > 0 && !mayNumberAnItem(line, begin, first) &&
                   !mayEndAClause(line, begin) && !mayBeginAClause(line, {begin, end}, measured);
  return one ? end : begin;
}

namespace {

/// The end of digits whose thousands stand apart, as "7 863台次" (GB/T 15835-2011, 5.1.1), before a
/// measure word; the offset itself if there are none.
std::size_t spacedEnd(std::u16string_view line, std::size_t begin, const Measures& measures) {
  constexpr std::size_t kGroup = 3;
  constexpr std::u16string_view kSpaces = u" \u00A0\u2005\u2009\u202F";
  const std::size_t first = digitsEnd(line, begin, kGroup);
  const bool alone = begin < 2 || !isOneOf(line[begin - 1], kSpaces) || !isDigit(line[begin - 2]);
  if (!alone || first == begin || first - begin > kGroup) return begin;
  std::size_t end = first;
  while (isOneOf(unitAt(line, end), kSpaces) && isDigit(unitAt(line, end + 1))) {
    if (digitsEnd(line, end + 1, kGroup) != end + 1 + kGroup) return begin;
    end += 1 + kGroup;
  }
  return end > first && measures.lengthAt(line, end) > 0 ? end : begin;
}

}  // namespace

Result<Measures> Measures::load() {
  auto words = loadWords("measures.txt");
  if (!words) return std::unexpected(words.error());
  Measures out;
  for (std::u16string& word : *words) {
    out.m_longest = std::max(out.m_longest, word.size());
    out.m_words.insert(std::move(word));
  }
  return out;
}

std::size_t Measures::lengthAt(std::u16string_view text, std::size_t at) const {
  if (at >= text.size()) return 0;
  for (std::size_t length = std::min(m_longest, text.size() - at); length > 0; --length) {
    if (m_words.contains(text.substr(at, length))) return length;
  }
  return 0;
}

std::vector<Figure> figuresOf(std::u16string_view line, const Measures& measures) {
  std::vector<Figure> out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!startsNumber(line, at)) continue;
    const std::size_t divided =
        std::max(dividedEnd(line, at, measures), spacedEnd(line, at, measures));
    std::optional<Number> number = readNumber(line, at, divided);
    const std::size_t begin = at;
    while (isAsciiDigit(unitAt(line, at + 1))) ++at;
    if (!number || !takeMultipliers(line, *number)) continue;
    out.push_back(figureFrom(line, begin, *number, measures));
    at = std::max(at, number->end - 1);
  }
  return out;
}

std::string valueText(std::int64_t value) {
  std::string out = std::to_string(value / kScale);
  std::string rest = std::to_string(kScale + value % kScale).substr(1);
  rest.erase(rest.find_last_not_of('0') + 1);
  return rest.empty() ? out : out + "." + rest;
}

}  // namespace moxian

#include "core/check/rules/Numbering.h"

#include <array>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

constexpr std::size_t kRanks = 6;

/// What was counted last on each rank while going down the report.
struct Counter {
  std::array<std::size_t, kRanks> last{};  ///< index of the last line of the open list, or npos
  std::array<int, kRanks> ordinal{};       ///< last ordinal in the report, open list or not

  Counter() { last.fill(NumberedLine::npos); }
};

void place(NumberedLine& line, std::size_t index, Counter& counter) {
  const auto rank = static_cast<std::size_t>(line.rank);
  for (std::size_t deeper = rank + 1; deeper < kRanks; ++deeper) {
    counter.last[deeper] = NumberedLine::npos;
  }
  for (std::size_t above = rank; above-- > 0;) {
    if (counter.last[above] == NumberedLine::npos) continue;
    line.parent = counter.last[above];
    break;
  }
  // A list that starts again at one is another list.
  if (line.number->ordinal != 1) line.previous = counter.last[rank];
  line.runsOn = line.previous == NumberedLine::npos && counter.ordinal[rank] > 0 &&
                line.number->ordinal == counter.ordinal[rank] + 1;
  counter.last[rank] = index;
  counter.ordinal[rank] = line.number->ordinal;
}

}  // namespace

int rankOf(NumberForm form) {
  switch (form) {
    case NumberForm::ChinesePart: return 0;
    case NumberForm::Chinese: return 1;
    case NumberForm::BracketedChinese: return 2;
    case NumberForm::Arabic: return 3;
    case NumberForm::BracketedArabic: return 4;
    case NumberForm::CircledArabic: return 5;
  }
  return 0;
}

std::vector<NumberedLine> numberedLines(const Report& report) {
  std::vector<NumberedLine> out;
  Counter counter;
  for (const Block& block : report.blocks) {
    if (!block.number || !isProse(&block)) continue;
    NumberedLine line{&block, &*block.number, rankOf(block.number->form)};
    place(line, out.size(), counter);
    if (line.previous != NumberedLine::npos) out[line.previous].next = out.size();
    out.push_back(line);
  }
  return out;
}

std::vector<std::size_t> listFrom(const std::vector<NumberedLine>& lines, std::size_t first) {
  std::vector<std::size_t> out;
  for (std::size_t n = first; n != NumberedLine::npos; n = lines[n].next) out.push_back(n);
  return out;
}

std::u16string numberText(int rank, int ordinal) {
  switch (rank) {
    case 0: return u"第" + toChineseNumeral(ordinal);
    case 1: return toChineseNumeral(ordinal) + u"、";
    case 2: return u"（" + toChineseNumeral(ordinal) + u"）";
    case 3: return toUtf16(std::to_string(ordinal) + ".");
    case 4: return u"（" + toUtf16(std::to_string(ordinal)) + u"）";
    default: return {static_cast<char16_t>(u'①' + ordinal - 1)};
  }
}

Span ordinalSpan(std::u16string_view text, const HeadingNumber& number) {
  const auto counts = [](char16_t c) { return isDigit(c) || isChineseDigit(c) || c == u'廿'; };
  std::size_t begin = number.span.begin;
  while (begin < number.span.end && !counts(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < number.span.end && counts(text[end])) ++end;
  return {begin, end};
}

}  // namespace moxian

#include "core/check/Ledger.h"

#include <algorithm>

#include "core/check/Scan.h"
#include "core/text/WordStarts.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestNoun = 24;

/// "2023年", "截至2023年12月底": the end of the date that the words begin with; `at` if there is
/// none.
std::size_t dateEnd(std::u16string_view line, std::size_t at) {
  std::size_t end = at;
  if (holdsAt(line, end, u"截至") || holdsAt(line, end, u"截止")) end += 2;
  bool found = false;
  while (isDigit(unitAt(line, end))) {
    std::size_t digits = end;
    while (isDigit(unitAt(line, digits))) ++digits;
    if (!isOneOf(unitAt(line, digits), u"年月日")) break;
    end = digits + 1;
    if (isOneOf(unitAt(line, end), u"度份底初末")) ++end;
    if (isOneOf(unitAt(line, end), u"至—－-～") && isDigit(unitAt(line, end + 1))) ++end;
    found = true;
  }
  return found ? end : at;
}

/// The words between the last mark, or the last figure, and this one, without a date in front; cut
/// where a word begins.
Span nounBefore(std::u16string_view line, const Figure& figure, std::size_t lastEnd) {
  const std::size_t mark =
      line.substr(0, figure.span.begin).find_last_of(u"，,；;。：:（(）)、！？!?“”");
  std::size_t begin = std::max(mark == line.npos ? 0 : mark + 1, lastEnd);
  begin = skipSpaces(line, begin);
  begin = std::min(skipSpaces(line, dateEnd(line, begin)), figure.span.begin);
  if (figure.span.begin - begin > kLongestNoun) {
    begin = std::min(wordStartFrom(line, figure.span.begin - kLongestNoun), figure.span.begin);
  }
  return {begin, figure.span.begin};
}

Figure shifted(Figure figure, std::size_t by) {
  figure.span = figure.span.shifted(by);
  if (!figure.unit.empty()) figure.unit = figure.unit.shifted(by);
  return figure;
}

}  // namespace

Role roleAt(const Block& block, std::size_t offset) {
  for (const RoleSpan& part : block.spans) {
    if (part.span.contains(offset)) return part.role;
  }
  return block.role;
}

std::vector<LedgerEntry> ledgerOf(const CheckedText& text, const Measures& measures) {
  std::vector<LedgerEntry> out;
  for (std::size_t n = 0; n < text.outline.reports.size(); ++n) {
    for (const Block& block : text.outline.reports[n].blocks) {
      if (!isProse(&block)) continue;
      const std::u16string_view line = block.span.of(text.folded);
      std::size_t lastEnd = 0;
      for (const Figure& figure : figuresOf(line, measures)) {
        const Span noun = nounBefore(line, figure, lastEnd);
        // "比2023年增长5%": the year belongs to the words.
        if (!figure.ordinal) lastEnd = figure.whole().end;
        if (figure.ordinal || (figure.unit.empty() && !figure.percent)) continue;
        out.push_back({shifted(figure, block.span.begin), noun.shifted(block.span.begin),
                       block.line, n, roleAt(block, block.span.begin + figure.span.begin)});
      }
    }
  }
  return out;
}

}  // namespace moxian

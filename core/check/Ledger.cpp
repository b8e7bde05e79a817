#include "core/check/Ledger.h"

#include "core/check/Scan.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestNoun = 24;

/// The words between the last mark, or the last figure, and this one.
Span nounBefore(std::u16string_view line, const Figure& figure, std::size_t lastEnd) {
  const std::size_t mark =
      line.substr(0, figure.span.begin).find_last_of(u"，,；;。：:（(）)、！？!?“”");
  std::size_t begin = std::max(mark == line.npos ? 0 : mark + 1, lastEnd);
  begin = skipSpaces(line, begin);
  if (figure.span.begin - begin > kLongestNoun) begin = figure.span.begin - kLongestNoun;
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
        lastEnd = figure.whole().end;
        if (figure.ordinal || (figure.unit.empty() && !figure.percent)) continue;
        out.push_back({shifted(figure, block.span.begin), noun.shifted(block.span.begin),
                       block.line, n, roleAt(block, block.span.begin + figure.span.begin)});
      }
    }
  }
  return out;
}

}  // namespace moxian

#include "core/check/rules/SignedDate.h"

#include "core/check/Scan.h"

namespace moxian {

std::optional<Date> dateLineOf(const CheckedText& text, const Block& block) {
  const std::u16string_view line = block.span.of(text.folded);
  std::vector<Date> dates = datesOf(line);
  if (dates.size() != 1 || dates[0].day == 0) return {};
  const Span span = dates[0].span;
  const bool bracketed = span.begin == 1 && span.end + 1 == line.size() &&
                         isOneOf(line.front(), u"（(") && isOneOf(line.back(), u"）)");
  if (span.length() != line.size() && !bracketed) return {};
  dates[0].span = span.shifted(block.span.begin);
  return dates[0];
}

std::optional<Date> signedDateOf(const CheckedText& text, const Report& report) {
  const Block* last = lastProse(report);
  return last == nullptr ? std::nullopt : dateLineOf(text, *last);
}

}  // namespace moxian

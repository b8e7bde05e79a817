#include "core/check/rules/TableCells.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Figures.h"
#include "core/check/Scan.h"

namespace moxian {
namespace {

constexpr std::int64_t kScale = 10'000;
constexpr std::size_t kMostDigits = 13;  // of the whole part, so that sums fit
constexpr std::size_t kMostDecimals = 4;

Span trimmed(std::u16string_view line, Span span) {
  while (!span.empty() && isBlank(line.substr(span.begin, 1))) ++span.begin;
  while (!span.empty() && isBlank(line.substr(span.end - 1, 1))) --span.end;
  return span;
}

std::vector<Span> splitAt(std::u16string_view line, std::u16string_view marks) {
  std::vector<Span> out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find_first_of(marks, begin), line.size());
    out.push_back(trimmed(line, {begin, end}));
    begin = end + 1;
  }
  return out;
}

Finding findingAt(const RuleInfo& rule, const CheckedText& text, const std::vector<Cell>& cells,
                  const Cause& cause) {
  const Cell& cell = cells[cause.cell];
  Finding out = findingOf(rule, cell.span,
                          {toUtf8(cell.span.of(text.text)), valueText(cause.parts),
                           valueText(cause.wholes), valueText(cause.value.value_or(0))});
  for (const std::size_t n : cause.others) out.related.push_back(cells[n].span);
  std::ranges::sort(out.related, {}, &Span::begin);
  if (cause.value) {
    out.variant = "cell";
    out.fixes.push_back(replacing(out.span, toUtf16(valueText(*cause.value))));
  }
  return out;
}

}  // namespace

std::vector<Span> cellsOf(std::u16string_view line) {
  const bool piped = line.contains(u'|');
  if (!piped && !line.contains(u'\t')) return {};
  std::vector<Span> out = splitAt(line, piped ? u"|" : u"\t");
  if (piped && out.front().empty()) out.erase(out.begin());
  if (piped && !out.empty() && out.back().empty()) out.pop_back();
  return out;
}

std::optional<std::int64_t> cellValue(std::u16string_view cell) {
  std::int64_t value = 0;
  std::int64_t unit = kScale;
  std::size_t digits = 0;
  std::size_t decimals = 0;
  bool decimal = false;
  for (const char16_t c : cell) {
    if (c == u'.' && digits > 0 && !decimal) {
      decimal = true;
    } else if (isAsciiDigit(c)) {
      if (decimal) {
        if (++decimals > kMostDecimals) return {};
        unit /= 10;
        value += (c - u'0') * unit;
      } else {
        if (++digits > kMostDigits) return {};
        value = value * 10 + (c - u'0') * kScale;
      }
    } else if (c != u',' || digits == 0 || decimal) {
      return {};
    }
  }
  if (digits == 0 || (decimal && decimals == 0)) return {};
  return value;
}

std::vector<Cell> loneFigures(std::u16string_view line) {
  std::vector<Cell> out;
  for (const Span token : splitAt(line, u"|\t \u3000")) {
    if (const auto value = cellValue(token.of(line))) out.push_back({token, *value});
  }
  return out;
}

void reportCauses(const RuleInfo& rule, const CheckedText& text, const std::vector<Cell>& cells,
                  const std::vector<Identity>& identities, std::vector<Finding>& into) {
  const std::vector<Cause> found = causes(cells, identities);
  if (found.size() > 2 && found.size() * 3 > identities.size()) return;
  for (const Cause& cause : found) into.push_back(findingAt(rule, text, cells, cause));
}

}  // namespace moxian

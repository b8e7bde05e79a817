#include <optional>

#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

struct Announced {
  Span span;
  std::int64_t count = 0;
};

std::optional<std::int64_t> valueOf(std::u16string_view digits) {
  if (!isAsciiDigit(digits.front())) return chineseNumeral(digits);
  std::int64_t out = 0;
  for (const char16_t c : digits) {
    if (!isAsciiDigit(c) || out > 1000) return {};
    out = out * 10 + (c - u'0');
  }
  return out;
}

/// "23篇", "十篇" in a line; 篇 with a number behind it ("篇5") counts nothing.
std::optional<Announced> announcedIn(std::u16string_view line) {
  for (std::size_t at = line.find(u'篇'); at != line.npos; at = line.find(u'篇', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && (isAsciiDigit(line[begin - 1]) || isChineseDigit(line[begin - 1]))) --begin;
    if (begin == at || unitBefore(line, begin) == u'第') continue;
    const auto count = valueOf(line.substr(begin, at - begin));
    if (count) return Announced{{begin, at + 1}, *count};
  }
  return {};
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  const std::size_t count = text.outline.reports.size();
  if (count < 2) return;
  for (const Block& block : text.outline.noise) {
    // Only what stands above the first report announces them.
    if (block.line >= text.outline.reports.front().firstLine) return;
    const auto announced = announcedIn(block.span.of(text.text));
    if (!announced || announced->count < 2) continue;
    if (announced->count != static_cast<std::int64_t>(count)) {
      into.push_back(findingOf(rule, announced->span.shifted(block.span.begin),
                               {std::to_string(announced->count), std::to_string(count)}));
    }
    return;
  }
}

}  // namespace

DocumentRulePointer contentsCountRule() {
  static constexpr RuleInfo kInfo{"contents.count", Category::Arithmetic, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

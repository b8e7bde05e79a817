#include "core/check/rules/Contents.h"

#include "core/check/Scan.h"

namespace moxian {
namespace {

std::size_t numberEnd(std::u16string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (isDigit(line[at]) || isChineseDigit(line[at]))) ++at;
  if (at == 0 || !isOneOf(unitAt(line, at), u".．、")) return 0;
  return skipSpaces(line, at + 1);
}

std::u16string_view withoutPage(std::u16string_view title) {
  while (!title.empty() && (isDigit(title.back()) || isSpace(title.back()) ||
                            isOneOf(title.back(), u".…·-"))) {
    title.remove_suffix(1);
  }
  return title;
}

}  // namespace

std::vector<ContentsEntry> contentsOf(const CheckedText& text) {
  std::vector<ContentsEntry> out;
  for (const Block& block : text.outline.noise) {
    const std::u16string_view line = block.span.of(text.text);
    const std::size_t begin = numberEnd(line);
    if (begin == 0) continue;
    const std::u16string_view title = withoutPage(line.substr(begin));
    if (!title.empty()) out.push_back({block.span, title});
  }
  return out;
}

}  // namespace moxian

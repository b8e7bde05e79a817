#include "core/text/Lines.h"

#include <algorithm>

#include "core/base/Utf.h"

namespace moxian {

Lines::Lines(std::u16string_view text) : m_size(text.size()) {
  for (std::size_t at = text.find(u'\n'); at != text.npos; at = text.find(u'\n', at + 1)) {
    m_starts.push_back(at + 1);
  }
}

Span Lines::span(std::size_t line) const {
  const bool last = line + 1 >= m_starts.size();
  return {m_starts.at(line), last ? m_size : m_starts[line + 1] - 1};
}

std::size_t Lines::lineAt(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(m_starts, offset);
  return static_cast<std::size_t>(after - m_starts.begin()) - 1;
}

Position positionAt(std::u16string_view text, const Lines& lines, std::size_t offset) {
  const std::size_t line = lines.lineAt(offset);
  return {line + 1, codePoints(Span{lines.span(line).begin, offset}.of(text)) + 1};
}

std::size_t offsetAt(std::u16string_view text, const Lines& lines, Position position) {
  const std::size_t line = std::clamp<std::size_t>(position.line, 1, lines.count()) - 1;
  const Span span = lines.span(line);
  return span.begin + offsetOfCodePoint(span.of(text), std::max<std::size_t>(position.column, 1) - 1);
}

}  // namespace moxian

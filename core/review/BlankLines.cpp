#include "core/review/BlankLines.h"

#include "core/text/Characters.h"

namespace moxian {

Unspaced::Unspaced(std::u16string_view text) : m_end(text.size()) {
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t found = text.find(u'\n', from);
    const std::size_t end = found == text.npos ? text.size() : found + 1;
    const bool blank = trimmed(Span{from, end}.of(text)).empty();
    if (blank && found == text.npos) break;
    if (!blank) {
      for (std::size_t at = from; at < end; ++at) m_at.push_back(at);
      m_text += Span{from, end}.of(text);
    }
    from = end;
  }
  m_at.push_back(from);
}

}  // namespace moxian

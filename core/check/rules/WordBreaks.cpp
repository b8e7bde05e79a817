#include "core/check/rules/WordBreaks.h"

#include <algorithm>

namespace moxian {

WordBreaks::WordBreaks() {
  UErrorCode status = U_ZERO_ERROR;
  m_breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  if (U_FAILURE(status)) m_breaks.reset();
}

bool WordBreaks::joins(std::u16string_view text, std::size_t offset) const {
  if (!m_breaks) return false;
  const icu::UnicodeString words(false, text.data(), static_cast<int32_t>(text.size()));
  m_breaks->setText(words);
  return !m_breaks->isBoundary(static_cast<int32_t>(offset));
}

bool WordBreaks::cross(std::u16string_view line, Span span) const {
  constexpr std::size_t kReach = 8;
  const std::size_t from = span.begin - std::min(span.begin, kReach);
  const std::u16string_view around = line.substr(from, span.end + kReach - from);
  return joins(around, span.begin - from) || joins(around, span.end - from);
}

bool WordBreaks::makeUp(std::u16string_view text) const {
  if (!m_breaks || text.size() < 2) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = at == 0 || !joins(text, at);
    const bool ends = at + 1 == text.size() || !joins(text, at + 1);
    if (begins && ends) return false;
  }
  return true;
}

}  // namespace moxian

#include "core/check/rules/WordBreaks.h"

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

}  // namespace moxian

#pragma once

#include <unicode/brkiter.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace moxian {

/// Where words begin and end in a text, by ICU's dictionary. Making one is dear; one thread owns
/// it.
class WordBreaks {
 public:
  WordBreaks();
  /// True if no word of the text ends at the offset; false everywhere if ICU has no dictionary.
  [[nodiscard]] bool joins(std::u16string_view text, std::size_t offset) const;

 private:
  std::unique_ptr<icu::BreakIterator> m_breaks;
};

}  // namespace moxian

#pragma once

#include <unicode/brkiter.h>

#include <cstddef>
#include <memory>
#include <string_view>

#include "core/check/Finding.h"

namespace moxian {

/// Where words begin and end in a text, by ICU's dictionary. Making one is dear; one thread owns
/// it.
class WordBreaks {
 public:
  WordBreaks();
  /// True if no word of the text ends at the offset; false everywhere if ICU has no dictionary.
  [[nodiscard]] bool joins(std::u16string_view text, std::size_t offset) const;
  /// True if a word goes on over an edge of the span: 正规化建设 does so for its 规化建设.
  [[nodiscard]] bool cross(std::u16string_view line, Span span) const;
  /// True if the text is made of words of two and more characters, or is one.
  [[nodiscard]] bool makeUp(std::u16string_view text) const;

 private:
  std::unique_ptr<icu::BreakIterator> m_breaks;
};

}  // namespace moxian

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Span.h"
#include "core/text/Cleaner.h"
#include "core/text/Lines.h"
#include "core/text/OffsetMap.h"

namespace moxian {

/// A text in the one form that word lists and number patterns are written for. Every line keeps its
/// number and every position leads back to the original.
///
/// Beyond what Cleaner mends: traditional characters become simplified ones one by one, full-width
/// letters and digits half-width, the marks , : ; ( ) full-width, ornaments and spaces at the start
/// of a line go, and so do spaces beside Chinese characters ("2023 年", "存 在 问 题"). Tabs stay.
class PlainText {
 public:
  /// All lines, blank ones too.
  [[nodiscard]] std::size_t lineCount() const { return m_lines.size(); }
  [[nodiscard]] std::u16string_view line(std::size_t line) const {
    return m_lines.at(line).of(m_text);
  }
  /// The range of a line in the plain text.
  [[nodiscard]] Span lineSpan(std::size_t line) const { return m_lines.at(line); }
  [[nodiscard]] std::u16string_view text() const { return m_text; }
  /// The original range of a plain one, without what was removed at its ends.
  [[nodiscard]] Span original(Span plain) const;

 private:
  friend class PlainMaker;
  std::u16string m_text;
  std::vector<Span> m_lines;
  OffsetMap m_toClean;     // from plain to cleaned
  OffsetMap m_toOriginal;  // from cleaned to original
};

/// Makes plain texts. Immutable after loading, safe between threads.
class PlainMaker {
 public:
  /// Loads the cleaner and OpenCC's table of traditional characters.
  [[nodiscard]] static Result<PlainMaker> load();
  /// Linear in the length of the text.
  [[nodiscard]] PlainText make(std::u16string_view text) const;
  /// Words of a list in the form they have in plain texts.
  [[nodiscard]] std::u16string fold(std::u16string_view words) const;

 private:
  Cleaner m_cleaner;
  std::vector<char16_t> m_folded;  // by UTF-16 unit
};

}  // namespace moxian

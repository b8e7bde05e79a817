#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Span.h"

namespace moxian {

/// A text without its blank lines, which hold nothing or spaces only, and the way back. Formats
/// keep them or not (DOCX has spacing instead), so they make no difference between drafts. A value.
class Unspaced {
 public:
  explicit Unspaced(std::u16string_view text);

  [[nodiscard]] const std::u16string& text() const { return m_text; }
  /// Where a range of text() stands in the text as it was, with the blank lines behind the line
  /// ends in it.
  [[nodiscard]] Span raw(Span span) const { return {m_at[span.begin], m_at[span.end]}; }
  /// What stands before and behind all that: blank lines at the start, and a last one that has no
  /// line end.
  [[nodiscard]] Span leading() const { return {0, m_at.front()}; }
  [[nodiscard]] Span trailing() const { return {m_at.back(), m_end}; }

 private:
  std::u16string m_text;
  std::vector<std::size_t> m_at;  ///< where each character stood, and the end
  std::size_t m_end;              ///< of the text as it was
};

}  // namespace moxian

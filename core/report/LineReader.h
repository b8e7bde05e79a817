#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Span.h"
#include "core/report/NumberParser.h"
#include "core/report/PlainText.h"
#include "core/report/Signals.h"

namespace moxian {

/// A non-blank line and what can be said of it without its neighbours.
struct ParsedLine {
  std::size_t line = 0;              ///< in the text, from 0
  Span plain;                        ///< in the plain text
  Span original;                     ///< without spaces at its ends
  std::optional<LineNumber> number;  ///< never of a table or noise
  bool table = false;                ///< cells between '|' or tabs
  bool noise = false;                ///< advert, navigation, page number, nothing but stray marks
};

/// A plain text with its non-blank lines.
struct ParsedText {
  PlainText plain;
  std::vector<ParsedLine> lines;

  [[nodiscard]] std::u16string_view view(std::size_t index) const {
    return lines[index].plain.of(plain.text());
  }
};

/// Reads the lines of a text one by one. `signals` are those for Where::Line.
[[nodiscard]] ParsedText parseLines(std::u16string_view text, const Lines& lines,
                                    const PlainMaker& maker, const SignalTable& signals);

/// True for marks that end a sentence, closing quotes and brackets left aside.
[[nodiscard]] bool endsWithMark(std::u16string_view plain);
/// True if a line could be a title or unnumbered heading: short, one piece, no sentence.
[[nodiscard]] bool isBareLine(std::u16string_view plain, std::size_t longest);

}  // namespace moxian

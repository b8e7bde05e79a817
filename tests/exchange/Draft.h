#pragma once

#include <string>
#include <string_view>

#include "core/report/Outline.h"

namespace moxian::test {

/// A draft with an outline made by the plainest reading, so that these tests do not hang on how
/// well reports are read: the first line is the title; numbered lines are headings, run-in where
/// text follows a 。; lines with | are tables; all else are paragraphs.
struct Draft {
  std::u16string text;
  Outline outline;
};

[[nodiscard]] Draft draftOf(std::string_view utf8);

/// A draft with everything an official document has: long title, addressee, headings of four
/// levels, run-in headings, a table, attachment note, signature, date and an attachment.
[[nodiscard]] const std::string& fullDraft();

/// `count` characters of paragraphs under headings, without marks that could hang at a line's end.
[[nodiscard]] std::string longDraft(std::size_t count);

/// Text without spaces of any kind.
[[nodiscard]] std::u16string withoutSpaces(std::u16string_view text);

}  // namespace moxian::test

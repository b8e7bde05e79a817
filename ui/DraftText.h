#pragma once

#include <QTextCursor>
#include <QTextDocument>
#include <string>

#include "core/base/Span.h"

namespace moxian {

/// The text of a document as the core sees it: every paragraph end is one U+000A, and everything
/// else is what was typed (QTextDocument::toPlainText would turn U+00A0 into a space). Positions in
/// it are positions in the document.
[[nodiscard]] std::u16string draftText(const QTextDocument& document);
/// The same for a part; a range past the end is cut.
[[nodiscard]] std::u16string draftText(const QTextDocument& document, Span span);
/// Its length: the document's own count without the paragraph end that it always has.
[[nodiscard]] std::size_t draftLength(const QTextDocument& document);

/// Selects a range; a range past the end is cut.
[[nodiscard]] QTextCursor selection(QTextDocument& document, Span span);

/// What must be replaced in `before` to give `after`: all between what both share at the start and
/// at the end.
struct Replacement {
  Span span;  ///< in `before`
  std::u16string with;
};
[[nodiscard]] Replacement difference(std::u16string_view before, std::u16string_view after);

}  // namespace moxian

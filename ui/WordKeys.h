#pragma once

#include <QKeyEvent>
#include <QTextCursor>
#include <string_view>

#include "core/base/Span.h"

namespace moxian {

/// The word at a place of a line (ICU's dictionary; Qt takes a run of Chinese for one word); a mark
/// stands alone. At the end of the line the last word. Empty for an empty line.
[[nodiscard]] Span wordAt(std::u16string_view line, std::size_t at);

enum class WordKey {
  None,    ///< not a key that goes by words
  Moved,   ///< the cursor was moved, or its selection
  Delete,  ///< what the key deletes is now selected
};
/// Does to a cursor what a key does word by word.
[[nodiscard]] WordKey applyWordKey(const QKeyEvent& event, QTextCursor& cursor);

}  // namespace moxian

#include "ui/WordKeys.h"

#include <QTextBlock>
#include <algorithm>
#include <vector>

#include "core/text/Characters.h"
#include "core/text/WordStarts.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

/// Where the next word of the draft begins: behind the spaces that follow this one, at the end of
/// the line, or on the next line.
void toNextWord(QTextCursor& cursor, QTextCursor::MoveMode mode) {
  const QString text = cursor.block().text();
  const std::u16string_view line = utf16(text);
  auto at = static_cast<std::size_t>(cursor.positionInBlock());
  if (at >= line.size()) {
    cursor.movePosition(QTextCursor::NextCharacter, mode);
    return;
  }
  const std::vector<bool> starts = wordStarts(line);
  do {
    ++at;
  } while (at < line.size() && (!starts[at] || isSpace(line[at])));
  cursor.setPosition(cursor.block().position() + static_cast<int>(at), mode);
}

void toPreviousWord(QTextCursor& cursor, QTextCursor::MoveMode mode) {
  const QString text = cursor.block().text();
  const std::u16string_view line = utf16(text);
  auto at = static_cast<std::size_t>(cursor.positionInBlock());
  if (at == 0) {
    cursor.movePosition(QTextCursor::PreviousCharacter, mode);
    return;
  }
  const std::vector<bool> starts = wordStarts(line);
  do {
    --at;
  } while (at > 0 && (!starts[at] || isSpace(line[at])));
  cursor.setPosition(cursor.block().position() + static_cast<int>(at), mode);
}

}  // namespace

Span wordAt(std::u16string_view line, std::size_t at) {
  if (line.empty()) return {};
  const std::vector<bool> starts = wordStarts(line);
  Span word{std::min(at, line.size() - 1), 0};
  while (word.begin > 0 && !starts[word.begin]) --word.begin;
  word.end = word.begin + 1;
  while (word.end < line.size() && !starts[word.end]) ++word.end;
  return word;
}

WordKey applyWordKey(const QKeyEvent& event, QTextCursor& cursor) {
  if (event.matches(QKeySequence::MoveToNextWord)) {
    toNextWord(cursor, QTextCursor::MoveAnchor);
  } else if (event.matches(QKeySequence::MoveToPreviousWord)) {
    toPreviousWord(cursor, QTextCursor::MoveAnchor);
  } else if (event.matches(QKeySequence::SelectNextWord)) {
    toNextWord(cursor, QTextCursor::KeepAnchor);
  } else if (event.matches(QKeySequence::SelectPreviousWord)) {
    toPreviousWord(cursor, QTextCursor::KeepAnchor);
  } else if (event.matches(QKeySequence::DeleteEndOfWord)) {
    if (!cursor.hasSelection()) toNextWord(cursor, QTextCursor::KeepAnchor);
    return WordKey::Delete;
  } else if (event.matches(QKeySequence::DeleteStartOfWord)) {
    if (!cursor.hasSelection()) toPreviousWord(cursor, QTextCursor::KeepAnchor);
    return WordKey::Delete;
  } else {
    return WordKey::None;
  }
  return WordKey::Moved;
}

}  // namespace moxian

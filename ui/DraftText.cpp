#include "ui/DraftText.h"

#include <algorithm>

#include "ui/Strings.h"

namespace moxian {
namespace {

std::u16string withLineFeeds(const QString& raw) {
  std::u16string text = toU16(raw);
  std::ranges::replace(text, char16_t{0x2029}, u'\n');
  return text;
}

}  // namespace

std::u16string draftText(const QTextDocument& document) {
  std::u16string text = withLineFeeds(document.toRawText());
  if (text.size() > draftLength(document)) text.resize(draftLength(document));
  return text;
}

std::u16string draftText(const QTextDocument& document, Span span) {
  // A cursor needs a document that may change; this one only looks.
  QTextCursor cursor = selection(const_cast<QTextDocument&>(document), span);
  return withLineFeeds(cursor.selectedText());
}

std::size_t draftLength(const QTextDocument& document) {
  return static_cast<std::size_t>(document.characterCount() - 1);
}

QTextCursor selection(QTextDocument& document, Span span) {
  const std::size_t length = draftLength(document);
  QTextCursor cursor(&document);
  cursor.setPosition(static_cast<int>(std::min(span.begin, length)));
  cursor.setPosition(static_cast<int>(std::min(span.end, length)), QTextCursor::KeepAnchor);
  return cursor;
}

Replacement difference(std::u16string_view before, std::u16string_view after) {
  const auto shared = std::ranges::mismatch(before, after);
  const auto begin = static_cast<std::size_t>(shared.in1 - before.begin());
  std::size_t tail = 0;
  const std::size_t most = std::min(before.size(), after.size()) - begin;
  while (tail < most && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  return {{begin, before.size() - tail},
          std::u16string(after.substr(begin, after.size() - tail - begin))};
}

}  // namespace moxian

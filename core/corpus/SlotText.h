#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/Span.h"
#include "core/corpus/SlotWords.h"

namespace moxian {

/// A sentence in which slots are looked for, with what the readers below ask of a place in it.
class SlotText {
 public:
  SlotText(const SlotFinder::Words& words, std::u16string_view text)
      : m_words(&words), m_text(text) {}

  [[nodiscard]] const SlotFinder::Words& words() const { return *m_words; }
  [[nodiscard]] std::u16string_view text() const { return m_text; }
  [[nodiscard]] std::size_t size() const { return m_text.size(); }
  [[nodiscard]] char16_t at(std::size_t i) const { return i < m_text.size() ? m_text[i] : u'\0'; }
  [[nodiscard]] std::u16string_view from(std::size_t i) const {
    return m_text.substr(i < m_text.size() ? i : m_text.size());
  }
  [[nodiscard]] std::u16string_view upTo(std::size_t i) const { return m_text.substr(0, i); }

  /// True if the character before belongs to the same figure or word of letters.
  [[nodiscard]] bool afterFigure(std::size_t i) const;
  /// True where a name surely begins: after a mark, a slot, or words like 由, 在, 配合.
  [[nodiscard]] bool opens(std::size_t i) const;
  /// True if a word begins there; asked of the clause around it, which is read when first asked.
  [[nodiscard]] bool wordBegins(std::size_t i) const;
  /// True if the dictionary knows no word of two characters or more in a range.
  [[nodiscard]] bool unknownWord(Span span) const;

  /// The end of the slot found last.
  std::size_t lastSlot = std::u16string_view::npos;

 private:
  const SlotFinder::Words* m_words;
  std::u16string_view m_text;
  mutable Span m_clause;  ///< of which m_starts tells
  mutable std::vector<bool> m_starts;
};

[[nodiscard]] bool isAmong(char16_t c, std::u16string_view set);
/// Letters that stand for a masked figure or name in published texts: XX县, 20××年.
[[nodiscard]] bool isMask(char16_t c);
/// A digit or a mask.
[[nodiscard]] bool isFigure(char16_t c);

// Each gives the end of the slot of its kind that begins at `i`; `i` itself if none does.
[[nodiscard]] std::size_t titleEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t documentNumberEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t dateEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t figureEnd(const SlotText& text, std::size_t i);
/// The same in Chinese numerals: 三月中旬, 二〇二三年; 一百二十余名, 三点二亿元, 百分之九十五.
[[nodiscard]] std::size_t writtenDateEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t writtenFigureEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t unitEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t placeEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t selfEnd(const SlotText& text, std::size_t i);
[[nodiscard]] std::size_t personEnd(const SlotText& text, std::size_t i);
/// Awards, media, events with a name of their own.
[[nodiscard]] std::size_t namedThingEnd(const SlotText& text, std::size_t i);

/// The end of a set phrase that is never a slot: written slots, words of the list, “1+3+N”,
/// 10项暖民心行动.
[[nodiscard]] std::size_t keptEnd(const SlotText& text, std::size_t i);

}  // namespace moxian

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/suggest/Symbols.h"

namespace moxian {

/// What is known of a draft that is being typed: where its contexts occurred before, which year it
/// speaks of, how it calls its unit, how far its enumerations have come. Owned by one thread.
class DraftModel {
 public:
  /// Starts a draft. The title counts as typed once for contexts, but its figures do not count as
  /// held by the draft.
  void reset(std::u16string_view title);
  void append(std::u16string_view typed);

  /// The end of what was typed, long enough for every context, with U+000A before the first line.
  [[nodiscard]] std::u16string_view tail() const;

  /// An earlier place in the draft whose left context agrees with the end of `tail` in `length`
  /// characters, and what followed there.
  struct Match {
    std::size_t length;
    char16_t symbol;
  };
  /// The most recent such places first, at most `limit`, with lengths from 1 to `longest`.
  void matches(std::u16string_view tail, std::size_t longest, std::size_t limit,
               std::vector<Match>& into) const;

  /// What a symbol stands for in this draft; empty if the draft does not tell.
  [[nodiscard]] std::u16string resolved(char16_t symbol) const;

 private:
  void learn(std::size_t end);
  void note(std::size_t at, char16_t symbol);
  void link(std::size_t at);

  std::u16string m_text;  ///< title and draft
  std::u16string m_keys;  ///< of the part that is learnt
  std::size_t m_begin = 0;    ///< of the draft in m_text
  std::size_t m_learnt = 0;
  /// The last place behind a context of one and of two characters, and before it the one before.
  std::unordered_map<std::uint32_t, std::uint32_t> m_lastOne, m_lastTwo;
  std::vector<std::uint32_t> m_earlierOne, m_earlierTwo;
  std::map<std::u16string, int> m_years;
  std::map<char16_t, int> m_selves, m_areas;
  std::array<int, 4> m_ordinals{};  ///< last number of kChapter, kSection, kItem, kArabicItem
};

}  // namespace moxian

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// The usual reading of each Chinese character by ICU, for looking words up by the keys people
/// type: zwgk, zhengwugongkai and zhengwgk find 政务公开. Immutable, safe between threads.
class Pinyin {
 public:
  /// The readings, made when first asked for. ResourceMissing if ICU lacks its transliterator.
  [[nodiscard]] static Result<const Pinyin*> shared();

  /// True for a query that can be meant as pinyin: two or more small Latin letters, nothing else.
  [[nodiscard]] static bool isQuery(std::u16string_view word);
  /// Where the first stretch of characters begins whose readings or initials, in any mixture, make
  /// up `query` (small letters); npos if there is none.
  [[nodiscard]] std::size_t find(std::u16string_view text, std::string_view query) const;

  /// The number of a reading; characters that are read alike share one. 0: no reading.
  using Sound = std::uint16_t;
  [[nodiscard]] Sound sound(char16_t c) const {
    return c < kFirst || c > kLast ? Sound{0} : m_sounds[c - kFirst];
  }
  /// The same as above in a text given by its sounds, from `from` on; its size if there is none.
  [[nodiscard]] std::size_t find(std::span<const Sound> text, std::string_view query,
                                 std::size_t from) const;

 private:
  static constexpr char16_t kFirst = 0x4E00;
  static constexpr char16_t kLast = 0x9FFF;
  [[nodiscard]] bool matches(std::span<const Sound> text, std::string_view query) const;

  std::vector<Sound> m_sounds;          // of the characters from kFirst on
  std::vector<std::string> m_readings;  // by sound
};

}  // namespace moxian

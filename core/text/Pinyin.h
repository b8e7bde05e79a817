#pragma once

#include <cstddef>
#include <memory>
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

 private:
  static constexpr char16_t kFirst = 0x4E00;
  static constexpr char16_t kLast = 0x9FFF;
  [[nodiscard]] std::string_view reading(char16_t c) const;
  [[nodiscard]] bool matches(std::u16string_view text, std::string_view query) const;

  std::string m_letters;
  std::vector<std::size_t> m_starts;  // into m_letters, from kFirst on, one more than characters
};

}  // namespace moxian

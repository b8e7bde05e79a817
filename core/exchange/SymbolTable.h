#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/Result.h"

namespace moxian {

/// Unicode counterparts of characters in symbol faces (Wingdings, Symbol), whose codes mean
/// something else than Unicode. Immutable after loading.
class SymbolTable {
 public:
  /// Loads resources/import/symbols.tsv (format in its first lines).
  [[nodiscard]] static Result<SymbolTable> load();

  /// The counterpart of a code from 0x20 to 0xFF, or from 0xF020 to 0xF0FF, in a face; nothing if
  /// the face is no symbol face or has none listed.
  [[nodiscard]] std::optional<char16_t> unicode(std::string_view face, char16_t code) const;
  /// `text` in `face` with what has a counterpart replaced.
  [[nodiscard]] std::u16string replaced(std::u16string_view text, std::string_view face) const;

 private:
  std::map<std::string, std::map<char16_t, char16_t>, std::less<>> m_faces;
};

/// True for U+F020 to U+F0FF, where documents put the codes of symbol faces.
[[nodiscard]] constexpr bool isSymbolCode(char16_t c) {
  return c >= 0xF020 && c <= 0xF0FF;
}

}  // namespace moxian

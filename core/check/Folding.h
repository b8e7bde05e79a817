#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// Simplified characters for traditional ones by table, since every line a key touches is looked
/// up. The table is filled once from ScriptConverter::folded. Immutable, safe between threads.
class Folding {
 public:
  [[nodiscard]] static Result<std::shared_ptr<const Folding>> load();
  /// As long as `text`; characters that exist in simplified texts stay.
  [[nodiscard]] std::u16string operator()(std::u16string_view text) const;

 private:
  std::vector<char16_t> m_table;
};

}  // namespace moxian

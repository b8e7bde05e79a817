#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// Tells which characters are typed for one another: those of one sound, as input methods offer
/// them (resources/rules/soundalikes.txt), and those of one shape (lookalikes.txt). Immutable, safe
/// between threads.
class Lookalikes {
 public:
  [[nodiscard]] static Result<Lookalikes> load();
  [[nodiscard]] bool areAlike(char16_t a, char16_t b) const;

 private:
  std::vector<std::u16string> m_groups;
  std::unordered_multimap<char16_t, std::size_t> m_of;  ///< the groups of a character
};

}  // namespace moxian

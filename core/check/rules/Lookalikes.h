#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace moxian {

class Pinyin;

/// Tells which characters are typed for one another: those of one sound, as input methods offer
/// them, and those of one shape (resources/rules/lookalikes.txt). Immutable, safe between threads.
class Lookalikes {
 public:
  [[nodiscard]] static Result<Lookalikes> load();
  [[nodiscard]] bool areAlike(char16_t a, char16_t b) const;

 private:
  const Pinyin* m_pinyin = nullptr;
  std::map<char16_t, std::u16string> m_shapes;
};

}  // namespace moxian

#include "core/check/rules/Lookalikes.h"

#include <algorithm>

#include "core/check/WordList.h"

namespace moxian {

Result<Lookalikes> Lookalikes::load() {
  Lookalikes out;
  for (const char* file : {"soundalikes.txt", "lookalikes.txt"}) {
    auto groups = loadWords(file);
    if (!groups) return std::unexpected(groups.error());
    for (std::u16string& group : *groups) {
      for (const char16_t c : group) out.m_of.emplace(c, out.m_groups.size());
      out.m_groups.push_back(std::move(group));
    }
  }
  return out;
}

bool Lookalikes::areAlike(char16_t a, char16_t b) const {
  const auto [first, last] = m_of.equal_range(a);
  return std::any_of(first, last,
                     [&](const auto& entry) { return m_groups[entry.second].contains(b); });
}

}  // namespace moxian

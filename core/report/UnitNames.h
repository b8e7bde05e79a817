#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/report/TomlReader.h"

namespace moxian {

/// Knows names of offices by how they end, from `unit_endings`, `no_unit_endings`,
/// `unit_beginnings` and `after_unit` of resources/rules/facts.toml. Texts are plain (see
/// PlainText.h).
class UnitNames {
 public:
  [[nodiscard]] static Result<UnitNames> load(const TomlReader& facts);

  /// The office that a title or sentence begins with: the longest beginning that ends like a name
  /// and is followed by the end or a word that follows names; empty if there is none.
  [[nodiscard]] std::u16string_view atStart(std::u16string_view plain) const;
  /// True if the whole text is the name of an office.
  [[nodiscard]] bool isName(std::u16string_view plain) const;

 private:
  std::vector<std::u16string> m_beginnings;  ///< places that begin like other words (本溪)
  std::vector<std::u16string> m_endings;
  std::vector<std::u16string> m_followers;
  std::vector<std::u16string> m_others;  ///< endings of other words (农村)
};

}  // namespace moxian

#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/Result.h"
#include "core/check/Rule.h"

namespace moxian {

/// The characters that must, or must not, stand beside a phrase; see the heads of the lists.
class Beside {
 public:
  explicit Beside(std::u16string_view pattern);
  /// `unit` is 0 at the end of the line.
  [[nodiscard]] bool allows(char16_t unit) const;

 private:
  std::u16string m_units;
  bool m_forbids = false;
};

/// A phrase of a list with what it should be.
struct Phrase {
  std::u16string wrong;
  std::u16string right;
  Beside before;
  Beside after;
};

/// A list of phrases (resources/rules/*.tsv) that is looked up at every character.
class Phrases {
 public:
  /// A right word that is empty or equals the wrong one is an error.
  [[nodiscard]] static Result<Phrases> load(std::string_view file);
  /// The longest phrase at an offset whose neighbours agree; nullptr if there is none.
  [[nodiscard]] const Phrase* at(std::u16string_view line, std::size_t offset) const;

 private:
  std::unordered_map<char16_t, std::vector<Phrase>> m_byFirst;
  std::bitset<0x10000> m_firsts;  // most units begin no phrase: told at once
};

}  // namespace moxian

#pragma once

#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// A Han character and what it becomes in the other script.
struct CharacterPair {
  char16_t from = 0;
  char16_t to = 0;
};

/// OpenCC's tables of single characters whose two sides differ, in no order.
struct CharacterTables {
  std::vector<CharacterPair> toTraditional;
  std::vector<CharacterPair> toSimplified;
};

/// The tables, read once for the whole program: whole, in a few milliseconds, where asking OpenCC
/// for each character would take twenty times as long. Error: ResourceMissing if one is not there
/// or broken. Any thread.
[[nodiscard]] const Result<CharacterTables>& characterTables();

/// Loads what detectScript() asks; it must have succeeded before that is called. Any thread, and as
/// often as wanted. Error: ResourceMissing.
[[nodiscard]] Result<void> loadScripts();

}  // namespace moxian

#pragma once

#include <string>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// A Han character and what it becomes in the other script.
struct CharacterPair {
  char16_t from = 0;
  char16_t to = 0;
};

/// The pairs of one of OpenCC's tables of single characters whose two sides differ, in no order:
/// reading the table whole takes about a millisecond, asking for each character twenty.
/// `configuration` is the path of a file like resources/script/TS-characters.json.
/// Error: ResourceMissing if the table is not there or broken. Any thread.
[[nodiscard]] Result<std::vector<CharacterPair>> characterTable(const std::string& configuration);

/// Loads what detectScript() asks; it must have succeeded before that is called. Any thread, and as
/// often as wanted. Error: ResourceMissing.
[[nodiscard]] Result<void> loadScripts();

}  // namespace moxian

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace moxian {

/// The index terms of a text, separated by spaces, for an FTS5 table with the `ascii` tokenizer:
/// each pair of neighbouring characters inside a run of letters, digits and Han, and the last
/// character of each run alone, so that a prefix query finds every single character.
[[nodiscard]] std::string indexTerms(std::u16string_view text);

/// The pairs a query word asks for, quoted for FTS5; empty if it holds no two neighbouring
/// characters. The text still has to be looked at: pairs do not say where they stand.
[[nodiscard]] std::vector<std::string> queryTerms(std::u16string_view word);

/// A 64-bit FNV-1a hash, the same on every machine: it is stored beside texts.
[[nodiscard]] std::int64_t stableHash(std::string_view bytes);

/// Small Latin letters for capital ones, as the index folds them.
[[nodiscard]] std::u16string folded(std::u16string_view text);

}  // namespace moxian

#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace moxian::bench {

/// Measures completion, suggestions and search on corpora of so many sentences, and beside them the
/// prefix search and the trigram tokenizer of FTS5 on the same sentences: time to make and to open,
/// resident memory, time of a key and of a search. `kept`: a folder where corpora stay for the next
/// run; empty: none do. Prints a table.
void growTo(const std::vector<std::size_t>& sizes, const std::filesystem::path& kept);

}  // namespace moxian::bench

#pragma once

#include <cstddef>

namespace moxian::bench {

/// Imports so many generated sentences and prints rate, memory, size of the file and times of
/// searches, with SQLite's trigram tokenizer and LIKE on the same sentences beside them. A million
/// takes some minutes and 2 GB in the temporary folder.
void importMany(std::size_t sentences);

}  // namespace moxian::bench

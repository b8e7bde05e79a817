#pragma once

#include <cstddef>
#include <filesystem>

namespace moxian::bench {

/// Imports so many generated sentences and prints rate, memory, size of the file and times of
/// searches, with SQLite's trigram tokenizer and LIKE on the same sentences beside them. A million
/// takes some minutes and 2 GB in the temporary folder.
void importMany(std::size_t sentences);

/// Writes reports of so many such sentences, one a file, into a folder.
void writeReports(const std::filesystem::path& folder, std::size_t sentences);

}  // namespace moxian::bench

#pragma once

#include "core/suggest/CompletionModel.h"

namespace moxian {

/// Maps a model read-only; pages are read as they are needed. DamagedFile if it is none, is one of
/// another version or byte order, or its head, sizes or small tables are not what they were. The two
/// large tables are compared with their hashes up to 32 MB; beyond that false contents can only give
/// false predictions.
///
/// The file: a head of 8-byte numbers (name, version, byte order, then offset, bytes and hash of each
/// table, and the hash of all this), then the tables, each at a multiple of 8 bytes: text and
/// positions and firsts as in ContextArray::Tables, shares of the symbols, beliefs of the gates,
/// origins (id, hash, begin and length of the title, 8 bytes each) and titles. All in the byte order of
/// the machine that wrote it.
[[nodiscard]] Result<CompletionModel> loadModel(const std::filesystem::path& file);

/// Writes a model in the place of an older one, which stays whole for those who have it mapped.
[[nodiscard]] Result<void> saveModel(const CompletionModel& model,
                                     const std::filesystem::path& file);

}  // namespace moxian

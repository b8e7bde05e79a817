#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/Result.h"

namespace moxian {

/// Reads a whole file. Files over `limit` bytes are refused (FileTooLarge).
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path,
                                           std::uintmax_t limit = std::uintmax_t{512} << 20U);

/// Writes a whole file safely: beside it under another name, every count and the size checked,
/// file and folder synced, then renamed over it. The old file stays as it was if anything fails.
/// Mode, owner and group of an existing file are kept where the system allows, symbolic links are
/// followed (one that leads nowhere is refused), devices and pipes are written to directly.
/// A program that calls it ignores SIGXFSZ, so that a limit on file sizes is an error, not its end.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path,
                                     std::span<const std::byte> bytes);
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, const std::string& bytes);

}  // namespace moxian

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/base/Result.h"
#include "core/store/Hash.h"

namespace moxian {

enum class DiskState {
  Same,         ///< the file holds what was read or written last
  Changed,      ///< other content at the same place
  Moved,        ///< gone from its place, but there under another name in the same folder
  Deleted,      ///< gone, its folder is there
  Unreachable,  ///< its folder is gone or does not answer: a share or a stick that was taken away
};

/// Remembers what a file was like when it was read or written, and tells what became of it. Times
/// are only compared for being equal. A value.
class FileWatch {
 public:
  /// Takes the file as it is now. Call it before reading: a change in between then shows as one.
  [[nodiscard]] static Result<FileWatch> begin(const std::filesystem::path& path);
  /// After writing it: a file whose bytes have another hash was changed by somebody since.
  [[nodiscard]] static Result<FileWatch> begin(const std::filesystem::path& path,
                                               const Hash& written);

  struct Finding {
    DiskState state = DiskState::Same;
    std::filesystem::path movedTo;  ///< if it moved
  };
  /// Looks at the disk; reads the file only if size, time or place differ, so a file that was
  /// merely touched or copied over with the same content is the same. May wait for a network place:
  /// not on the window's thread.
  [[nodiscard]] Finding look();

 private:
  struct Stamp {
    std::uint64_t size = 0;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    ino_t inode = 0;
    dev_t device = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  [[nodiscard]] static std::optional<Stamp> stampOf(const std::filesystem::path& path, int& number);
  [[nodiscard]] Finding missing(int number) const;

  std::filesystem::path m_path;
  Stamp m_stamp;
  Hash m_hash{};  ///< of the bytes
};

}  // namespace moxian

#pragma once

#include <sys/types.h>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// Failing disks. The functions of the C library that write (open, write, pwrite, fsync, fdatasync,
/// ftruncate, rename, unlink) are defined anew in the program that links this file, for its own
/// calls and for those of SQLite alike; they pass on to the real ones unless a fault is set.
namespace moxian::faults {

enum class Call { Create, Write, Sync, Truncate, Rename, Unlink };

struct Fault {
  Call call = Call::Write;
  int error = 0;        ///< errno; 0 for writes: only half of the bytes are written, no error
  int skip = 0;         ///< calls that go well before
  int times = 1 << 30;  ///< calls that fail then
  std::string path;     ///< part of the paths that are concerned
  bool kill = false;    ///< instead of failing, the process is killed (SIGKILL) before the call
};

/// Sets a fault for the life of the object. One at a time.
class Injected {
 public:
  explicit Injected(Fault fault);
  ~Injected();
  Injected(const Injected&) = delete;
  Injected& operator=(const Injected&) = delete;
  /// How often it struck.
  [[nodiscard]] int hits() const;
};

/// Something done to files, as far as it matters after a power cut.
struct Operation {
  enum class Kind { Create, Write, Truncate, SyncFile, SyncFolder, Rename, Unlink };
  Kind kind = Kind::Write;
  std::string path;          ///< Create, Rename, Unlink
  std::string to;            ///< Rename
  ino_t inode = 0;           ///< all but SyncFolder
  std::uint64_t offset = 0;  ///< Write; the size for Truncate
  std::string bytes;         ///< Write
};

/// Records what is done below a folder for the life of the object. One at a time.
class Recording {
 public:
  explicit Recording(const std::filesystem::path& folder);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;
  [[nodiscard]] std::vector<Operation> operations() const;
};

}  // namespace moxian::faults

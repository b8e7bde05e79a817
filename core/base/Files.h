#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "core/base/Descriptor.h"
#include "core/base/Result.h"

namespace moxian {

/// Reads a whole file. Files over `limit` bytes are refused (FileTooLarge).
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path,
                                           std::uintmax_t limit = std::uintmax_t{512} << 20U);

/// How a file that exists is replaced.
enum class WriteWay {
  Beside,  ///< by a complete new file that is renamed over it
  Direct,  ///< in place; a crash meanwhile leaves a mixture, so only after asking the user
};

/// What replacing a file could not keep. The new content is safe either way.
struct WriteEffects {
  bool ownerChanged = false;  ///< the file belongs to this user now
  /// Other names (hard links) of the old file; they still lead to the old content.
  std::uintmax_t otherNames = 0;
};

/// Writes a whole file safely: beside it under another name, every count and the size checked,
/// file and folder synced, then renamed over it. The old file stays as it was if anything fails
/// before the renaming. Symbolic links are followed (one that leads nowhere is refused); mode, owner,
/// group and extended attributes of an existing file are kept where the system allows. Devices and
/// pipes are written to directly. FolderUnwritable if no file can be made beside it: then Direct may
/// still work. Any thread. A program that calls it ignores SIGXFSZ, so that a limit on file sizes is
/// an error, not its end.
[[nodiscard]] Result<WriteEffects> replaceFile(const std::filesystem::path& path,
                                               std::span<const std::byte> bytes,
                                               WriteWay way = WriteWay::Beside);

/// The same where the effects do not matter.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path,
                                     std::span<const std::byte> bytes);
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, const std::string& bytes);

/// The file that a chain of symbolic links leads to, whether it exists or not.
[[nodiscard]] std::filesystem::path linkTarget(const std::filesystem::path& path);

/// A new file beside the one that it will replace. Removed again unless it was committed.
class FileBeside {
 public:
  /// `path`: the file to replace or to make. It is checked that it may be written.
  [[nodiscard]] static Result<FileBeside> create(const std::filesystem::path& path);
  ~FileBeside();
  FileBeside(FileBeside&& other) noexcept;
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;
  FileBeside& operator=(FileBeside&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  /// Writes to the end of the file; every count is checked.
  [[nodiscard]] Result<void> append(std::span<const std::byte> bytes);
  /// Gives the file what is kept of the old one, syncs, checks the size, renames, syncs the folder.
  [[nodiscard]] Result<WriteEffects> commit(std::uintmax_t size);

 private:
  FileBeside(std::filesystem::path path, std::filesystem::path target, Descriptor file)
      : m_path(std::move(path)), m_target(std::move(target)), m_file(std::move(file)) {}

  std::filesystem::path m_path;  ///< empty once committed
  std::filesystem::path m_target;
  Descriptor m_file;
};

/// Removes what crashed programs left beside a file while replacing it. Only for who holds the
/// file's lock. Gives the number of files removed.
std::size_t removeLeftovers(const std::filesystem::path& path);

/// Syncs a folder, so that names made, changed or removed in it outlast a power cut.
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path& folder);

/// Writes all bytes; a short count is continued, never taken as success. `path` is for the error.
[[nodiscard]] Result<void> writeAll(int fd, std::span<const std::byte> bytes,
                                    const std::filesystem::path& path);

/// True if the bytes have reached the disk, or the file system has no way to say so; else errno
/// tells why.
[[nodiscard]] bool synced(int fd);

/// The error of a system call that failed while reading or writing, from errno.
[[nodiscard]] std::unexpected<Error> readError(int number, const std::filesystem::path& path);
/// `refused`: the code where permissions are the reason.
[[nodiscard]] std::unexpected<Error> writeError(int number, const std::filesystem::path& path,
                                                ErrorCode refused);

}  // namespace moxian

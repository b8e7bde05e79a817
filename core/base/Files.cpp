#include "core/base/Files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <format>
#include <utility>

namespace moxian {
namespace {

namespace fs = std::filesystem;

/// An open file descriptor, closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int fd) : m_fd(fd) {}
  ~Descriptor() {
    if (m_fd >= 0) ::close(m_fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;

  [[nodiscard]] int get() const { return m_fd; }
  [[nodiscard]] bool valid() const { return m_fd >= 0; }
  /// Closes now; false if the system reports that something written before was lost.
  [[nodiscard]] bool close() { return ::close(std::exchange(m_fd, -1)) == 0; }

 private:
  int m_fd;
};

std::unexpected<Error> readError(int number, const fs::path& path) {
  const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::FileMissing
                         : number == EACCES || number == EPERM || number == EISDIR
                             ? ErrorCode::FileUnreadable
                             : ErrorCode::ReadFailed;
  return fail(code, path.string(), std::strerror(number));
}

std::unexpected<Error> writeError(int number, const fs::path& path, ErrorCode otherwise) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:  // the process's own limit, which administrators set as a quota
      return fail(ErrorCode::DiskFull, path.string(), std::strerror(number));
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOENT:
    case ENOTDIR:
      return fail(otherwise, path.string(), std::strerror(number));
    default:
      return fail(ErrorCode::WriteFailed, path.string(), std::strerror(number));
  }
}

/// Writes all bytes or says why not; a short count is continued, never taken as success.
Result<void> writeAll(int fd, std::span<const std::byte> bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return writeError(errno, path, ErrorCode::FileUnwritable);
    if (count == 0) return fail(ErrorCode::WriteFailed, path.string(), "write() returned 0");
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return {};
}

/// True if the bytes have reached the disk, or the file system has no way to say so.
bool synced(int fd) {
  return ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

Result<void> fillAndSync(Descriptor& file, std::span<const std::byte> bytes, const fs::path& path) {
  if (auto done = writeAll(file.get(), bytes, path); !done) return done;
  if (!synced(file.get())) return writeError(errno, path, ErrorCode::WriteFailed);
  struct stat now{};
  if (::fstat(file.get(), &now) != 0 || static_cast<std::size_t>(now.st_size) != bytes.size()) {
    return fail(ErrorCode::WriteFailed, path.string(), "size on disk differs");
  }
  if (!file.close()) return writeError(errno, path, ErrorCode::WriteFailed);
  return {};
}

/// The file that a chain of symbolic links leads to; the path itself if it is none.
fs::path linkTarget(const fs::path& path) {
  std::error_code failed;
  fs::path target = fs::weakly_canonical(path, failed);
  return failed ? path : target;
}

/// A device or pipe takes the bytes as they come; renaming a file over it would destroy it.
Result<void> writeInto(const fs::path& device, std::span<const std::byte> bytes,
                       const fs::path& path) {
  Descriptor file(::open(device.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.valid()) return writeError(errno, path, ErrorCode::FileUnwritable);
  if (auto done = writeAll(file.get(), bytes, path); !done) return done;
  if (!file.close()) return writeError(errno, path, ErrorCode::WriteFailed);
  return {};
}

/// A new file in a folder; its short name fits where the final one fills the limit. The descriptor
/// is invalid, with errno set, if the folder takes none.
std::pair<Descriptor, fs::path> newFileIn(const fs::path& folder, mode_t mode) {
  static std::atomic<unsigned> counter = 0;
  while (true) {
    fs::path beside = folder / std::format(".moxian-{}-{}.tmp", ::getpid(), ++counter);
    const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd >= 0 || errno != EEXIST) return {Descriptor(fd), std::move(beside)};
  }
}

/// Owner, group and mode of the file that is replaced, as far as the user and the file system
/// allow: FAT and many network places refuse, and not saving would be worse.
void takeOver(int fd, const struct stat& old) {
  constexpr auto kSame = static_cast<uid_t>(-1);
  [[maybe_unused]] const bool owned = ::fchown(fd, old.st_uid, old.st_gid) == 0 ||
                                      ::fchown(fd, kSame, old.st_gid) == 0;
  [[maybe_unused]] const bool moded = ::fchmod(fd, old.st_mode & 07777U) == 0;
}

}  // namespace

Result<std::string> readFile(const fs::path& path, std::uintmax_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) return readError(errno, path);
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return readError(errno, path);
  if (S_ISDIR(info.st_mode)) return readError(EISDIR, path);
  if (static_cast<std::uintmax_t>(info.st_size) > limit) {
    return fail(ErrorCode::FileTooLarge, path.string());
  }
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(info.st_size));
  char buffer[1U << 16U];
  while (true) {
    const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return readError(errno, path);
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
    if (bytes.size() > limit) return fail(ErrorCode::FileTooLarge, path.string());
  }
}

Result<void> writeFile(const fs::path& path, std::span<const std::byte> bytes) {
  const fs::path target = linkTarget(path);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  struct stat old{};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  std::error_code ignored;
  if (!exists && fs::is_symlink(target, ignored)) {  // leads to a place that is not there now
    return writeError(ENOENT, path, ErrorCode::FileUnwritable);
  }
  if (exists && S_ISDIR(old.st_mode)) return writeError(EACCES, path, ErrorCode::FileUnwritable);
  if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) {
    return writeError(errno, path, ErrorCode::FileUnwritable);
  }
  if (exists && !S_ISREG(old.st_mode)) return writeInto(target, bytes, path);
  auto [file, beside] = newFileIn(folder, exists ? 0600 : 0666);
  if (!file.valid()) return writeError(errno, folder, ErrorCode::FolderUnwritable);
  if (exists) takeOver(file.get(), old);
  Result<void> done = fillAndSync(file, bytes, path);
  if (done && ::rename(beside.c_str(), target.c_str()) != 0) {
    done = writeError(errno, path, ErrorCode::FileUnwritable);
  }
  if (!done) {
    ::unlink(beside.c_str());
    return done;
  }
  // a crash before this sync leaves the old file or the new one, each whole: no reason to fail
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.valid()) ::fsync(parent.get());
  return {};
}

Result<void> writeFile(const fs::path& path, const std::string& bytes) {
  return writeFile(path, std::as_bytes(std::span(bytes)));
}

}  // namespace moxian

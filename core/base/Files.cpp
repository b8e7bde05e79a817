#include "core/base/Files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
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
  Descriptor(Descriptor&&) = delete;
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

Result<void> fillAndSync(Descriptor& file, std::span<const std::byte> bytes, const fs::path& path) {
  if (auto done = writeAll(file.get(), bytes, path); !done) return done;
  if (::fsync(file.get()) != 0) return writeError(errno, path, ErrorCode::WriteFailed);
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
  if (exists && S_ISDIR(old.st_mode)) return writeError(EACCES, path, ErrorCode::FileUnwritable);
  if (exists && ::access(target.c_str(), W_OK) != 0) {
    return writeError(errno, path, ErrorCode::FileUnwritable);
  }
  std::string beside = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
  Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
  if (!file.valid()) return writeError(errno, folder, ErrorCode::FolderUnwritable);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? old.st_mode & 07777U : 0666U & ~mask;
  Result<void> done = {};
  if (::fchmod(file.get(), mode) != 0) done = writeError(errno, path, ErrorCode::WriteFailed);
  if (done) done = fillAndSync(file, bytes, path);
  if (done && ::rename(beside.c_str(), target.c_str()) != 0) {
    done = writeError(errno, path, ErrorCode::FileUnwritable);
  }
  if (!done) {
    ::unlink(beside.c_str());
    return done;
  }
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.valid() && ::fsync(parent.get()) != 0 && errno != EINVAL) {
    return writeError(errno, path, ErrorCode::WriteFailed);
  }
  return {};
}

Result<void> writeFile(const fs::path& path, const std::string& bytes) {
  return writeFile(path, std::as_bytes(std::span(bytes)));
}

}  // namespace moxian

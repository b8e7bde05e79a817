#include "core/base/Files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace moxian {
namespace {

namespace fs = std::filesystem;

std::uintmax_t sizeOf(int fd) {
  struct stat now{};
  return ::fstat(fd, &now) == 0 ? static_cast<std::uintmax_t>(now.st_size) : UINTMAX_MAX;
}

/// Writes over a file in place. Room for it is made first, so that a full disk harms nothing.
Result<WriteEffects> writeDirectly(const fs::path& path, std::span<const std::byte> bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
  if (!file.valid()) return writeError(errno, path, ErrorCode::FileUnwritable);
  const auto length = static_cast<off_t>(bytes.size());
  const int room = bytes.empty() ? 0 : ::posix_fallocate(file.get(), 0, length);
  if (room == ENOSPC || room == EDQUOT || room == EFBIG) {
    return writeError(room, path, ErrorCode::FileUnwritable);
  }
  if (auto done = writeAll(file.get(), bytes, path); !done) return std::unexpected(done.error());
  if (::ftruncate(file.get(), length) != 0 || !synced(file.get())) {
    return writeError(errno, path, ErrorCode::FileUnwritable);
  }
  if (sizeOf(file.get()) != bytes.size()) {
    return fail(ErrorCode::WriteFailed, path.string(), "size on disk differs");
  }
  if (!file.close()) return writeError(errno, path, ErrorCode::FileUnwritable);
  return WriteEffects{};
}

/// Devices and pipes, which must not be replaced by files.
Result<WriteEffects> writeStream(const fs::path& path, std::span<const std::byte> bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.valid()) return writeError(errno, path, ErrorCode::FileUnwritable);
  if (auto done = writeAll(file.get(), bytes, path); !done) return std::unexpected(done.error());
  if (!file.close()) return writeError(errno, path, ErrorCode::FileUnwritable);
  return WriteEffects{};
}

}  // namespace

std::unexpected<Error> readError(int number, const fs::path& path) {
  const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::FileMissing
                         : number == EACCES || number == EPERM || number == EISDIR
                             ? ErrorCode::FileUnreadable
                             : ErrorCode::ReadFailed;
  return fail(code, path.string(), std::strerror(number));
}

std::unexpected<Error> writeError(int number, const fs::path& path, ErrorCode refused) {
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
      return fail(refused, path.string(), std::strerror(number));
    default:
      return fail(ErrorCode::WriteFailed, path.string(), std::strerror(number));
  }
}

bool synced(int fd) {
  return ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

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

fs::path linkTarget(const fs::path& path) {
  fs::path target = path;
  std::error_code failed;
  for (int links = 0; links < 40; ++links) {
    const fs::path next = fs::read_symlink(target, failed);
    if (failed) return target;
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return path;
}

Result<WriteEffects> replaceFile(const fs::path& path, std::span<const std::byte> bytes,
                                 WriteWay way) {
  struct stat old{};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  std::error_code ignored;
  if (!exists && fs::is_symlink(path, ignored)) {  // leads to a place that is not there now
    return writeError(ENOENT, path, ErrorCode::FileUnwritable);
  }
  if (exists && S_ISDIR(old.st_mode)) return writeError(EACCES, path, ErrorCode::FileUnwritable);
  if (exists && !S_ISREG(old.st_mode)) return writeStream(path, bytes);
  if (way == WriteWay::Direct) return writeDirectly(path, bytes);
  auto beside = FileBeside::create(path);
  if (!beside) return std::unexpected(beside.error());
  if (auto done = beside->append(bytes); !done) return std::unexpected(done.error());
  return beside->commit(bytes.size());
}

Result<void> writeFile(const fs::path& path, std::span<const std::byte> bytes) {
  return replaceFile(path, bytes).transform([](const WriteEffects&) {});
}

Result<void> writeFile(const fs::path& path, const std::string& bytes) {
  return writeFile(path, std::as_bytes(std::span(bytes)));
}

}  // namespace moxian

#include "core/store/FileWatch.h"

#include <sys/stat.h>

#include <cerrno>

#include "core/base/Files.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

Result<Hash> hashOfFile(const fs::path& path) {
  const auto bytes = readFile(path, UINTMAX_MAX);
  if (!bytes) return std::unexpected(bytes.error());
  return hashOf(std::as_bytes(std::span(*bytes)));
}

}  // namespace

std::optional<FileWatch::Stamp> FileWatch::stampOf(const fs::path& path, int& number) {
  struct stat info{};
  if (::stat(path.c_str(), &info) != 0) {
    number = errno;
    return {};
  }
  return Stamp{static_cast<std::uint64_t>(info.st_size), info.st_mtim.tv_sec, info.st_mtim.tv_nsec,
               info.st_ino, info.st_dev};
}

Result<FileWatch> FileWatch::begin(const fs::path& path) {
  FileWatch watch;
  watch.m_path = path;
  int number = 0;
  const auto stamp = stampOf(path, number);
  if (!stamp) return readError(number, path);
  const auto hash = hashOfFile(path);
  if (!hash) return std::unexpected(hash.error());
  watch.m_stamp = *stamp;
  watch.m_hash = *hash;
  return watch;
}

Result<FileWatch> FileWatch::begin(const fs::path& path, const Hash& written) {
  auto watch = begin(path);
  if (watch && watch->m_hash != written) {
    watch->m_stamp = {};
    watch->m_hash = written;
  }
  return watch;
}

FileWatch::Finding FileWatch::look() {
  int number = 0;
  const auto stamp = stampOf(m_path, number);
  if (!stamp) return missing(number);
  if (*stamp == m_stamp) return {};
  const auto hash = hashOfFile(m_path);
  if (!hash) return {DiskState::Unreachable, {}};
  if (*hash != m_hash) return {DiskState::Changed, {}};
  m_stamp = *stamp;
  return {};
}

FileWatch::Finding FileWatch::missing(int number) const {
  std::error_code failed;
  const fs::path folder = m_path.has_parent_path() ? m_path.parent_path() : fs::path(".");
  if (number != ENOENT || !fs::is_directory(folder, failed)) return {DiskState::Unreachable, {}};
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const auto other = stampOf(entry->path(), number);
    // The inode alone could be that of a new file, which got the number of the deleted one.
    const bool it = other && other->inode == m_stamp.inode && other->device == m_stamp.device &&
                    other->size == m_stamp.size;
    if (it && hashOfFile(entry->path()) == m_hash) return {DiskState::Moved, entry->path()};
  }
  return {DiskState::Deleted, {}};
}

}  // namespace moxian

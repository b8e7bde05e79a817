#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <vector>

#include "core/base/Files.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".moxian-";
constexpr std::size_t kRandomDigits = 8;
// SQLite adds "-journal" to the names of its files, and names end at 255 bytes.
constexpr std::size_t kLongestStem = 200;

/// How the names of files beside `target` begin: hidden, and not longer than names may be.
std::string stemBeside(const fs::path& target) {
  std::string name = target.filename().string();
  std::size_t end = std::min(name.size(), kLongestStem);
  while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  name.resize(end);
  return "." + name + std::string(kMark);
}

std::string randomDigits() {
  std::uint32_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number) {
    static std::uint32_t next = static_cast<std::uint32_t>(::getpid());
    number = ++next;
  }
  char digits[kRandomDigits + 1];
  std::snprintf(digits, sizeof digits, "%08x", number);
  return digits;
}

fs::path folderOf(const fs::path& target) {
  return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// Access lists and labels; what may not be set is left out.
void copyAttributes(const fs::path& from, int to) {
  const ssize_t length = ::listxattr(from.c_str(), nullptr, 0);
  if (length <= 0) return;
  std::vector<char> names(static_cast<std::size_t>(length));
  const ssize_t listed = ::listxattr(from.c_str(), names.data(), names.size());
  for (ssize_t at = 0; at < listed;) {
    const char* name = names.data() + at;
    at += static_cast<ssize_t>(std::char_traits<char>::length(name)) + 1;
    const ssize_t size = ::getxattr(from.c_str(), name, nullptr, 0);
    if (size < 0) continue;
    std::vector<char> value(static_cast<std::size_t>(size));
    const ssize_t got = ::getxattr(from.c_str(), name, value.data(), value.size());
    if (got >= 0) (void)::fsetxattr(to, name, value.data(), static_cast<std::size_t>(got), 0);
  }
}

/// Owner, attributes and mode of the file that is replaced, as far as the user and the file system
/// allow: FAT and many network places refuse, and not saving would be worse. Owner first: changing
/// it takes away set-id bits, which the mode then gives back.
WriteEffects takeOver(const struct stat& old, const fs::path& target, int fd) {
  constexpr auto kSame = static_cast<uid_t>(-1);
  WriteEffects effects;
  effects.otherNames = old.st_nlink > 1 ? old.st_nlink - 1 : 0;
  if (::fchown(fd, old.st_uid, old.st_gid) != 0) {
    struct stat now{};
    effects.ownerChanged = ::fstat(fd, &now) != 0 || now.st_uid != old.st_uid;
    [[maybe_unused]] const int group = ::fchown(fd, kSame, old.st_gid);
  }
  copyAttributes(target, fd);
  [[maybe_unused]] const int moded = ::fchmod(fd, old.st_mode & 07777U);
  return effects;
}

bool isLeftover(const std::string& name, const std::string& stem) {
  if (!name.starts_with(stem) || name.size() < stem.size() + kRandomDigits) return false;
  const std::string_view rest = std::string_view(name).substr(stem.size());
  return rest.substr(0, kRandomDigits).find_first_not_of("0123456789abcdef") == rest.npos &&
         (rest.size() == kRandomDigits || rest.substr(kRandomDigits) == "-journal");
}

}  // namespace

Result<FileBeside> FileBeside::create(const fs::path& path) {
  const fs::path target = linkTarget(path);
  struct stat old{};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists &&
      (!S_ISREG(old.st_mode) || ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)) {
    return writeError(S_ISREG(old.st_mode) ? errno : EACCES, path, ErrorCode::FileUnwritable);
  }
  const fs::path folder = folderOf(target);
  for (int attempt = 0; attempt < 100; ++attempt) {
    fs::path beside = folder / (stemBeside(target) + randomDigits());
    // A file that replaces another is nobody else's to read before it has the other's mode.
    Descriptor file(
        ::open(beside.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0600 : 0666));
    if (file.valid()) return FileBeside(std::move(beside), target, std::move(file));
    if (errno != EEXIST) return writeError(errno, folder, ErrorCode::FolderUnwritable);
  }
  return fail(ErrorCode::FolderUnwritable, folder.string(), "no free name");
}

FileBeside::FileBeside(FileBeside&& other) noexcept
    : m_path(std::exchange(other.m_path, {})),
      m_target(std::move(other.m_target)),
      m_file(std::move(other.m_file)) {}

FileBeside::~FileBeside() {
  if (m_path.empty()) return;
  ::unlink(m_path.c_str());
  // What SQLite leaves when it can undo nothing on a full disk.
  ::unlink((m_path.string() + "-journal").c_str());
}

Result<void> FileBeside::append(std::span<const std::byte> bytes) {
  return writeAll(m_file.get(), bytes, m_target);
}

Result<WriteEffects> FileBeside::commit(std::uintmax_t size) {
  WriteEffects effects;
  struct stat old{};
  if (::stat(m_target.c_str(), &old) == 0) {
    effects = takeOver(old, m_target, m_file.get());
  }
  if (!synced(m_file.get())) return writeError(errno, m_target, ErrorCode::WriteFailed);
  struct stat now{};
  if (::fstat(m_file.get(), &now) != 0 || static_cast<std::uintmax_t>(now.st_size) != size) {
    return fail(ErrorCode::WriteFailed, m_target.string(), "size on disk differs");
  }
  if (!m_file.close()) return writeError(errno, m_target, ErrorCode::WriteFailed);
  if (::rename(m_path.c_str(), m_target.c_str()) != 0) {
    return writeError(errno, m_target, ErrorCode::FileUnwritable);
  }
  m_path.clear();
  if (auto synced = syncFolder(folderOf(m_target)); !synced) return std::unexpected(synced.error());
  return effects;
}

std::size_t removeLeftovers(const fs::path& path) {
  const fs::path target = linkTarget(path);
  const std::string stem = stemBeside(target);
  std::size_t removed = 0;
  std::error_code failed;
  for (fs::directory_iterator entry(folderOf(target), failed), end; !failed && entry != end;
       entry.increment(failed)) {
    if (!isLeftover(entry->path().filename().string(), stem)) continue;
    if (::unlink(entry->path().c_str()) == 0) ++removed;
  }
  return removed;
}

Result<void> syncFolder(const fs::path& folder) {
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A folder that may be written but not listed cannot be opened.
  if (parent.valid() && !synced(parent.get())) {
    return writeError(errno, folder, ErrorCode::WriteFailed);
  }
  return {};
}

}  // namespace moxian

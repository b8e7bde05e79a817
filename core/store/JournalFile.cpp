#include "core/store/JournalFile.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

namespace moxian {

namespace fs = std::filesystem;

Result<void> JournalFile::putRest(Descriptor& file, std::size_t& done) const {
  while (done < m_bytes.size()) {
    const ssize_t count = ::pwrite(file.get(), m_bytes.data() + done, m_bytes.size() - done,
                                   static_cast<off_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return writeError(errno, m_path, ErrorCode::FileUnwritable);
    if (count == 0) return fail(ErrorCode::WriteFailed, m_path.string(), "pwrite() returned 0");
    done += static_cast<std::size_t>(count);
  }
  return {};
}

bool JournalFile::gone() const {
  struct stat info{};
  return ::fstat(m_file.get(), &info) != 0 || info.st_nlink == 0;
}

/// A complete new file. Where it replaces one it does so when it is on the disk: until then the old
/// one is the better of the two. The first one need not wait.
Result<void> JournalFile::make() {
  std::error_code failed;
  fs::create_directories(m_path.parent_path(), failed);
  ::chmod(m_path.parent_path().c_str(), 0700);
  const fs::path part = m_path.string() + ".part";
  Descriptor file(::open(part.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
  if (!file.valid()) return writeError(errno, m_path.parent_path(), ErrorCode::FolderUnwritable);
  // Where the file system has no such locks, the process named in the journal tells.
  [[maybe_unused]] const int locked = ::flock(file.get(), LOCK_EX | LOCK_NB);
  std::size_t done = 0;
  auto result = putRest(file, done);
  const bool replaces = m_made;
  if (result && replaces && !moxian::synced(file.get())) {
    result = writeError(errno, m_path, ErrorCode::FileUnwritable);
  }
  if (result && ::rename(part.c_str(), m_path.c_str()) != 0) {
    result = writeError(errno, m_path, ErrorCode::FileUnwritable);
  }
  if (!result) {
    ::unlink(part.c_str());
    return result;
  }
  m_file = std::move(file);
  m_written = done;
  m_synced = replaces ? done : 0;
  m_made = true;
  m_folderSynced = false;
  return {};
}

Result<void> JournalFile::write() {
  if (!m_file.valid() || gone()) return make();
  return putRest(m_file, m_written);
}

Result<void> JournalFile::sync() {
  if (auto done = write(); !done) return done;
  if (synced()) return {};
  if (!moxian::synced(m_file.get())) {
    const int number = errno;
    // What a failed sync leaves on the disk is not known, and the next one may say nothing of it.
    m_file = Descriptor();
    return writeError(number, m_path, ErrorCode::FileUnwritable);
  }
  m_synced = m_written;
  if (m_folderSynced) return {};
  auto done = syncFolder(m_path.parent_path());
  m_folderSynced = done.has_value();
  return done;
}

void JournalFile::remove() {
  m_bytes.clear();
  m_written = m_synced = 0;
  // After a failed sync it is closed, but there.
  if (std::exchange(m_made, false)) ::unlink(m_path.c_str());
  m_file = Descriptor();
}

}  // namespace moxian

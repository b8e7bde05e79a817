#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/Descriptor.h"
#include "core/base/Result.h"
#include "core/store/Draft.h"
#include "core/store/ProcessIdentity.h"

namespace moxian {

/// Who has a document open for writing.
struct LockOwner {
  std::string user;  ///< name to show (UTF-8)
  ProcessIdentity process;
  Time since = 0;  ///< to show; no decision depends on it
};

/// The right to write a document, as a file ".NAME.moxian-lock" beside it that holds the owner as
/// JSON. On one host flock on that file decides, so the lock of a crashed program is free at once;
/// for programs on other hosts the file itself does. Released when destroyed.
class DocumentLock {
 public:
  struct Attempt;

  /// Takes the lock. `fallbackFolder`: where the lock file lies if the document's folder takes
  /// none; it then works for programs of the same user on this host. An owner on this host whose
  /// process is gone, or of an earlier start of it, is stale and replaced; one on another host is
  /// never replaced by itself. Errors: FolderUnwritable, DiskFull, WriteFailed if no lock file can
  /// be made.
  [[nodiscard]] static Result<Attempt> acquire(const std::filesystem::path& document,
                                               const std::string& user,
                                               const std::filesystem::path& fallbackFolder);
  /// Takes a lock away from an owner on another host, after asking the user. FileLocked, with the
  /// owner's name as detail, if the owner runs on this host.
  [[nodiscard]] static Result<DocumentLock> takeOver(const std::filesystem::path& document,
                                                     const std::string& user,
                                                     const std::filesystem::path& fallbackFolder);

  ~DocumentLock();
  DocumentLock(DocumentLock&&) noexcept = default;
  DocumentLock& operator=(DocumentLock&& other) noexcept;
  DocumentLock(const DocumentLock&) = delete;
  DocumentLock& operator=(const DocumentLock&) = delete;

  /// False if somebody took the lock over or removed its file: then another may be writing.
  [[nodiscard]] bool held() const;
  [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

 private:
  DocumentLock(std::filesystem::path file, Descriptor descriptor)
      : m_file(std::move(file)), m_descriptor(std::move(descriptor)) {}
  static Result<Attempt> acquireAt(const std::filesystem::path& file, const std::string& user,
                                   bool force);
  static Result<Attempt> acquireNear(const std::filesystem::path& document, const std::string& user,
                                     const std::filesystem::path& fallbackFolder, bool force);
  void release();

  std::filesystem::path m_file;
  Descriptor m_descriptor;
};

/// Either the lock or who holds it; an owner whose file could not be read has no name.
struct DocumentLock::Attempt {
  std::optional<DocumentLock> lock;
  LockOwner owner;  ///< if there is no lock
};

}  // namespace moxian

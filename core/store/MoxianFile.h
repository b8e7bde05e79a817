#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Files.h"
#include "core/base/Result.h"
#include "core/store/Draft.h"

namespace moxian {

/// What was found damaged on opening a document whose text is whole.
struct DocumentDamage {
  bool structure = false;   ///< SQLite's own check of the file
  bool properties = false;  ///< unit, year, profile, script or encoding may be wrong
  bool changes = false;     ///< tracked changes
  bool comments = false;
  bool dismissals = false;
  bool review = false;       ///< who signed, and whether edits are tracked
  bool versionList = false;  ///< names, times or number of the versions
  bool attachmentList = false;
  std::vector<std::int64_t> versions;     ///< whose text is lost
  std::vector<std::int64_t> attachments;  ///< whose bytes are lost
  [[nodiscard]] bool any() const;
};

/// A version to be made of the text that a save writes.
struct NewVersion {
  VersionKind kind = VersionKind::Automatic;
  std::string name;
  std::string author;
  std::string reason;
};

/// A file to be kept inside the document. The bytes must outlive the call that takes it.
struct NewAttachment {
  std::string name;
  std::span<const std::byte> bytes;
};

struct SaveRequest {
  std::optional<NewVersion> version;
  std::vector<NewAttachment> attachments;
  std::vector<std::int64_t> removeVersions;
  /// Writes although somebody else wrote the file since it was opened; their text becomes a
  /// version.
  bool overwrite = false;
  /// Direct: for folders that take no second file; a crash meanwhile may damage the document.
  WriteWay way = WriteWay::Beside;
  Time time = timeNow();
};

/// Reason of the version that an overwriting save makes of the other's text; shown translated.
inline constexpr std::string_view kReasonOverwritten = "overwritten";

struct MoxianState;

/// A .moxian document on disk: an SQLite file, described in FORMAT.md. The object remembers what it
/// read, no handle stays open between calls, and every call that writes is one transaction that is
/// on the disk before it returns. Not for several threads at once; each call may come from another
/// one. After an error the object and the file are as before.
///
/// Errors of all calls: FileMissing, FileUnreadable, FileUnwritable, FolderUnwritable, DiskFull,
/// ReadFailed, WriteFailed, NotADocument, NewerDatabase, DamagedDocument, DatabaseBusy (another
/// program saves it and does not end within 2 seconds), FileChanged (somebody else wrote it since).
class MoxianFile {
 public:
  struct Opened;
  struct SavedAs;

  /// Opens a document and verifies every text, version and attachment in it. If the text itself is
  /// damaged the result is DamagedDocument: Salvage.h gives what can still be read.
  [[nodiscard]] static Result<Opened> open(const std::filesystem::path& path);

  /// Makes a new document, without history, in place of whatever is at `path`.
  [[nodiscard]] static Result<MoxianFile> create(const std::filesystem::path& path,
                                                 const Draft& draft,
                                                 const SaveRequest& request = {});

  /// Writes the draft into the document. A file that was damaged or of an older version is written
  /// anew with all of it that is whole, and a damaged one kept beside as NAME.damaged.
  [[nodiscard]] Result<void> save(const Draft& draft, const SaveRequest& request = {});

  /// Writes the draft with all versions and attachments to another place, replacing what is there.
  /// This object stays with its file. Works too when that file was changed, damaged or is gone:
  /// then what can be had of its history is taken along.
  [[nodiscard]] Result<SavedAs> saveAs(const std::filesystem::path& path, const Draft& draft,
                                       const SaveRequest& request = {}) const;

  [[nodiscard]] Result<void> renameVersion(std::int64_t id, const std::string& name);
  [[nodiscard]] Result<void> removeVersions(std::span<const std::int64_t> ids);

  /// The text of a version or the bytes of an attachment, verified once more. FileChanged if the
  /// file is no longer the one that was opened.
  [[nodiscard]] Result<std::u16string> versionText(std::int64_t id) const;
  [[nodiscard]] Result<std::string> attachment(std::int64_t id) const;

  /// True if the file holds another save than the one that was read or written last.
  [[nodiscard]] Result<bool> changedOutside() const;

  [[nodiscard]] const std::filesystem::path& path() const;
  /// In the order they were made. Valid until the next call that writes.
  [[nodiscard]] std::vector<VersionInfo> versions() const;
  [[nodiscard]] const std::vector<AttachmentInfo>& attachments() const;
  /// Of the text as it was saved last.
  [[nodiscard]] const Hash& textHash() const;
  [[nodiscard]] const DocumentDamage& damage() const;

  MoxianFile(MoxianFile&&) noexcept;
  MoxianFile& operator=(MoxianFile&&) noexcept;
  ~MoxianFile();

 private:
  [[nodiscard]] Result<void> rewrite(const Draft& draft, const SaveRequest& request);
  explicit MoxianFile(std::unique_ptr<MoxianState> state);
  std::unique_ptr<MoxianState> m_state;
};

struct MoxianFile::Opened {
  MoxianFile file;
  Draft draft;
};

struct MoxianFile::SavedAs {
  MoxianFile file;
  bool historyComplete;  ///< false if versions or attachments could not be taken along
};

/// True if a file begins as documents do; says nothing about the rest of it. For choosing how to
/// open a file whatever its name.
[[nodiscard]] bool looksLikeDocument(const std::filesystem::path& path);

}  // namespace moxian

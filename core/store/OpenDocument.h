#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Files.h"
#include "core/base/Result.h"
#include "core/store/DocumentLock.h"
#include "core/store/Draft.h"
#include "core/store/EditJournal.h"
#include "core/store/FileWatch.h"
#include "core/store/MoxianFile.h"
#include "core/store/Recovery.h"
#include "core/store/VersionPolicy.h"

namespace moxian {

/// What all documents of a program have in common.
struct StoreSettings {
  std::string user;  ///< name for locks, and versions without an author (UTF-8)
  /// Folder of journals, see journalFolder(); empty: no journal is kept, and the window says so.
  std::filesystem::path journals;
  /// Folder of the locks of documents whose own folder takes no file.
  std::filesystem::path locks;
  JournalOptions journal;
  VersionPolicy versions;
  bool backups = false;  ///< keep the state before each save beside, as NAME~
};

enum class DocumentFormat { Moxian, PlainText };
/// By the ending of the name: Moxian for .moxian, plain text for all others.
[[nodiscard]] DocumentFormat documentFormatOf(const std::filesystem::path& path);

struct DocumentSave {
  /// Write although the file on disk was changed or removed by somebody else.
  bool overwrite = false;
  WriteWay way = WriteWay::Beside;    ///< Direct only after asking, see Files.h
  std::optional<NewVersion> version;  ///< a named version; automatic ones come by themselves
  std::string author;  ///< of an automatic version (UTF-8); empty: the user of the settings
  std::vector<NewAttachment> attachments;
};

/// What a save could not keep. The text is safe.
struct SaveOutcome {
  WriteEffects effects;
  bool historyComplete = true;  ///< false if versions or attachments could not be taken along
};

/// A draft as a file gave it.
struct LoadedDraft {
  Draft draft;
  bool guessed = false;           ///< the encoding was guessed
  bool mixedLineEndings = false;  ///< saving makes them one kind
  std::size_t invalid = 0;        ///< places that are no text in the encoding
};

/// A draft with its file, lock and journal: what one window works on. Opening takes the lock or
/// says who has it, every edit goes into the journal, a save makes the journal superfluous.
///
/// One thread at a time; edited() and marked() return at once, the others may wait for the disk and
/// belong on a worker thread. Meanwhile the window takes no input; only during a save that was
/// announced edits may go on to come from the window's thread.
class OpenDocument {
 public:
  struct Opened;

  /// A new draft without a file.
  [[nodiscard]] static OpenDocument untitled(StoreSettings settings);
  /// Opens a .moxian document (whatever its name) or plain text, `forced` instead of a guessed
  /// encoding. If somebody else has it open the result can be read only. Errors: those of
  /// MoxianFile::open, readFile and decode.
  [[nodiscard]] static Result<Opened> open(const std::filesystem::path& path,
                                           StoreSettings settings,
                                           std::optional<Encoding> forced = {});
  /// Goes on with what a crash left: in its document if that is as it was and free, else as a draft
  /// without a file. The old journal is removed once a new one holds everything: where that cannot
  /// be written now, `left` moves into the document, and goes at the next save or clean end.
  [[nodiscard]] static Result<Opened> recover(RecoverableDraft& left, StoreSettings settings);

  /// Records an edit: `removed` UTF-16 units at `offset` gave way to `inserted`.
  void edited(std::size_t offset, std::size_t removed, std::u16string_view inserted);
  /// Records the marks on the draft; to be called soon after they changed, not at every key.
  void marked(const Marks& marks);

  /// To be called on the window's thread in front of save() or saveAs(), with the same draft, where
  /// edits may come in while these work on another thread. `path`: the file that is saved into.
  void announceSave(const std::filesystem::path& path, const Draft& draft);
  /// True if edits came in since the last save was announced: when it is done, call goOn().
  [[nodiscard]] bool editedSinceSave() const { return m_guarded->editedSince; }
  /// The draft `saved` is what the document holds, `now` is what the window shows: the journal
  /// begins anew behind the save. The one before goes when the new one holds these edits, at the
  /// latest at the next save or clean end.
  void goOn(const Draft& saved, const Draft& now);

  /// Saves into the document's own file. Errors beside those of writing: FileLocked (read only, or
  /// the lock was taken away), FileChanged and FileMissing (unless `overwrite`), NotEncodable,
  /// UsageInvalid without a file. After an error nothing has changed.
  [[nodiscard]] Result<SaveOutcome> save(const Draft& draft, const DocumentSave& how = {});
  /// Saves into another file, in the format of its name, and goes on there: lock, journal and
  /// history follow. FileLocked if somebody else has that file open. A draft that came from plain
  /// text takes that file along as an attachment when it becomes a .moxian document.
  [[nodiscard]] Result<SaveOutcome> saveAs(const std::filesystem::path& path, const Draft& draft,
                                           const DocumentSave& how = {});
  /// The same without going on there.
  [[nodiscard]] Result<SaveOutcome> saveCopy(const std::filesystem::path& path, const Draft& draft,
                                             const DocumentSave& how = {}) const;
  /// Reads the file again and gives up what was not saved. After an error nothing has changed.
  [[nodiscard]] Result<LoadedDraft> revert(std::optional<Encoding> forced = {});

  /// Errors: those of save(); UsageInvalid for plain text.
  [[nodiscard]] Result<void> renameVersion(std::int64_t id, const std::string& name);
  [[nodiscard]] Result<void> removeVersions(std::span<const std::int64_t> ids);

  /// What became of the file on disk.
  [[nodiscard]] FileWatch::Finding onDisk();
  /// For looking at the disk on another thread; nothing for a draft without a file.
  [[nodiscard]] const std::optional<FileWatch>& watch() const { return m_watch; }
  /// Takes "keep mine" for an answer: the next save writes over what is on disk now. In a .moxian
  /// document the other's text becomes a version.
  void keepMine();
  /// Tries to get the lock that another one held; true if it is there now. The file may have
  /// changed: look at onDisk() and revert().
  [[nodiscard]] Result<bool> retryLock();
  /// Takes the lock away from an owner on another host, after asking.
  [[nodiscard]] Result<void> takeLock();

  /// A clean end: saved, or given up by the user. Removes the journal and releases the lock.
  /// Without it the journal stays for recovery.
  void close();

  /// Whether the state before each save is kept beside, from now on.
  void setBackups(bool on) { m_settings.backups = on; }
  /// What a draft without a file was called before a crash; may be empty.
  [[nodiscard]] const std::string& title() const { return m_title; }
  [[nodiscard]] bool named() const { return !m_path.empty(); }
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] DocumentFormat format() const { return m_format; }
  [[nodiscard]] bool readOnly() const { return m_owner.has_value(); }
  /// Who has it open for writing, if somebody else has.
  [[nodiscard]] const std::optional<LockOwner>& owner() const { return m_owner; }
  /// Why no lock could be made; then a second opener is not kept out.
  [[nodiscard]] const std::optional<Error>& lockError() const { return m_lockError; }
  /// Why edits do not reach the journal; nothing if they do.
  [[nodiscard]] std::optional<Error> journalError() const;
  /// Versions, attachments and damage; null for plain text and drafts without a file.
  [[nodiscard]] MoxianFile* moxian() { return m_moxian ? &*m_moxian : nullptr; }
  [[nodiscard]] const MoxianFile* moxian() const { return m_moxian ? &*m_moxian : nullptr; }

 private:
  /// What edits and a save on another thread share: the journal, and what became of it.
  struct Guarded {
    std::mutex mutex;
    bool announced = false;
    std::atomic<bool> editedSince = false;
  };
  explicit OpenDocument(StoreSettings settings) : m_settings(std::move(settings)) {}
  [[nodiscard]] Result<LoadedDraft> load(std::optional<Encoding> forced);
  void lock();
  void beginJournal(const Draft& draft);
  void prepare(const std::filesystem::path& path, const Draft& draft);
  void saved(const Draft& draft);
  void dropOlder();
  [[nodiscard]] Result<void> mayWrite();
  [[nodiscard]] Result<void> changeVersions(const std::function<Result<void>(MoxianFile&)>& change);
  [[nodiscard]] Result<void> backUp() const;
  [[nodiscard]] Result<WriteEffects> savePlain(const Draft& draft, const DocumentSave& how);
  [[nodiscard]] SaveRequest request(const Draft& draft, const DocumentSave& how) const;
  struct Written;
  [[nodiscard]] Result<Written> writeTo(const std::filesystem::path& path, const Draft& draft,
                                        const DocumentSave& how) const;

  StoreSettings m_settings;
  std::filesystem::path m_path;
  std::string m_title;  ///< for the journal
  DocumentFormat m_format = DocumentFormat::Moxian;
  Encoding m_encoding = Encoding::Utf8;
  std::optional<MoxianFile> m_moxian;
  std::optional<FileWatch> m_watch;
  std::optional<DocumentLock> m_lock;
  std::optional<LockOwner> m_owner;
  std::optional<Error> m_lockError;
  bool m_keepMine = false;
  std::unique_ptr<Guarded> m_guarded = std::make_unique<Guarded>();
  std::unique_ptr<EditJournal> m_journal;
  bool m_saveTold = true;  ///< the journal on the disk knows of the save that is at work
  /// What is kept until the journal holds it too: of before a save, and of a crash.
  std::unique_ptr<EditJournal> m_older;
  std::optional<RecoverableDraft> m_left;
  std::string m_unrecorded;  ///< marks the draft began with; they go in front of the first edit
};

struct OpenDocument::Opened {
  OpenDocument document;
  LoadedDraft loaded;
  bool recovered = false;  ///< the draft comes from a journal and is not saved
};

}  // namespace moxian

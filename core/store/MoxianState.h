#pragma once

#include <memory>

#include "core/store/MoxianFile.h"
#include "core/store/Schema.h"
#include "core/store/Tables.h"

// For MoxianFile and Salvage only.
namespace moxian {

/// What is known of a document's file.
struct MoxianState {
  std::filesystem::path path;
  tables::DocumentRow document;
  tables::PassageIndex passages;
  std::vector<tables::VersionRow> versions;
  std::vector<AttachmentInfo> attachments;
  DocumentDamage damage;
  bool older = false;  ///< the file is of an older version of the format

  [[nodiscard]] const tables::VersionRow* version(std::int64_t id) const;
  /// The row of a new version of a text whose passages are known; nothing if one is missing.
  [[nodiscard]] std::optional<tables::VersionRow> newVersion(const tables::StoredText& text,
                                                             const NewVersion& version,
                                                             Time time) const;
};

/// A document as it lies on disk now, with everything verified but the draft.
struct LoadedDocument {
  ReadableDocument open;
  MoxianState state;
};
[[nodiscard]] Result<LoadedDocument> loadDocument(const std::filesystem::path& path);
/// Reads versions and attachments and notes what is damaged.
void loadHistory(const Database& database, MoxianState& state);
/// The draft; DamagedDocument if its text is not whole.
[[nodiscard]] Result<Draft> loadDraft(const Database& database, MoxianState& state);

/// Writes a whole new file with the history of `source`, which may be null, and puts it at `path`.
[[nodiscard]] Result<std::unique_ptr<MoxianState>> writeAnew(const std::filesystem::path& path,
                                                             const Draft& draft,
                                                             const SaveRequest& request,
                                                             const LoadedDocument* source);

/// One save: writes into a database within a transaction that the caller commits, and keeps
/// `state`, a copy of the caller's, in step.
class Save {
 public:
  Save(Database& database, MoxianState& state) : m_database(database), m_state(state) {}

  /// Writes text, properties and marks and does what the request asks for.
  [[nodiscard]] Result<void> draft(const Draft& draft, const SaveRequest& request);
  /// Makes a version of a text that is stored already.
  [[nodiscard]] Result<void> version(const tables::StoredText& text, const NewVersion& version,
                                     Time time);
  [[nodiscard]] Result<void> renameVersion(std::int64_t id, const std::string& name);
  [[nodiscard]] Result<void> removeVersions(std::span<const std::int64_t> ids);
  /// Copies the versions and attachments that are whole from another document.
  [[nodiscard]] Result<void> history(const LoadedDocument& from);
  /// Removes passages that nothing uses, gives the save its number and seals every table.
  [[nodiscard]] Result<void> finish(Time time);

 private:
  [[nodiscard]] Result<tables::StoredText> text(std::u16string_view text);
  [[nodiscard]] Result<std::uint32_t> passage(std::u16string_view text);
  [[nodiscard]] Result<bool> mended(std::uint32_t id, const Hash& hash, std::u16string_view text);
  [[nodiscard]] Result<void> insert(std::uint32_t id, const Hash& hash, std::u16string_view text);
  [[nodiscard]] Result<void> take(const tables::VersionRow& version, tables::PassageReader& reader);
  [[nodiscard]] Result<void> attach(const NewAttachment& attachment, Time time);
  [[nodiscard]] Result<void> sweep();

  Database& m_database;
  MoxianState& m_state;
  std::optional<tables::PassageReader> m_reader;
  std::optional<Statement> m_insert;
};

}  // namespace moxian

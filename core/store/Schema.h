#pragma once

#include <filesystem>
#include <optional>
#include <span>

#include "core/base/Database.h"

namespace moxian {

/// The database format of .moxian documents; the tables are described in FORMAT.md.
inline constexpr std::int32_t kDocumentApplicationId = 0x4D584446;  // "MXDF"

/// SQL that leads from each version to the next: step 0 makes version 1 of an empty file.
[[nodiscard]] std::span<const char* const> documentSteps();

/// A folder of its own for copies, removed with all it holds. Only this user may look into it.
class TemporaryFolder {
 public:
  [[nodiscard]] static Result<TemporaryFolder> create();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}
  std::filesystem::path m_path;
};

/// A document's database, ready to be read in the newest version of the format.
struct ReadableDocument {
  std::optional<TemporaryFolder> folder;  ///< where the upgraded copy of an older file lies
  Database database;
};

/// Opens a document for reading and finishes what a crash interrupted. An older one is copied and
/// the copy is upgraded; the file stays as it is. FileMissing, FileUnreadable, NotADocument (also
/// for other programs' databases), NewerDatabase, DamagedDocument, DatabaseBusy.
[[nodiscard]] Result<ReadableDocument> openForReading(
    const std::filesystem::path& path, std::span<const char* const> steps = documentSteps());

/// Opens a document of the newest version for one transaction. Every save reaches the disk before
/// it returns. `journalInMemory`: for folders that take no second file; a crash may then damage it.
[[nodiscard]] Result<Database> openForWriting(const std::filesystem::path& path,
                                              bool journalInMemory = false);

/// Makes the tables in an empty file that nobody else uses yet.
[[nodiscard]] Result<Database> makeDocument(const std::filesystem::path& emptyFile);

/// The error in the terms of documents instead of databases.
[[nodiscard]] Error documentError(Error error, const std::filesystem::path& path);

}  // namespace moxian

#include "core/store/Schema.h"

#include <cstdlib>
#include <string>
#include <utility>

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSteps[] = {
    // version 1
    R"(CREATE TABLE document(id INTEGER PRIMARY KEY, revision BLOB NOT NULL, time INTEGER NOT NULL,
 length INTEGER NOT NULL, hash BLOB NOT NULL, passages BLOB NOT NULL, script TEXT NOT NULL,
 encoding TEXT NOT NULL, mark INTEGER NOT NULL, line_ending TEXT NOT NULL, profile TEXT NOT NULL,
 unit TEXT NOT NULL, year INTEGER NOT NULL);
CREATE TABLE passage(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, text BLOB NOT NULL);
CREATE TABLE version(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL,
 author TEXT NOT NULL, reason TEXT NOT NULL, time INTEGER NOT NULL, length INTEGER NOT NULL,
 hash BLOB NOT NULL, root BLOB NOT NULL, passages BLOB NOT NULL);
CREATE TABLE change(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, start INTEGER NOT NULL,
 stop INTEGER NOT NULL, author TEXT NOT NULL, time INTEGER NOT NULL, partner INTEGER NOT NULL);
CREATE TABLE comment(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, start INTEGER NOT NULL,
 stop INTEGER NOT NULL, author TEXT NOT NULL, time INTEGER NOT NULL, text BLOB NOT NULL,
 quote BLOB NOT NULL, state INTEGER NOT NULL);
CREATE TABLE dismissal(id INTEGER PRIMARY KEY, rule TEXT NOT NULL, excerpt BLOB NOT NULL,
 context BLOB NOT NULL, author TEXT NOT NULL, time INTEGER NOT NULL, reason BLOB NOT NULL);
CREATE TABLE attachment(id INTEGER PRIMARY KEY, name TEXT NOT NULL, time INTEGER NOT NULL,
 size INTEGER NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE seal(id INTEGER PRIMARY KEY, hash BLOB NOT NULL);)",
    // version 2; the seal is that of a table without rows
    R"(CREATE TABLE sign_off(id INTEGER PRIMARY KEY, level INTEGER NOT NULL, author TEXT NOT NULL,
 time INTEGER NOT NULL, opinion BLOB NOT NULL);
CREATE TABLE review(id INTEGER PRIMARY KEY, tracking INTEGER NOT NULL);
INSERT INTO seal(id, hash) VALUES
 (7, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
 (8, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');)",
    // version 3, likewise
    R"(CREATE TABLE settled(id INTEGER PRIMARY KEY, gone BLOB NOT NULL, come BLOB NOT NULL,
 move INTEGER NOT NULL, author TEXT NOT NULL, time INTEGER NOT NULL, section BLOB NOT NULL,
 accepted INTEGER NOT NULL, settler TEXT NOT NULL, settled INTEGER NOT NULL);
INSERT INTO seal(id, hash) VALUES
 (9, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');)",
};

DatabaseFormat format(std::span<const char* const> steps) {
  return {kDocumentApplicationId, static_cast<int>(steps.size())};
}

Result<std::int64_t> number(const Database& database, std::string_view sql) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->next();
  if (!row) return std::unexpected(row.error());
  return statement->integer(0);
}

/// Views and triggers are none of ours and would run with our statements.
Result<void> refuseStrangeSchema(Database& database) {
  if (auto done = database.run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0"); !done) return done;
  const auto strange =
      number(database, "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')");
  if (!strange) return std::unexpected(strange.error());
  if (*strange > 0) return fail(ErrorCode::DamagedDatabase, database.name(), "unexpected schema");
  return {};
}

Result<void> upgrade(Database& database, std::int64_t from, std::span<const char* const> steps) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  for (auto version = static_cast<std::size_t>(from); version < steps.size(); ++version) {
    if (auto done = database.run(steps[version]); !done) return done;
  }
  const std::string mark = "PRAGMA user_version=" + std::to_string(steps.size());
  if (auto done = database.run(mark.c_str()); !done) return done;
  return transaction->commit();
}

Result<ReadableDocument> upgradedCopy(const fs::path& path, std::int64_t from,
                                      std::span<const char* const> steps) {
  auto folder = TemporaryFolder::create();
  if (!folder) return std::unexpected(folder.error());
  const fs::path copy = folder->path() / "copy.moxian";
  std::error_code failed;
  fs::copy_file(path, copy, failed);
  if (failed) return fail(ErrorCode::ReadFailed, path.string(), failed.message());
  fs::permissions(copy, fs::perms::owner_write, fs::perm_options::add, failed);
  auto database = Database::open(copy, Database::Mode::ReadWrite, format(steps), "",
                                 Database::Journal::Rollback);
  if (!database) return std::unexpected(database.error());
  if (auto done = upgrade(*database, from, steps); !done) return std::unexpected(done.error());
  return ReadableDocument{std::move(*folder), std::move(*database)};
}

/// A reader cannot undo what a crash left half written; a writer does it when it opens the file.
Result<Database> openAfterCrash(const fs::path& path, DatabaseFormat wanted) {
  auto database =
      Database::open(path, Database::Mode::ReadOnly, wanted, "", Database::Journal::Rollback);
  std::error_code ignored;
  if (database || !fs::exists(path.string() + "-journal", ignored)) return database;
  return Database::open(path, Database::Mode::ReadWrite, wanted, "", Database::Journal::Rollback);
}

Result<ReadableDocument> readable(const fs::path& path, std::span<const char* const> steps) {
  std::error_code failed;
  if (fs::is_regular_file(path, failed) && fs::file_size(path, failed) == 0) {
    return fail(ErrorCode::DamagedDocument, path.string(), "the file is empty");
  }
  auto database = openAfterCrash(path, format(steps));
  if (!database) return std::unexpected(database.error());
  if (auto done = refuseStrangeSchema(*database); !done) return std::unexpected(done.error());
  const auto version = number(*database, "PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*version < 1) return fail(ErrorCode::DamagedDatabase, path.string(), "version below 1");
  if (static_cast<std::size_t>(*version) < steps.size()) return upgradedCopy(path, *version, steps);
  return ReadableDocument{{}, std::move(*database)};
}

}  // namespace

std::span<const char* const> documentSteps() {
  return kSteps;
}

Result<TemporaryFolder> TemporaryFolder::create() {
  std::error_code failed;
  const fs::path parent = fs::temp_directory_path(failed);
  std::string name = (parent / "moxian-XXXXXX").string();
  if (failed || ::mkdtemp(name.data()) == nullptr) {
    return fail(ErrorCode::FolderUnwritable, parent.string());
  }
  return TemporaryFolder(name);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {})) {}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!m_path.empty()) fs::remove_all(m_path, ignored);
}

Error documentError(Error error, const fs::path& path) {
  if (error.code == ErrorCode::NotADatabase || error.code == ErrorCode::ForeignDatabase) {
    error.code = ErrorCode::NotADocument;
  } else if (error.code == ErrorCode::DamagedDatabase || error.code == ErrorCode::DatabaseFailed) {
    error.code = ErrorCode::DamagedDocument;
  }
  if (error.code != ErrorCode::FolderUnwritable) error.subject = path.string();
  return error;
}

Result<ReadableDocument> openForReading(const fs::path& path, std::span<const char* const> steps) {
  return readable(path, steps).transform_error([&](Error error) {
    return documentError(std::move(error), path);
  });
}

Result<Database> openForWriting(const fs::path& path, bool journalInMemory) {
  std::error_code failed;
  const bool there = fs::is_regular_file(path, failed) && fs::file_size(path, failed) > 0;
  if (!there) return fail(ErrorCode::FileMissing, path.string());
  auto database = Database::open(path, Database::Mode::ReadWrite, format(kSteps), "",
                                 Database::Journal::Rollback);
  if (database) {
    // EXTRA also syncs the folder after the journal is gone: without, a power cut brings the
    // journal back, and with it the state before a save that was told to have succeeded.
    if (auto done = database->run(journalInMemory ? "PRAGMA journal_mode=MEMORY"
                                                  : "PRAGMA synchronous=EXTRA");
        !done) {
      return std::unexpected(documentError(done.error(), path));
    }
    if (auto done = refuseStrangeSchema(*database); !done) {
      return std::unexpected(documentError(done.error(), path));
    }
    return database;
  }
  return std::unexpected(documentError(database.error(), path));
}

Result<Database> makeDocument(const fs::path& emptyFile) {
  std::string schema;
  for (const char* step : kSteps) schema += step;
  auto database = Database::open(emptyFile, Database::Mode::ReadWrite, format(kSteps),
                                 schema.c_str(), Database::Journal::Rollback);
  if (!database) return database;
  // Nobody sees the file before it is complete, so nothing has to be undone after a crash.
  if (auto done = database->run("PRAGMA journal_mode=MEMORY"); !done) {
    return std::unexpected(done.error());
  }
  return database;
}

}  // namespace moxian

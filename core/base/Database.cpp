#include "core/base/Database.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <utility>

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr int kBusyMilliseconds = 2000;

ErrorCode codeOf(int result) {
  switch (result) {
    case SQLITE_READONLY_DIRECTORY: return ErrorCode::FolderUnwritable;
    case SQLITE_IOERR_SHORT_READ: return ErrorCode::DamagedDatabase;
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_DELETE:
    case SQLITE_IOERR_CLOSE: return ErrorCode::WriteFailed;
    default: break;
  }
  switch (result & 0xFF) {
    case SQLITE_IOERR: return ErrorCode::ReadFailed;
    case SQLITE_NOTADB: return ErrorCode::NotADatabase;
    case SQLITE_CORRUPT: return ErrorCode::DamagedDatabase;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::DatabaseBusy;
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_READONLY: return ErrorCode::FileUnwritable;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return ErrorCode::FileUnreadable;
    default: return ErrorCode::DatabaseFailed;
  }
}

/// SQLite calls only ENOSPC a full disk, not a quota or a limit on file sizes.
bool outOfRoom(sqlite3* handle) {
  const int number = sqlite3_system_errno(handle);
  return (sqlite3_errcode(handle) & 0xFF) == SQLITE_IOERR && (number == EDQUOT || number == EFBIG);
}

std::unexpected<Error> failed(sqlite3* handle, const std::string& name) {
  const ErrorCode code =
      outOfRoom(handle) ? ErrorCode::DiskFull : codeOf(sqlite3_extended_errcode(handle));
  return fail(code, name, sqlite3_errmsg(handle));
}

std::unexpected<Error> failed(sqlite3_stmt* statement) {
  sqlite3* handle = sqlite3_db_handle(statement);
  const char* name = sqlite3_db_filename(handle, "main");
  return failed(handle, name == nullptr ? "" : name);
}

/// The path as an SQLite URI, for the parameter that only URIs have.
std::string immutableUri(const fs::path& file) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : file.string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
      uri += c;
    } else {
      uri += '%';
      uri += kHex[byte >> 4U];
      uri += kHex[byte & 15U];
    }
  }
  return uri + "?immutable=1";
}

/// Why a file cannot be opened, found out from the file system since SQLite does not say.
std::unexpected<Error> cannotOpen(const fs::path& file, Database::Mode mode, const char* detail) {
  std::error_code error;
  if (fs::exists(file, error)) return fail(ErrorCode::FileUnreadable, file.string(), detail);
  if (mode == Database::Mode::ReadOnly) return fail(ErrorCode::FileMissing, file.string(), detail);
  return fail(ErrorCode::FolderUnwritable, file.parent_path().string(), detail);
}

/// How SQLite tells of a WAL file in a folder that takes no new file: it cannot make the shared
/// memory beside it; which code it gives depends on the rights of the user.
bool wantsSharedMemory(const Error& error) {
  return error.code == ErrorCode::FileUnreadable || error.code == ErrorCode::FileUnwritable ||
         error.code == ErrorCode::FolderUnwritable;
}

/// A file whose newest state lies beside it in part must not be read as it is.
bool holdsUnmergedChanges(const fs::path& file) {
  return std::ranges::any_of(std::array{"-wal", "-journal"}, [&](const char* ending) {
    std::error_code error;
    const auto size = fs::file_size(file.string() + ending, error);
    return !error && size > 0;
  });
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(m_statement.get(), parameter, value);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view utf8) {
  const char* bytes = utf8.empty() ? "" : utf8.data();  // no pointer would bind NULL
  sqlite3_bind_text64(m_statement.get(), parameter, bytes, utf8.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}

Statement& Statement::bindBlob(int parameter, std::span<const std::byte> bytes) {
  const void* from = bytes.empty() ? "" : static_cast<const void*>(bytes.data());
  sqlite3_bind_blob64(m_statement.get(), parameter, from, bytes.size(), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bindNull(int parameter) {
  sqlite3_bind_null(m_statement.get(), parameter);
  return *this;
}

Result<bool> Statement::next() {
  const int result = sqlite3_step(m_statement.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) {
    auto error = failed(m_statement.get());
    reset();
    return error;
  }
  reset();
  return false;
}

Result<void> Statement::run() {
  const auto row = next();
  if (!row) return std::unexpected(row.error());
  if (*row) reset();
  return {};
}

void Statement::reset() {
  sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::span<const std::byte> Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_statement.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

int Statement::columns() const {
  return sqlite3_column_count(m_statement.get());
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Closer::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Database::Database(Handle handle, std::string name)
    : m_handle(std::move(handle)), m_name(std::move(name)) {}

Result<Database::Handle> Database::connect(const fs::path& file, Mode mode, bool immutable) {
  const int flags = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY
                                           : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* raw = nullptr;
  const std::string name = immutable ? immutableUri(file) : file.string();
  const int result = sqlite3_open_v2(name.c_str(), &raw,
                                     flags | SQLITE_OPEN_EXRESCODE | (immutable ? SQLITE_OPEN_URI : 0),
                                     nullptr);
  Handle handle(raw);
  if (result != SQLITE_OK) return cannotOpen(file, mode, sqlite3_errstr(result));
  if (mode == Mode::ReadWrite && sqlite3_db_readonly(raw, "main") == 1) {
    return fail(ErrorCode::FileUnwritable, file.string());
  }
  sqlite3_busy_timeout(raw, kBusyMilliseconds);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return handle;
}

Result<Database> Database::open(const fs::path& file, Mode mode, DatabaseFormat format,
                                const char* schema, Journal journal) {
  auto handle = connect(file, mode, false);
  if (!handle) return std::unexpected(handle.error());
  Database database(std::move(*handle), file.string());
  auto known = database.identify(mode, format, schema);
  if (!known && mode == Mode::ReadOnly && journal == Journal::Wal &&
      wantsSharedMemory(known.error()) && !holdsUnmergedChanges(file)) {
    handle = connect(file, mode, true);
    if (!handle) return std::unexpected(handle.error());
    database.m_handle = std::move(*handle);
    known = database.identify(mode, format, schema);
  }
  if (!known) return std::unexpected(known.error());
  if (mode == Mode::ReadWrite) {
    const bool wal = journal == Journal::Wal;
    auto done = database.run(wal ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL"
                                 : "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL");
    if (!done) return std::unexpected(done.error());
  }
  return database;
}

Result<void> Database::identify(Mode mode, DatabaseFormat format, const char* schema) {
  const auto application = number("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  const auto objects = number("SELECT count(*) FROM sqlite_schema");
  if (!objects) return std::unexpected(objects.error());
  if (*application == 0 && *objects == 0) {
    if (mode == Mode::ReadOnly) return fail(ErrorCode::NotADatabase, m_name, "empty file");
    auto transaction = Transaction::begin(*this);
    if (!transaction) return std::unexpected(transaction.error());
    const std::string marks = "PRAGMA application_id=" + std::to_string(format.applicationId) +
                              "; PRAGMA user_version=" + std::to_string(format.version) + ";";
    if (auto done = run((marks + schema).c_str()); !done) return done;
    return transaction->commit();
  }
  if (*application != format.applicationId) return fail(ErrorCode::ForeignDatabase, m_name);
  const auto version = number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*version > format.version) return fail(ErrorCode::NewerDatabase, m_name);
  return {};
}

Result<std::int64_t> Database::number(const char* sql) const {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->next();
  if (!row) return std::unexpected(row.error());
  return statement->integer(0);
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* raw = nullptr;
  const int result = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
  if (result != SQLITE_OK) return failed(m_handle.get(), m_name);
  return Statement(raw);
}

Result<void> Database::run(const char* sql) {
  if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return failed(m_handle.get(), m_name);
  }
  return {};
}

std::int64_t Database::lastId() const {
  return sqlite3_last_insert_rowid(m_handle.get());
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(m_handle.get());
}

Result<Transaction> Transaction::begin(Database& database) {
  if (auto done = database.run("BEGIN IMMEDIATE"); !done) return std::unexpected(done.error());
  return Transaction(&database);
}

Result<Transaction> Transaction::reading(Database& database) {
  if (auto done = database.run("BEGIN"); !done) return std::unexpected(done.error());
  return Transaction(&database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
  // SQLite rolls back by itself after some errors; a second rollback then fails without harm.
  if (m_database != nullptr) (void)m_database->run("ROLLBACK");
}

Result<void> Transaction::commit() {
  if (auto done = m_database->run("COMMIT"); !done) return done;
  m_database = nullptr;
  return {};
}

}  // namespace moxian

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/Result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace moxian {

/// A prepared SQL statement with its bindings. Belongs to the thread of its Database and must not
/// outlive it. Parameters count from 1, columns from 0, as in SQLite.
class Statement {
 public:
  Statement() = default;

  /// Binds a value for the following runs; text is copied.
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, std::string_view utf8);
  Statement& bindBlob(int parameter, std::span<const std::byte> bytes);
  Statement& bindNull(int parameter);

  /// Goes to the next row; false after the last one, where the statement is ready to run again.
  [[nodiscard]] Result<bool> next();
  /// Runs a statement that gives no rows to its end.
  [[nodiscard]] Result<void> run();
  /// Makes the statement ready to run again before its last row was read; bindings stay.
  void reset();

  /// Values of the present row; text is valid until the next call of next, run or reset.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  /// The bytes of a value; numbers come as their decimal digits.
  [[nodiscard]] std::span<const std::byte> blob(int column) const;
  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] int columns() const;

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// What tells the files of one kind apart from other SQLite files.
struct DatabaseFormat {
  std::int32_t applicationId = 0;  ///< PRAGMA application_id
  int version = 1;                 ///< PRAGMA user_version; a higher one in a file is refused
};

/// An SQLite file of one of our formats, opened in defensive mode with an untrusted schema. Not
/// for use by several threads at once.
class Database {
 public:
  enum class Mode { ReadOnly, ReadWrite };  ///< ReadWrite creates a missing file
  enum class Journal { Wal, Rollback };     ///< Wal is for local disks only

  /// Opens a file. A new or empty file (ReadWrite) is given the format and `schema` (SQL). Refused:
  /// what is not SQLite (NotADatabase), another program's (ForeignDatabase), a newer version's
  /// (NewerDatabase), a broken one (DamagedDatabase), one that another program keeps locked for
  /// longer than 2 seconds (DatabaseBusy). ReadOnly works in folders that take no new file.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Mode mode,
                                             DatabaseFormat format, const char* schema,
                                             Journal journal);

  [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
  /// Runs one or several statements that give no rows.
  [[nodiscard]] Result<void> run(const char* sql);
  /// Identifier of the last inserted row and number of rows the last statement changed.
  [[nodiscard]] std::int64_t lastId() const;
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] const std::string& name() const { return m_name; }

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  using Handle = std::unique_ptr<sqlite3, Closer>;

  Database(Handle handle, std::string name);
  static Result<Handle> connect(const std::filesystem::path& file, Mode mode, bool immutable);
  [[nodiscard]] Result<std::int64_t> number(const char* sql) const;
  [[nodiscard]] Result<void> identify(Mode mode, DatabaseFormat format, const char* schema);

  Handle m_handle;
  std::string m_name;
};

/// A transaction that is rolled back unless it is committed.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  /// To read only: one state of the file until it ends, and one lock for all statements instead of
  /// one for each. Needs no commit.
  [[nodiscard]] static Result<Transaction> reading(Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;

  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(Database* database) : m_database(database) {}
  Database* m_database;
};

}  // namespace moxian

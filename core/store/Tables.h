#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "core/base/Database.h"
#include "core/store/Draft.h"

// Rows of a .moxian document (FORMAT.md), for MoxianFile and Salvage only.
namespace moxian::tables {

/// Calls `row(statement)` for every row.
template <class Row>
[[nodiscard]] Result<void> forEach(const Database& database, std::string_view sql, Row row) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  while (true) {
    const auto more = statement->next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
    row(*statement);
  }
}

/// What `make` gives for each row.
template <class Make>
[[nodiscard]] auto collect(const Database& database, std::string_view sql, Make make)
    -> Result<std::vector<std::invoke_result_t<Make, const Statement&>>> {
  std::vector<std::invoke_result_t<Make, const Statement&>> out;
  auto done = forEach(database, sql, [&](const Statement& row) { out.push_back(make(row)); });
  if (!done) return std::unexpected(done.error());
  return out;
}

/// Ids of passages in the order of the text.
using PassageList = std::vector<std::uint32_t>;
[[nodiscard]] PassageList listFromBytes(std::span<const std::byte> bytes);

/// A text as its passages; `hash` is that of the whole text.
struct StoredText {
  std::size_t length = 0;
  Hash hash{};
  PassageList passages;
};

/// The row of the draft.
struct DocumentRow {
  std::array<std::byte, 16> revision{};  ///< another number after each save
  StoredText text;
  DraftProperties properties;
};
[[nodiscard]] Result<DocumentRow> readDocument(const Database& database);
[[nodiscard]] Result<void> writeDocument(Database& database, const DocumentRow& row, Time time);

struct VersionRow {
  VersionInfo info;
  Hash root{};  ///< SHA-256 of the hashes of its passages, one after the other
  PassageList passages;
};
inline constexpr std::string_view kSelectVersions =
    "SELECT id, kind, name, author, reason, time, length, hash, root, passages FROM version "
    "ORDER BY id";
[[nodiscard]] VersionRow versionFrom(const Statement& row);
[[nodiscard]] Result<std::vector<VersionRow>> readVersions(const Database& database);
[[nodiscard]] Result<void> writeVersion(Database& database, const VersionRow& row);

/// The passages that are whole: their bytes have the hash that stands beside them.
class PassageIndex {
 public:
  /// Reads and verifies every passage; what cannot be read is left out and told.
  [[nodiscard]] Result<void> read(const Database& database);
  [[nodiscard]] const Hash* hashOf(std::uint32_t id) const;
  [[nodiscard]] std::uint32_t idOf(const Hash& hash) const;  ///< 0 if there is none
  void add(std::uint32_t id, const Hash& hash);
  void remove(std::uint32_t id);
  [[nodiscard]] const std::map<std::uint32_t, Hash>& all() const { return m_hashes; }
  /// The hash over the passages' hashes; nothing if one is missing.
  [[nodiscard]] std::optional<Hash> rootOf(const PassageList& list) const;

 private:
  struct First {
    std::size_t operator()(const Hash& hash) const;
  };
  std::map<std::uint32_t, Hash> m_hashes;
  std::unordered_map<Hash, std::uint32_t, First> m_ids;
};

/// Reads passages one by one. Must not outlive the database.
class PassageReader {
 public:
  [[nodiscard]] static Result<PassageReader> create(const Database& database);
  /// The code units of a passage; DamagedDatabase if it is missing or not what its hash says.
  [[nodiscard]] Result<std::u16string> read(std::uint32_t id);
  /// The same without looking at the hash, and whether it is right.
  [[nodiscard]] Result<std::u16string> readAnyhow(std::uint32_t id, bool& whole);

 private:
  explicit PassageReader(Statement select) : m_select(std::move(select)) {}
  Statement m_select;
};

/// A whole text, verified.
[[nodiscard]] Result<std::u16string> readText(const Database& database, const StoredText& text);

[[nodiscard]] Result<std::vector<StoredChange>> readChanges(const Database& database);
inline constexpr std::string_view kSelectComments =
    "SELECT id, parent, start, stop, author, time, text, quote, state FROM comment ORDER BY id";
[[nodiscard]] StoredComment commentFrom(const Statement& row);
[[nodiscard]] Result<std::vector<StoredComment>> readComments(const Database& database);
[[nodiscard]] Result<std::vector<Dismissal>> readDismissals(const Database& database);
[[nodiscard]] Result<std::vector<StoredSignOff>> readSignOffs(const Database& database);
[[nodiscard]] Result<std::vector<StoredSettled>> readSettled(const Database& database);
[[nodiscard]] Result<bool> readTracking(const Database& database);
[[nodiscard]] Result<void> writeMarks(Database& database, const Marks& marks);

inline constexpr std::string_view kSelectAttachments =
    "SELECT id, name, time, size, hash FROM attachment ORDER BY id";
[[nodiscard]] AttachmentInfo attachmentFrom(const Statement& row);
[[nodiscard]] Result<std::vector<AttachmentInfo>> readAttachments(const Database& database);
[[nodiscard]] Result<std::string> readAttachment(const Database& database,
                                                 const AttachmentInfo& info);
[[nodiscard]] Result<void> writeAttachment(Database& database, const AttachmentInfo& info,
                                           std::span<const std::byte> bytes);

/// Tables whose rows are sealed by one hash each.
enum class Part {
  Document = 1,
  Changes,
  Comments,
  Dismissals,
  Versions,
  Attachments,
  SignOffs,
  Review,
  Settled
};
inline constexpr std::array kParts = {Part::Document,   Part::Changes,  Part::Comments,
                                      Part::Dismissals, Part::Versions, Part::Attachments,
                                      Part::SignOffs,   Part::Review,   Part::Settled};
[[nodiscard]] Result<Hash> digest(const Database& database, Part part);
[[nodiscard]] Result<void> writeSeals(Database& database);
/// True if the rows are those that were sealed.
[[nodiscard]] bool sealed(const Database& database, Part part);

[[nodiscard]] std::u16string textFromBytes(std::span<const std::byte> bytes);

}  // namespace moxian::tables

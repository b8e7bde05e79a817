#include <algorithm>

#include "core/store/Tables.h"

namespace moxian::tables {
namespace {

Span spanFrom(const Statement& row, int column) {
  const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, row.integer(column)));
  const auto end = static_cast<std::size_t>(std::max<std::int64_t>(0, row.integer(column + 1)));
  return {begin, std::max(begin, end)};
}

Result<void> writeChanges(Database& database, const std::vector<StoredChange>& changes) {
  auto insert = database.prepare(
      "INSERT INTO change(id, kind, start, stop, author, time, partner) VALUES(?, ?, ?, ?, ?, ?, "
      "?)");
  if (!insert) return std::unexpected(insert.error());
  for (const StoredChange& c : changes) {
    auto done = insert->bind(1, c.id)
                    .bind(2, static_cast<std::int64_t>(c.kind))
                    .bind(3, static_cast<std::int64_t>(c.range.begin))
                    .bind(4, static_cast<std::int64_t>(c.range.end))
                    .bind(5, c.author)
                    .bind(6, c.time)
                    .bind(7, c.partner)
                    .run();
    if (!done) return done;
  }
  return {};
}

Result<void> writeComments(Database& database, const std::vector<StoredComment>& comments) {
  auto insert = database.prepare(
      "INSERT INTO comment(id, parent, start, stop, author, time, text, quote, state) "
      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return std::unexpected(insert.error());
  for (const StoredComment& c : comments) {
    auto done = insert->bind(1, c.id)
                    .bind(2, c.parent)
                    .bind(3, static_cast<std::int64_t>(c.range.begin))
                    .bind(4, static_cast<std::int64_t>(c.range.end))
                    .bind(5, c.author)
                    .bind(6, c.time)
                    .bindBlob(7, bytesOf(c.text))
                    .bindBlob(8, bytesOf(c.quote))
                    .bind(9, static_cast<std::int64_t>(c.state))
                    .run();
    if (!done) return done;
  }
  return {};
}

Result<void> writeDismissals(Database& database, const std::vector<Dismissal>& dismissals) {
  auto insert = database.prepare(
      "INSERT INTO dismissal(rule, excerpt, context, author, time, reason) VALUES(?, ?, ?, ?, ?, "
      "?)");
  if (!insert) return std::unexpected(insert.error());
  for (const Dismissal& d : dismissals) {
    auto done = insert->bind(1, d.rule)
                    .bindBlob(2, bytesOf(d.excerpt))
                    .bindBlob(3, bytesOf(d.context))
                    .bind(4, d.author)
                    .bind(5, d.time)
                    .bindBlob(6, bytesOf(d.reason))
                    .run();
    if (!done) return done;
  }
  return {};
}

Result<void> writeSignOffs(Database& database, const std::vector<StoredSignOff>& signOffs) {
  auto insert =
      database.prepare("INSERT INTO sign_off(level, author, time, opinion) VALUES(?, ?, ?, ?)");
  if (!insert) return std::unexpected(insert.error());
  for (const StoredSignOff& s : signOffs) {
    auto done = insert->bind(1, static_cast<std::int64_t>(s.level))
                    .bind(2, s.author)
                    .bind(3, s.time)
                    .bindBlob(4, bytesOf(s.opinion))
                    .run();
    if (!done) return done;
  }
  return {};
}

Result<void> writeSettled(Database& database, const std::vector<StoredSettled>& settled) {
  auto insert = database.prepare(
      "INSERT INTO settled(gone, come, move, author, time, section, accepted, settler, settled) "
      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return std::unexpected(insert.error());
  for (const StoredSettled& s : settled) {
    auto done = insert->bindBlob(1, bytesOf(s.deed.gone))
                    .bindBlob(2, bytesOf(s.deed.come))
                    .bind(3, std::int64_t{s.deed.move})
                    .bind(4, s.deed.author)
                    .bind(5, s.deed.time)
                    .bindBlob(6, bytesOf(s.section))
                    .bind(7, std::int64_t{s.accepted})
                    .bind(8, s.settler)
                    .bind(9, s.settled)
                    .run();
    if (!done) return done;
  }
  return {};
}

Result<void> writeTracking(Database& database, bool tracking) {
  auto insert = database.prepare("INSERT INTO review(id, tracking) VALUES(1, ?)");
  if (!insert) return std::unexpected(insert.error());
  return insert->bind(1, std::int64_t{tracking}).run();
}

constexpr const char* kAllRows[] = {
    "SELECT * FROM document ORDER BY id",
    "SELECT * FROM change ORDER BY id",
    "SELECT * FROM comment ORDER BY id",
    "SELECT * FROM dismissal ORDER BY id",
    "SELECT * FROM version ORDER BY id",
    "SELECT id, name, time, size, hash FROM attachment ORDER BY id",
    "SELECT * FROM sign_off ORDER BY id",
    "SELECT * FROM review ORDER BY id",
    "SELECT * FROM settled ORDER BY id",
};

}  // namespace

Result<std::vector<StoredChange>> readChanges(const Database& database) {
  return collect(database,
                 "SELECT id, kind, start, stop, author, time, partner FROM change ORDER BY id",
                 [](const Statement& row) {
                   const auto kind = std::clamp<std::int64_t>(row.integer(1), 1, 4);
                   return StoredChange{row.integer(0),   static_cast<ChangeKind>(kind),
                                       spanFrom(row, 2), std::string(row.text(4)),
                                       row.integer(5),   row.integer(6)};
                 });
}

StoredComment commentFrom(const Statement& row) {
  return {row.integer(0),
          row.integer(1),
          spanFrom(row, 2),
          std::string(row.text(4)),
          row.integer(5),
          textFromBytes(row.blob(6)),
          textFromBytes(row.blob(7)),
          row.integer(8) == 0 ? CommentState::Open : CommentState::Resolved};
}

Result<std::vector<StoredComment>> readComments(const Database& database) {
  return collect(database, kSelectComments, commentFrom);
}

Result<std::vector<Dismissal>> readDismissals(const Database& database) {
  return collect(database,
                 "SELECT rule, excerpt, context, author, time, reason FROM dismissal ORDER BY id",
                 [](const Statement& row) {
                   return Dismissal{std::string(row.text(0)),
                                    textFromBytes(row.blob(1)),
                                    textFromBytes(row.blob(2)),
                                    std::string(row.text(3)),
                                    row.integer(4),
                                    textFromBytes(row.blob(5))};
                 });
}

Result<std::vector<StoredSignOff>> readSignOffs(const Database& database) {
  return collect(database, "SELECT level, author, time, opinion FROM sign_off ORDER BY id",
                 [](const Statement& row) {
                   const auto level = std::clamp<std::int64_t>(row.integer(0), 1, 3);
                   return StoredSignOff{static_cast<SignLevel>(level), std::string(row.text(1)),
                                        row.integer(2), textFromBytes(row.blob(3))};
                 });
}

Result<std::vector<StoredSettled>> readSettled(const Database& database) {
  return collect(database,
                 "SELECT gone, come, move, author, time, section, accepted, settler, settled "
                 "FROM settled ORDER BY id",
                 [](const Statement& row) {
                   return StoredSettled{
                       {textFromBytes(row.blob(0)), textFromBytes(row.blob(1)), row.integer(2) != 0,
                        std::string(row.text(3)), row.integer(4)},
                       textFromBytes(row.blob(5)),
                       row.integer(6) != 0,
                       std::string(row.text(7)),
                       row.integer(8)};
                 });
}

Result<bool> readTracking(const Database& database) {
  auto select = database.prepare("SELECT tracking FROM review WHERE id=1");
  if (!select) return std::unexpected(select.error());
  const auto there = select->next();
  if (!there) return std::unexpected(there.error());
  return *there && select->integer(0) != 0;
}

Result<void> writeMarks(Database& database, const Marks& marks) {
  auto done = database.run(
      "DELETE FROM change; DELETE FROM comment; DELETE FROM dismissal; DELETE FROM sign_off; "
      "DELETE FROM review; DELETE FROM settled");
  if (done) done = writeChanges(database, marks.changes);
  if (done) done = writeComments(database, marks.comments);
  if (done) done = writeDismissals(database, marks.dismissals);
  if (done) done = writeSignOffs(database, marks.signOffs);
  if (done) done = writeTracking(database, marks.tracking);
  if (done) done = writeSettled(database, marks.settled);
  return done;
}

AttachmentInfo attachmentFrom(const Statement& row) {
  return {row.integer(0), std::string(row.text(1)), row.integer(2),
          static_cast<std::size_t>(row.integer(3)), hashFromBytes(row.blob(4)).value_or(Hash{})};
}

Result<std::vector<AttachmentInfo>> readAttachments(const Database& database) {
  return collect(database, kSelectAttachments, attachmentFrom);
}

Result<std::string> readAttachment(const Database& database, const AttachmentInfo& info) {
  auto select = database.prepare("SELECT bytes FROM attachment WHERE id=?");
  if (!select) return std::unexpected(select.error());
  const auto there = select->bind(1, info.id).next();
  if (!there) return std::unexpected(there.error());
  const auto bytes = *there ? select->blob(0) : std::span<const std::byte>();
  if (!*there || hashOf(bytes) != info.hash) {
    return fail(ErrorCode::DamagedDatabase, info.name, "attachment hash");
  }
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Result<void> writeAttachment(Database& database, const AttachmentInfo& info,
                             std::span<const std::byte> bytes) {
  auto insert = database.prepare(
      "INSERT INTO attachment(id, name, time, size, hash, bytes) VALUES(?, ?, ?, ?, ?, ?)");
  if (!insert) return std::unexpected(insert.error());
  return insert->bind(1, info.id)
      .bind(2, info.name)
      .bind(3, info.time)
      .bind(4, static_cast<std::int64_t>(bytes.size()))
      .bindBlob(5, info.hash)
      .bindBlob(6, bytes)
      .run();
}

Result<Hash> digest(const Database& database, Part part) {
  Hasher hasher;
  auto done = forEach(database, kAllRows[static_cast<int>(part) - 1], [&](const Statement& row) {
    for (int column = 0; column < row.columns(); ++column) {
      // As text: what a reader gets, also where a damaged file claims another encoding for it.
      const std::string_view value = row.text(column);
      hasher.add(std::to_string(value.size())).add(":").add(value);
    }
    hasher.add("\n");
  });
  if (!done) return std::unexpected(done.error());
  return hasher.finish();
}

Result<void> writeSeals(Database& database) {
  auto insert = database.prepare("INSERT OR REPLACE INTO seal(id, hash) VALUES(?, ?)");
  if (!insert) return std::unexpected(insert.error());
  for (const Part part : kParts) {
    const auto hash = digest(database, part);
    if (!hash) return std::unexpected(hash.error());
    if (auto done = insert->bind(1, static_cast<std::int64_t>(part)).bindBlob(2, *hash).run();
        !done) {
      return done;
    }
  }
  return {};
}

bool sealed(const Database& database, Part part) {
  const auto now = digest(database, part);
  auto select = database.prepare("SELECT hash FROM seal WHERE id=?");
  if (!now || !select) return false;
  const auto there = select->bind(1, static_cast<std::int64_t>(part)).next();
  return there && *there && hashFromBytes(select->blob(0)) == *now;
}

}  // namespace moxian::tables

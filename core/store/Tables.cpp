#include "core/store/Tables.h"

#include <algorithm>
#include <cstring>

namespace moxian::tables {
namespace {

std::unexpected<Error> damaged(const Database& database, std::string detail) {
  return fail(ErrorCode::DamagedDatabase, database.name(), std::move(detail));
}

std::span<const std::byte> bytesOfList(const PassageList& list) {
  return std::as_bytes(std::span(list));
}

constexpr std::string_view kLineEndings[] = {"lf", "crlf", "cr"};

DraftProperties propertiesFrom(const Statement& row) {
  DraftProperties out;
  out.script =
      row.text(5) == isoCode(Script::Traditional) ? Script::Traditional : Script::Simplified;
  out.encoding = encodingNamed(row.text(6)).value_or(Encoding::Utf8);
  out.byteOrderMark = row.integer(7) != 0;
  const auto* ending = std::ranges::find(kLineEndings, row.text(8));
  if (ending != std::end(kLineEndings)) {
    out.lineEnding = static_cast<LineEnding>(ending - std::begin(kLineEndings));
  }
  out.profile = row.text(9);
  out.unit = row.text(10);
  out.year = static_cast<int>(row.integer(11));
  return out;
}

}  // namespace

std::u16string textFromBytes(std::span<const std::byte> bytes) {
  std::u16string text(bytes.size() / 2, u'\0');
  if (!text.empty()) std::memcpy(text.data(), bytes.data(), text.size() * 2);
  return text;
}

PassageList listFromBytes(std::span<const std::byte> bytes) {
  PassageList list(bytes.size() / sizeof(std::uint32_t));
  if (!list.empty()) std::memcpy(list.data(), bytes.data(), list.size() * sizeof(std::uint32_t));
  return list;
}

Result<DocumentRow> readDocument(const Database& database) {
  auto row = database.prepare(
      "SELECT revision, length, hash, passages, time, script, encoding, mark, line_ending, "
      "profile, "
      "unit, year FROM document WHERE id=1");
  if (!row) return std::unexpected(row.error());
  const auto there = row->next();
  if (!there) return std::unexpected(there.error());
  if (!*there) return damaged(database, "no document row");
  DocumentRow out;
  const auto revision = row->blob(0);
  const auto hash = hashFromBytes(row->blob(2));
  if (revision.size() != out.revision.size() || !hash) return damaged(database, "document row");
  std::ranges::copy(revision, out.revision.begin());
  out.text = {static_cast<std::size_t>(row->integer(1)), *hash, listFromBytes(row->blob(3))};
  out.properties = propertiesFrom(*row);
  return out;
}

Result<void> writeDocument(Database& database, const DocumentRow& row, Time time) {
  auto insert = database.prepare(
      "INSERT OR REPLACE INTO document(id, revision, length, hash, passages, time, script, "
      "encoding, "
      "mark, line_ending, profile, unit, year) VALUES(1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return std::unexpected(insert.error());
  const DraftProperties& p = row.properties;
  return insert->bindBlob(1, row.revision)
      .bind(2, static_cast<std::int64_t>(row.text.length))
      .bindBlob(3, row.text.hash)
      .bindBlob(4, bytesOfList(row.text.passages))
      .bind(5, time)
      .bind(6, isoCode(p.script))
      .bind(7, name(p.encoding))
      .bind(8, std::int64_t{p.byteOrderMark})
      .bind(9, kLineEndings[static_cast<std::size_t>(p.lineEnding)])
      .bind(10, p.profile)
      .bind(11, p.unit)
      .bind(12, std::int64_t{p.year})
      .run();
}

VersionRow versionFrom(const Statement& row) {
  const bool named = row.integer(1) == static_cast<int>(VersionKind::Named);
  VersionRow out;
  out.info = {row.integer(0),
              named ? VersionKind::Named : VersionKind::Automatic,
              std::string(row.text(2)),
              std::string(row.text(3)),
              std::string(row.text(4)),
              row.integer(5),
              static_cast<std::size_t>(row.integer(6)),
              hashFromBytes(row.blob(7)).value_or(Hash{})};
  out.root = hashFromBytes(row.blob(8)).value_or(Hash{});
  out.passages = listFromBytes(row.blob(9));
  return out;
}

Result<std::vector<VersionRow>> readVersions(const Database& database) {
  return collect(database, kSelectVersions, versionFrom);
}

Result<void> writeVersion(Database& database, const VersionRow& row) {
  auto insert = database.prepare(
      "INSERT INTO version(id, kind, name, author, reason, time, length, hash, root, passages) "
      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return std::unexpected(insert.error());
  const VersionInfo& v = row.info;
  return insert->bind(1, v.id)
      .bind(2, static_cast<std::int64_t>(v.kind))
      .bind(3, v.name)
      .bind(4, v.author)
      .bind(5, v.reason)
      .bind(6, v.time)
      .bind(7, static_cast<std::int64_t>(v.length))
      .bindBlob(8, v.hash)
      .bindBlob(9, row.root)
      .bindBlob(10, bytesOfList(row.passages))
      .run();
}

std::size_t PassageIndex::First::operator()(const Hash& hash) const {
  std::size_t first = 0;
  std::memcpy(&first, hash.data(), sizeof first);
  return first;
}

Result<void> PassageIndex::read(const Database& database) {
  return forEach(database, "SELECT id, hash, text FROM passage ORDER BY id",
                 [&](const Statement& row) {
                   const auto hash = hashFromBytes(row.blob(1));
                   if (!hash || *hash != moxian::hashOf(row.blob(2))) return;
                   add(static_cast<std::uint32_t>(row.integer(0)), *hash);
                 });
}

const Hash* PassageIndex::hashOf(std::uint32_t id) const {
  const auto found = m_hashes.find(id);
  return found == m_hashes.end() ? nullptr : &found->second;
}

std::uint32_t PassageIndex::idOf(const Hash& hash) const {
  const auto found = m_ids.find(hash);
  return found == m_ids.end() ? 0 : found->second;
}

void PassageIndex::add(std::uint32_t id, const Hash& hash) {
  m_hashes[id] = hash;
  m_ids[hash] = id;
}

void PassageIndex::remove(std::uint32_t id) {
  const auto found = m_hashes.find(id);
  if (found == m_hashes.end()) return;
  const auto back = m_ids.find(found->second);
  if (back != m_ids.end() && back->second == id) m_ids.erase(back);
  m_hashes.erase(found);
}

std::optional<Hash> PassageIndex::rootOf(const PassageList& list) const {
  Hasher hasher;
  for (const std::uint32_t id : list) {
    const Hash* hash = hashOf(id);
    if (hash == nullptr) return {};
    hasher.add(*hash);
  }
  return hasher.finish();
}

Result<PassageReader> PassageReader::create(const Database& database) {
  auto select = database.prepare("SELECT hash, text FROM passage WHERE id=?");
  if (!select) return std::unexpected(select.error());
  return PassageReader(std::move(*select));
}

Result<std::u16string> PassageReader::readAnyhow(std::uint32_t id, bool& whole) {
  const auto there = m_select.bind(1, std::int64_t{id}).next();
  if (!there) return std::unexpected(there.error());
  if (!*there) return fail(ErrorCode::DamagedDatabase, {}, "passage missing");
  const auto bytes = m_select.blob(1);
  whole = hashFromBytes(m_select.blob(0)) == hashOf(bytes);
  std::u16string text = textFromBytes(bytes);
  m_select.reset();
  return text;
}

Result<std::u16string> PassageReader::read(std::uint32_t id) {
  bool whole = false;
  auto text = readAnyhow(id, whole);
  if (text && !whole) return fail(ErrorCode::DamagedDatabase, {}, "passage hash");
  return text;
}

Result<std::u16string> readText(const Database& database, const StoredText& text) {
  auto reader = PassageReader::create(database);
  if (!reader) return std::unexpected(reader.error());
  std::u16string out;
  for (const std::uint32_t id : text.passages) {
    auto passage = reader->read(id);
    if (!passage) return passage;
    out += *passage;
    // A damaged list may name one passage a million times.
    if (out.size() > text.length) return damaged(database, "text longer than stored");
  }
  if (hashOf(out) != text.hash) return damaged(database, "text hash");
  return out;
}

}  // namespace moxian::tables

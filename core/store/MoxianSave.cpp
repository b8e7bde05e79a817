#include <sys/random.h>

#include <algorithm>
#include <set>

#include "core/store/Chunks.h"
#include "core/store/MoxianState.h"

namespace moxian {
namespace {

std::uint32_t lastPassage(const MoxianState& state) {
  return state.passages.all().empty() ? 0 : state.passages.all().rbegin()->first;
}

/// Another number each time, so that two saves by two programs are never taken for one.
Result<void> renumber(tables::DocumentRow& row) {
  const ssize_t got = ::getrandom(row.revision.data(), row.revision.size(), 0);
  if (got != static_cast<ssize_t>(row.revision.size())) {
    return fail(ErrorCode::WriteFailed, {}, "no random numbers");
  }
  return {};
}

}  // namespace

const tables::VersionRow* MoxianState::version(std::int64_t id) const {
  const auto found = std::ranges::find_if(
      versions, [id](const tables::VersionRow& row) { return row.info.id == id; });
  return found == versions.end() ? nullptr : &*found;
}

std::optional<tables::VersionRow> MoxianState::newVersion(const tables::StoredText& text,
                                                          const NewVersion& version,
                                                          Time time) const {
  const auto root = passages.rootOf(text.passages);
  if (!root) return {};
  const std::int64_t last = versions.empty() ? 0 : versions.back().info.id;
  return tables::VersionRow{{last + 1, version.kind, version.name, version.author, version.reason,
                             time, text.length, text.hash},
                            *root,
                            text.passages};
}

Result<void> Save::draft(const Draft& draft, const SaveRequest& request) {
  if (auto done = removeVersions(request.removeVersions); !done) return done;
  auto stored = text(draft.text);
  if (!stored) return std::unexpected(stored.error());
  m_state.document.text = *stored;
  m_state.document.properties = draft.properties;
  if (request.version) {
    if (auto done = version(*stored, *request.version, request.time); !done) return done;
  }
  if (auto done = tables::writeMarks(m_database, draft.marks); !done) return done;
  for (const NewAttachment& attachment : request.attachments) {
    if (auto done = attach(attachment, request.time); !done) return done;
  }
  return {};
}

Result<tables::StoredText> Save::text(std::u16string_view text) {
  tables::StoredText out{text.size(), hashOf(text), {}};
  for (const Span span : passages(text)) {
    const auto id = passage(span.of(text));
    if (!id) return std::unexpected(id.error());
    out.passages.push_back(*id);
  }
  return out;
}

Result<std::uint32_t> Save::passage(std::u16string_view text) {
  const Hash hash = hashOf(text);
  if (const std::uint32_t known = m_state.passages.idOf(hash); known != 0) {
    // The disk may have lost it since it was read; the text at hand mends it.
    const auto done = mended(known, hash, text);
    if (!done) return std::unexpected(done.error());
    if (*done) return known;
  }
  const std::uint32_t id = lastPassage(m_state) + 1;
  if (auto done = insert(id, hash, text); !done) return std::unexpected(done.error());
  m_state.passages.add(id, hash);
  return id;
}

Result<bool> Save::mended(std::uint32_t id, const Hash& hash, std::u16string_view text) {
  if (!m_reader) {
    auto reader = tables::PassageReader::create(m_database);
    if (!reader) return std::unexpected(reader.error());
    m_reader.emplace(std::move(*reader));
  }
  const auto stored = m_reader->read(id);
  if (stored && *stored == text) return true;
  auto update = m_database.prepare("UPDATE passage SET hash=?, text=? WHERE id=?");
  if (!update) return std::unexpected(update.error());
  auto done = update->bindBlob(1, hash).bindBlob(2, bytesOf(text)).bind(3, std::int64_t{id}).run();
  if (!done) return std::unexpected(done.error());
  return m_database.changes() == 1;
}

Result<void> Save::insert(std::uint32_t id, const Hash& hash, std::u16string_view text) {
  if (!m_insert) {
    auto prepared = m_database.prepare("INSERT INTO passage(id, hash, text) VALUES(?, ?, ?)");
    if (!prepared) return std::unexpected(prepared.error());
    m_insert.emplace(std::move(*prepared));
  }
  return m_insert->bind(1, std::int64_t{id}).bindBlob(2, hash).bindBlob(3, bytesOf(text)).run();
}

Result<void> Save::version(const tables::StoredText& text, const NewVersion& version, Time time) {
  auto row = m_state.newVersion(text, version, time);
  if (!row) return fail(ErrorCode::DamagedDatabase, m_database.name(), "version without passages");
  if (auto done = tables::writeVersion(m_database, *row); !done) return done;
  m_state.versions.push_back(std::move(*row));
  return {};
}

Result<void> Save::renameVersion(std::int64_t id, const std::string& name) {
  auto update = m_database.prepare("UPDATE version SET kind=?, name=? WHERE id=?");
  if (!update) return std::unexpected(update.error());
  const auto named = static_cast<std::int64_t>(VersionKind::Named);
  if (auto done = update->bind(1, named).bind(2, name).bind(3, id).run(); !done) return done;
  if (m_database.changes() != 1) return fail(ErrorCode::UsageInvalid, std::to_string(id));
  for (tables::VersionRow& row : m_state.versions) {
    if (row.info.id != id) continue;
    row.info.kind = VersionKind::Named;
    row.info.name = name;
  }
  return {};
}

Result<void> Save::removeVersions(std::span<const std::int64_t> ids) {
  if (ids.empty()) return {};
  auto remove = m_database.prepare("DELETE FROM version WHERE id=?");
  if (!remove) return std::unexpected(remove.error());
  for (const std::int64_t id : ids) {
    if (auto done = remove->bind(1, id).run(); !done) return done;
    std::erase_if(m_state.versions, [id](const tables::VersionRow& v) { return v.info.id == id; });
  }
  return {};
}

Result<void> Save::attach(const NewAttachment& attachment, Time time) {
  const std::int64_t last = m_state.attachments.empty() ? 0 : m_state.attachments.back().id;
  const AttachmentInfo info{last + 1, attachment.name, time, attachment.bytes.size(),
                            hashOf(attachment.bytes)};
  if (auto done = tables::writeAttachment(m_database, info, attachment.bytes); !done) return done;
  m_state.attachments.push_back(info);
  return {};
}

Result<void> Save::history(const LoadedDocument& from) {
  auto reader = tables::PassageReader::create(from.open.database);
  if (!reader) return std::unexpected(reader.error());
  for (const tables::VersionRow& version : from.state.versions) {
    if (from.state.passages.rootOf(version.passages) != version.root) continue;
    if (auto done = take(version, *reader); !done) return done;
  }
  for (const AttachmentInfo& info : from.state.attachments) {
    if (std::ranges::contains(from.state.damage.attachments, info.id)) continue;
    const auto bytes = tables::readAttachment(from.open.database, info);
    if (!bytes) return std::unexpected(bytes.error());
    auto done = tables::writeAttachment(m_database, info, std::as_bytes(std::span(*bytes)));
    if (!done) return done;
    m_state.attachments.push_back(info);
  }
  return {};
}

Result<void> Save::take(const tables::VersionRow& version, tables::PassageReader& reader) {
  for (const std::uint32_t id : version.passages) {
    if (m_state.passages.hashOf(id) != nullptr) continue;
    const auto text = reader.read(id);
    if (!text) return std::unexpected(text.error());
    const Hash hash = hashOf(*text);
    if (auto done = insert(id, hash, *text); !done) return done;
    m_state.passages.add(id, hash);
  }
  if (auto done = tables::writeVersion(m_database, version); !done) return done;
  m_state.versions.push_back(version);
  return {};
}

Result<void> Save::sweep() {
  std::set<std::uint32_t> used(m_state.document.text.passages.begin(),
                               m_state.document.text.passages.end());
  for (const tables::VersionRow& version : m_state.versions) {
    used.insert(version.passages.begin(), version.passages.end());
  }
  auto remove = m_database.prepare("DELETE FROM passage WHERE id=?");
  if (!remove) return std::unexpected(remove.error());
  const std::map<std::uint32_t, Hash> all = m_state.passages.all();
  for (const auto& [id, hash] : all) {
    if (used.contains(id)) continue;
    if (auto done = remove->bind(1, std::int64_t{id}).run(); !done) return done;
    m_state.passages.remove(id);
  }
  return {};
}

Result<void> Save::finish(Time time) {
  if (auto done = sweep(); !done) return done;
  if (auto done = renumber(m_state.document); !done) return done;
  if (auto done = tables::writeDocument(m_database, m_state.document, time); !done) return done;
  return tables::writeSeals(m_database);
}

}  // namespace moxian

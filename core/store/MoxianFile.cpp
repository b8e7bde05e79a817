#include "core/store/MoxianFile.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>

#include "core/store/MoxianState.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

/// SQLite says "cannot open" when it means the journal that a save makes beside the file.
std::unexpected<Error> saveError(const Error& error, const fs::path& path) {
  Error out = documentError(error, path);
  if (out.code == ErrorCode::FileUnreadable || out.code == ErrorCode::FolderUnwritable) {
    return fail(ErrorCode::FolderUnwritable, linkTarget(path).parent_path().string(), out.detail);
  }
  return std::unexpected(std::move(out));
}

std::unexpected<Error> changedError(const fs::path& path) {
  return fail(ErrorCode::FileChanged, path.string());
}

/// A damaged file is kept beside before a whole one takes its place.
Result<void> keepDamaged(const fs::path& path) {
  const auto bytes = readFile(path, UINTMAX_MAX);
  if (!bytes) return std::unexpected(bytes.error());
  return writeFile(path.string() + ".damaged", *bytes);
}

/// A crash while a file with several names is written could be undone under one of them only.
bool hasOtherNames(const fs::path& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0 && info.st_nlink > 1;
}

NewVersion overwrittenVersion() {
  return {VersionKind::Automatic, {}, {}, std::string(kReasonOverwritten)};
}

/// Takes what somebody else saved into `state` and keeps their text as a version.
Result<void> takeTheirs(Database& database, MoxianState& state, Time time) {
  MoxianState theirs;
  theirs.path = state.path;
  auto row = tables::readDocument(database);
  if (!row) return std::unexpected(row.error());
  theirs.document = std::move(*row);
  loadHistory(database, theirs);
  if (theirs.damage.any()) return fail(ErrorCode::DamagedDocument, state.path.string());
  state = std::move(theirs);
  return Save(database, state).version(state.document.text, overwrittenVersion(), time);
}

/// Looks at what was just written as the next reader will: a file that was damaged meanwhile must
/// not be taken for saved.
Result<void> readBack(const MoxianState& state) {
  const auto document = openForReading(state.path);
  if (!document) return std::unexpected(document.error());
  const auto row = tables::readDocument(document->database);
  if (!row) return std::unexpected(row.error());
  if (row->revision != state.document.revision) return changedError(state.path);
  return tables::readText(document->database, row->text).transform([](const std::u16string&) {});
}

/// One transaction over the open document; `work(save)` does the writing.
template <class Work>
Result<void> transact(std::unique_ptr<MoxianState>& state, bool overwrite, WriteWay way, Time time,
                      Work work) {
  auto database = openForWriting(state->path, way == WriteWay::Direct);
  if (!database) return std::unexpected(database.error());
  auto transaction = Transaction::begin(*database);
  if (!transaction) return saveError(transaction.error(), state->path);
  const auto now = tables::readDocument(*database);
  if (!now) return saveError(now.error(), state->path);
  auto next = std::make_unique<MoxianState>(*state);
  if (now->revision != state->document.revision) {
    if (!overwrite) return changedError(state->path);
    if (auto done = takeTheirs(*database, *next, time); !done) return done;
  }
  Save save(*database, *next);
  Result<void> done = work(save);
  if (done) done = save.finish(time);
  if (done) done = transaction->commit();
  if (!done) return saveError(done.error(), state->path);
  if (auto back = readBack(*next); !back) return saveError(back.error(), state->path);
  state = std::move(next);
  return {};
}

}  // namespace

Time timeNow() {
  using std::chrono::milliseconds;
  return std::chrono::duration_cast<milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

bool DocumentDamage::any() const {
  return structure || properties || changes || comments || dismissals || review || versionList ||
         attachmentList || !versions.empty() || !attachments.empty();
}

MoxianFile::MoxianFile(std::unique_ptr<MoxianState> state) : m_state(std::move(state)) {}
MoxianFile::MoxianFile(MoxianFile&&) noexcept = default;
MoxianFile& MoxianFile::operator=(MoxianFile&&) noexcept = default;
MoxianFile::~MoxianFile() = default;

Result<MoxianFile::Opened> MoxianFile::open(const fs::path& path) {
  auto document = loadDocument(path);
  if (!document) return std::unexpected(document.error());
  auto draft = loadDraft(document->open.database, document->state);
  if (!draft) return std::unexpected(draft.error());
  return Opened{MoxianFile(std::make_unique<MoxianState>(std::move(document->state))),
                std::move(*draft)};
}

Result<MoxianFile> MoxianFile::create(const fs::path& path, const Draft& draft,
                                      const SaveRequest& request) {
  auto state = writeAnew(path, draft, request, nullptr);
  if (!state) return std::unexpected(state.error());
  return MoxianFile(std::move(*state));
}

Result<void> MoxianFile::save(const Draft& draft, const SaveRequest& request) {
  if (m_state->damage.any() || m_state->older || hasOtherNames(m_state->path)) {
    return rewrite(draft, request);
  }
  auto done = transact(m_state, request.overwrite, request.way, request.time,
                       [&](Save& save) { return save.draft(draft, request); });
  const bool unusable = !done && (done.error().code == ErrorCode::FileMissing ||
                                  done.error().code == ErrorCode::NotADocument ||
                                  done.error().code == ErrorCode::DamagedDocument);
  return unusable && request.overwrite ? rewrite(draft, request) : done;
}

Result<void> MoxianFile::rewrite(const Draft& draft, const SaveRequest& request) {
  auto source = loadDocument(m_state->path);
  if (!source && !request.overwrite) return std::unexpected(source.error());
  if (source && source->state.document.revision != m_state->document.revision) {
    if (!request.overwrite) return changedError(m_state->path);
    MoxianState& theirs = source->state;
    auto row = theirs.newVersion(theirs.document.text, overwrittenVersion(), request.time);
    if (row) theirs.versions.push_back(std::move(*row));
  }
  const bool missing = !source && source.error().code == ErrorCode::FileMissing;
  if (!missing && (!source || source->state.damage.any())) {
    if (auto kept = keepDamaged(m_state->path); !kept) return kept;
  }
  auto state = writeAnew(m_state->path, draft, request, source ? &*source : nullptr);
  if (!state) return std::unexpected(state.error());
  m_state = std::move(*state);
  return {};
}

Result<MoxianFile::SavedAs> MoxianFile::saveAs(const fs::path& path, const Draft& draft,
                                               const SaveRequest& request) const {
  const auto source = loadDocument(m_state->path);
  auto state = writeAnew(path, draft, request, source ? &*source : nullptr);
  if (!state) return std::unexpected(state.error());
  const bool complete = source && !source->state.damage.any();
  return SavedAs{MoxianFile(std::move(*state)), complete};
}

Result<void> MoxianFile::renameVersion(std::int64_t id, const std::string& name) {
  return transact(m_state, false, WriteWay::Beside, timeNow(),
                  [&](Save& save) { return save.renameVersion(id, name); });
}

Result<void> MoxianFile::removeVersions(std::span<const std::int64_t> ids) {
  return transact(m_state, false, WriteWay::Beside, timeNow(),
                  [&](Save& save) { return save.removeVersions(ids); });
}

Result<std::u16string> MoxianFile::versionText(std::int64_t id) const {
  const tables::VersionRow* row = m_state->version(id);
  if (row == nullptr) return fail(ErrorCode::UsageInvalid, std::to_string(id), "no such version");
  const auto document = openForReading(m_state->path);
  if (!document) return std::unexpected(document.error());
  const auto now = tables::readDocument(document->database);
  if (!now || now->revision != m_state->document.revision) return changedError(m_state->path);
  return tables::readText(document->database, {row->info.length, row->info.hash, row->passages})
      .transform_error([&](Error error) { return documentError(std::move(error), m_state->path); });
}

Result<std::string> MoxianFile::attachment(std::int64_t id) const {
  const auto info = std::ranges::find(m_state->attachments, id, &AttachmentInfo::id);
  if (info == m_state->attachments.end()) {
    return fail(ErrorCode::UsageInvalid, std::to_string(id), "no such attachment");
  }
  const auto document = openForReading(m_state->path);
  if (!document) return std::unexpected(document.error());
  return tables::readAttachment(document->database, *info).transform_error([&](Error error) {
    return documentError(std::move(error), m_state->path);
  });
}

Result<bool> MoxianFile::changedOutside() const {
  const auto document = openForReading(m_state->path);
  if (!document) return std::unexpected(document.error());
  const auto now = tables::readDocument(document->database);
  if (!now) return std::unexpected(documentError(now.error(), m_state->path));
  return now->revision != m_state->document.revision;
}

const fs::path& MoxianFile::path() const {
  return m_state->path;
}

std::vector<VersionInfo> MoxianFile::versions() const {
  std::vector<VersionInfo> out;
  for (const tables::VersionRow& row : m_state->versions) out.push_back(row.info);
  return out;
}

const std::vector<AttachmentInfo>& MoxianFile::attachments() const {
  return m_state->attachments;
}

const Hash& MoxianFile::textHash() const {
  return m_state->document.text.hash;
}

const DocumentDamage& MoxianFile::damage() const {
  return m_state->damage;
}

bool looksLikeDocument(const fs::path& path) {
  // The header of SQLite files and, at byte 68, the application id, high byte first.
  std::ifstream file(path, std::ios::binary);
  char head[72] = {};
  file.read(head, sizeof head);
  return file.gcount() == sizeof head && std::string_view(head, 15) == "SQLite format 3" &&
         std::string_view(head + 68, 4) == "MXDF";
}

}  // namespace moxian

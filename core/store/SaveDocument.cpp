#include "core/store/MarksJson.h"
#include "core/store/OpenDocument.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

Result<std::string> plainBytes(const Draft& draft) {
  const DraftProperties& p = draft.properties;
  return encode(draft.text, p.encoding, p.byteOrderMark, p.lineEnding);
}

}  // namespace

/// What was written, ready to become the document's own.
struct OpenDocument::Written {
  SaveOutcome outcome;
  std::optional<MoxianFile> moxian;
};

Result<void> OpenDocument::mayWrite() {
  if (m_lock && !m_lock->held()) lock();  // taken over by another host, or its file was removed
  if (m_owner) return fail(ErrorCode::FileLocked, m_path.string(), m_owner->user);
  return {};
}

Result<void> OpenDocument::backUp() const {
  std::error_code failed;
  if (!m_settings.backups || !fs::exists(m_path, failed)) return {};
  const auto bytes = readFile(m_path, UINTMAX_MAX);
  if (!bytes) return std::unexpected(bytes.error());
  return writeFile(m_path.string() + "~", *bytes);
}

SaveRequest OpenDocument::request(const Draft& draft, const DocumentSave& how) const {
  SaveRequest out;
  out.version = how.version;
  out.attachments = how.attachments;
  out.overwrite = how.overwrite || m_keepMine;
  out.way = how.way;
  applyPolicy(m_settings.versions, m_moxian ? m_moxian->versions() : std::vector<VersionInfo>(),
              hashOf(draft.text), how.author.empty() ? m_settings.user : how.author, out);
  return out;
}

Result<WriteEffects> OpenDocument::savePlain(const Draft& draft, const DocumentSave& how) {
  const auto bytes = plainBytes(draft);
  if (!bytes) return std::unexpected(bytes.error());
  const DiskState state = onDisk().state;
  if (!how.overwrite && !m_keepMine && state != DiskState::Same) {
    const bool changed = state == DiskState::Changed;
    return fail(changed ? ErrorCode::FileChanged : ErrorCode::FileMissing, m_path.string());
  }
  auto effects = replaceFile(m_path, std::as_bytes(std::span(*bytes)), how.way);
  if (!effects) return effects;
  auto watch = FileWatch::begin(m_path, hashOf(std::as_bytes(std::span(*bytes))));
  if (watch) m_watch = std::move(*watch);
  return effects;
}

void OpenDocument::announceSave(const fs::path& path, const Draft& draft) {
  const std::scoped_lock hold(m_guarded->mutex);
  m_guarded->announced = true;
  m_guarded->editedSince = false;
  if (!m_journal) return;
  m_journal->saving({hashOf(draft.text), path, draft.properties.encoding},
                    marksToJson(draft.marks));
}

/// A crash behind the save must find the announcement.
void OpenDocument::prepare(const fs::path& path, const Draft& draft) {
  if (!m_guarded->announced) announceSave(path, draft);
  m_guarded->announced = false;
  // A journal that cannot be written has told so; the save makes it superfluous anyway.
  m_saveTold = !m_journal || m_journal->handOver().has_value();
}

/// What older journals hold is in the document or given up.
void OpenDocument::dropOlder() {
  if (m_older) m_older->discard();
  m_older.reset();
  // One that cannot be removed is offered again; nobody is kept from saving or closing by that.
  if (m_left) (void)m_left->discard();
  m_left.reset();
}

/// From now on the file holds the draft, and the journal begins anew unless it holds more already.
void OpenDocument::saved(const Draft& draft) {
  m_encoding = draft.properties.encoding;
  m_keepMine = false;
  dropOlder();
  std::unique_ptr<EditJournal> before;
  {
    const std::scoped_lock hold(m_guarded->mutex);
    if (m_guarded->editedSince) return;
    before = std::move(m_journal);
    beginJournal(draft);
  }
  if (before) before->discard();  // may wait for the disk, which a key must not
}

void OpenDocument::goOn(const Draft& saved, const Draft& now) {
  std::unique_ptr<EditJournal> before = std::move(m_journal);
  m_guarded->editedSince = false;
  beginJournal(saved);
  if (!before || !m_journal) return;
  const JournalEdit edit = editBetween(saved.text, now.text);
  edited(edit.offset, edit.removed, edit.inserted);
  marked(now.marks);
  m_journal->replacing(before->file().stem().string());
  // Without word of the save, what is on the disk of the one before is older than the document.
  if (m_journal->handOver() || !m_saveTold) {
    before->discard();
  } else {
    m_older = std::move(before);
  }
}

Result<SaveOutcome> OpenDocument::save(const Draft& draft, const DocumentSave& how) {
  if (!named()) return fail(ErrorCode::UsageInvalid, {}, "no file");
  if (auto may = mayWrite(); !may) return std::unexpected(may.error());
  if (auto kept = backUp(); !kept) return std::unexpected(kept.error());
  prepare(m_path, draft);
  SaveOutcome outcome;
  if (m_moxian) {
    if (auto done = m_moxian->save(draft, request(draft, how)); !done) {
      return std::unexpected(done.error());
    }
    if (auto watch = FileWatch::begin(m_path)) m_watch = std::move(*watch);
  } else {
    const auto effects = savePlain(draft, how);
    if (!effects) return std::unexpected(effects.error());
    outcome.effects = *effects;
  }
  if (!m_lock) lock();  // a file that had gone is there again
  saved(draft);
  return outcome;
}

Result<void> OpenDocument::changeVersions(const std::function<Result<void>(MoxianFile&)>& change) {
  if (!m_moxian) return fail(ErrorCode::UsageInvalid, m_path.string(), "no versions");
  if (auto may = mayWrite(); !may) return may;
  if (auto done = change(*m_moxian); !done) return done;
  if (auto watch = FileWatch::begin(m_path)) m_watch = std::move(*watch);
  return {};
}

Result<void> OpenDocument::renameVersion(std::int64_t id, const std::string& name) {
  return changeVersions([&](MoxianFile& file) { return file.renameVersion(id, name); });
}

Result<void> OpenDocument::removeVersions(std::span<const std::int64_t> ids) {
  return changeVersions([&](MoxianFile& file) { return file.removeVersions(ids); });
}

Result<OpenDocument::Written> OpenDocument::writeTo(const fs::path& path, const Draft& draft,
                                                    const DocumentSave& how) const {
  Written out;
  if (documentFormatOf(path) == DocumentFormat::PlainText) {
    const auto bytes = plainBytes(draft);
    if (!bytes) return std::unexpected(bytes.error());
    auto effects = replaceFile(path, std::as_bytes(std::span(*bytes)), how.way);
    if (!effects) return std::unexpected(effects.error());
    out.outcome.effects = *effects;
    return out;
  }
  SaveRequest wanted = request(draft, how);
  if (m_moxian) {
    auto written = m_moxian->saveAs(path, draft, wanted);
    if (!written) return std::unexpected(written.error());
    out.outcome.historyComplete = written->historyComplete;
    out.moxian.emplace(std::move(written->file));
    return out;
  }
  const auto origin = named() ? readFile(m_path) : Result<std::string>();
  if (named() && origin) {
    wanted.attachments.push_back({m_path.filename().string(), std::as_bytes(std::span(*origin))});
  }
  out.outcome.historyComplete = origin.has_value();
  auto written = MoxianFile::create(path, draft, wanted);
  if (!written) return std::unexpected(written.error());
  out.moxian.emplace(std::move(*written));
  return out;
}

Result<SaveOutcome> OpenDocument::saveCopy(const fs::path& path, const Draft& draft,
                                           const DocumentSave& how) const {
  return writeTo(path, draft, how).transform([](const Written& w) { return w.outcome; });
}

Result<SaveOutcome> OpenDocument::saveAs(const fs::path& path, const Draft& draft,
                                         const DocumentSave& how) {
  std::error_code failed;
  const fs::path target = fs::absolute(path, failed);
  const bool own = named() && fs::equivalent(target, m_path, failed);
  if (own && documentFormatOf(target) == m_format) return save(draft, how);
  if (own) {
    if (auto may = mayWrite(); !may) return std::unexpected(may.error());
  }
  std::optional<DocumentLock> lock = own ? std::move(m_lock) : std::nullopt;
  std::optional<Error> lockError = own ? m_lockError : std::nullopt;
  if (!own) {
    auto attempt = DocumentLock::acquire(target, m_settings.user, m_settings.locks);
    if (attempt && !attempt->lock) {
      return fail(ErrorCode::FileLocked, target.string(), attempt->owner.user);
    }
    if (attempt) lock = std::move(attempt->lock);
    if (lock) removeLeftovers(target);
    if (!attempt) lockError = attempt.error();
  }
  prepare(target, draft);
  auto written = writeTo(target, draft, how);
  if (!written) {
    if (own) m_lock = std::move(lock);
    return std::unexpected(written.error());
  }
  m_path = target;
  m_format = documentFormatOf(target);
  m_moxian = std::move(written->moxian);
  m_lock = std::move(lock);
  m_lockError = std::move(lockError);
  m_owner.reset();
  m_watch.reset();
  if (auto watch = FileWatch::begin(target)) m_watch = std::move(*watch);
  saved(draft);
  return written->outcome;
}

}  // namespace moxian

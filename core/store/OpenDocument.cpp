#include "core/store/OpenDocument.h"

#include <algorithm>

#include "core/store/MarksJson.h"
#include "core/text/Script.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

Result<LoadedDraft> loadPlain(const fs::path& path, std::optional<Encoding> forced) {
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto decoded = decode(*bytes, forced, path.string());
  if (!decoded) return std::unexpected(decoded.error());
  LoadedDraft out;
  out.draft.text = std::move(decoded->text);
  out.draft.properties.script = detectScript(out.draft.text);
  out.draft.properties.encoding = decoded->encoding;
  out.draft.properties.byteOrderMark = decoded->byteOrderMark;
  out.draft.properties.lineEnding = decoded->lineEnding;
  out.guessed = decoded->guessed;
  out.mixedLineEndings = decoded->mixedLineEndings;
  out.invalid = decoded->invalid.size();
  return out;
}

}  // namespace

DocumentFormat documentFormatOf(const fs::path& path) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return ending == ".moxian" ? DocumentFormat::Moxian : DocumentFormat::PlainText;
}

OpenDocument OpenDocument::untitled(StoreSettings settings) {
  OpenDocument out(std::move(settings));
  out.beginJournal({});
  return out;
}

Result<LoadedDraft> OpenDocument::load(std::optional<Encoding> forced) {
  auto watch = FileWatch::begin(m_path);
  if (!watch) return std::unexpected(watch.error());
  Result<LoadedDraft> out;
  std::optional<MoxianFile> moxian;
  if (looksLikeDocument(m_path) || documentFormatOf(m_path) == DocumentFormat::Moxian) {
    auto opened = MoxianFile::open(m_path);
    if (!opened) return std::unexpected(opened.error());
    moxian.emplace(std::move(opened->file));
    out->draft = std::move(opened->draft);
  } else {
    out = loadPlain(m_path, forced);
    if (!out) return out;
  }
  m_format = moxian ? DocumentFormat::Moxian : DocumentFormat::PlainText;
  m_moxian = std::move(moxian);
  m_encoding = out->draft.properties.encoding;
  m_watch = std::move(*watch);
  m_keepMine = false;
  return out;
}

Result<OpenDocument::Opened> OpenDocument::open(const fs::path& path, StoreSettings settings,
                                                std::optional<Encoding> forced) {
  OpenDocument document(std::move(settings));
  std::error_code failed;
  document.m_path = fs::absolute(path, failed);
  // Before reading: nobody who keeps to the lock writes in between.
  document.lock();
  auto loaded = document.load(forced);
  if (!loaded) return std::unexpected(loaded.error());
  document.beginJournal(loaded->draft);
  return Opened{std::move(document), std::move(*loaded)};
}

void OpenDocument::lock() {
  m_lock.reset();
  m_owner.reset();
  m_lockError.reset();
  std::error_code failed;
  if (!fs::exists(m_path, failed)) return;
  auto attempt = DocumentLock::acquire(m_path, m_settings.user, m_settings.locks);
  if (!attempt) {
    m_lockError = attempt.error();
  } else if (!attempt->lock) {
    m_owner = attempt->owner;
  } else {
    m_lock = std::move(attempt->lock);
    removeLeftovers(m_path);
  }
}

/// The edits to come begin from this draft, which is what the document holds.
void OpenDocument::beginJournal(const Draft& draft) {
  m_journal.reset();
  m_unrecorded.clear();
  if (m_settings.journals.empty()) return;
  if (draft.marks != Marks()) m_unrecorded = marksToJson(draft.marks);
  JournalStart start;
  start.document = m_path;
  start.title = named() ? m_path.filename().string() : m_title;
  start.base = hashOf(draft.text);
  start.time = timeNow();
  start.encoding = m_encoding;
  start.writer = thisProcess();
  start.text = draft.text;
  m_journal =
      std::make_unique<EditJournal>(m_settings.journals, std::move(start), m_settings.journal);
}

Result<OpenDocument::Opened> OpenDocument::recover(RecoverableDraft& left, StoreSettings settings) {
  if (!left.content()) return fail(ErrorCode::DamagedFile, left.file().string(), "journal");
  const JournalContent& content = *left.content();
  std::optional<Opened> out;
  if (left.base() == BaseState::Same || left.base() == BaseState::Saved) {
    auto opened = open(content.start.document, settings, content.start.encoding);
    const bool usable = opened && !opened->document.readOnly() &&
                        (content.follows(hashOf(opened->loaded.draft.text)) ||
                         opened->loaded.draft.text == content.text);
    if (usable) out = std::move(*opened);
  }
  if (!out) {
    out = Opened{OpenDocument(std::move(settings)), {}};
    out->document.m_title = content.start.title;
    out->document.beginJournal({});
  }
  Draft& draft = out->loaded.draft;
  const JournalEdit edit = editBetween(draft.text, content.text);
  out->document.edited(edit.offset, edit.removed, edit.inserted);
  draft.text = content.text;
  if (const auto marks = recoveredMarks(content)) {
    draft.marks = *marks;
    out->document.marked(*marks);
  }
  out->recovered = true;
  EditJournal* journal = out->document.m_journal.get();
  if (journal != nullptr) journal->replacing(left.file().stem().string());
  if (journal != nullptr && !journal->flush()) {
    out->document.m_left = std::move(left);
  } else if (journal != nullptr) {
    if (auto done = left.discard(); !done) return std::unexpected(done.error());
  }
  return std::move(*out);
}

void OpenDocument::edited(std::size_t offset, std::size_t removed, std::u16string_view inserted) {
  const std::scoped_lock hold(m_guarded->mutex);
  m_guarded->editedSince = true;
  if (!m_journal) return;
  if (!m_unrecorded.empty()) m_journal->state(std::exchange(m_unrecorded, {}));
  m_journal->edit(offset, removed, inserted);
}

void OpenDocument::marked(const Marks& marks) {
  const std::scoped_lock hold(m_guarded->mutex);
  m_guarded->editedSince = true;
  m_unrecorded.clear();
  if (m_journal) m_journal->state(marksToJson(marks));
}

Result<LoadedDraft> OpenDocument::revert(std::optional<Encoding> forced) {
  if (!named()) return fail(ErrorCode::UsageInvalid, {}, "no file");
  auto loaded = load(forced);
  if (loaded) {
    m_guarded->editedSince = false;
    saved(loaded->draft);
  }
  return loaded;
}

FileWatch::Finding OpenDocument::onDisk() {
  return m_watch ? m_watch->look() : FileWatch::Finding{};
}

void OpenDocument::keepMine() {
  m_keepMine = true;
  if (auto watch = FileWatch::begin(m_path)) m_watch = std::move(*watch);
}

Result<bool> OpenDocument::retryLock() {
  lock();
  if (m_lockError) return std::unexpected(*m_lockError);
  return !m_owner;
}

Result<void> OpenDocument::takeLock() {
  auto taken = DocumentLock::takeOver(m_path, m_settings.user, m_settings.locks);
  if (!taken) return std::unexpected(taken.error());
  m_lock = std::move(*taken);
  m_owner.reset();
  return {};
}

void OpenDocument::close() {
  if (m_journal) m_journal->discard();
  m_journal.reset();
  dropOlder();
  m_lock.reset();
}

std::optional<Error> OpenDocument::journalError() const {
  if (m_journal) return m_journal->failure();
  return Error{ErrorCode::FolderUnwritable, m_settings.journals.string(), "no folder for journals"};
}

}  // namespace moxian

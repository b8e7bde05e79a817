#include "core/store/Recovery.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>

#include "core/base/Files.h"
#include "core/review/Markup.h"
#include "core/store/MarksJson.h"
#include "core/store/MoxianFile.h"
#include "core/text/Decoder.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

/// Takes the journal's lock; an invalid descriptor if a running program holds it.
Descriptor held(const fs::path& file, bool& lockable) {
  Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  lockable = true;
  if (descriptor.valid() && ::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Descriptor();
    lockable = false;
  }
  return descriptor;
}

/// What a document holds of a draft; plain text has no marks.
struct Held {
  std::u16string text;
  Marks marks;
  bool plain = false;
};

Result<Held> heldIn(const fs::path& path, std::optional<Encoding> encoding) {
  if (looksLikeDocument(path)) {
    auto opened = MoxianFile::open(path);
    if (!opened) return std::unexpected(opened.error());
    return Held{std::move(opened->draft.text), std::move(opened->draft.marks), false};
  }
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto decoded = decode(*bytes, encoding, path.string());
  if (!decoded) return std::unexpected(decoded.error());
  return Held{std::move(decoded->text), {}, true};
}

/// Their order in a list says nothing.
bool sameMarks(Marks a, Marks b) {
  for (Marks* marks : {&a, &b}) {
    std::ranges::sort(marks->changes, {}, &StoredChange::id);
    std::ranges::sort(marks->comments, {}, &StoredComment::id);
  }
  return a == b;
}

}  // namespace

Result<std::u16string> textInFile(const fs::path& path, std::optional<Encoding> encoding) {
  return heldIn(path, encoding).transform([](Held held) { return std::move(held.text); });
}

std::optional<Marks> recoveredMarks(const JournalContent& content) {
  auto marks = content.state ? marksFromJson(*content.state) : std::nullopt;
  const bool ranges = marks && !(marks->changes.empty() && marks->comments.empty());
  if (!ranges || content.sinceState.empty()) return marks;
  Markup markup(marks->changes, marks->comments, SIZE_MAX);
  for (const JournalShift& shift : content.sinceState) markup.replaced(shift.span, shift.added);
  marks->changes = markup.changes();
  marks->comments = markup.comments();
  return marks;
}

/// A save into another file, the first of a draft or one under another name, was done but not told
/// done: the draft goes on in that file.
void followSave(JournalContent& content) {
  JournalStart& start = content.start;
  if (!content.saving || content.saving->document == start.document) return;
  const auto there = heldIn(content.saving->document, content.saving->encoding);
  if (!there || hashOf(there->text) != content.saving->text) return;
  start.document = content.saving->document;
  start.title = start.document.filename().string();
  start.encoding = content.saving->encoding;
  start.base = content.saving->text;
}

/// How the document stands; true if it holds all that the journal does.
bool RecoverableDraft::compareWithDocument() {
  followSave(*m_content);
  const JournalContent& content = *m_content;
  const fs::path& document = content.start.document;
  m_base = BaseState::Untitled;
  if (document.empty()) return false;
  const bool own = content.saving && content.saving->document == document;
  const auto there = heldIn(document, own ? content.saving->encoding : content.start.encoding);
  if (!there) {
    const bool missing = there.error().code == ErrorCode::FileMissing;
    m_base = missing ? BaseState::Missing : BaseState::Unreadable;
    return false;
  }
  const bool saved = there->text == content.text;
  m_base = saved                                  ? BaseState::Saved
           : content.follows(hashOf(there->text)) ? BaseState::Same
                                                  : BaseState::Changed;
  if (!saved || content.lostBytes > 0) return false;
  // Plain text takes no marks: a save into it gave them up after asking.
  if (there->plain && own && !content.sinceSaving) return true;
  const auto marks = recoveredMarks(content);
  return !marks || sameMarks(*marks, there->marks);
}

Result<void> RecoverableDraft::discard() {
  if (::unlink(m_file.c_str()) != 0 && errno != ENOENT) {
    return writeError(errno, m_file, ErrorCode::FileUnwritable);
  }
  return syncFolder(m_file.parent_path());
}

/// Reads one file of the folder; false if there is nothing in it to offer.
bool RecoverableDraft::read(const fs::path& file) {
  const bool part = file.extension() == ".part";
  if (file.extension() != ".journal" && !part) return false;
  bool lockable = false;
  m_file = file;
  m_lock = held(file, lockable);
  if (!m_lock.valid()) return false;
  const auto bytes = readFile(file);
  if (!bytes) return bytes.error().code != ErrorCode::FileMissing;
  m_size = bytes->size();
  bool nothing = m_size == 0;
  if (auto content = readJournal(*bytes, file.stem().string())) {
    if (!lockable && livenessOf(content->start.writer) == Liveness::Alive) return false;
    m_content = std::move(*content);
    nothing = compareWithDocument();
  }
  // A part is a copy of a journal that is there still, or of edits a moment old.
  return !((part || nothing) && discard());
}

/// A crash during recovery leaves the new journal and the one that it took over.
void dropReplaced(std::vector<RecoverableDraft>& drafts, const std::vector<std::string>& replaced) {
  std::erase_if(drafts, [&](RecoverableDraft& draft) {
    return std::ranges::contains(replaced, draft.file().stem().string()) && draft.discard();
  });
}

Result<std::vector<RecoverableDraft>> recoverable(const fs::path& folder) {
  std::vector<RecoverableDraft> out;
  std::vector<std::string> replaced;  // also by those that hold nothing to offer
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    RecoverableDraft draft;
    const bool offered = draft.read(entry->path());
    if (draft.content() && entry->path().extension() != ".part") {
      replaced.push_back(draft.content()->replaces);
    }
    if (offered) out.push_back(std::move(draft));
  }
  if (failed && failed != std::errc::no_such_file_or_directory) {
    return fail(ErrorCode::FileUnreadable, folder.string(), failed.message());
  }
  dropReplaced(out, replaced);
  std::ranges::stable_sort(out, std::ranges::greater{}, [](const RecoverableDraft& draft) {
    return draft.content() ? draft.content()->lastTime : 0;
  });
  return out;
}

}  // namespace moxian

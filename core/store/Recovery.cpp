#include "core/store/Recovery.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>

#include "core/base/Files.h"
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

BaseState baseOf(const JournalContent& content) {
  const fs::path& document = content.start.document;
  if (document.empty()) return BaseState::Untitled;
  const auto text = textInFile(document, content.start.encoding);
  if (!text) {
    return text.error().code == ErrorCode::FileMissing ? BaseState::Missing : BaseState::Unreadable;
  }
  if (*text == content.text) return BaseState::Saved;
  return content.follows(hashOf(*text)) ? BaseState::Same : BaseState::Changed;
}

/// The document holds the text, and no marks were recorded after the last save began.
bool nothingToRecover(const RecoverableDraft& draft) {
  return draft.content() && draft.base() == BaseState::Saved && !draft.content()->state &&
         draft.content()->lostBytes == 0;
}

}  // namespace

Result<std::u16string> textInFile(const fs::path& path, std::optional<Encoding> encoding) {
  if (looksLikeDocument(path)) {
    auto opened = MoxianFile::open(path);
    if (!opened) return std::unexpected(opened.error());
    return std::move(opened->draft.text);
  }
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto decoded = decode(*bytes, encoding, path.string());
  if (!decoded) return std::unexpected(decoded.error());
  return std::move(decoded->text);
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
  if (auto content = readJournal(*bytes, file.stem().string())) {
    if (!lockable && livenessOf(content->start.writer) == Liveness::Alive) return false;
    m_base = baseOf(*content);
    m_content = std::move(*content);
  }
  // A part is a copy of a journal that is there still, or of edits a moment old.
  const bool nothing = part || m_size == 0 || nothingToRecover(*this);
  return !(nothing && discard());
}

Result<std::vector<RecoverableDraft>> recoverable(const fs::path& folder) {
  std::vector<RecoverableDraft> out;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    RecoverableDraft draft;
    if (draft.read(entry->path())) out.push_back(std::move(draft));
  }
  if (failed && failed != std::errc::no_such_file_or_directory) {
    return fail(ErrorCode::FileUnreadable, folder.string(), failed.message());
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, [](const RecoverableDraft& draft) {
    return draft.content() ? draft.content()->lastTime : 0;
  });
  return out;
}

}  // namespace moxian

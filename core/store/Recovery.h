#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/Descriptor.h"
#include "core/base/Result.h"
#include "core/store/JournalFormat.h"

namespace moxian {

/// How a journal's document stands now, and so what can be offered.
enum class BaseState {
  Untitled,    ///< the draft was never saved
  Same,        ///< the document is the one that was edited: continue in it
  Saved,       ///< the same, and it holds the recovered text already: only marks are missing
  Changed,     ///< somebody wrote the document since: only as a copy
  Missing,     ///< the document is not there: only as a copy
  Unreadable,  ///< the document cannot be opened: only as a copy
};

/// What a crashed program left of a draft. Holds the journal, so that no second program offers it
/// at the same time, and leaves it where it is unless it is discarded.
class RecoverableDraft {
 public:
  /// Nothing if the journal is so damaged that not even its start can be read.
  [[nodiscard]] const std::optional<JournalContent>& content() const { return m_content; }
  [[nodiscard]] BaseState base() const { return m_base; }
  [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
  [[nodiscard]] std::uintmax_t size() const { return m_size; }  ///< of the journal, in bytes

  /// Removes the journal. To keep a draft, first have a new journal hold it: EditJournal::flush().
  [[nodiscard]] Result<void> discard();

 private:
  friend Result<std::vector<RecoverableDraft>> recoverable(const std::filesystem::path& folder);
  bool read(const std::filesystem::path& file);
  bool compareWithDocument();

  std::filesystem::path m_file;
  Descriptor m_lock;
  std::uintmax_t m_size = 0;
  std::optional<JournalContent> m_content;
  BaseState m_base = BaseState::Untitled;
};

/// The drafts that programs left behind in a folder of journals, the last edited first; journals
/// that a running program writes are not among them. Those whose document holds the recovered text
/// already are removed, since nothing is lost. A missing folder gives none. Opens the documents,
/// which may take long on a network place; any thread.
[[nodiscard]] Result<std::vector<RecoverableDraft>> recoverable(
    const std::filesystem::path& folder);

/// The marks that a journal gives back, where they stand in its text; nothing if it holds none.
[[nodiscard]] std::optional<Marks> recoveredMarks(const JournalContent& content);

/// The text of a file as drafts hold it: a .moxian document's, or plain text in an encoding that is
/// guessed unless it is given.
[[nodiscard]] Result<std::u16string> textInFile(const std::filesystem::path& path,
                                                std::optional<Encoding> encoding = {});

}  // namespace moxian

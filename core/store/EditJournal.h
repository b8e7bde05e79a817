#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/store/JournalFormat.h"

namespace moxian {

struct JournalOptions {
  /// How long an edit may wait before it is given to the system; then a crash of the program loses
  /// nothing more than that.
  std::chrono::milliseconds writeWithin{200};
  /// How long it may wait before it is synced; then a power cut loses nothing more than that.
  std::chrono::milliseconds syncWithin{3000};
  /// After a failure (disk full, folder gone) everything is kept and written again so often.
  std::chrono::milliseconds retryAfter{1000};
  /// Called when writing begins to fail, with the error, and when it works again, with nothing. On
  /// the journal's own thread: hand it over to the window.
  std::function<void(const std::optional<Error>&)> changed;
};

/// Writes the edits of one draft into a journal, from which a crashed program's next start takes
/// them (Recovery.h). Nothing touches the disk before the first edit, and all of it happens on a
/// thread of the journal's own, so recording an edit costs microseconds however slow the disk is.
/// The calls come from one thread at a time.
class EditJournal {
 public:
  /// `folder`: see journalFolder(); made if it is missing.
  EditJournal(std::filesystem::path folder, JournalStart start, JournalOptions options = {});
  /// Writes what is left and leaves the journal for recovery, unless it was discarded.
  ~EditJournal();
  EditJournal(const EditJournal&) = delete;
  EditJournal& operator=(const EditJournal&) = delete;

  /// `removed` UTF-16 units at `offset` gave way to `inserted`.
  void edit(std::size_t offset, std::size_t removed, std::u16string_view inserted);
  /// The program's own record, such as the marks on the draft; the newest one counts.
  void state(std::string_view bytes);

  /// What was recorded so far holds all of the journal with this id, which a crash left: from here
  /// on that one counts no more, whether it is removed or not.
  void replacing(std::string_view id);

  /// To be called before a document is saved, this one or another that the draft goes on in, with
  /// the state that goes with it: a crash between the save and discard() then offers nothing that
  /// is saved already, once handOver() has returned.
  void saving(const JournalSaving& saving, std::string_view state);

  /// Waits until the system has everything recorded; the failure if it cannot have it.
  [[nodiscard]] Result<void> handOver();
  /// Waits until everything recorded is synced; the failure if it cannot be.
  [[nodiscard]] Result<void> flush();
  /// Removes the journal: its draft was saved, or given up. Later edits are not recorded.
  void discard();

  /// The failure that keeps edits from being written now.
  [[nodiscard]] std::optional<Error> failure() const;
  /// The journal's file, whether it was made yet or not.
  [[nodiscard]] const std::filesystem::path& file() const;

 private:
  class Writer;
  std::unique_ptr<Writer> m_writer;
};

/// Where journals lie: the folder "journals" in the desktop's state folder, or an error without a
/// home folder. Not created by the call.
[[nodiscard]] Result<std::filesystem::path> journalFolder();

}  // namespace moxian

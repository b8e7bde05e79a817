#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/store/Draft.h"
#include "core/store/ProcessIdentity.h"

// The bytes of a journal of edits (FORMAT.md).
namespace moxian {

/// What a journal begins with.
struct JournalStart {
  std::filesystem::path document;  ///< empty for a draft that was never saved
  std::string title;               ///< to show in a list (UTF-8)
  Hash base{};                     ///< of the text in the document when the journal began
  Time time = 0;
  Encoding encoding = Encoding::Utf8;  ///< of the document if it is plain text
  ProcessIdentity writer;
  std::u16string text;  ///< what the edits begin from
};

/// A change of the text.
struct JournalEdit {
  Time time = 0;
  std::size_t offset = 0;   ///< UTF-16 units
  std::size_t removed = 0;  ///< UTF-16 units from there
  std::u16string_view inserted;
};

/// One record with its sums. `number` counts from 0, `id` is the journal's.
[[nodiscard]] std::string journalRecord(std::uint64_t number, std::string_view id,
                                        std::string_view payload);
[[nodiscard]] std::string startPayload(const JournalStart& start);
/// The one edit that leads from one text to another; `inserted` is a piece of `to`.
[[nodiscard]] JournalEdit editBetween(std::u16string_view from, std::u16string_view to);
[[nodiscard]] std::string editPayload(const JournalEdit& edit);
[[nodiscard]] std::string statePayload(Time time, std::string_view bytes);
/// What a save is about to do.
struct JournalSaving {
  Hash text{};                         ///< of what the document is to hold
  std::filesystem::path document;      ///< that it goes into; absolute
  Encoding encoding = Encoding::Utf8;  ///< of the document if it is plain text
};
[[nodiscard]] std::string savingPayload(Time time, const JournalSaving& saving);

/// How an edit moved what lies behind it.
struct JournalShift {
  Span span;              ///< gave way to
  std::size_t added = 0;  ///< so many UTF-16 units
};

/// All that another journal held stands in front of this record.
[[nodiscard]] std::string replacingPayload(Time time, std::string_view id);

/// What a journal gives back.
struct JournalContent {
  JournalStart start;
  std::u16string text;                   ///< after the last edit that could be read
  std::size_t edits = 0;                 ///< how many were read
  Time lastTime = 0;                     ///< of the last record that was read
  std::optional<std::string> state;      ///< the program's newest record
  std::vector<JournalShift> sinceState;  ///< the edits that came after it
  std::string replaces;                  ///< id of the journal that this one took over, if any
  std::optional<JournalSaving> saving;   ///< the last save that began
  bool sinceSaving = false;              ///< something was edited or marked after it began
  /// True if the edits go on from the text with this hash: the document as it was, or as a save
  /// that may not have been told done left it.
  [[nodiscard]] bool follows(const Hash& document) const {
    return document == start.base || (saving && document == saving->text);
  }
  std::size_t lostBytes = 0;    ///< behind the last good record
  std::size_t lostRecords = 0;  ///< of those that can be recognised in the lost bytes
};

/// Reads the valid part. DamagedFile, with the journal's id, if not even its start can be read.
/// Linear in the bytes; any bytes are safe.
[[nodiscard]] Result<JournalContent> readJournal(std::string_view bytes, const std::string& id);

}  // namespace moxian

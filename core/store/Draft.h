#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/review/Marks.h"
#include "core/store/Hash.h"
#include "core/text/Decoder.h"
#include "core/text/Script.h"

namespace moxian {

/// The clock of this machine.
[[nodiscard]] Time timeNow();

/// What is known of a draft beside its text.
struct DraftProperties {
  Script script = Script::Simplified;
  /// How the file that the draft came from was stored, for writing plain text again.
  Encoding encoding = Encoding::Utf8;
  bool byteOrderMark = false;
  LineEnding lineEnding = LineEnding::Lf;
  std::string profile;  ///< name of a profile; empty: chosen from the text
  std::string unit;     ///< the office that reports (UTF-8)
  int year = 0;         ///< the year reported on; 0 if unknown
  friend bool operator==(const DraftProperties&, const DraftProperties&) = default;
};

/// Tracked changes and comments as they are stored; review/Marks.h says what they are.
using StoredChange = TrackedChange;
using StoredComment = Comment;
using StoredSignOff = SignOff;
using StoredSettled = SettledChange;

/// A finding that somebody decided to leave as it is.
struct Dismissal {
  std::string rule;        ///< id of the rule
  std::u16string excerpt;  ///< the words that alarmed
  std::u16string context;  ///< the line they stand in, to find them again after edits
  std::string author;
  Time time = 0;
  std::u16string reason;
  friend bool operator==(const Dismissal&, const Dismissal&) = default;
};

/// What is marked on a draft.
struct Marks {
  std::vector<StoredChange> changes;
  std::vector<StoredComment> comments;
  std::vector<Dismissal> dismissals;
  std::vector<StoredSignOff> signOffs;      ///< in the order they were given
  bool tracking = false;                    ///< further edits are tracked
  std::vector<StoredSettled> settled = {};  ///< in the order they were decided
  friend bool operator==(const Marks&, const Marks&) = default;
};

/// All that a person works on: what a save writes and opening gives back.
struct Draft {
  /// Any UTF-16, also with halves of surrogate pairs; line ends are U+000A.
  std::u16string text;
  DraftProperties properties;
  Marks marks;
  friend bool operator==(const Draft&, const Draft&) = default;
};

enum class VersionKind { Named = 1, Automatic = 2 };

/// A state of the text that was kept.
struct VersionInfo {
  std::int64_t id = 0;  ///< ascending in the order they were made
  VersionKind kind = VersionKind::Automatic;
  std::string name;  ///< empty for automatic ones
  std::string author;
  std::string reason;
  Time time = 0;
  std::size_t length = 0;  ///< UTF-16 units
  Hash hash{};             ///< of the text
  friend bool operator==(const VersionInfo&, const VersionInfo&) = default;
};

/// A file that is kept inside the document, such as the one a draft was opened from.
struct AttachmentInfo {
  std::int64_t id = 0;
  std::string name;  ///< file name without folder (UTF-8)
  Time time = 0;
  std::size_t size = 0;  ///< bytes
  Hash hash{};           ///< of the bytes
  friend bool operator==(const AttachmentInfo&, const AttachmentInfo&) = default;
};

}  // namespace moxian

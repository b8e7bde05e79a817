#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Span.h"
#include "core/store/Hash.h"
#include "core/text/Decoder.h"
#include "core/text/Script.h"

namespace moxian {

/// Milliseconds since 1970-01-01 UTC. For people to read; nothing is decided by comparing them
/// alone, since clocks are set back.
using Time = std::int64_t;
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

enum class ChangeKind { Insertion = 1, Deletion = 2, MovedFrom = 3, MovedTo = 4 };

/// A tracked change as it is stored. Deleted text stands in the draft's text until it is accepted.
struct StoredChange {
  std::int64_t id = 0;  ///< above 0, unique within the draft
  ChangeKind kind = ChangeKind::Insertion;
  Span range;  ///< in the draft's text; a line break in it stands for the paragraph's mark
  std::string author;
  Time time = 0;
  std::int64_t partner = 0;  ///< the other half of a replacement or move; 0 if there is none
  friend bool operator==(const StoredChange&, const StoredChange&) = default;
};

enum class CommentState { Open = 0, Resolved = 1 };

/// A comment as it is stored.
struct StoredComment {
  std::int64_t id = 0;      ///< above 0, unique within the draft
  std::int64_t parent = 0;  ///< the comment it answers; 0 if it starts a thread
  Span range;               ///< in the draft's text; empty once all of it was deleted
  std::string author;
  Time time = 0;
  std::u16string text;
  std::u16string quote;  ///< the words that it was made on
  CommentState state = CommentState::Open;
  friend bool operator==(const StoredComment&, const StoredComment&) = default;
};

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

#pragma once

#include <cstdint>
#include <string>

#include "core/base/Span.h"

namespace moxian {

/// Milliseconds since 1970-01-01 UTC. For people to read; nothing is decided by comparing them
/// alone, since clocks are set back.
using Time = std::int64_t;

enum class ChangeKind { Insertion = 1, Deletion = 2, MovedFrom = 3, MovedTo = 4 };

/// True if accepting a change of this kind takes its text out; rejecting the others does.
[[nodiscard]] constexpr bool removes(ChangeKind kind) {
  return kind == ChangeKind::Deletion || kind == ChangeKind::MovedFrom;
}

/// A tracked change. Deleted text stands in the draft's text until the deletion is accepted.
struct TrackedChange {
  std::int64_t id = 0;  ///< above 0, unique within the draft
  ChangeKind kind = ChangeKind::Insertion;
  Span range = {};  ///< in the draft's text; a line break in it stands for the paragraph's mark
  std::string author = {};
  Time time = 0;
  std::int64_t partner = 0;  ///< the other half of a move; 0 if there is none
  friend bool operator==(const TrackedChange&, const TrackedChange&) = default;
};

enum class CommentState { Open = 0, Resolved = 1 };

/// A comment or a reply to one.
struct Comment {
  std::int64_t id = 0;      ///< above 0, unique among the comments of the draft
  std::int64_t parent = 0;  ///< the comment it answers; 0 if it starts a thread
  Span range = {};          ///< in the draft's text; empty once all of it was deleted
  std::string author = {};
  Time time = 0;
  std::u16string text = {};
  std::u16string quote = {};  ///< the words that it was made on
  CommentState state = CommentState::Open;

  /// True once all the words that it was made on are gone.
  [[nodiscard]] bool detached() const { return range.empty() && !quote.empty(); }
  friend bool operator==(const Comment&, const Comment&) = default;
};

/// The levels at which a draft is signed off: 初审, 复核, 终审.
enum class SignLevel { First = 1, Second = 2, Final = 3 };

/// Somebody let the draft pass.
struct SignOff {
  SignLevel level = SignLevel::First;
  std::string author = {};
  Time time = 0;
  std::u16string opinion = {};  ///< may be empty
  friend bool operator==(const SignOff&, const SignOff&) = default;
};

/// What somebody changed: words that went, words that came, or both.
struct Deed {
  std::u16string gone = {};
  std::u16string come = {};
  bool move = false;  ///< `gone` was moved
  std::string author = {};
  Time time = 0;
  friend bool operator==(const Deed&, const Deed&) = default;
};

/// A change that was accepted or rejected, for the review sheet: the draft shows it no more.
struct SettledChange {
  Deed deed = {};
  std::u16string section = {};  ///< heading of the part that it stood in; may be empty
  bool accepted = false;
  std::string settler = {};  ///< who decided
  Time settled = 0;
  friend bool operator==(const SettledChange&, const SettledChange&) = default;
};

/// Who does something, and when.
struct Stamp {
  std::string author = {};  ///< UTF-8
  Time time = 0;
};

}  // namespace moxian

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Messages.h"
#include "core/base/Span.h"

namespace moxian {

enum class Severity { Hint, Warning, Error };
enum class Category {
  Structure,
  Numbering,
  Punctuation,
  Placeholder,
  Stray,
  Ad,
  Truncated,
  Arithmetic,
  Date,
  Unit,
  Script,
  Typo,
  Dropped,
  Redundant,
  Repetition,
  Terminology,
  Grammar,
  Style,
  Contradiction,
};

/// A replacement of one range.
struct Edit {
  Span span;  ///< in the text that was checked
  std::u16string with;
};

/// A way to mend a finding: all its edits together are one undo step. Edits do not overlap and
/// stand in ascending order.
struct Fix {
  /// Key below "fixes." in the message files with its arguments (UTF-8).
  std::string title;
  std::vector<std::string> arguments;
  std::vector<Edit> edits;
};

/// Something a reviewer would send back.
struct Finding {
  std::string rule;  ///< id, for example "numbering.gap"; never changes once released
  Category category = Category::Structure;
  Severity severity = Severity::Warning;
  Span span;  ///< what to underline and jump to, in UTF-16 units of the checked text
  /// Arguments of the sentence "rules.<id>.message" (UTF-8).
  std::vector<std::string> arguments;
  /// The sentence where a rule has several: "rules.<id>.<variant>"; empty means "message".
  std::string variant;
  std::vector<Fix> fixes;
  std::vector<Span> related;
  /// Findings of a rule with the same words here have one cause (Causes.h): their first fixes are
  /// made together, below the title `jointFix`, which takes their number. Empty: it stands alone.
  std::string cause = {};
  std::string jointFix = {};
};

/// The finding's sentence and a fix's title in the language of `messages`.
[[nodiscard]] std::string message(const Finding& finding, const Messages& messages);
[[nodiscard]] std::string title(const Fix& fix, const Messages& messages);

/// `text` with all edits of a fix made. Edits past the end of the text are cut to it.
[[nodiscard]] std::u16string applied(std::u16string_view text, const Fix& fix);
/// Moves all spans of a finding `by` code units to the right.
void shift(Finding& finding, std::size_t by);
/// The order of a list of findings: by place, at one place the graver first, then by rule.
[[nodiscard]] bool comesBefore(const Finding& a, const Finding& b);

/// "error", "warning", "hint" and "structure", "numbering" …
[[nodiscard]] std::string_view name(Severity severity);
[[nodiscard]] std::string_view name(Category category);
/// The severity of a name; Warning for any other word.
[[nodiscard]] Severity severityNamed(std::string_view name);

}  // namespace moxian

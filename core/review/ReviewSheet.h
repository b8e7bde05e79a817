#pragma once

#include <string>
#include <vector>

#include "core/base/Messages.h"
#include "core/review/MarkedDraft.h"
#include "core/review/Sections.h"

namespace moxian {

/// A finding that somebody left as it is, as the sheet tells it.
struct DismissedRow {
  std::string name;        ///< of the rule, for people (UTF-8)
  std::u16string excerpt;  ///< the words that alarmed
  std::u16string reason;   ///< may be empty
  std::string author;
  Time time = 0;
};

/// What a review sheet is made of.
struct ReviewRecord {
  const MarkedDraft& draft;
  std::u16string title = {};  ///< of the draft; may be empty
  Sections sections = {};
  std::vector<DismissedRow> dismissed = {};
  std::vector<SignOff> signOffs = {};  ///< in the order they were given
};

/// The review sheet (审阅单): what was asked, what was changed and what became of that, which
/// findings were dismissed and why, and who signed at which level, a line for each level that
/// nobody signed yet. It is a draft like any other (headings by number, tables as lines of cells in
/// |), so every export takes it. Words in the language of `messages`, days in local time.
[[nodiscard]] std::u16string reviewSheet(const ReviewRecord& record, const Messages& messages);

/// What the first line of a review sheet says, in all languages of the program. Immutable.
class SheetTitles {
 public:
  /// Errors: those of Messages::load, and ResourceInvalid.
  [[nodiscard]] static Result<SheetTitles> load();
  /// True if a text is a review sheet, in whatever language it was written.
  [[nodiscard]] bool head(std::u16string_view text) const;

 private:
  struct Pattern {
    std::u16string before;
    std::u16string after;  ///< the title of the draft
    bool whole = false;    ///< nothing stands between
  };
  std::vector<Pattern> m_patterns;
};

/// A text with its review sheet behind it, as an attachment on a page of its own. Places in `text`
/// stay.
[[nodiscard]] std::u16string withReviewSheet(std::u16string_view text, std::u16string_view sheet,
                                             const Messages& messages);

}  // namespace moxian

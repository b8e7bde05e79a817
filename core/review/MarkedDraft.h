#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/Deeds.h"
#include "core/review/Markup.h"
#include "core/review/Rivals.h"

namespace moxian {

/// A text with its markup and the steps back: what tools without an editor work on. An editor keeps
/// the text itself and uses Markup.
class MarkedDraft {
 public:
  MarkedDraft() = default;
  explicit MarkedDraft(std::u16string text, Markup markup = {});

  [[nodiscard]] const std::u16string& text() const { return m_text; }
  [[nodiscard]] const Markup& markup() const { return m_markup; }
  [[nodiscard]] std::u16string finalText() const;
  [[nodiscard]] std::u16string originalText() const;

  /// Each is one step for undo. `span` lies in the text.
  void replace(Span span, std::u16string_view with);
  void trackedReplace(Span span, std::u16string_view with, const Stamp& stamp);
  /// With `settler` it is noted in Markup::settled() what was decided, and by whom.
  void resolve(const ChangeFilter& filter, bool accept, const std::optional<Settler>& settler = {});
  /// The same without ever joining rivals, see settleChanges().
  Settlement settle(const ChangeFilter& filter, bool accept,
                    const std::optional<Settler>& settler = {});
  std::int64_t addComment(Comment comment);
  void removeComment(std::int64_t id);
  void setCommentState(std::int64_t id, CommentState state);

  /// False if there is nothing to take back or to do again.
  bool undo();
  bool redo();

 private:
  struct Step {
    std::vector<Edit> forth;
    std::vector<Edit> back;
    MarkupPatch markup;
  };
  void step(const std::vector<Edit>& edits, const Markup& before);

  std::u16string m_text;
  Markup m_markup;
  std::vector<Step> m_steps;
  std::size_t m_done = 0;  ///< steps that are not taken back
};

/// Makes edits, which are ascending and disjoint in places of before.
void applyEdits(std::u16string& text, const std::vector<Edit>& edits);
/// The edits that take `edits` on `text` back.
[[nodiscard]] std::vector<Edit> reversed(std::u16string_view text, const std::vector<Edit>& edits);

}  // namespace moxian

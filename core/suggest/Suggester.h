#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Corpus.h"

namespace moxian {

/// Where the writer stands.
struct SuggestContext {
  Role role = Role::WorkDone;  ///< of the text at the cursor
  std::u16string topic;        ///< of the report; empty if unknown
  std::u16string typed;        ///< the line so far, up to the cursor, without its heading number
  std::u16string draft;        ///< the whole draft: what it already says is not suggested again
};

/// A whole sentence to insert.
struct Suggestion {
  std::u16string text;       ///< with other units' figures, dates and names as empty slots 〔…〕
  std::vector<Span> slots;   ///< of the slots in `text`
  Role role = Role::WorkDone;
  std::u16string source;     ///< where it comes from, to show beside it
  double score = 0;          ///< higher is better; comparable inside one list only
};

/// Suggests sentences of a corpus for a role, ranked by what has been typed.
/// Reads the corpus once when made; immutable afterwards, safe between threads.
class Suggester {
 public:
  [[nodiscard]] static Result<Suggester> make(const Corpus& corpus);

  /// The best sentences for a context, at most `limit`, no two alike, best first.
  [[nodiscard]] std::vector<Suggestion> suggest(const SuggestContext& context,
                                                std::size_t limit) const;

 private:
  struct Data;
  std::shared_ptr<const Data> m_data;
};

/// The context of an offset in a draft: role and topic from its outline, the line so far.
[[nodiscard]] SuggestContext contextAt(std::u16string_view text, const Outline& outline,
                                       std::size_t offset);

}  // namespace moxian

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Corpus.h"
#include "core/suggest/TakenSentences.h"

namespace moxian {

/// Where the writer stands.
struct SuggestContext {
  Role role = Role::WorkDone;  ///< of the text at the cursor
  std::u16string topic;        ///< of the report; empty if unknown
  /// The line so far, up to the cursor, without its heading number. Two or more small Latin letters
  /// at its end are taken as pinyin or its initials (see Pinyin).
  std::u16string typed;
  std::u16string draft;        ///< the whole draft: what it already says is not suggested again
  std::shared_ptr<const TakenSentences> taken = {};  ///< what was taken before comes sooner; may be null
};

/// A whole sentence to insert.
struct Suggestion {
  std::u16string text;       ///< with other units' figures, dates and names as empty slots 〔…〕
  std::vector<Span> slots;   ///< of the slots in `text`
  Role role = Role::WorkDone;
  std::u16string source;     ///< where it comes from, to show beside it
  double score = 0;          ///< higher is better; comparable inside one list only
  std::uint64_t name = 0;    ///< see TakenSentences
};

/// Suggests sentences of a corpus for a role, ranked by what has been typed.
/// Reads the corpus once when made: favourites, the user's own phrases and the sentences that most
/// reports hold, up to kMostKept, about 1 kB each. Immutable afterwards, safe between threads.
class Suggester {
 public:
  static constexpr std::size_t kMostKept = 50'000;

  [[nodiscard]] static Result<Suggester> make(const Corpus& corpus,
                                              std::size_t mostKept = kMostKept);

  /// The best sentences for a context, at most `limit`, no two alike, best first. Where the corpus
  /// has more sentences than are kept, those that hold the words just typed are looked up in
  /// `whole`, a corpus of the calling thread; without it they are not found.
  [[nodiscard]] std::vector<Suggestion> suggest(const SuggestContext& context, std::size_t limit,
                                                const Corpus* whole = nullptr) const;

  /// Other wordings of a sentence or clause: sentences of the role that share some of its words
  /// without being the same, the nearest first, no two alike.
  [[nodiscard]] std::vector<Suggestion> reworded(std::u16string_view text, Role role,
                                                 std::size_t limit) const;

 private:
  struct Data;
  struct Query;
  std::shared_ptr<const Data> m_data;
};

/// The context of an offset in a draft: role and topic from its outline, the line so far.
[[nodiscard]] SuggestContext contextAt(std::u16string_view text, const Outline& outline,
                                       std::size_t offset);

/// The end of the last line of the title that an offset stands in, below which a sentence is put in,
/// since none goes before or into a title; nothing for an offset elsewhere.
[[nodiscard]] std::optional<std::size_t> belowTitle(std::u16string_view text, const Outline& outline,
                                     std::size_t offset);

}  // namespace moxian

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Corpus.h"

namespace moxian {

class CompletionModel;

/// A continuation of what has been typed.
struct Candidate {
  /// At least two characters. May go on past a mark; may begin with U+000A where a line is likely
  /// to end, but holds none after its first character.
  std::u16string text;
  double p = 0;            ///< estimated probability that all of it comes next, 0 to 1
  bool ghost = false;      ///< likely enough to be shown without being asked for
  std::u16string source;   ///< title of a report it occurs in; empty if only the draft holds it
};

/// How readily a candidate is shown without being asked for.
enum class Eagerness { Seldom, Normal, Often };

/// Predicts how a draft goes on, from the corpus and from the draft itself: what followed the longest
/// and shorter contexts in both, weighed by how far each proved true in the corpus.
/// The corpus is in simplified characters; a draft in traditional ones is read and answered in its
/// own, once its script shows. One thread owns a Completer; the model inside is shared and immutable.
class Completer {
 public:
  /// Takes what it needs from `file` where updateModelFile() made it for the corpus as it is now:
  /// that takes milliseconds and shares the memory of other windows and programs. Else it reads the
  /// corpus, which takes about 12 microseconds a sentence and 6 bytes a character.
  [[nodiscard]] static Result<Completer> make(const Corpus& corpus,
                                              const std::filesystem::path& file = {});
  ~Completer();
  Completer(Completer&&) noexcept;
  Completer& operator=(Completer&&) noexcept;

  /// Another one for another draft, of the same model.
  [[nodiscard]] Completer another() const { return Completer(m_model); }

  /// Starts a new draft with a title.
  void reset(std::u16string_view title);
  /// The writer typed more.
  void append(std::u16string_view typed);
  /// Continuations at the end of what was typed, best first, at most `limit`. Never offers a
  /// number of two digits or more that the draft does not hold yet. An offer with `ghost` that the
  /// writer then goes on past, rather than appending all of it, is held for declined and lowered.
  [[nodiscard]] std::vector<Candidate> candidates(std::size_t limit) const;
  void setEagerness(Eagerness eagerness) { m_eagerness = eagerness; }

 private:
  explicit Completer(std::shared_ptr<const CompletionModel> model);
  class Draft;
  std::shared_ptr<const CompletionModel> m_model;
  std::unique_ptr<Draft> m_draft;
  Eagerness m_eagerness = Eagerness::Normal;
};

}  // namespace moxian

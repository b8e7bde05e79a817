#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/corpus/Corpus.h"

namespace moxian {

/// A continuation of what has been typed.
struct Candidate {
  std::u16string text;
  double p = 0;            ///< estimated probability that all of it comes next, 0 to 1
  bool ghost = false;      ///< likely enough to be shown without being asked for
  std::u16string source;   ///< title of a report it occurs in
};

/// Predicts how a draft goes on, from the corpus and from the draft itself.
/// One thread owns a Completer; the model inside is shared and immutable.
class Completer {
 public:
  [[nodiscard]] static Result<Completer> make(const Corpus& corpus);

  /// Starts a new draft with a title.
  void reset(std::u16string_view title);
  /// The writer typed more.
  void append(std::u16string_view typed);
  /// Continuations at the end of what was typed, best first, at most `limit`. Never offers a
  /// number of two digits or more that the draft does not hold yet.
  [[nodiscard]] std::vector<Candidate> candidates(std::size_t limit) const;

 private:
  struct Model;
  explicit Completer(std::shared_ptr<const Model> model);
  std::shared_ptr<const Model> m_model;
  std::u16string m_draft;
};

}  // namespace moxian

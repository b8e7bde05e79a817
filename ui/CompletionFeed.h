#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/suggest/Completer.h"

namespace moxian {

/// Keeps a Completer in step with a draft of which only the part before the cursor is told each
/// time. One thread, after it is made.
class CompletionFeed {
 public:
  CompletionFeed(const Completer& model, Eagerness eagerness);

  void setEagerness(Eagerness eagerness) { m_completer.setEagerness(eagerness); }
  /// Continuations of `before`. Takes the time of what is new in it, of all of it after an edit
  /// further up or a jump of the cursor.
  [[nodiscard]] std::vector<Candidate> candidates(const std::u16string& before, std::size_t limit);

 private:
  Completer m_completer;
  std::u16string m_fed;
};

}  // namespace moxian

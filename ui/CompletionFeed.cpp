#include "ui/CompletionFeed.h"

namespace moxian {

CompletionFeed::CompletionFeed(const Completer& model, Eagerness eagerness)
    : m_completer(model.another()) {
  m_completer.setEagerness(eagerness);
  m_completer.reset({});
}

std::vector<Candidate> CompletionFeed::candidates(const std::u16string& before,
                                                  std::size_t limit) {
  if (before.starts_with(m_fed)) {
    m_completer.append(std::u16string_view(before).substr(m_fed.size()));
  } else {
    m_completer.reset({});
    m_completer.append(before);
  }
  m_fed = before;
  return m_completer.candidates(limit);
}

}  // namespace moxian

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/review/MarkedDraft.h"

namespace moxian {

/// One copy of a draft, walked in step with the text that both began from. Refers to the draft.
class MergeCopy {
 public:
  explicit MergeCopy(const MarkedDraft& draft)
      : m_draft(draft), m_places(draft.text().size() + 1) {}

  [[nodiscard]] const LayerMark* inserted(std::size_t at) const {
    return m_draft.markup().inserted().at(at);
  }
  [[nodiscard]] const LayerMark* deleted(std::size_t at) const {
    return m_draft.markup().deleted().at(at);
  }
  [[nodiscard]] TrackedChange changeOf(const LayerMark& mark) const {
    return m_draft.markup().changeOf(mark);
  }
  /// The characters that were put in before the next one of the original.
  [[nodiscard]] Span insertion() const {
    return insertionAt(m_at == m_early.begin ? m_early.end : m_at);
  }
  [[nodiscard]] Span insertionAt(std::size_t from) const {
    std::size_t end = from;
    while (end < m_draft.text().size() && inserted(end) != nullptr) ++end;
    return {from, end};
  }
  /// What was put in behind the words that a deletion strikes.
  [[nodiscard]] Span replacement(const LayerMark& struck) const {
    return insertionAt(struck.span.end);
  }
  [[nodiscard]] std::size_t at() const { return m_at; }
  [[nodiscard]] std::u16string_view text() const { return m_draft.text(); }
  /// Notes where a character stands in the merged text.
  void place(std::size_t at, std::size_t merged) { m_places[at] = merged; }
  void goTo(std::size_t at) { m_at = at; }
  /// An insertion further on stands in the merged text already.
  void putEarly(Span insertion) { m_early = insertion; }
  [[nodiscard]] std::size_t placeOf(std::size_t at) const { return m_places[at]; }
  [[nodiscard]] std::vector<Comment> comments() const { return m_draft.markup().comments(); }
  [[nodiscard]] const std::vector<SettledChange>& settled() const {
    return m_draft.markup().settled();
  }

 private:
  const MarkedDraft& m_draft;
  std::vector<std::size_t> m_places;
  std::size_t m_at = 0;
  Span m_early = {std::u16string::npos, std::u16string::npos};
};

}  // namespace moxian

#include "core/review/FinalPlaces.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace moxian {

FinalPlaces::FinalPlaces(std::vector<Span> hidden) : m_hidden(std::move(hidden)) {
  std::size_t before = 0;
  m_at.reserve(m_hidden.size());
  for (const Span span : m_hidden) {
    m_at.push_back(span.begin - before);
    before += span.length();
  }
}

/// Characters in the first so many spans.
std::size_t FinalPlaces::hiddenBefore(std::size_t spans) const {
  return spans == 0 ? 0 : m_hidden[spans - 1].end - m_at[spans - 1];
}

std::size_t FinalPlaces::inFinal(std::size_t place) const {
  const auto next = std::ranges::upper_bound(m_hidden, place, {}, &Span::begin);
  const auto index = static_cast<std::size_t>(next - m_hidden.begin());
  if (index == 0) return place;
  const Span last = m_hidden[index - 1];
  return place < last.end ? m_at[index - 1] : place - hiddenBefore(index);
}

Span FinalPlaces::inFinal(Span span) const {
  return {inFinal(span.begin), inFinal(span.end)};
}

std::size_t FinalPlaces::inDraft(std::size_t place) const {
  const auto next = std::ranges::upper_bound(m_at, place);
  return place + hiddenBefore(static_cast<std::size_t>(next - m_at.begin()));
}

/// Right behind the character before a place.
std::size_t FinalPlaces::endInDraft(std::size_t place) const {
  const auto next = std::ranges::lower_bound(m_at, place);
  return place + hiddenBefore(static_cast<std::size_t>(next - m_at.begin()));
}

Span FinalPlaces::inDraft(Span span) const {
  const std::size_t begin = inDraft(span.begin);
  return {begin, span.empty() ? begin : endInDraft(span.end)};
}

std::vector<Edit> FinalPlaces::inDraft(const Edit& edit) const {
  const Span whole = inDraft(edit.span);
  std::vector<Edit> parts;
  std::size_t at = whole.begin;
  for (auto gap = std::ranges::lower_bound(m_hidden, at, {}, &Span::begin);
       gap != m_hidden.end() && gap->begin < whole.end; ++gap) {
    parts.push_back({{at, gap->begin}, {}});
    at = gap->end;
  }
  parts.push_back({{at, whole.end}, edit.with});
  return parts;
}

Finding FinalPlaces::inDraft(Finding finding) const {
  if (empty()) return finding;
  finding.span = inDraft(finding.span);
  for (Span& span : finding.related) span = inDraft(span);
  for (Fix& fix : finding.fixes) {
    std::vector<Edit> edits;
    for (const Edit& edit : fix.edits) {
      std::ranges::move(inDraft(edit), std::back_inserter(edits));
    }
    fix.edits = std::move(edits);
  }
  return finding;
}

std::vector<Span> movedBy(const std::vector<Span>& spans, Span edit, std::size_t added) {
  std::vector<Span> out;
  out.reserve(spans.size());
  for (const Span span : spans) {
    const auto behind = [&](std::size_t at) { return at - edit.length() + added; };
    const std::size_t begin = span.begin >= edit.end    ? behind(span.begin)
                              : span.begin > edit.begin ? edit.begin + added
                                                        : span.begin;
    const std::size_t end = span.end <= edit.begin ? span.end
                            : span.end >= edit.end ? behind(span.end)
                                                   : edit.begin;
    if (begin < end) out.push_back({begin, end});
  }
  return out;
}

}  // namespace moxian

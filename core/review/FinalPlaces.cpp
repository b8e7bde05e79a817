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

/// Leads places to the draft, quickly where each is near the one before.
class FinalPlaces::Walk {
 public:
  explicit Walk(const FinalPlaces& places) : m_places(places) {}

  Span span(Span span) {
    const std::vector<std::size_t>& at = m_places.m_at;
    m_passed = near(m_passed, [&](std::size_t i) { return at[i] <= span.begin; });
    const std::size_t begin = span.begin + m_places.hiddenBefore(m_passed);
    if (span.empty()) return {begin, begin};
    const std::size_t passed = near(m_passed, [&](std::size_t i) { return at[i] < span.end; });
    return {begin, span.end + m_places.hiddenBefore(passed)};
  }

 private:
  /// How many hidden spans in front satisfy a test that holds for all up to a point.
  template <class Test>
  std::size_t near(std::size_t guess, Test holds) const {
    const std::size_t size = m_places.m_at.size();
    for (int steps = 0; steps < kNear; ++steps) {
      if (guess < size && holds(guess)) {
        ++guess;
      } else if (guess > 0 && !holds(guess - 1)) {
        --guess;
      } else {
        return guess;
      }
    }
    std::size_t from = 0;
    std::size_t to = size;
    while (from < to) {
      const std::size_t middle = (from + to) / 2;
      holds(middle) ? from = middle + 1 : to = middle;
    }
    return from;
  }

  static constexpr int kNear = 8;
  const FinalPlaces& m_places;
  std::size_t m_passed = 0;
};

void FinalPlaces::intoDraft(std::vector<Finding>& findings) const {
  if (empty()) return;
  Walk walk(*this);
  for (Finding& finding : findings) {
    finding.span = walk.span(finding.span);
    for (Span& span : finding.related) span = walk.span(span);
    for (Fix& fix : finding.fixes) {
      for (std::size_t i = 0; i < fix.edits.size(); ++i) {
        const Span there = walk.span(fix.edits[i].span);
        if (there.length() == fix.edits[i].span.length()) {
          fix.edits[i].span = there;
          continue;
        }
        const std::vector<Edit> parts = inDraft(fix.edits[i]);
        const auto place = fix.edits.begin() + static_cast<std::ptrdiff_t>(i);
        fix.edits.insert(fix.edits.erase(place), parts.begin(), parts.end());
        i += parts.size() - 1;
      }
    }
  }
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

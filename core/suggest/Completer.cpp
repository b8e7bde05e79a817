#include "core/suggest/Completer.h"

#include <algorithm>
#include <map>

#include "core/suggest/ContextArray.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::u16string_view kStops = u"，。；：、？！\n";
constexpr std::size_t kLongest = 32;
constexpr std::uint32_t kLookedAt = 160;

/// What follows a position up to the next mark; a mark at its start stays. Ends before a digit.
std::u16string_view continuation(std::u16string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kLongest) {
    const char16_t c = text[end];
    const bool stop = kStops.find(c) != kStops.npos;
    if (c == ContextArray::kSeparator || isAsciiDigit(c) || c == u'\n' || (stop && end > at)) break;
    ++end;
  }
  return text.substr(at, end - at);
}

bool extends(std::u16string_view a, std::u16string_view b) {
  return a.starts_with(b) || b.starts_with(a);
}

}  // namespace

struct Completer::Model {
  ContextArray contexts;
  std::vector<std::pair<std::uint32_t, std::u16string>> titles;  ///< where each report begins

  [[nodiscard]] const std::u16string& titleAt(std::uint32_t position) const {
    const auto after = std::ranges::upper_bound(titles, position, {}, &decltype(titles)::value_type::first);
    return std::prev(after)->second;
  }
};

Completer::Completer(std::shared_ptr<const Model> model) : m_model(std::move(model)) {}

Result<Completer> Completer::make(const Corpus& corpus) {
  auto model = std::make_shared<Model>();
  std::u16string joined(1, ContextArray::kSeparator);
  auto read = corpus.forEachReport([&](const CorpusReport& report) {
    model->titles.emplace_back(static_cast<std::uint32_t>(joined.size()), report.title);
    joined += report.text;
    joined += ContextArray::kSeparator;
  });
  if (!read) return std::unexpected(read.error());
  model->contexts = ContextArray(std::move(joined));
  return Completer(std::move(model));
}

void Completer::reset(std::u16string_view) {
  m_draft.clear();
}

void Completer::append(std::u16string_view typed) {
  m_draft += typed;
}

std::vector<Candidate> Completer::candidates(std::size_t limit) const {
  const ContextArray& contexts = m_model->contexts;
  std::vector<ContextArray::Interval> orders;
  ContextArray::Interval interval = contexts.all();
  for (std::size_t length = 0; length < std::min(ContextArray::kDepth, m_draft.size()); ++length) {
    interval = contexts.narrowed(interval, length,
                                 ContextArray::keyOf(m_draft, m_draft.size() - 1 - length));
    if (interval.empty()) break;
    orders.push_back(interval);
  }
  std::vector<Candidate> found;
  for (auto order = orders.rbegin(); order != orders.rend() && found.size() < limit; ++order) {
    std::map<std::u16string_view, std::pair<int, std::uint32_t>> votes;
    const std::uint32_t step = std::max<std::uint32_t>(1, order->size() / kLookedAt);
    int all = 0;
    for (std::uint32_t i = order->begin; i < order->end; i += step, ++all) {
      const std::uint32_t position = contexts.position(i);
      const auto text = continuation(contexts.text(), position);
      if (text.size() < 2) continue;
      auto& vote = votes[text];
      ++vote.first;
      vote.second = position;
    }
    std::vector<std::pair<int, std::u16string_view>> ranked;
    for (const auto& [text, vote] : votes) ranked.emplace_back(-vote.first, text);
    std::ranges::sort(ranked);
    for (const auto& [votesAgainst, text] : ranked) {
      if (found.size() == limit) break;
      if (std::ranges::any_of(found, [&](const auto& c) { return extends(c.text, text); })) continue;
      const double p = -votesAgainst / (all + 1.0);
      found.push_back({.text = std::u16string(text), .p = p, .ghost = found.empty() && p >= 0.4,
                       .source = m_model->titleAt(votes[text].second)});
    }
  }
  return found;
}

}  // namespace moxian

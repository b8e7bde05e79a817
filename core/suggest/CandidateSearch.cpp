#include "core/suggest/CandidateSearch.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <utility>

#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr int kEffort = 60;              ///< beginnings that are continued
constexpr double kLeast = 0.008;         ///< probability below which a beginning is dropped
constexpr std::size_t kBranches = 8;
constexpr std::size_t kLongest = 24;
/// Weight of the length: what a candidate saves grows with it, but a short one that is right is
/// followed by the next at once, so length counts much less than probability.
constexpr double kLengthWeight = 0.4;
/// How often a writer takes what is offered and right.
constexpr double kTaken = 0.9;

/// The best of many estimates is too high on average, the highest most of all; the curve is that of
/// left-out reports, over the offers that their writer would have seen.
double calibrated(double p) {
  return p * (0.85 - 0.1 * p * p);
}

/// Ends inside a slot or a document number, 〔我…: nothing that a writer could go on from.
bool endsInBracket(std::u16string_view text) {
  const std::size_t open = text.rfind(u'〔');
  return open != std::u16string_view::npos && text.find(u'〕', open) == std::u16string_view::npos;
}

struct Beginning {
  std::u16string text;
  double p = 1;
  std::size_t parent = 0;  ///< number of the beginning it goes on from
};

class Search {
 public:
  Search(const Mixture& mixture, const DraftModel& draft,
         const std::vector<std::u16string>& declined, Scratch& scratch)
      : m_mixture(mixture), m_draft(draft), m_declined(declined), m_scratch(scratch) {}

  std::vector<Continuation> run(std::size_t limit) {
    m_beginnings.push_back({});
    m_open.emplace(1.0, 0);
    for (int effort = 0; effort < kEffort && !m_open.empty(); ++effort) {
      const std::size_t best = m_open.top().second;
      m_open.pop();
      if (m_beginnings[best].text.size() < kLongest) expand(best);
    }
    for (Beginning& each : m_beginnings) each.p /= m_left;
    return chosen(limit);
  }

 private:
  /// What a symbol would insert behind `tail`; empty if it is not to be offered there.
  [[nodiscard]] std::u16string inserted(char16_t symbol, std::u16string_view tail, bool first) const {
    if (symbol == u'\n' && !first) return {};
    if (symbol == symbol::kEnd || isAsciiDigit(symbol)) return {};
    if (symbol == symbol::kYear && !tail.empty() && isAsciiDigit(tail.back())) return {};
    return m_draft.resolved(symbol);
  }

  void expand(std::size_t number) {
    const std::u16string tail = std::u16string(m_draft.tail()) + m_beginnings[number].text;
    const double p = m_beginnings[number].p;
    if (p <= 0) return;
    const bool first = m_beginnings[number].text.empty();
    m_mixture.predict(tail, m_draft, kLeast / p, m_scratch, m_shares);
    std::vector<Beginning> next;
    for (const Share& each : m_shares) {
      const std::u16string more = inserted(each.symbol, tail, first);
      if (more.empty()) continue;
      // Several symbols may insert the same, for example 局 and the word for the unit itself.
      const auto same = std::ranges::find(next, more, &Beginning::text);
      if (same != next.end()) {
        same->p += p * each.share;
      } else if (next.size() < kBranches) {
        next.push_back({more, p * each.share, number});
      }
    }
    for (auto& each : next) {
      each.text = m_beginnings[number].text + each.text;
      if (std::ranges::find(m_declined, each.text) != m_declined.end()) lower(each);
      m_open.emplace(each.p, m_beginnings.size());
      m_beginnings.push_back(std::move(each));
    }
  }

  /// Takes from a declined beginning, and from those that lead to it, what would have been taken.
  void lower(Beginning& declined) {
    const double taken = kTaken * declined.p;
    declined.p -= taken;
    m_left -= taken;
    for (std::size_t at = declined.parent; at != 0; at = m_beginnings[at].parent) {
      m_beginnings[at].p -= taken;
    }
  }

  [[nodiscard]] std::vector<Continuation> chosen(std::size_t limit) const {
    std::vector<std::pair<double, const Beginning*>> order;
    for (const Beginning& each : m_beginnings) {
      if (each.text.size() < 2 || endsInBracket(each.text)) continue;
      const auto saved = static_cast<double>(each.text.size() - 1);
      order.emplace_back(-each.p * std::pow(saved, kLengthWeight), &each);
    }
    std::ranges::stable_sort(order, {}, &decltype(order)::value_type::first);
    std::vector<Continuation> best;
    for (const auto& [merit, each] : order) {
      if (best.size() == limit) break;
      const bool related = std::ranges::any_of(best, [&](const Continuation& other) {
        return other.text.starts_with(each->text) || each->text.starts_with(other.text);
      });
      if (!related) best.push_back({each->text, calibrated(each->p)});
    }
    return best;
  }

  const Mixture& m_mixture;
  const DraftModel& m_draft;
  const std::vector<std::u16string>& m_declined;
  Scratch& m_scratch;
  std::vector<Beginning> m_beginnings;
  double m_left = 1.0;  ///< probability that is left after what was declined
  std::priority_queue<std::pair<double, std::size_t>> m_open;
  std::vector<Share> m_shares;
};

}  // namespace

std::vector<Continuation> searchContinuations(const Mixture& mixture, const DraftModel& draft,
                                              const std::vector<std::u16string>& declined,
                                              std::size_t limit, Scratch& scratch) {
  return Search(mixture, draft, declined, scratch).run(limit);
}

}  // namespace moxian

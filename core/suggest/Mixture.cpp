#include "core/suggest/Mixture.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace moxian {
namespace {

constexpr std::size_t kSymbols = 0x10000;
constexpr std::size_t kMetBuckets = 8;
constexpr std::size_t kFollowerBuckets = 4;
constexpr std::uint32_t kSampled = 256;     ///< places looked at behind a frequent context
constexpr std::uint32_t kFrequent = 48;     ///< from so many places on the shares are kept
constexpr std::size_t kKept = 20000;        ///< contexts; more than that are forgotten
constexpr std::size_t kDraftPlaces = 96;
constexpr double kNegligible = 0.002;       ///< chance left over below which no more is asked
constexpr double kUnknown = 0.1 / 6763;     ///< chance of a character never met (GB 2312 has 6,763)

std::size_t metBucket(double met) {
  return std::min(kMetBuckets - 1,
                  static_cast<std::size_t>(std::bit_width(static_cast<unsigned>(met * 0.67))));
}

std::size_t followerBucket(std::size_t followers) {
  return followers <= 1 ? 0 : followers == 2 ? 1 : followers <= 4 ? 2 : 3;
}

/// Counts symbols in dense tables that are clean again afterwards.
class Counter {
 public:
  Counter(std::vector<float>& counts, std::vector<char16_t>& counted)
      : m_counts(counts), m_counted(counted) {
    m_counted.clear();
  }
  void add(char16_t symbol, float weight) {
    if (m_counts[symbol] == 0.0F) m_counted.push_back(symbol);
    m_counts[symbol] += weight;
    m_total += weight;
  }
  [[nodiscard]] double total() const { return m_total; }
  [[nodiscard]] std::size_t followers() const { return m_counted.size(); }
  /// The shares so far; counting can go on.
  void shares(std::vector<Share>& into) const {
    into.clear();
    for (const char16_t symbol : m_counted) {
      into.push_back({symbol, m_counts[symbol] / static_cast<float>(m_total)});
    }
  }
  void clean() {
    for (const char16_t symbol : m_counted) m_counts[symbol] = 0.0F;
  }

 private:
  std::vector<float>& m_counts;
  std::vector<char16_t>& m_counted;
  double m_total = 0;
};

}  // namespace

Gates::Gates() : m_beliefs(kinds()) {
  // Discounts by length as they came out for interpolated n-grams of official prose.
  static constexpr std::array<double, 9> kDiscounts = {0.5, 0.95, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4};
  static constexpr std::array<double, kFollowerBuckets> kFollowers = {1, 2, 3, 8};
  for (const Source source : {Source::Corpus, Source::Draft}) {
    for (std::size_t slot = 0; slot < kLengths.size(); ++slot) {
      for (std::size_t met = 0; met < kMetBuckets; ++met) {
        for (const double followers : kFollowers) {
          const double times = std::exp2(static_cast<double>(met));
          const double discount = kDiscounts[std::min<std::size_t>(kLengths[slot], 8)];
          double belief = 1.0 - std::min(0.95, discount * std::min(followers, times) / times);
          if (source == Source::Draft) belief *= 0.7;
          set(kind(source, slot, times, static_cast<std::size_t>(followers)), belief);
        }
      }
    }
  }
}

std::size_t Gates::kinds() {
  return 2 * kLengths.size() * kMetBuckets * kFollowerBuckets;
}

std::size_t Gates::kind(Source source, std::size_t lengthSlot, double met, std::size_t followers) {
  const std::size_t first = source == Source::Corpus ? lengthSlot : kLengths.size() + lengthSlot;
  return (first * kMetBuckets + metBucket(met)) * kFollowerBuckets + followerBucket(followers);
}

Scratch::Scratch() : counts(kSymbols), chances(kSymbols) {}

Mixture::Mixture(ContextArray contexts) : m_contexts(std::move(contexts)), m_common(kSymbols) {
  const std::u16string_view text = m_contexts.text();
  double all = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == symbol::kEnd) continue;
    ++m_common[symbolOf(text, i)];
    ++all;
  }
  for (float& each : m_common) {
    each = static_cast<float>(kUnknown + 0.9 * (all == 0 ? 0.0 : each / all));
  }
}

std::span<const Share> Mixture::behind(ContextArray::Interval interval,
                                       ContextArray::Interval without, Scratch& scratch,
                                       double& met) const {
  const bool keep = without.empty() && interval.size() >= kFrequent;
  const std::uint64_t name = (std::uint64_t{interval.begin} << 32U) | interval.end;
  met = interval.size();
  if (keep) {
    const auto known = scratch.frequent.find(name);
    if (known != scratch.frequent.end()) return known->second;
  }
  Counter counter(scratch.counts, scratch.counted);
  const double step = std::max(1.0, static_cast<double>(interval.size()) / kSampled);
  for (double at = interval.begin; at < interval.end; at += step) {
    const std::uint32_t position = m_contexts.position(static_cast<std::uint32_t>(at));
    if (position >= without.begin && position < without.end) continue;
    counter.add(symbolOf(m_contexts.text(), position), 1.0F);
  }
  counter.shares(scratch.shares);
  met = counter.total() * step;
  counter.clean();
  if (!keep) return scratch.shares;
  if (scratch.frequent.size() >= kKept) scratch.frequent.clear();
  return scratch.frequent.emplace(name, scratch.shares).first->second;
}

void Mixture::ask(std::u16string_view tail, const DraftModel& draft, ContextArray::Interval without,
                  Scratch& scratch, const Visit& visit) const {
  std::array<ContextArray::Interval, Gates::kLongest + 1> intervals{};
  intervals[0] = m_contexts.all();
  std::size_t longest = 0;
  while (longest < std::min(Gates::kLongest, tail.size())) {
    const auto next =
        m_contexts.narrowed(intervals[longest], longest, keyOf(tail, tail.size() - 1 - longest));
    if (next.empty()) break;
    intervals[++longest] = next;
  }
  draft.matches(tail, Gates::kLongest, kDraftPlaces, scratch.matches);
  std::ranges::stable_sort(scratch.matches, std::greater{}, &DraftModel::Match::length);
  std::vector<float> draftCounts;
  std::size_t taken = 0;
  std::vector<std::pair<char16_t, float>> followers;
  std::vector<Share> draftShares;
  for (std::size_t slot = Gates::kLengths.size(); slot-- > 0;) {
    const std::size_t length = Gates::kLengths[slot];
    for (; taken < scratch.matches.size() && scratch.matches[taken].length >= length; ++taken) {
      const auto found = std::ranges::find(followers, scratch.matches[taken].symbol,
                                           &std::pair<char16_t, float>::first);
      if (found != followers.end()) ++found->second;
      else followers.emplace_back(scratch.matches[taken].symbol, 1.0F);
    }
    if (taken > 0) {
      draftShares.clear();
      for (const auto& [symbol, count] : followers) {
        draftShares.push_back({symbol, count / static_cast<float>(taken)});
      }
      const auto kind = Gates::kind(Gates::Source::Draft, slot, static_cast<double>(taken),
                                    followers.size());
      if (!visit(kind, draftShares)) return;
    }
    if (length > longest) continue;
    double met = 0;
    const auto shares = behind(intervals[length], without, scratch, met);
    if (shares.empty()) continue;
    if (!visit(Gates::kind(Gates::Source::Corpus, slot, met, shares.size()), shares)) return;
  }
}

void Mixture::predict(std::u16string_view tail, const DraftModel& draft, double least,
                      Scratch& scratch, std::vector<Share>& into) const {
  into.clear();
  Counter chances(scratch.chances, scratch.chanced);
  double rest = 1.0;
  ask(tail, draft, {}, scratch, [&](std::size_t kind, std::span<const Share> shares) {
    const double belief = m_gates.belief(kind);
    for (const Share& each : shares) {
      chances.add(each.symbol, static_cast<float>(rest * belief) * each.share);
    }
    rest *= 1.0 - belief;
    return rest > kNegligible;
  });
  for (const char16_t symbol : scratch.chanced) {
    const float chance = scratch.chances[symbol] + static_cast<float>(rest) * m_common[symbol];
    if (chance >= least) into.push_back({symbol, chance});
  }
  chances.clean();
  std::ranges::sort(into, [](const Share& a, const Share& b) {
    return a.share != b.share ? a.share > b.share : a.symbol < b.symbol;
  });
}

}  // namespace moxian

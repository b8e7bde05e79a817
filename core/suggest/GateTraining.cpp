#include "core/suggest/GateTraining.h"

#include <algorithm>

namespace moxian {
namespace {

constexpr std::size_t kPlaces = 8000;    ///< looked at in all
constexpr std::size_t kEvery = 4;        ///< characters typed from one place to the next
constexpr int kRounds = 4;
constexpr double kInertia = 2.0;         ///< weight of the belief before learning

/// What one kind of evidence said about the symbol that really followed.
struct Witness {
  std::uint32_t kind;
  float share;
};

/// All witnesses of one place, in the order they are asked.
struct Place {
  std::size_t begin;
  std::size_t end;
  float common;  ///< share of the symbol in the whole corpus
};

class Trainer {
 public:
  explicit Trainer(const Mixture& mixture) : m_mixture(mixture) {}

  void read(ContextArray::Interval report) {
    const std::u16string_view whole = m_mixture.contexts().text();
    const std::u16string_view text = whole.substr(report.begin, report.size());
    DraftModel draft;
    draft.reset({});
    for (std::size_t at = 0; at + kEvery < text.size() && m_places.size() < kPlaces; at += kEvery) {
      draft.append(text.substr(at, kEvery));
      look(draft, symbolOf(text, at + kEvery), report);
    }
  }

  [[nodiscard]] bool full() const { return m_places.size() >= kPlaces; }

  [[nodiscard]] Gates learnt() const {
    Gates gates;
    const Gates start;
    for (int round = 0; round < kRounds; ++round) {
      std::vector<double> believed(Gates::kinds());
      std::vector<double> asked(Gates::kinds());
      for (std::size_t kind = 0; kind < Gates::kinds(); ++kind) {
        believed[kind] = kInertia * start.belief(kind);
        asked[kind] = kInertia;
      }
      for (const Place& place : m_places) weigh(place, gates, believed, asked);
      for (std::size_t kind = 0; kind < Gates::kinds(); ++kind) {
        gates.set(kind, believed[kind] / asked[kind]);
      }
    }
    return gates;
  }

 private:
  void look(const DraftModel& draft, char16_t symbol, ContextArray::Interval report) {
    const std::size_t begin = m_witnesses.size();
    m_mixture.ask(draft.tail(), draft, report, m_scratch,
                  [&](std::size_t kind, std::span<const Share> shares) {
                    const auto found = std::ranges::find(shares, symbol, &Share::symbol);
                    m_witnesses.push_back({static_cast<std::uint32_t>(kind),
                                           found == shares.end() ? 0.0F : found->share});
                    return true;
                  });
    m_places.push_back({begin, m_witnesses.size(), m_mixture.commonness(symbol)});
  }

  /// Adds how often each witness of a place was asked and how often what it said was believed.
  void weigh(const Place& place, const Gates& gates, std::vector<double>& believed,
             std::vector<double>& asked) const {
    std::vector<double> below(place.end - place.begin);  // chance by the witnesses after each
    double chance = place.common;
    for (std::size_t i = place.end; i-- > place.begin;) {
      below[i - place.begin] = chance;
      const double belief = gates.belief(m_witnesses[i].kind);
      chance = belief * m_witnesses[i].share + (1.0 - belief) * chance;
    }
    double reached = 1.0;
    for (std::size_t i = place.begin; i < place.end && reached > 1e-6; ++i) {
      const Witness& witness = m_witnesses[i];
      const double own = gates.belief(witness.kind) * witness.share;
      const double rest = (1.0 - gates.belief(witness.kind)) * below[i - place.begin];
      const double responsible = own / (own + rest);
      believed[witness.kind] += reached * responsible;
      asked[witness.kind] += reached;
      reached *= 1.0 - responsible;
    }
  }

  const Mixture& m_mixture;
  Scratch m_scratch;
  std::vector<Witness> m_witnesses;
  std::vector<Place> m_places;
};

}  // namespace

Gates trainedGates(const Mixture& mixture, const std::vector<ContextArray::Interval>& reports) {
  if (reports.size() < 2) return {};
  std::size_t all = 0;
  for (const auto& report : reports) all += report.size();
  // Whole reports, spread evenly, since a draft's own part of the evidence grows with its length.
  const std::size_t stride = std::max<std::size_t>(1, all / kEvery / kPlaces);
  Trainer trainer(mixture);
  for (std::size_t i = 0; i < reports.size() && !trainer.full(); i += stride) trainer.read(reports[i]);
  return trainer.learnt();
}

}  // namespace moxian

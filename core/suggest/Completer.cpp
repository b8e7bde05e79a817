#include "core/suggest/Completer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/suggest/CandidateSearch.h"
#include "core/suggest/CompletionModel.h"
#include "core/text/ScriptConverter.h"

namespace moxian {
namespace {

/// Probability from which a candidate is worth a look without being asked for. Measured on left-out
/// reports: shown at 19, 37 and 66 of 100 keys, and right 36, 24 and 17 times of 100.
constexpr std::array kFloors = {0.2, 0.105, 0.05};

/// How fast a draft's outcomes change the estimates, and how far they may.
constexpr double kShiftRate = 0.03;
constexpr double kSlopeRate = 0.02;
constexpr double kMostShift = 2.0;
constexpr double kLeastSlope = 0.7;
constexpr double kMostSlope = 1.8;

/// Estimated probabilities as they prove true in one draft: one that follows last year's report is
/// foretold far better than others. Log odds are stretched and shifted (Platt scaling), learnt from
/// the offers that the writer saw.
class Trust {
 public:
  [[nodiscard]] double adjusted(double estimate) const {
    return 1.0 / (1.0 + std::exp(-(m_slope * odds(estimate) + m_shift)));
  }
  void learn(double estimate, bool right) {
    const double surprise = (right ? 1.0 : 0.0) - adjusted(estimate);
    m_shift = std::clamp(m_shift + kShiftRate * surprise, -kMostShift, kMostShift);
    m_slope = std::clamp(m_slope + kSlopeRate * surprise * odds(estimate), kLeastSlope, kMostSlope);
  }

 private:
  [[nodiscard]] static double odds(double p) {
    const double inside = std::clamp(p, 1e-6, 1.0 - 1e-6);
    return std::log(inside / (1.0 - inside));
  }
  double m_slope = 1.0;
  double m_shift = 0.0;
};

}  // namespace

/// The draft in simplified characters, and the offers that were made for it.
class Completer::Draft {
 public:
  void reset(std::u16string_view title);
  void append(std::u16string_view typed);
  [[nodiscard]] std::vector<Continuation> search(const Mixture& mixture, std::size_t limit);
  /// The first of what search() gave was shown unasked.
  void offered(const Continuation& shown) { m_offers.push_back(shown); }
  [[nodiscard]] double adjusted(double estimate) const { return m_trust.adjusted(estimate); }
  /// A text of the corpus in the draft's script.
  [[nodiscard]] std::u16string written(std::u16string_view text) const;
  [[nodiscard]] const DraftModel& model() const { return m_model; }

 private:
  void goOn(std::u16string_view typed);
  void lookAtScript();
  [[nodiscard]] std::u16string simplified(std::u16string_view text) const;

  DraftModel m_model;
  Scratch m_scratch;
  /// What was shown unasked and what the writer went on past without taking it, as far as it would
  /// still have to be typed, with its estimate.
  std::vector<Continuation> m_offers;
  Trust m_trust;
  std::u16string m_title;
  std::u16string m_typed;      ///< as the writer wrote it
  std::size_t m_nextLook = 0;  ///< length from which its script is looked at again
  const ScriptConverter* m_converter = nullptr;  ///< for a traditional draft only
  Wording m_wording = Wording::Mainland;
};

void Completer::Draft::reset(std::u16string_view title) {
  m_title = title;
  m_typed.clear();
  m_nextLook = 0;
  m_converter = nullptr;
  m_offers.clear();
  m_trust = {};
  m_model.reset(title);
}

void Completer::Draft::append(std::u16string_view typed) {
  m_typed += typed;
  goOn(simplified(typed));
  if (m_typed.size() >= m_nextLook) lookAtScript();
}

void Completer::Draft::lookAtScript() {
  constexpr std::size_t step = 8;
  m_nextLook = m_typed.size() + std::max(step, m_typed.size() / 4);
  const bool traditional = detectScript(m_title + m_typed) == Script::Traditional;
  if (!traditional && m_converter == nullptr) return;
  // Without a converter the draft itself still foretells how it goes on.
  const bool known = traditional && ScriptConverter::shared().has_value();
  const ScriptConverter* converter = known ? &*ScriptConverter::shared() : nullptr;
  if (known) m_wording = converter->wording(m_typed);
  if (std::exchange(m_converter, converter) == converter) return;
  m_offers.clear();
  m_model.reset(simplified(m_title));
  m_model.append(simplified(m_typed));
}

std::u16string Completer::Draft::simplified(std::u16string_view text) const {
  return m_converter == nullptr ? std::u16string(text) : m_converter->folded(text);
}

std::u16string Completer::Draft::written(std::u16string_view text) const {
  return m_converter == nullptr ? std::u16string(text)
                                : m_converter->toTraditional(text, m_wording);
}

void Completer::Draft::goOn(std::u16string_view typed) {
  m_model.append(typed);
  for (auto offer = m_offers.begin(); offer != m_offers.end(); ++offer) {
    if (offer->text.size() > typed.size() || !typed.starts_with(offer->text)) continue;
    // It was right, and so taken: what was offered since then was never seen.
    m_trust.learn(offer->p, true);
    m_offers.erase(offer, m_offers.end());
    break;
  }
  std::erase_if(m_offers, [&](Continuation& each) {
    if (!each.text.starts_with(typed)) {
      m_trust.learn(each.p, false);
      return true;
    }
    each.text.erase(0, typed.size());
    return false;
  });
}

std::vector<Continuation> Completer::Draft::search(const Mixture& mixture, std::size_t limit) {
  std::vector<std::u16string> declined;
  for (const Continuation& offer : m_offers) declined.push_back(offer.text);
  return searchContinuations(mixture, m_model, declined, limit, m_scratch);
}

Completer::Completer(std::shared_ptr<const CompletionModel> model)
    : m_model(std::move(model)), m_draft(std::make_unique<Draft>()) {}
Completer::~Completer() = default;
Completer::Completer(Completer&&) noexcept = default;
Completer& Completer::operator=(Completer&&) noexcept = default;

Result<Completer> Completer::make(const Corpus& corpus, const std::filesystem::path& file) {
  auto model = CompletionModel::of(corpus, file);
  if (!model) return std::unexpected(model.error());
  return Completer(std::move(*model));
}

void Completer::reset(std::u16string_view title) {
  m_draft->reset(title);
}

void Completer::append(std::u16string_view typed) {
  m_draft->append(typed);
}

std::vector<Candidate> Completer::candidates(std::size_t limit) const {
  std::vector<Candidate> candidates;
  const double floor = kFloors[static_cast<std::size_t>(m_eagerness)];
  for (const Continuation& each : m_draft->search(m_model->mixture(), limit)) {
    const double p = m_draft->adjusted(each.p);
    const bool ghost = candidates.empty() && p >= floor;
    if (ghost) m_draft->offered(each);
    candidates.push_back({m_draft->written(each.text), p, ghost,
                          m_model->sourceOf(m_draft->model().tail(), each.text)});
  }
  return candidates;
}

}  // namespace moxian

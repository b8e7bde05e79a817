#include "core/suggest/Completer.h"

#include <algorithm>
#include <array>

#include "core/suggest/CandidateSearch.h"
#include "core/suggest/CompletionModel.h"

namespace moxian {
namespace {

/// Probability from which a candidate is worth a look without being asked for. Measured on left-out
/// reports: shown at 19, 37 and 66 of 100 keys, and right 36, 24 and 17 times of 100.
constexpr std::array kFloors = {0.2, 0.105, 0.05};

}  // namespace

struct Completer::Draft {
  DraftModel model;
  Scratch scratch;
  /// What was offered unasked and what the writer went on past without taking it, as far as it
  /// would still have to be typed.
  std::vector<std::u16string> declined;

  void goOn(std::u16string_view typed);
};

void Completer::Draft::goOn(std::u16string_view typed) {
  model.append(typed);
  for (auto offer = declined.begin(); offer != declined.end(); ++offer) {
    if (offer->size() > typed.size() || !typed.starts_with(*offer)) continue;
    // It was right, and so taken: what was offered since then was never seen.
    declined.erase(offer, declined.end());
    break;
  }
  std::erase_if(declined, [&](std::u16string& each) {
    if (!each.starts_with(typed)) return true;
    each.erase(0, typed.size());
    return false;
  });
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
  m_draft->model.reset(title);
  m_draft->declined.clear();
}

void Completer::append(std::u16string_view typed) {
  m_draft->goOn(typed);
}

std::vector<Candidate> Completer::candidates(std::size_t limit) const {
  std::vector<Candidate> candidates;
  const DraftModel& draft = m_draft->model;
  const double floor = kFloors[static_cast<std::size_t>(m_eagerness)];
  std::u16string offered;
  for (auto& each : searchContinuations(m_model->mixture(), draft, m_draft->declined, limit,
                                        m_draft->scratch)) {
    const bool ghost = candidates.empty() && each.p >= floor;
    if (ghost) offered = each.text;
    std::u16string source = m_model->sourceOf(draft.tail(), each.text);
    candidates.push_back({std::move(each.text), each.p, ghost, std::move(source)});
  }
  if (!offered.empty()) m_draft->declined.push_back(offered);
  return candidates;
}

}  // namespace moxian

#include "core/report/RolePath.h"

#include <algorithm>
#include <array>

namespace moxian {
namespace {

constexpr std::array kStates = {Role::Intro, Role::WorkDone, Role::Problems, Role::NextSteps,
                                Role::Closing};
constexpr std::size_t kCount = kStates.size();

double switchPrice(Boundary boundary, const PathWeights& weights) {
  switch (boundary) {
    case Boundary::LabelledHeading:
      return weights.switchAtLabelledHeading;
    case Boundary::Heading:
      return weights.switchAtHeading;
    case Boundary::NextMatter:
      return weights.switchAtNextMatter;
    case Boundary::Paragraph:
      return weights.switchAtParagraph;
    case Boundary::Enumeration:
      return weights.switchInEnumeration;
    case Boundary::Sentence:
      return weights.switchInParagraph;
    case Boundary::Both:
      return weights.switchInBoth;
  }
  return 0;
}

double startPrice(Role role, Boundary boundary, const PathWeights& weights, Role usual) {
  const bool free = role == Role::Intro || role == usual || boundary == Boundary::LabelledHeading;
  return free ? 0 : weights.startElsewhere;
}

double price(Role from, Role to, Boundary boundary, const PathWeights& weights, Role usual) {
  if (from == to) return 0;
  if (from == Role::Intro && to == Role::WorkDone) {
    return boundary == Boundary::Sentence ? weights.leaveIntroInParagraph : weights.leaveIntro;
  }
  double sum = switchPrice(boundary, weights);
  if (to == Role::Intro) sum += weights.backToIntro;
  if (from == Role::Problems && to == Role::WorkDone) sum += weights.problemsToWork;
  if (from == Role::Problems && to == Role::NextSteps) sum += weights.problemsToNext;
  if (from == Role::Closing) sum += weights.leaveClosing;
  const bool free = usual == Role::NextSteps || boundary == Boundary::NextMatter ||
                    boundary == Boundary::LabelledHeading;
  if (from == Role::NextSteps && to != Role::Closing && !free) sum += weights.leaveNextSteps;
  return sum;
}

}  // namespace

Result<PathWeights> PathWeights::load(const TomlReader& file) {
  const toml::table* table = file.root()["path"].as_table();
  if (table == nullptr) return file.invalid(file.root(), "[path] is missing");
  PathWeights weights;
  const std::array<std::pair<std::string_view, double*>, 31> fields = {{
      {"switch_at_labelled_heading", &weights.switchAtLabelledHeading},
      {"switch_at_heading", &weights.switchAtHeading},
      {"switch_at_next_matter", &weights.switchAtNextMatter},
      {"switch_at_paragraph", &weights.switchAtParagraph},
      {"switch_in_enumeration", &weights.switchInEnumeration},
      {"switch_in_paragraph", &weights.switchInParagraph},
      {"switch_in_both", &weights.switchInBoth},
      {"start_elsewhere", &weights.startElsewhere},
      {"leave_intro", &weights.leaveIntro},
      {"leave_intro_in_paragraph", &weights.leaveIntroInParagraph},
      {"back_to_intro", &weights.backToIntro},
      {"leave_closing", &weights.leaveClosing},
      {"problems_to_work", &weights.problemsToWork},
      {"problems_to_next", &weights.problemsToNext},
      {"leave_next_steps", &weights.leaveNextSteps},
      {"section_prior", &weights.sectionPrior},
      {"lesser_prior", &weights.lesserPrior},
      {"work_in_plan", &weights.workInPlan},
      {"default_heading", &weights.defaultHeading},
      {"default_text", &weights.defaultText},
      {"next_matter", &weights.nextMatter},
      {"intro_first", &weights.introFirst},
      {"intro_prior", &weights.introPrior},
      {"intro_below_heading", &weights.introBelowHeading},
      {"closing_at_heading", &weights.closingAtHeading},
      {"closing_prior", &weights.closingPrior},
      {"problems_first", &weights.problemsFirst},
      {"intro_end", &weights.introEnd},
      {"turning", &weights.turning},
      {"label_threshold", &weights.labelThreshold},
      {"prior_length", &weights.priorLength},
  }};
  for (const auto& [key, field] : fields) {
    const auto value = file.number(*table, key);
    if (!value) return std::unexpected(value.error());
    *field = *value;
  }
  return weights;
}

std::vector<Role> bestPath(const std::vector<RolePiece>& pieces, const PathWeights& weights,
                           Role usual) {
  std::vector<std::array<std::size_t, kCount>> cameFrom(pieces.size());
  std::array<double, kCount> score{};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::array<double, kCount> next{};
    for (std::size_t to = 0; to < kCount; ++to) {
      double best = i == 0 ? -startPrice(kStates[to], pieces[i].boundary, weights, usual) : -1e300;
      for (std::size_t from = 0; i > 0 && from < kCount; ++from) {
        const double reached =
            score[from] - price(kStates[from], kStates[to], pieces[i].boundary, weights, usual);
        if (reached <= best) continue;
        best = reached;
        cameFrom[i][to] = from;
      }
      next[to] = best + at(pieces[i].evidence, kStates[to]);
    }
    score = next;
  }
  std::vector<Role> roles(pieces.size());
  auto state = static_cast<std::size_t>(std::ranges::max_element(score) - score.begin());
  for (std::size_t i = pieces.size(); i-- > 0;) {
    roles[i] = kStates[state];
    state = cameFrom[i][state];
  }
  return roles;
}

}  // namespace moxian

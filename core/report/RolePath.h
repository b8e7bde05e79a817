#pragma once

#include <cstddef>
#include <vector>

#include "core/report/Signals.h"
#include "core/report/TomlReader.h"

namespace moxian {

/// What stands between a piece of text and the one before it.
enum class Boundary {
  LabelledHeading,
  Heading,
  NextMatter,  ///< a heading behind a section that went through to its own next steps
  Paragraph,
  Enumeration,
  Sentence,
  Both
};

/// A heading or sentence with what its words and its section say about its role.
struct RolePiece {
  Boundary boundary = Boundary::Paragraph;
  Evidence evidence{};
};

/// Prices of the path, from [path] of resources/rules/roles.toml, which explains each.
struct PathWeights {
  double switchAtLabelledHeading = 0;
  double switchAtHeading = 0;
  double switchAtNextMatter = 0;
  double switchAtParagraph = 0;
  double switchInEnumeration = 0;
  double switchInParagraph = 0;
  double switchInBoth = 0;
  double startElsewhere = 0;
  double leaveIntro = 0;
  double leaveIntroInParagraph = 0;
  double backToIntro = 0;
  double leaveClosing = 0;
  double problemsToWork = 0;
  double problemsToNext = 0;
  double leaveNextSteps = 0;
  double sectionPrior = 0;
  double lesserPrior = 0;
  double workInPlan = 0;
  double defaultHeading = 0;
  double defaultText = 0;
  double nextMatter = 0;
  double introFirst = 0;
  double introPrior = 0;
  double introBelowHeading = 0;
  double closingAtHeading = 0;
  double closingPrior = 0;
  double problemsFirst = 0;
  double introEnd = 0;
  double turning = 0;
  double labelThreshold = 0;
  double priorLength = 0;

  [[nodiscard]] static Result<PathWeights> load(const TomlReader& file);
};

/// The role of each piece on the best path through a report: the one whose evidence, less the
/// prices of its changes of role, is highest (Viterbi 1967). Roles on the path: intro, work_done,
/// problems, next_steps, closing. Linear in the number of pieces.
/// `usual`: the role that a report of this kind may begin with at no price.
[[nodiscard]] std::vector<Role> bestPath(const std::vector<RolePiece>& pieces,
                                         const PathWeights& weights, Role usual);

}  // namespace moxian

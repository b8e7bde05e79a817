#include "core/check/rules/PhraseRule.h"

namespace moxian {

Result<LineRulePointer> redundantWordRule() {
  static constexpr RuleInfo kInfo{"redundant.word", Category::Redundant, Severity::Warning};
  auto phrases = Phrases::load("redundant.tsv");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<PhraseRule>(kInfo, std::move(*phrases));
}

}  // namespace moxian

#include "core/check/rules/PhraseRule.h"

namespace moxian {

Result<LineRulePointer> fixedTermRule() {
  static constexpr RuleInfo kInfo{"terminology.fixed", Category::Terminology, Severity::Warning};
  auto phrases = Phrases::load("terms.tsv");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<PhraseRule>(kInfo, std::move(*phrases));
}

}  // namespace moxian

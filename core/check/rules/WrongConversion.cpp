#include "core/check/rules/PhraseRule.h"

namespace moxian {

Result<LineRulePointer> wrongConversionRule() {
  static constexpr RuleInfo kInfo{"script.conversion", Category::Script, Severity::Error};
  auto phrases = Phrases::load("conversions.tsv");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<PhraseRule>(kInfo, std::move(*phrases), PhraseScript::Traditional);
}

}  // namespace moxian

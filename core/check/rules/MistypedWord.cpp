#include "core/check/rules/PhraseRule.h"

namespace moxian {

Result<LineRulePointer> mistypedWordRule() {
  static constexpr RuleInfo kInfo{"typo.word", Category::Typo, Severity::Error};
  auto phrases = Phrases::load("typos.tsv");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<PhraseRule>(kInfo, std::move(*phrases), PhraseScript::Simplified,
                                      PhraseEdges::Words);
}

}  // namespace moxian

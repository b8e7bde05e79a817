#include "core/check/rules/PhraseRule.h"

namespace moxian {

Result<LineRulePointer> lostWordRule() {
  static constexpr RuleInfo kInfo{"dropped.word", Category::Dropped, Severity::Error};
  auto phrases = Phrases::load("dropped.tsv");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<PhraseRule>(kInfo, std::move(*phrases));
}

}  // namespace moxian

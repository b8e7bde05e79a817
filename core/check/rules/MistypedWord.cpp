#include "core/check/rules/PhraseRule.h"

namespace moxian {

Result<LineRulePointer> mistypedWordRule() {
  static constexpr RuleInfo kInfo{"typo.word", Category::Typo, Severity::Error,
                                  "现代汉语词典; 第一批异形词整理表 (a curated list)"};
  auto phrases = Phrases::load("typos.tsv");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<PhraseRule>(kInfo, std::move(*phrases));
}

}  // namespace moxian

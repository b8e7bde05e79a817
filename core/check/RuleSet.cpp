#include "core/check/rules/Rules.h"

namespace moxian {

Result<RuleSet> RuleSet::load() {
  RuleSet out;
  out.m_document = {
      missingPartRule(), thinPartRule(),    partOrderRule(),
      numberMarkRule(),  numberOrderRule(), levelJumpRule(),
      halfWidthMarksRule(),
  };
  out.m_line = {
      doubledMarksRule(), unpairedBracketsRule(), quotesRule(),      maskRule(),
      maskedYearRule(),   asterisksRule(),        underscoresRule(), emptySlotRule(),
      emptyDateRule(),    invalidBytesRule(),
  };
  auto breakdown = breakdownRule();
  if (!breakdown) return std::unexpected(breakdown.error());
  out.m_line.push_back(std::move(*breakdown));
  return out;
}

std::vector<const RuleInfo*> RuleSet::infos() const {
  std::vector<const RuleInfo*> out;
  for (const auto& rule : m_document) out.push_back(&rule->info());
  for (const auto& rule : m_line) out.push_back(&rule->info());
  return out;
}

}  // namespace moxian

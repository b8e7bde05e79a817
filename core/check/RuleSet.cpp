#include "core/check/Folding.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Rules that read no lists, in the order in which they are shown.
std::vector<DocumentRulePointer> documentRules() {
  return {
      missingPartRule(),    missingSectionRule(),  thinPartRule(),          partOrderRule(),
      emptySectionRule(),   contentsCountRule(),   contentsMissingRule(),   contentsDuplicateRule(),
      truncatedEndRule(),   numberMarkRule(),      numberOrderRule(),       levelJumpRule(),
      loneItemRule(),       ordinalOrderRule(),    halfWidthMarksRule(),    unpairedBracketsRule(),
      quotesRule(),         missingFinalRule(),    missingBeforeNoneRule(), straySpaceRule(),
      foreignPlaceRule(),   foreignOfficeRule(),   titleUnitRule(),         placeSuffixRule(),
      undefinedTitleRule(), ordinalMarksRule(),    cutHeadingRule(),        missingTitleRule(),
      mixedScriptRule(),    statutoryTablesRule(), tableSumsRule(),         expectedUnitRule(),
      headingYearRule(),    openMaskRule(),        superiorsRule(),         numberStyleRule(),
      noneAndSomeRule(),    documentKindRule(),    oldYearRule(),           otherUnitRule(),
      ellipsisRule(),       connectorRule(),       leadingZeroRule(),       titleStopRule(),
  };
}

std::vector<LineRulePointer> lineRules() {
  return {
      doubledMarksRule(), fullPointRule(),     strayPauseRule(),     titleMarksRule(),
      maskRule(),         maskedYearRule(),    asterisksRule(),      underscoresRule(),
      emptySlotRule(),    emptyDateRule(),     partsCountRule(),     invalidBytesRule(),
      particleRule(),     lostVerbRule(),      lostNameRule(),       fragmentRule(),
      listMarksRule(),    thisYearRule(),      impossibleDateRule(), documentNumberRule(),
      numeralsRule(),     approximationRule(), rangeRule(),          sequenceRule(),
      markupRule(),       quantityRule(),      letterDigitRule(),
  };
}

}  // namespace

Result<RuleSet> RuleSet::load() {
  RuleSet out;
  auto folding = Folding::load();
  if (!folding) return std::unexpected(folding.error());
  out.m_folding = std::move(*folding);
  out.m_document = moxian::documentRules();
  out.m_line = moxian::lineRules();
  for (auto make :
       {countedListRule, repeatedSentenceRule, termVariantRule, taiwanWordingRule, damageRule,
        textAgainstTableRule, oldFiguresRule, oldProblemRule, oldSentenceRule, figureConflictRule,
        fullNameRule, periodRule, titleYearRule, fullWidthDigitsRule, authorNamesRule}) {
    auto rule = make();
    if (!rule) return std::unexpected(rule.error());
    out.m_document.push_back(std::move(*rule));
  }
  for (auto make : {breakdownRule, advertRule, doubledWordRule, mistypedWordRule, lostWordRule,
                    fixedTermRule, blendRule, wrongConversionRule, percentageRule, sharesRule,
                    setTermRule, redundantWordRule, unfinishedRule}) {
    auto rule = make();
    if (!rule) return std::unexpected(rule.error());
    out.m_line.push_back(std::move(*rule));
  }
  return out;
}

std::vector<const RuleInfo*> RuleSet::infos() const {
  std::vector<const RuleInfo*> out;
  for (const auto& rule : m_document) out.push_back(&rule->info());
  for (const auto& rule : m_line) out.push_back(&rule->info());
  return out;
}

std::u16string RuleSet::folded(std::u16string_view text) const {
  return (*m_folding)(text);
}

}  // namespace moxian

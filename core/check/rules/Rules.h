#pragma once

#include <memory>

#include "core/base/Result.h"
#include "core/check/Rule.h"

namespace moxian {

using LineRulePointer = std::shared_ptr<const LineRule>;
using DocumentRulePointer = std::shared_ptr<const DocumentRule>;

/// A line rule without data of its own: its row of the rule table and a function.
class PlainLineRule final : public LineRule {
 public:
  using Check = void (*)(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into);
  PlainLineRule(const RuleInfo& info, Check run) : m_info(info), m_check(run) {}
  [[nodiscard]] const RuleInfo& info() const override { return m_info; }
  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    m_check(m_info, line, into);
  }

 private:
  RuleInfo m_info;
  Check m_check;
};

/// The same for a document rule.
class PlainDocumentRule final : public DocumentRule {
 public:
  using Check = void (*)(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into);
  PlainDocumentRule(const RuleInfo& info, Check run) : m_info(info), m_check(run) {}
  [[nodiscard]] const RuleInfo& info() const override { return m_info; }
  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    m_check(m_info, text, into);
  }

 private:
  RuleInfo m_info;
  Check m_check;
};

// One function a rule, each in the source file of the rule's name. Those that read word lists
// from resources/rules/ can fail.
[[nodiscard]] LineRulePointer invalidBytesRule();
[[nodiscard]] LineRulePointer doubledMarksRule();
[[nodiscard]] DocumentRulePointer quotesRule();
[[nodiscard]] LineRulePointer fullPointRule();
[[nodiscard]] LineRulePointer strayPauseRule();
[[nodiscard]] LineRulePointer titleMarksRule();
[[nodiscard]] LineRulePointer maskRule();
[[nodiscard]] LineRulePointer maskedYearRule();
[[nodiscard]] LineRulePointer asterisksRule();
[[nodiscard]] LineRulePointer underscoresRule();
[[nodiscard]] LineRulePointer emptySlotRule();
[[nodiscard]] LineRulePointer emptyDateRule();
[[nodiscard]] LineRulePointer partsCountRule();
[[nodiscard]] Result<LineRulePointer> breakdownRule();
[[nodiscard]] Result<LineRulePointer> advertRule();
[[nodiscard]] Result<LineRulePointer> doubledWordRule();
[[nodiscard]] DocumentRulePointer missingPartRule();
[[nodiscard]] DocumentRulePointer missingSectionRule();
[[nodiscard]] DocumentRulePointer thinPartRule();
[[nodiscard]] DocumentRulePointer partOrderRule();
[[nodiscard]] DocumentRulePointer emptySectionRule();
[[nodiscard]] DocumentRulePointer contentsCountRule();
[[nodiscard]] DocumentRulePointer contentsMissingRule();
[[nodiscard]] DocumentRulePointer contentsDuplicateRule();
[[nodiscard]] DocumentRulePointer truncatedEndRule();
[[nodiscard]] DocumentRulePointer numberMarkRule();
[[nodiscard]] DocumentRulePointer numberOrderRule();
[[nodiscard]] DocumentRulePointer levelJumpRule();
[[nodiscard]] DocumentRulePointer loneItemRule();
[[nodiscard]] DocumentRulePointer ordinalOrderRule();
[[nodiscard]] DocumentRulePointer halfWidthMarksRule();
[[nodiscard]] DocumentRulePointer unpairedBracketsRule();
[[nodiscard]] DocumentRulePointer missingFinalRule();
[[nodiscard]] DocumentRulePointer missingBeforeNoneRule();
[[nodiscard]] DocumentRulePointer straySpaceRule();
[[nodiscard]] Result<DocumentRulePointer> repeatedSentenceRule();
[[nodiscard]] DocumentRulePointer foreignPlaceRule();
[[nodiscard]] DocumentRulePointer foreignOfficeRule();
[[nodiscard]] DocumentRulePointer titleUnitRule();
[[nodiscard]] Result<DocumentRulePointer> damageRule();
[[nodiscard]] Result<DocumentRulePointer> countedListRule();
[[nodiscard]] LineRulePointer particleRule();
[[nodiscard]] LineRulePointer lostVerbRule();
[[nodiscard]] LineRulePointer lostNameRule();
[[nodiscard]] LineRulePointer fragmentRule();
[[nodiscard]] LineRulePointer listMarksRule();
[[nodiscard]] LineRulePointer thisYearRule();
[[nodiscard]] Result<LineRulePointer> mistypedWordRule();
[[nodiscard]] Result<LineRulePointer> lostWordRule();
[[nodiscard]] Result<LineRulePointer> fixedTermRule();
[[nodiscard]] Result<LineRulePointer> blendRule();
[[nodiscard]] DocumentRulePointer undefinedTitleRule();
[[nodiscard]] Result<DocumentRulePointer> termVariantRule();
[[nodiscard]] DocumentRulePointer ordinalMarksRule();
[[nodiscard]] DocumentRulePointer placeSuffixRule();
[[nodiscard]] DocumentRulePointer cutHeadingRule();
[[nodiscard]] LineRulePointer impossibleDateRule();
[[nodiscard]] Result<LineRulePointer> wrongConversionRule();
[[nodiscard]] DocumentRulePointer mixedScriptRule();
[[nodiscard]] DocumentRulePointer missingTitleRule();
[[nodiscard]] Result<DocumentRulePointer> taiwanWordingRule();
[[nodiscard]] DocumentRulePointer statutoryTablesRule();
[[nodiscard]] DocumentRulePointer tableSumsRule();
[[nodiscard]] Result<DocumentRulePointer> textAgainstTableRule();
[[nodiscard]] Result<DocumentRulePointer> oldFiguresRule();
[[nodiscard]] Result<DocumentRulePointer> oldProblemRule();
[[nodiscard]] Result<DocumentRulePointer> oldSentenceRule();
[[nodiscard]] DocumentRulePointer expectedUnitRule();
[[nodiscard]] DocumentRulePointer headingYearRule();
[[nodiscard]] DocumentRulePointer openMaskRule();
[[nodiscard]] Result<DocumentRulePointer> periodRule();
[[nodiscard]] DocumentRulePointer superiorsRule();
[[nodiscard]] Result<LineRulePointer> percentageRule();
[[nodiscard]] Result<LineRulePointer> sharesRule();
[[nodiscard]] LineRulePointer documentNumberRule();
[[nodiscard]] LineRulePointer numeralsRule();
[[nodiscard]] LineRulePointer approximationRule();
[[nodiscard]] LineRulePointer rangeRule();
[[nodiscard]] LineRulePointer sequenceRule();
[[nodiscard]] LineRulePointer markupRule();
[[nodiscard]] Result<LineRulePointer> setTermRule();
[[nodiscard]] LineRulePointer quantityRule();
[[nodiscard]] LineRulePointer letterDigitRule();
[[nodiscard]] DocumentRulePointer ellipsisRule();
[[nodiscard]] DocumentRulePointer connectorRule();
[[nodiscard]] DocumentRulePointer leadingZeroRule();
[[nodiscard]] Result<LineRulePointer> redundantWordRule();
[[nodiscard]] Result<LineRulePointer> unfinishedRule();
[[nodiscard]] Result<DocumentRulePointer> fullWidthDigitsRule();
[[nodiscard]] DocumentRulePointer numberStyleRule();
[[nodiscard]] DocumentRulePointer noneAndSomeRule();
[[nodiscard]] DocumentRulePointer documentKindRule();
[[nodiscard]] DocumentRulePointer oldYearRule();
[[nodiscard]] DocumentRulePointer titleStopRule();
[[nodiscard]] Result<DocumentRulePointer> titleYearRule();
[[nodiscard]] DocumentRulePointer otherUnitRule();
[[nodiscard]] Result<DocumentRulePointer> authorNamesRule();
[[nodiscard]] Result<DocumentRulePointer> figureConflictRule();
[[nodiscard]] Result<DocumentRulePointer> fullNameRule();

}  // namespace moxian

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
  using Check = void (*)(const RuleInfo& rule, std::u16string_view line,
                         std::vector<Finding>& into);
  PlainLineRule(const RuleInfo& info, Check run) : m_info(info), m_check(run) {}
  [[nodiscard]] const RuleInfo& info() const override { return m_info; }
  void check(std::u16string_view line, std::vector<Finding>& into) const override {
    m_check(m_info, line, into);
  }

 private:
  RuleInfo m_info;
  Check m_check;
};

/// The same for a document rule.
class PlainDocumentRule final : public DocumentRule {
 public:
  using Check = void (*)(const RuleInfo& rule, const CheckedText& text,
                         std::vector<Finding>& into);
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
[[nodiscard]] LineRulePointer unpairedBracketsRule();
[[nodiscard]] LineRulePointer quotesRule();
[[nodiscard]] LineRulePointer maskRule();
[[nodiscard]] LineRulePointer maskedYearRule();
[[nodiscard]] LineRulePointer asterisksRule();
[[nodiscard]] LineRulePointer underscoresRule();
[[nodiscard]] LineRulePointer emptySlotRule();
[[nodiscard]] LineRulePointer emptyDateRule();
[[nodiscard]] Result<LineRulePointer> breakdownRule();
[[nodiscard]] DocumentRulePointer halfWidthMarksRule();
[[nodiscard]] DocumentRulePointer missingPartRule();
[[nodiscard]] DocumentRulePointer thinPartRule();
[[nodiscard]] DocumentRulePointer partOrderRule();
[[nodiscard]] DocumentRulePointer numberMarkRule();
[[nodiscard]] DocumentRulePointer numberOrderRule();
[[nodiscard]] DocumentRulePointer levelJumpRule();

}  // namespace moxian

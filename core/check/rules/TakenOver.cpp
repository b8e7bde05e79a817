#include "core/base/Utf.h"
#include "core/check/Previous.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// One rule for each way of taking over, so that each can be switched off.
class TakenOverRule final : public DocumentRule {
 public:
  using Picks = bool (*)(const TakenOver& taken);
  TakenOverRule(const RuleInfo& info, Picks picks, Measures measures)
      : m_info(info), m_picks(picks), m_measures(std::move(measures)) {}
  [[nodiscard]] const RuleInfo& info() const override { return m_info; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    if (text.previous == nullptr) return;
    for (const TakenOver& taken : compareWith(*text.previous, text, m_measures).taken) {
      if (!m_picks(taken)) continue;
      into.push_back(findingOf(m_info, taken.span, {toUtf8(taken.span.of(text.text))}));
    }
  }

 private:
  RuleInfo m_info;
  Picks m_picks;
  Measures m_measures;
};

bool isProblem(const TakenOver& taken) {
  return taken.role == Role::Problems;
}

Result<DocumentRulePointer> ruleOf(const RuleInfo& info, TakenOverRule::Picks picks) {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  return std::make_shared<TakenOverRule>(info, picks, std::move(*measures));
}

}  // namespace

Result<DocumentRulePointer> oldFiguresRule() {
  static constexpr RuleInfo kInfo{"copied.figures", Category::Repetition, Severity::Warning};
  return ruleOf(kInfo, [](const TakenOver& taken) {
    return taken.stayed == Stayed::WordForWord && taken.figures;
  });
}

Result<DocumentRulePointer> oldProblemRule() {
  static constexpr RuleInfo kInfo{"copied.problem", Category::Repetition, Severity::Warning};
  return ruleOf(kInfo, [](const TakenOver& taken) {
    return isProblem(taken) && !(taken.stayed == Stayed::WordForWord && taken.figures);
  });
}

Result<DocumentRulePointer> oldSentenceRule() {
  static constexpr RuleInfo kInfo{"copied.sentence", Category::Repetition, Severity::Hint};
  return ruleOf(kInfo, [](const TakenOver& taken) {
    return taken.stayed == Stayed::WordForWord && !taken.figures && !isProblem(taken);
  });
}

}  // namespace moxian

#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

/// So many blocks make a report; a few lines are a note or the beginning of a draft.
constexpr std::size_t kFewest = 4;
constexpr std::size_t kShown = 10;

/// The reports of a compilation may stand under markers instead of titles.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  if (text.outline.reports.size() != 1) return;
  const Report& report = text.outline.reports.front();
  if (!report.title.empty() || report.required.empty() || report.blocks.size() < kFewest) return;
  const Span head = headOf(text, report);
  into.push_back(findingOf(rule, {head.begin, std::min(head.end, head.begin + kShown)}));
}

}  // namespace

DocumentRulePointer missingTitleRule() {
  static constexpr RuleInfo kInfo{"structure.missing-title", Category::Structure,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

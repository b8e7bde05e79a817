#include <algorithm>

#include "core/check/Scan.h"
#include "core/check/rules/Contents.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

bool isMissing(const Outline& outline, std::u16string_view title) {
  return std::ranges::any_of(outline.missingBodies, [&](const std::u16string& missing) {
    return withoutSpaces(missing) == withoutSpaces(title);
  });
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  if (text.outline.missingBodies.empty()) return;
  std::vector<Span> missing;
  for (const ContentsEntry& entry : contentsOf(text)) {
    if (isMissing(text.outline, entry.title)) missing.push_back(entry.line);
  }
  if (missing.empty()) return;
  Finding finding = findingOf(rule, missing.front(), {std::to_string(missing.size())});
  finding.related.assign(missing.begin() + 1, missing.end());
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer contentsMissingRule() {
  static constexpr RuleInfo kInfo{"contents.missing", Category::Truncated, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

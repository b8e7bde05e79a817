#include <map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Contents.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  std::map<std::u16string_view, Span> seen;
  for (const ContentsEntry& entry : contentsOf(text)) {
    const auto [before, fresh] = seen.emplace(entry.title, entry.line);
    if (fresh) continue;
    Finding finding = findingOf(rule, entry.line, {toUtf8(entry.title)});
    finding.related.push_back(before->second);
    into.push_back(std::move(finding));
  }
}

}  // namespace

DocumentRulePointer contentsDuplicateRule() {
  static constexpr RuleInfo kInfo{"contents.duplicate", Category::Repetition, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

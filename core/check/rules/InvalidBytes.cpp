#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr char16_t kReplacement = 0xFFFD;

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  std::size_t at = line.find(kReplacement);
  while (at != line.npos) {
    const std::size_t end = std::min(line.find_first_not_of(kReplacement, at), line.size());
    into.push_back(findingOf(rule, {at, end}, {std::to_string(end - at)}));
    at = line.find(kReplacement, end);
  }
}

}  // namespace

LineRulePointer invalidBytesRule() {
  static constexpr RuleInfo kInfo{"text.invalid-bytes", Category::Stray, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

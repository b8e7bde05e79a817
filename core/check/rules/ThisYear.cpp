#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

std::size_t pastLink(std::u16string_view line, std::size_t at) {
  for (const std::u16string_view link : {u"截止到", u"截止", u"截至", u"以来", u"，", u","}) {
    if (holdsAt(line, at, link)) return at + link.size();
  }
  return at;
}

/// 今年截至2015年6月: the year is said twice.
void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = line.find(u"今年"); at != line.npos; at = line.find(u"今年", at + 1)) {
    const std::size_t year = pastLink(line, at + 2);
    std::size_t end = year;
    while (isAsciiDigit(unitAt(line, end))) ++end;
    if (end - year != 4 || unitAt(line, end) != u'年') continue;
    const Span span{at, end + 1};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
    finding.fixes.push_back(deleting({at, at + 2}));
    into.push_back(std::move(finding));
  }
}

}  // namespace

LineRulePointer thisYearRule() {
  static constexpr RuleInfo kInfo{"redundant.this-year", Category::Redundant, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

/// One name holds the other, as 云溪县水务局 holds 水务局.
bool areSame(std::u16string_view a, std::u16string_view b) {
  return a.contains(b) || b.contains(a);
}

/// The draft names another office than the one it should be from.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  if (text.unit.empty()) return;
  const std::u16string expected = withoutSpaces(text.unit);
  for (const Report& report : text.outline.reports) {
    if (report.unit.empty() || areSame(withoutSpaces(report.unit), expected)) continue;
    const Span lines{text.lines.span(report.firstLine).begin, text.lines.span(report.lastLine).end};
    const std::size_t at = lines.of(text.text).find(report.unit);
    const Span span = at == std::u16string_view::npos
                          ? headOf(text, report)
                          : Span{at, at + report.unit.size()}.shifted(lines.begin);
    into.push_back(findingOf(rule, span, {toUtf8(report.unit), toUtf8(text.unit)}));
  }
}

}  // namespace

DocumentRulePointer expectedUnitRule() {
  static constexpr RuleInfo kInfo{"unit.expected", Category::Unit, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

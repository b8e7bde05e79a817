#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr int kBracketedChinese = 2;
constexpr int kArabic = 3;

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    const std::vector<NumberedLine> lines = numberedLines(report);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      const NumberedLine& line = lines[n];
      if (line.rank != kBracketedChinese && line.rank != kArabic) continue;
      if (line.number->ordinal != 1 || line.parent == NumberedLine::npos) continue;
      if (listFrom(lines, n).size() > 1) continue;
      // 1. alone in each of several sections may run on through them.
      if (line.rank == kArabic && n + 1 < lines.size() && lines[n + 1].number->ordinal == 2)
        continue;
      const Span span = line.number->span;
      into.push_back(findingOf(rule, span, {toUtf8(span.of(text.text))}));
    }
  }
}

}  // namespace

DocumentRulePointer loneItemRule() {
  static constexpr RuleInfo kInfo{"numbering.lone-item", Category::Numbering, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

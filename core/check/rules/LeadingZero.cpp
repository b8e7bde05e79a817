#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// The zeros of 2024年02月06日.
void collect(std::u16string_view line, std::size_t offset, std::vector<Edit>& into) {
  for (std::size_t at = 1; at + 2 < line.size(); ++at) {
    const bool zero = line[at] == u'0' && isAsciiDigit(line[at + 1]) && line[at + 1] != u'0';
    if (!zero || !isAsciiDigit(unitBefore(line, at - 1))) continue;
    const char16_t before = line[at - 1];
    const char16_t after = line[at + 2];
    if ((before == u'年' && after == u'月') || (before == u'月' && after == u'日')) {
      into.push_back({Span{at, at + 1}.shifted(offset), {}});
    }
  }
}

/// One habit of typing is one finding.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  Fix fix{"clean-all", {}, {}};
  for (const Block* block : blocksByLine(text)) {
    if (isProse(block)) collect(block->span.of(text.text), block->span.begin, fix.edits);
  }
  if (fix.edits.empty()) return;
  const std::string count = std::to_string(fix.edits.size());
  const Span first = fix.edits.front().span;
  const Span shown{first.begin, first.end + 2};
  Finding finding = findingOf(rule, shown, {count, toUtf8(shown.of(text.text))});
  fix.arguments = {count};
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer leadingZeroRule() {
  static constexpr RuleInfo kInfo{"date.leading-zero", Category::Date, Severity::Hint};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

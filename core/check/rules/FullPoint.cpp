#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// "一.", "十二．" at the start of an item are numbers, whose mark is another rule's.
bool isItemNumber(std::u16string_view line, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && isChineseDigit(line[begin - 1])) --begin;
  return begin < at && (begin == 0 || isSpace(line[begin - 1]) || line[begin - 1] == u'第');
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = line.find(u'.'); at != line.npos; at = line.find(u'.', at + 1)) {
    const char16_t next = unitAt(line, skipSpaces(line, at + 1));
    const char16_t before = unitBefore(line, at);
    if ((!isHan(before) && !isOneOf(before, u"%％‰》”")) || (next != 0 && !isHan(next))) continue;
    if (isItemNumber(line, at) || inAddress(line, at)) continue;
    Finding finding = findingOf(rule, {at - 1, at + 1}, {toUtf8(line.substr(at - 1, 2))});
    // Between words a comma is as likely as a full stop; the writer decides.
    if (next != 0) finding.fixes.push_back(replacing({at, at + 1}, u"，"));
    finding.fixes.push_back(replacing({at, at + 1}, u"。"));
    into.push_back(std::move(finding));
  }
}

}  // namespace

LineRulePointer fullPointRule() {
  static constexpr RuleInfo kInfo{"punctuation.full-point", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

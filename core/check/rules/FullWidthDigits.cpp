#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

bool isFullWidth(char16_t c) {
  return (c >= u'０' && c <= u'９') || (c >= u'ａ' && c <= u'ｚ') || (c >= u'Ａ' && c <= u'Ｚ');
}

/// A single full-width digit numbers an item (１．), as some input methods type it; the width of a
/// number is told with its mark.
bool isItemNumber(std::u16string_view line, Span run) {
  return isBlank(line.substr(0, run.begin)) && isOneOf(unitAt(line, run.end), u"．.、）)");
}

/// One finding for the whole text, as for half-width marks.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  Fix fix{"half-width", {}, {}};
  for (std::size_t n = 0; n < text.lines.count(); ++n) {
    const Span span = text.lines.span(n);
    const std::u16string_view line = span.of(text.text);
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (!isFullWidth(line[at])) continue;
      const std::size_t begin = at;
      while (isFullWidth(unitAt(line, at))) ++at;
      if (isItemNumber(line, {begin, at})) continue;
      std::u16string with(line.substr(begin, at - begin));
      for (char16_t& c : with) c = static_cast<char16_t>(c - 0xFEE0);
      fix.edits.push_back({Span{begin, at}.shifted(span.begin), std::move(with)});
    }
  }
  if (fix.edits.empty()) return;
  const std::string count = std::to_string(fix.edits.size());
  const Edit& first = fix.edits.front();
  Finding finding =
      findingOf(rule, first.span, {count, toUtf8(first.span.of(text.text)), toUtf8(first.with)});
  fix.arguments = {count};
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer fullWidthDigitsRule() {
  static constexpr RuleInfo kInfo{"stray.full-width", Category::Stray, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

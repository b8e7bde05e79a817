#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/text/Script.h"

namespace moxian {
namespace {

/// Traditional characters that have a use of their own in simplified texts, or in names.
constexpr std::u16string_view kKept = u"乾著藉瞭徵覆夥於餘麼祇甚鍾麴昇陞穀濛蘋甯";
/// With more the text is traditional or quotes a traditional one.
constexpr std::size_t kMost = 60;

/// A few traditional characters in a simplified text: one finding, one fix.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  if (text.text == text.folded || detectScript(text.text) == Script::Traditional) return;
  Fix fix{"simplify", {}, {}};
  for (std::size_t at = 0; at < text.text.size() && fix.edits.size() <= kMost; ++at) {
    if (text.text[at] == text.folded[at] || isOneOf(text.text[at], kKept)) continue;
    fix.edits.push_back({{at, at + 1}, std::u16string(1, text.folded[at])});
  }
  if (fix.edits.empty() || fix.edits.size() > kMost) return;
  const Edit& first = fix.edits.front();
  const std::string count = std::to_string(fix.edits.size());
  Finding finding =
      findingOf(rule, first.span, {toUtf8(first.span.of(text.text)), toUtf8(first.with), count});
  for (std::size_t n = 1; n < fix.edits.size(); ++n) finding.related.push_back(fix.edits[n].span);
  fix.arguments = {count};
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer mixedScriptRule() {
  static constexpr RuleInfo kInfo{"script.mixed", Category::Script, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// "监管、等信息": a pause before 等, where a word was lost; 等级, 等同 and the like are words.
bool isBeforeEtc(std::u16string_view line, std::size_t at) {
  return unitAt(line, at + 1) == u'等' && !isOneOf(unitAt(line, at + 2), u"级次同待候量");
}

void check(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  for (std::size_t at = line.text.find(u'、'); at != line.text.npos;
       at = line.text.find(u'、', at + 1)) {
    if (at == 0 || !isBeforeEtc(line.folded, at)) continue;
    const Span span{at, at + 2};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
    finding.fixes.push_back(deleting({at, at + 1}));
    into.push_back(std::move(finding));
  }
}

}  // namespace

LineRulePointer strayPauseRule() {
  static constexpr RuleInfo kInfo{"punctuation.stray-pause", Category::Punctuation,
                                  Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

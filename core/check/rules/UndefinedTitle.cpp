#include <set>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Kinds of documents that a report calls by their kind alone once their name was given.
constexpr std::u16string_view kKinds[] = {u"条例", u"办法", u"规定", u"意见", u"通知", u"方案",
                                          u"细则", u"要点", u"规划", u"纲要", u"指南", u"决定"};

bool isKind(std::u16string_view title) {
  return std::ranges::find(kKinds, title) != std::end(kKinds);
}

/// Calls `with` for every title in 《》 of a report: where it stands and its words.
template <class F>
void eachTitle(const CheckedText& text, const Report& report, F with) {
  for (const Block& block : report.blocks) {
    if (!isProse(&block)) continue;
    const std::u16string_view line = block.span.of(text.folded);
    for (std::size_t at = line.find(u'《'); at != line.npos; at = line.find(u'《', at + 1)) {
      const std::size_t end = line.find(u'》', at);
      if (end == line.npos) break;
      with(Span{at, end + 1}.shifted(block.span.begin), line.substr(at + 1, end - at - 1));
    }
  }
}

bool introduces(std::u16string_view title, std::u16string_view kind) {
  return title.size() > kind.size() && title.contains(kind);
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    std::set<std::u16string_view> known;
    eachTitle(text, report, [&](Span span, std::u16string_view title) {
      for (const std::u16string_view kind : kKinds) {
        if (introduces(title, kind)) known.insert(kind);
      }
      // 五个《意见》 counts documents and names none.
      const bool counted = isOneOf(unitBefore(text.folded, span.begin), u"个份项部件");
      if (!isKind(title) || counted || !known.insert(title).second) return;
      into.push_back(findingOf(rule, span, {toUtf8(span.of(text.text))}));
    });
  }
}

}  // namespace

DocumentRulePointer undefinedTitleRule() {
  static constexpr RuleInfo kInfo{"terminology.undefined", Category::Terminology,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

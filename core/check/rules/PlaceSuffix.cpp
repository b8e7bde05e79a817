#include <map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::size_t kName = 2;

/// How often a name of two characters stands with 市, 县 or 区, and where first.
struct Uses {
  std::map<char16_t, std::vector<Span>> bySuffix;
};

/// A suffix names an office or a place only before such words; else 市区 and the like run on.
bool namesGovernment(std::u16string_view line, std::size_t suffix) {
  return holdsAt(line, suffix + 1, u"人民政府") || holdsAt(line, suffix + 1, u"政府");
}

/// 云溪区人民政府 where the report else says 云溪市: a replacement went wrong.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    std::map<std::u16string_view, Uses> names;
    for (const Block& block : report.blocks) {
      if (!isProse(&block)) continue;
      const std::u16string_view line = block.span.of(text.folded);
      for (std::size_t at = kName; at < line.size(); ++at) {
        if (!isOneOf(line[at], u"市县区")) continue;
        const std::u16string_view name = line.substr(at - kName, kName);
        if (!isHan(name[0]) || !isHan(name[1])) continue;
        names[name].bySuffix[line[at]].push_back(
            Span{at - kName, at + 1}.shifted(block.span.begin));
      }
    }
    for (const auto& [name, uses] : names) {
      if (uses.bySuffix.size() != 2) continue;
      for (const auto& [suffix, places] : uses.bySuffix) {
        const Span span = places.front();
        if (places.size() > 1 || !namesGovernment(text.folded, span.end - 1)) continue;
        const auto& [otherSuffix, others] = suffix == uses.bySuffix.begin()->first
                                                ? *uses.bySuffix.rbegin()
                                                : *uses.bySuffix.begin();
        Finding finding = findingOf(
            rule, span, {toUtf8(span.of(text.text)), toUtf8(others.front().of(text.text))});
        finding.related = others;
        into.push_back(std::move(finding));
        break;
      }
    }
  }
}

}  // namespace

DocumentRulePointer placeSuffixRule() {
  static constexpr RuleInfo kInfo{"unit.suffix", Category::Unit, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

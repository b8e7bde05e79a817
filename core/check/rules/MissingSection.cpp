#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

/// The sections are those of the order of 2021; older reports had others.
constexpr int kFirstYear = 2021;

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    if (report.year.value_or(kFirstYear) < kFirstYear) continue;
    std::string missing;
    std::size_t count = 0;
    for (const NamedSection& section : report.sections) {
      if (!section.heading.empty()) continue;
      missing += (missing.empty() ? "" : "、") + toUtf8(section.name);
      ++count;
    }
    // A report that has few of them was not meant to follow the order.
    if (count == 0 || count * 2 > report.sections.size()) continue;
    into.push_back(findingOf(rule, headOf(text, report), {missing}));
  }
}

}  // namespace

DocumentRulePointer missingSectionRule() {
  static constexpr RuleInfo kInfo{"structure.missing-section", Category::Structure,
                                  Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

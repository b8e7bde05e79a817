#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Dates.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/Structure.h"

namespace moxian {
namespace {

/// Half-years, quarters and months may plan for the rest of their own year.
bool isPartOfYear(std::u16string_view title) {
  return title.contains(u"半年") || title.contains(u"季度") || title.contains(u"月");
}

/// The years that the title itself names ("2023年工作总结和2024年工作打算" names two).
std::vector<int> yearsOf(std::u16string_view title) {
  std::vector<int> out;
  for (const Date& date : datesOf(title)) out.push_back(date.year);
  return out;
}

/// "2023年工作计划" and nothing behind it: 工作要点完成情况 tells of work done.
bool promisesPlan(std::u16string_view afterYear) {
  for (const std::u16string_view word :
       {u"工作计划", u"工作打算", u"工作思路", u"工作安排", u"工作要点", u"计划", u"打算"}) {
    if (afterYear == word || (afterYear.starts_with(u"的") && afterYear.substr(1) == word)) {
      return true;
    }
  }
  return false;
}

bool promisesWork(std::u16string_view afterYear) {
  for (const std::u16string_view word : {u"工作开展情况", u"工作完成情况", u"工作情况", u"工作总结",
                                         u"主要工作", u"重点工作完成情况"}) {
    if (afterYear.starts_with(word)) return true;
  }
  return false;
}

/// A heading with one year that cannot be right under its title's year.
void checkHeading(const RuleInfo& rule, const CheckedText& text, const Block& block,
                  const std::vector<int>& known, std::vector<Finding>& into) {
  const Span head = block.headText.empty() ? block.span : block.headText;
  const std::u16string_view words = head.of(text.folded);
  const std::vector<Date> dates = datesOf(words);
  if (dates.size() != 1 || dates[0].month != 0 || isQuoted(words, dates[0].span.begin)) return;
  const int year = dates[0].year;
  const int own = known.front();
  const std::u16string_view rest = words.substr(dates[0].span.end);
  const bool plan = promisesPlan(rest);
  const bool wrongPlan = plan && known.size() == 1 && year <= own;
  const bool wrongWork =
      !plan && promisesWork(rest) && year < own && !std::ranges::contains(known, year);
  if (!wrongPlan && !wrongWork) return;
  Finding finding = findingOf(rule, dates[0].span.shifted(head.begin),
                              {std::to_string(year), std::to_string(own)});
  if (wrongPlan) finding.variant = "plan";
  into.push_back(std::move(finding));
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    if (report.profile != "annual-summary" && report.profile != "disclosure-annual-report") {
      continue;
    }
    std::u16string title = report.title;
    if (isPartOfYear(title)) continue;
    const std::vector<int> known = yearsOf(title);
    if (known.empty()) continue;
    for (const Block& block : report.blocks) {
      if (block.kind == BlockKind::Heading && block.level <= 1) {
        checkHeading(rule, text, block, known, into);
      }
    }
  }
}

}  // namespace

DocumentRulePointer headingYearRule() {
  static constexpr RuleInfo kInfo{"date.heading-year", Category::Date, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Dates.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// "2023年1月1日起至2022年12月31日": what joins the ends of a period.
bool joinsPeriod(std::u16string_view between) {
  for (const std::u16string_view word : {u"至", u"到", u"起至", u"起到", u"—", u"－", u"-", u"～",
                                         u"~", u"——", u"起，至", u"开始至", u"开始，至"}) {
    if (between == word) return true;
  }
  return false;
}

/// The sentence says that its period is the one reported on.
bool isReported(std::u16string_view line, std::size_t at) {
  const std::size_t begin = sentenceStart(line, at);
  const std::u16string_view before = line.substr(begin, at - begin);
  return before.contains(u"统计期限") || before.contains(u"统计时间") ||
         before.contains(u"数据统计") || before.contains(u"报告期");
}

void checkLine(const RuleInfo& rule, const CheckedText& text, const Report& report, Span line,
               std::vector<Finding>& into) {
  const std::u16string_view words = line.of(text.folded);
  const std::vector<Date> dates = datesOf(words);
  for (std::size_t n = 0; n + 1 < dates.size(); ++n) {
    const Date& from = dates[n];
    const Date& to = dates[n + 1];
    const Span between{from.span.end, to.span.begin};
    if (!joinsPeriod(withoutSpaces(between.of(words)))) continue;
    const Span span = Span{from.span.begin, to.span.end}.shifted(line.begin);
    const std::string shown = toUtf8(span.of(text.text));
    if (to.isBefore(from)) {
      into.push_back(findingOf(rule, span, {shown}));
    } else if (report.year && isReported(words, from.span.begin) && to.year < *report.year) {
      Finding finding = findingOf(rule, span, {shown, std::to_string(*report.year)});
      finding.variant = "other-year";
      into.push_back(std::move(finding));
    }
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    for (const Block& block : report.blocks) {
      if (isProse(&block)) checkLine(rule, text, report, block.span, into);
    }
  }
}

}  // namespace

DocumentRulePointer periodRule() {
  static constexpr RuleInfo kInfo{"date.period", Category::Date, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

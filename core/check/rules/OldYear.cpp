#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Ledger.h"
#include "core/check/Scan.h"
#include "core/check/rules/Dates.h"
#include "core/check/rules/PlannedTerm.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// A sentence that compares with the year before, or looks back on it, names it on purpose.
constexpr std::u16string_view kLooksBack[] = {
    u"上年", u"去年", u"同期",   u"相比", u"比", u"较", u"回顾", u"以来", u"起",
    u"自",   u"从",   u"印发",   u"文件", u"《", u"届", u"荣获", u"被评", u"遗留",
    u"结转", u"延续", u"基础上", u"—",    u"－", u"-",  u"至"};

bool looksBack(std::u16string_view sentence) {
  return std::ranges::any_of(kLooksBack, [&](auto word) { return sentence.contains(word); });
}

bool holdsOne(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
}

/// "2023年，我局将……" plans; "2023年，我局取得了成绩，但……下一步将……" looks back first. `behind`
/// begins behind the year and its comma.
bool plans(std::u16string_view sentence, std::u16string_view behind) {
  if (holdsOne(sentence, {u"取得", u"虽", u"但", u"下一步", u"接下来"})) return false;
  return holdsOne(behind.substr(0, behind.find_first_of(u"，,。；！？")),
                  {u"将", u"计划", u"打算", u"继续", u"力争"});
}

/// The title names one year, or a year and the next ("2023年工作总结和2024年工作计划").
std::vector<int> yearsOf(std::u16string_view title) {
  std::vector<int> out;
  for (const Date& date : datesOf(title)) out.push_back(date.year);
  return out;
}

/// The sentence around an offset of a line.
std::u16string_view sentenceAt(std::u16string_view line, std::size_t at) {
  const std::size_t begin = sentenceStart(line, at);
  return line.substr(begin, line.find_first_of(u"。！？；", at) - begin);
}

std::u16string_view sentenceBehind(std::u16string_view line, std::size_t at) {
  return line.substr(at, line.find_first_of(u"。！？；", at) - at);
}

class YearReader {
 public:
  YearReader(const RuleInfo& rule, const CheckedText& text, int own, int signedIn,
             std::vector<Finding>& into)
      : m_rule(rule), m_text(text), m_own(own), m_signedIn(std::max(own, signedIn)), m_into(into) {}

  /// The terms that a block plans for, which are over.
  void readTerms(const Block& block) {
    const std::u16string_view line = block.span.of(m_text.folded);
    const std::vector<Date> dates = datesOf(line);
    if (block.kind == BlockKind::Heading && block.level <= 1) {
      m_section = block.role;
      m_planned = m_own;
      for (const Date& date : dates) m_planned = std::max(m_planned, date.year);
    }
    // "确保……" among the work done tells of an earlier plan.
    if (m_section == Role::WorkDone) return;
    const int over = std::max(m_signedIn, m_planned);
    for (const Date& date : dates) {
      if (date.year < m_own - 1 || date.year >= over || isQuoted(line, date.span.begin)) continue;
      if (roleAt(block, block.span.begin + date.span.begin) != Role::NextSteps) continue;
      if (isPlannedTerm(line, date, over)) report(date, block, "plan");
    }
  }

  void read(const Block& block, bool first) {
    const std::u16string_view line = block.span.of(m_text.folded);
    const std::vector<Date> dates = datesOf(line);
    // A paragraph that names its own year too knows what it does.
    const bool knows = std::ranges::contains(dates, m_own, &Date::year);
    if (isSignature(block, dates)) return;
    for (const Date& date : dates) {
      if (isQuoted(line, date.span.begin)) continue;
      if (!knows) checkUntil(block, line, date);
      checkThisYear(block, line, date);
      if (date.month != 0) continue;
      if (!opensSentence(line, date.span.begin) || !isOneOf(unitAt(line, date.span.end), u"，,"))
        continue;
      const std::u16string_view sentence = sentenceAt(line, date.span.begin);
      const Role role = roleAt(block, block.span.begin + date.span.begin);
      if (first && !knows && date.year == m_own - 1 && !looksBack(sentence) &&
          role != Role::NextSteps) {
        report(date, block, "message");
      } else if (role == Role::NextSteps && date.year <= m_own && date.year >= m_own - 1 &&
                 plans(sentence, line.substr(date.span.end + 1))) {
        report(date, block, "plan");
      }
    }
  }

 private:
  /// The date below the text: no report is signed before its year.
  bool isSignature(const Block& block, const std::vector<Date>& dates) {
    if (dates.size() != 1 || dates[0].day == 0 || dates[0].span.length() != block.span.length()) {
      return false;
    }
    if (dates[0].year < m_own) report(dates[0], block, "signature");
    return true;
  }

  /// "截至2023年12月底，共办结……" in the report of 2024.
  void checkUntil(const Block& block, std::u16string_view line, const Date& date) {
    const std::u16string_view before = line.substr(0, date.span.begin);
    const bool until = before.ends_with(u"截至") || before.ends_with(u"截止");
    if (!until || date.month == 0 || date.year != m_own - 1) return;
    const Role role = roleAt(block, block.span.begin + date.span.begin);
    if (role == Role::NextSteps || looksBack(sentenceBehind(line, date.span.end))) return;
    report(date, block, "until");
  }

  /// "今年（2023年）" in the report of 2024.
  void checkThisYear(const Block& block, std::u16string_view line, const Date& date) {
    const std::u16string_view before = line.substr(0, date.span.begin);
    if (before.ends_with(u"今年（") && date.year != m_own) report(date, block, "message");
  }

  static bool opensSentence(std::u16string_view line, std::size_t at) {
    const char16_t before = lastInkBefore(line, at);
    return before == 0 || isOneOf(before, u"。；！？");
  }

  void report(const Date& date, const Block& block, std::string_view variant) {
    Finding finding = findingOf(m_rule, date.span.shifted(block.span.begin),
                                {std::to_string(date.year), std::to_string(m_own)});
    if (variant != "message") finding.variant = variant;
    m_into.push_back(std::move(finding));
  }

  const RuleInfo& m_rule;
  const CheckedText& m_text;
  int m_own;
  int m_signedIn;         ///< the year of the date below the report, its own if that is not later
  int m_planned = m_own;  ///< the latest year that the heading of the section names
  Role m_section = Role::NextSteps;  ///< of the heading above; that of no section forbids nothing
  std::vector<Finding>& m_into;
};

/// The year of the date below a report; 0 if it has none.
int signatureYear(const CheckedText& text, const Report& report) {
  for (auto block = report.blocks.rbegin(); block != report.blocks.rend(); ++block) {
    if (!isProse(&*block)) continue;
    const std::vector<Date> dates = datesOf(block->span.of(text.folded));
    const bool alone =
        dates.size() == 1 && dates[0].day != 0 && dates[0].span.length() == block->span.length();
    return alone ? dates[0].year : 0;
  }
  return 0;
}

/// "2022年，我局……" opens the report of 2023; "2023年，我局将……" plans for the year that is over.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    if (report.profile != "annual-summary" && report.profile != "disclosure-annual-report")
      continue;
    const std::vector<int> years = yearsOf(report.title);
    if (years.empty() || (years.size() > 1 && years.back() != years.front() + 1)) continue;
    YearReader reader(rule, text, years.front(), signatureYear(text, report), into);
    bool first = true;
    for (const Block& block : report.blocks) {
      if (!isProse(&block) || block.kind == BlockKind::Title) continue;
      reader.readTerms(block);
      if (block.kind == BlockKind::Heading && !block.runIn) continue;
      reader.read(block, first);
      first = false;
    }
  }
}

}  // namespace

DocumentRulePointer oldYearRule() {
  static constexpr RuleInfo kInfo{"date.old-year", Category::Date, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

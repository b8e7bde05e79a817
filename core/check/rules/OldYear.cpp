#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Ledger.h"
#include "core/check/Scan.h"
#include "core/check/rules/Dates.h"
#include "core/check/rules/PlannedTerm.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/SignedDate.h"

namespace moxian {
namespace {

/// A sentence that compares with the year before, or looks back on it, names it on purpose.
constexpr std::u16string_view kLooksBack[] = {u"上年", u"去年", u"同期", u"相比", u"较20",  u"比20",
                                              u"回顾", u"以来", u"印发", u"文件", u"届",    u"荣获",
                                              u"被评", u"遗留", u"结转", u"延续", u"基础上"};

/// No paragraph is longer; where a whole sentence is read for each of its dates, more would take
/// long.
constexpr std::size_t kLongestParagraph = 3000;

/// A sentence that tells of growth sets two years against each other.
constexpr std::u16string_view kCompares[] = {
    u"增长", u"增加", u"下降", u"减少", u"提高", u"提升",   u"降低", u"较20", u"比20",
    u"分别", u"回顾", u"以来", u"遗留", u"延续", u"基础上", u"为例", u"审计", u"巡察"};

/// A clause that tells how a thing came about belongs to its history.
constexpr std::u16string_view kTells[] = {
    u"底",   u"起",   u"后",   u"前", u"时", u"启动", u"开工", u"获",   u"被评", u"立项",
    u"批准", u"成立", u"建成", u"原", u"届", u"已",   u"曾",   u"当年", u"的",   u"历史"};

template <std::size_t N>
bool holdsOneOf(std::u16string_view text, const std::u16string_view (&words)[N]) {
  return std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
}

bool looksBack(std::u16string_view sentence) {
  return holdsOneOf(sentence, kLooksBack);
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

/// The second year of "2023—2024学年度"; 0 for other titles.
int schoolYearOf(std::u16string_view title) {
  const std::size_t at = title.find(u"学年");
  if (at == title.npos || at < 9 || !isOneOf(title[at - 5], u"—－-–~～至")) return 0;
  int year = 0;
  for (const char16_t digit : title.substr(at - 4, 4)) {
    if (!isAsciiDigit(digit)) return 0;
    year = year * 10 + (digit - u'0');
  }
  return year;
}

/// The sentence around an offset of a line.
std::u16string_view sentenceAt(std::u16string_view line, std::size_t at) {
  const std::size_t begin = sentenceStart(line, at);
  return line.substr(begin, line.find_first_of(u"。！？；", at) - begin);
}

std::u16string_view sentenceBehind(std::u16string_view line, std::size_t at) {
  return line.substr(at, line.find_first_of(u"。！？；", at) - at);
}

/// "2023年，我局主动公开信息418条", "2023年全年收到申请5件", "2023年度，我局未收取费用": a clause
/// that says at once what the office did in the year, and how much of it. `behind` begins behind
/// the year.
bool statesWork(std::u16string_view behind) {
  constexpr std::size_t kLongest = 40;
  const bool marked = isOneOf(unitAt(behind, 0), u"，,");
  const bool summed =
      behind.starts_with(u"全年") || behind.starts_with(u"共") || behind.starts_with(u"累计");
  if (!marked && !summed) return false;
  const std::u16string_view clause =
      behind.substr(marked ? 1 : 0, behind.find_first_of(u"，,。；！？", 1) - (marked ? 1 : 0));
  if (clause.size() > kLongest || holdsOneOf(clause, kTells)) return false;
  const bool own =
      holdsOne(clause.substr(0, 4),
               {u"我局", u"我院", u"我校", u"我镇", u"我乡", u"我县", u"我区", u"我市", u"我街道",
                u"我委", u"我中心", u"我办", u"全局", u"全县", u"全区", u"全镇", u"全市"}) ||
      clause.starts_with(u"通过") || clause.starts_with(u"共") || summed;
  const bool deed = holdsOne(
      clause, {u"公开", u"收到", u"受理", u"办理", u"办结", u"发布", u"组织", u"开展", u"举办",
               u"召开", u"完成", u"接待", u"检查", u"查处", u"培训", u"收取", u"发生", u"答复"});
  // "供水改造分两期实施。2023年，我局完成一期改造12个小区": what is done over several years.
  if (holdsOne(clause, {u"一期", u"首期", u"第一阶段", u"首批", u"第一批"})) return false;
  const bool none = holdsOne(clause, {u"未收取", u"未发生", u"未收到", u"没有发生"});
  const bool counted = std::ranges::any_of(clause, isAsciiDigit);
  return own && deed && (none || counted);
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
    for (const Date& date : dates) checkExpected(block, line, date);
    // "确保……" among the work done tells of an earlier plan.
    if (m_section == Role::WorkDone) return;
    const int over = std::max(m_signedIn, m_planned);
    for (const Date& date : dates) {
      if (date.year < m_own - 1 || date.year >= over || isQuoted(line, date.span.begin)) continue;
      if (roleAt(block, block.span.begin + date.span.begin) != Role::NextSteps) continue;
      if (isPlannedTerm(line, date, over)) report(date, block, "plan");
    }
  }

  /// "（2023年12月18日）" below the title.
  void readTitle(const Block& block) { static_cast<void>(isSignature(block)); }

  void read(const Block& block, bool first) {
    const std::u16string_view line = block.span.of(m_text.folded);
    const std::vector<Date> dates = datesOf(line);
    // A paragraph that names its own year too knows what it does.
    const bool knows = std::ranges::contains(dates, m_own, &Date::year);
    if (isSignature(block)) return;
    for (const Date& date : dates) {
      if (isQuoted(line, date.span.begin)) continue;
      if (!knows) checkUntil(block, line, date);
      checkThisYear(block, line, date);
      if (date.month != 0) continue;
      if (!first && isLeftStatement(block, line, date, dates)) {
        report(date, block, "statement");
        continue;
      }
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
  /// The date below the text or its title: no report is signed before its year.
  bool isSignature(const Block& block) {
    const auto date = dateLineOf(m_text, block);
    if (!date) return false;
    if (date->year < m_own) report(*date, {}, "signature");
    return true;
  }

  /// "预计2023年4月底前通水" in the report of 2024, also where it tells of the work done.
  void checkExpected(const Block& block, std::u16string_view line, const Date& date) {
    const std::u16string_view before = line.substr(0, date.span.begin);
    const bool expected = before.ends_with(u"预计") || before.ends_with(u"有望");
    if (!expected || line.size() > kLongestParagraph || m_section != Role::WorkDone ||
        date.month == 0 || date.year != m_own - 1 || isQuoted(line, date.span.begin)) {
      return;
    }
    if (holdsOne(sentenceAt(line, date.span.begin), {u"原", u"曾", u"当时", u"去年", u"上年"}))
      return;
    report(date, block, "plan");
  }

  /// "2023年，我局公开信息418条" in a paragraph of the report of 2024 that names no other year.
  bool isLeftStatement(const Block& block, std::u16string_view line, const Date& date,
                       const std::vector<Date>& dates) const {
    if (date.year != m_own - 1 || line.size() > kLongestParagraph) return false;
    const bool alone = std::ranges::all_of(dates, [&](const Date& other) {
      return other.year == date.year || isQuoted(line, other.span.begin);
    });
    const bool begins =
        opensSentence(line, date.span.begin) || isOneOf(unitBefore(line, date.span.begin), u"，,");
    const std::u16string_view sentence = sentenceAt(line, date.span.begin);
    const Role role = roleAt(block, block.span.begin + date.span.begin);
    if (!alone || !begins || role == Role::NextSteps || role == Role::Problems) return false;
    // "其中上年结转0件" is an entry of every year's count.
    const bool compares =
        holdsOne(line, {u"今年", u"本年", u"去年", u"同期", u"近三年", u"近两年"}) ||
        line.contains(u"上年") != line.contains(u"上年结转") || holdsOneOf(sentence, kCompares);
    return !compares && statesWork(line.substr(date.span.end));
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

/// "2025年工作打算" in title or headings: the report of 2024 was written when that year was over.
bool plansNextYear(const CheckedText& text, const Report& report, int own) {
  return std::ranges::any_of(report.blocks, [&](const Block& block) {
    const bool head = block.kind == BlockKind::Title ||
                      (block.kind == BlockKind::Heading && block.level <= 1 && !block.runIn);
    const std::u16string_view line = block.span.of(text.folded);
    return head && std::ranges::any_of(datesOf(line), [&](const Date& date) {
             const std::u16string_view behind = line.substr(date.span.end);
             return date.year == own + 1 && date.month == 0 &&
                    (behind.starts_with(u"工作打算") || behind.starts_with(u"工作计划"));
           });
  });
}

/// "2024年1月27日" below the statutory report of 2024, or below one that plans for 2025.
void checkEarly(const RuleInfo& rule, const CheckedText& text, const Report& report, int own,
                std::vector<Finding>& into) {
  constexpr int kFirstLateMonth = 10;
  constexpr int kSecondHalf = 7;
  const auto date = signedDateOf(text, report);
  if (!date || date->year != own) return;
  const bool statutory = report.profile == "disclosure-annual-report";
  if (date->month >= (statutory ? kFirstLateMonth : kSecondHalf)) return;
  if (!statutory && !plansNextYear(text, report, own)) return;
  Finding finding = findingOf(rule, date->span, {std::to_string(own)});
  finding.variant = "early";
  into.push_back(std::move(finding));
}

/// "2022年，我局……" opens the report of 2023; "2023年，我局将……" plans for the year that is over.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    if (report.profile != "annual-summary" && report.profile != "disclosure-annual-report")
      continue;
    const std::vector<int> years = yearsOf(report.title);
    const auto date = signedDateOf(text, report);
    if (const int school = schoolYearOf(report.title); school != 0) {
      YearReader reader(rule, text, school, date ? date->year : 0, into);
      for (const Block& block : report.blocks) {
        if (isProse(&block)) reader.readTerms(block);
      }
      continue;
    }
    if (years.empty() || (years.size() > 1 && years.back() != years.front() + 1)) continue;
    YearReader reader(rule, text, years.front(), date ? date->year : 0, into);
    checkEarly(rule, text, report, years.front(), into);
    bool first = true;
    for (const Block& block : report.blocks) {
      if (block.kind == BlockKind::Title) reader.readTitle(block);
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

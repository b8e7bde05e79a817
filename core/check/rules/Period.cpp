#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/PeriodWords.h"
#include "core/check/rules/Periods.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr int kDecember = 12;

/// A period of a report with its place in the text.
struct Placed {
  Period period;
  Span span;
};

/// "每年6月至3月": a period that comes again may run over the turn of the year.
bool comesAgain(std::u16string_view line, std::size_t at) {
  const std::size_t begin = sentenceStart(line, at);
  const std::u16string_view before = line.substr(begin, at - begin);
  return before.contains(u"每年") || before.contains(u"历年") || before.contains(u"往年");
}

int yearOf(const Date& date, int reportYear) {
  return date.year == 0 ? reportYear : date.year;
}

int firstMonth(const Date& date) {
  return std::max(date.month, 1);
}

int lastMonth(const Date& date) {
  return date.month == 0 ? kDecember : date.month;
}

/// More than the calendar year that a report accounts for: "2022年1月1日至2023年12月31日".
bool isTooLong(const Period& period) {
  if (period.from.year == 0 || period.to.year == 0) return false;
  const int months = (period.to.year - period.from.year) * kDecember + lastMonth(period.to) -
                     firstMonth(period.from) + 1;
  return months > kDecember + 1;
}

bool sameMonths(const Period& a, const Period& b, int year) {
  return yearOf(a.from, year) == yearOf(b.from, year) && yearOf(a.to, year) == yearOf(b.to, year) &&
         firstMonth(a.from) == firstMonth(b.from) && lastMonth(a.to) == lastMonth(b.to);
}

/// The periods of one report: those it says it accounts for are held against each other, and the
/// others against them.
class ReportPeriods {
 public:
  ReportPeriods(const RuleInfo& rule, const CheckedText& text, const Report& report,
                const PeriodWords& words, std::vector<Finding>& into)
      : m_rule(rule), m_text(text), m_report(report), m_words(words), m_into(into) {}

  void check() {
    for (const Block& block : m_report.blocks) {
      if (isProse(&block)) checkLine(block.span);
    }
    if (m_announced.empty()) return;
    for (const Placed& one : m_others) checkShort(one);
  }

 private:
  void checkLine(Span line) {
    const std::u16string_view words = line.of(m_text.folded);
    for (const Period& period : periodsOf(words)) {
      const Placed placed{period, period.span.shifted(line.begin)};
      if (period.isReversed()) {
        reportReversed(placed, words);
      } else if (m_words.announces(words, period.span.begin)) {
        checkAnnounced(placed);
      } else if (opensClause(words, period.span.begin)) {
        m_others.push_back(placed);
      }
    }
  }

  /// "1至11月，受理…": what the figures behind it are counted over.
  static bool opensClause(std::u16string_view line, std::size_t at) {
    return at == 0 || isOneOf(line[at - 1], u"。；，：、（");
  }

  void reportReversed(const Placed& placed, std::u16string_view line) {
    const Date& from = placed.period.from;
    const bool named = from.year != 0 || from.month == placed.period.to.month;
    if (!named && comesAgain(line, placed.period.span.begin)) return;
    Finding finding = found(placed, {});
    // Without a year the next one may be meant.
    finding.severity = named ? Severity::Error : Severity::Warning;
    m_into.push_back(std::move(finding));
  }

  void checkAnnounced(const Placed& placed) {
    const Date& from = placed.period.from;
    const Date& to = placed.period.to;
    if (m_report.year && to.year != 0 && to.year < *m_report.year) {
      m_into.push_back(found(placed, "other-year", std::to_string(*m_report.year)));
      return;
    }
    if (isTooLong(placed.period)) {
      m_into.push_back(found(placed, "too-long"));
      return;
    }
    if (stopsEarly(placed.period)) {
      Finding finding = found(placed, "partial");
      finding.severity = Severity::Warning;
      m_into.push_back(std::move(finding));
      return;
    }
    const int year = m_report.year.value_or(0);
    if (!m_announced.empty() && yearOf(from, year) == yearOf(first().period.from, year) &&
        !sameMonths(placed.period, first().period, year)) {
      Finding finding = found(placed, "conflict", toUtf8(first().span.of(m_text.text)));
      finding.severity = Severity::Warning;
      finding.related.push_back(first().span);
      m_into.push_back(std::move(finding));
    }
    m_announced.push_back(placed);
  }

  /// The statutory report accounts for the calendar year: "2024年1月1日至2024年11月30日" does not.
  [[nodiscard]] bool stopsEarly(const Period& period) const {
    return m_report.profile == "disclosure-annual-report" && m_announced.empty() &&
           period.from.year != 0 && period.from.year == period.to.year && period.from.month == 1 &&
           period.from.day == 1 && period.to.day != 0 && period.to.month < kDecember;
  }

  /// A report over the whole year whose figures stop a month or two before its end. Halves and
  /// quarters are parts of the year that a report may well speak of.
  void checkShort(const Placed& placed) {
    constexpr int kThirdQuarterEnd = 9;
    const Period& whole = first().period;
    const int year = m_report.year.value_or(yearOf(whole.to, 0));
    const Date& from = placed.period.from;
    const Date& to = placed.period.to;
    if (yearOf(from, year) != yearOf(whole.from, year) || yearOf(to, year) != yearOf(from, year)) {
      return;
    }
    if (from.month != 1 || firstMonth(whole.from) != 1 || lastMonth(whole.to) != kDecember) return;
    if (to.month <= kThirdQuarterEnd || to.month == kDecember || from.day > 1) return;
    Finding finding = found(placed, "short", toUtf8(first().span.of(m_text.text)));
    finding.severity = Severity::Hint;
    finding.related.push_back(first().span);
    m_into.push_back(std::move(finding));
  }

  [[nodiscard]] const Placed& first() const { return m_announced.front(); }

  [[nodiscard]] Finding found(const Placed& placed, std::string variant,
                              std::string argument = {}) const {
    std::vector<std::string> arguments{toUtf8(placed.span.of(m_text.text))};
    if (!argument.empty()) arguments.push_back(std::move(argument));
    Finding out = findingOf(m_rule, placed.span, std::move(arguments));
    out.variant = std::move(variant);
    return out;
  }

  const RuleInfo& m_rule;
  const CheckedText& m_text;
  const Report& m_report;
  const PeriodWords& m_words;
  std::vector<Finding>& m_into;
  std::vector<Placed> m_announced;
  std::vector<Placed> m_others;
};

class PeriodRule final : public DocumentRule {
 public:
  explicit PeriodRule(PeriodWords words) : m_words(std::move(words)) {}

  [[nodiscard]] const RuleInfo& info() const override {
    static constexpr RuleInfo kInfo{"date.period", Category::Date, Severity::Error};
    return kInfo;
  }
  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      ReportPeriods(info(), text, report, m_words, into).check();
    }
  }

 private:
  PeriodWords m_words;
};

}  // namespace

Result<DocumentRulePointer> periodRule() {
  auto words = PeriodWords::load();
  if (!words) return std::unexpected(words.error());
  return std::make_shared<PeriodRule>(std::move(*words));
}

}  // namespace moxian

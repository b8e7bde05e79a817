#include <algorithm>
#include <initializer_list>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/PeriodWords.h"
#include "core/check/rules/Periods.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/SignedDate.h"

namespace moxian {
namespace {

using Words = std::initializer_list<std::u16string_view>;

bool holdsOne(std::u16string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
}
bool beginsWithOne(std::u16string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

/// What tells of the year of a report, the plainest first. The names are those of the sentences.
enum class Source { Period, Opening, Heading, Plan, Signature };

std::string_view name(Source source) {
  switch (source) {
    case Source::Period:
      return "message";
    case Source::Opening:
      return "opening";
    case Source::Heading:
      return "heading";
    case Source::Plan:
      return "plan";
    case Source::Signature:
      return "signature";
  }
  return {};
}

/// A place of a report that tells its year.
struct Witness {
  Source source = Source::Opening;
  int year = 0;
  Span span;  ///< in the whole text
};

bool isPlan(std::u16string_view words) {
  return holdsOne(words, {u"将", u"计划", u"打算", u"力争", u"是"});
}

/// A title with the year of its report: one year, or that of the work and a later one of its plans
/// that does not follow it. Places in the whole text.
std::optional<Date> yearOfTitle(const CheckedText& text, const Report& report) {
  std::optional<Date> out;
  int last = 0;
  for (const Block& block : report.blocks) {
    if (block.kind != BlockKind::Title) continue;
    const std::u16string_view line = block.span.of(text.folded);
    for (const Date& date : datesOf(line)) {
      // "2021—2023年" and "2023年3月" name other spans of time.
      const bool whole = date.month == 0 &&
                         !isOneOf(unitBefore(line, date.span.begin), u"—－-–~～至到、和") &&
                         !isOneOf(unitAt(line, date.span.end), u"—－-–~～至到、");
      if (!whole || isQuoted(line, date.span.begin)) return {};
      last = date.year;
      if (out) continue;
      out = date;
      out->span = date.span.shifted(block.span.begin);
    }
  }
  if (!out || (last != out->year && last < out->year + 2)) return {};
  return out;
}

/// Reads what a report says of its year, its title apart.
class Witnesses {
 public:
  Witnesses(const CheckedText& text, const Report& report, const PeriodWords& words)
      : m_text(text), m_report(report), m_words(words) {
    for (const Block& block : report.blocks) {
      if (isProse(&block) && block.kind != BlockKind::Title) read(block);
    }
    readSignature();
  }

  [[nodiscard]] const std::vector<Witness>& all() const { return m_all; }
  [[nodiscard]] const std::optional<Date>& signedOn() const { return m_signed; }

 private:
  void read(const Block& block) {
    const std::u16string_view line = block.span.of(m_text.folded);
    readPeriods(block, line);
    const bool heading = block.kind == BlockKind::Heading;
    const std::vector<Date> dates = datesOf(line);
    if (heading && !block.runIn) {
      m_opened = true;
      if (block.level <= 1) readHeading(block, dates);
      return;
    }
    const bool opens = !dates.empty() && dates[0].span.begin == 0 && dates[0].month == 0 &&
                       isOneOf(unitAt(line, dates[0].span.end), u"，,");
    if (opens) readOpening(block, line, dates);
  }

  void readPeriods(const Block& block, std::u16string_view line) {
    for (const Period& period : periodsOf(line)) {
      if (period.from.year == 0 || period.from.year != period.to.year) continue;
      if (!m_words.announces(line, period.span.begin)) continue;
      add(Source::Period, period.from.year, period.span.shifted(block.span.begin));
    }
  }

  /// "一、2024年主要工作", "三、2025年工作打算".
  void readHeading(const Block& block, const std::vector<Date>& inLine) {
    if (inLine.size() != 1 || inLine[0].month != 0) return;
    const Date& date = inLine[0];
    const std::u16string_view line = block.span.of(m_text.folded);
    const std::u16string_view rest = line.substr(date.span.end);
    const Span span = date.span.shifted(block.span.begin);
    if (beginsWithOne(rest, {u"工作总结", u"工作回顾", u"工作开展情况", u"工作完成情况",
                             u"工作情况", u"重点工作完成情况"})) {
      add(Source::Heading, date.year, span);
    } else if (beginsWithOne(rest, {u"工作计划", u"工作打算", u"工作思路", u"工作安排"})) {
      add(Source::Plan, date.year - 1, span);
    }
  }

  /// "2024年，我局……" above all headings tells of the work, "2025年，我局将……" of the plans.
  void readOpening(const Block& block, std::u16string_view line, const std::vector<Date>& dates) {
    const Date& date = dates[0];
    const std::size_t end = std::min(line.find_first_of(u"。！？；", date.span.end), line.size());
    const std::u16string_view sentence = line.substr(date.span.end, end - date.span.end);
    const std::u16string_view clause = sentence.substr(1, sentence.find_first_of(u"，,", 1));
    const Span span = date.span.shifted(block.span.begin);
    const bool others =
        std::ranges::any_of(dates, [&](const Date& other) { return other.year != date.year; });
    if (holdsOne(clause, {u"我们将", u"局将", u"院将", u"校将", u"镇将", u"乡将", u"村将"})) {
      add(Source::Plan, date.year - 1, span);
    } else if (!m_opened && !m_openingRead && !others && !isPlan(clause)) {
      add(Source::Opening, date.year, span);
      m_openingRead = true;
    }
  }

  /// A report is signed at the end of its year or early in the next.
  void readSignature() {
    constexpr int kOctober = 10;
    m_signed = signedDateOf(m_text, m_report);
    if (m_signed && m_signed->month >= kOctober)
      add(Source::Signature, m_signed->year, m_signed->span);
  }

  void add(Source source, int year, Span span) { m_all.push_back({source, year, span}); }

  const CheckedText& m_text;
  const Report& m_report;
  const PeriodWords& m_words;
  bool m_opened = false;  ///< a heading was read
  bool m_openingRead = false;
  std::optional<Date> m_signed;
  std::vector<Witness> m_all;
};

/// What contradicts a title.
struct Contradiction {
  std::vector<Witness> witnesses;  ///< of one year, the plainest first
  bool clear = false;              ///< they leave no doubt that the title is wrong
};

/// The year that all witnesses agree on, if it is later than the title's. One that bears the title
/// out leaves the others to the rules that look at them.
std::optional<Contradiction> contradiction(const Witnesses& read, int own) {
  Contradiction out{read.all()};
  if (out.witnesses.empty()) return {};
  std::ranges::stable_sort(out.witnesses, {}, &Witness::source);
  const int year = out.witnesses.front().year;
  const bool agree =
      std::ranges::all_of(out.witnesses, [&](const Witness& one) { return one.year == year; });
  if (!agree || year <= own) return {};
  const auto strong = std::ranges::count_if(
      out.witnesses, [](const Witness& one) { return one.source <= Source::Opening; });
  // "2024年，……" above a date of January 2024 opens no report of 2024.
  const bool early = read.signedOn() && read.signedOn()->year <= year &&
                     out.witnesses.back().source != Source::Signature &&
                     out.witnesses.front().source != Source::Period;
  const bool lonePlan = out.witnesses.front().source == Source::Plan && out.witnesses.size() == 1;
  if (early || lonePlan) return {};
  out.clear = strong > 0 || out.witnesses.size() > 1;
  return out;
}

/// The report of a first half is signed in its own year.
std::optional<Contradiction> halfYearContradiction(const CheckedText& text, const Report& report,
                                                   int own) {
  const auto date = signedDateOf(text, report);
  if (!date || date->year <= own) return {};
  return Contradiction{{{Source::Signature, date->year, date->span}}, false};
}

class TitleYearRule final : public DocumentRule {
 public:
  explicit TitleYearRule(PeriodWords words) : m_words(std::move(words)) {}

  [[nodiscard]] const RuleInfo& info() const override {
    static constexpr RuleInfo kInfo{"date.title-year", Category::Date, Severity::Error};
    return kInfo;
  }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      const auto own = yearOfTitle(text, report);
      if (!own) continue;
      const auto found = contradictionOf(text, report, own->year);
      if (found) into.push_back(findingFor(text, *own, *found));
    }
  }

 private:
  [[nodiscard]] std::optional<Contradiction> contradictionOf(const CheckedText& text,
                                                             const Report& report, int own) const {
    const bool firstHalf = report.title.contains(u"上半年");
    if (report.profile == "half-year-summary" && firstHalf) {
      return halfYearContradiction(text, report, own);
    }
    if (report.profile != "annual-summary" && report.profile != "disclosure-annual-report") {
      return {};
    }
    if (holdsOne(report.title, {u"半年", u"季度", u"学年", u"期间"})) return {};
    // The year may be that of what the report answers: "2023年度审计发现问题整改工作总结".
    // Accounts and yearly reports are made in the year after theirs: "2023年度决算工作总结".
    if (holdsOne(report.title, {u"整改", u"审计", u"督察", u"督查", u"巡察", u"巡视", u"反馈",
                                u"决算", u"企业年报", u"企业年度报告", u"汇算", u"普查", u"年检"}))
      return {};
    return contradiction(Witnesses(text, report, m_words), own);
  }

  [[nodiscard]] Finding findingFor(const CheckedText& text, const Date& own,
                                   const Contradiction& found) const {
    const Witness& first = found.witnesses.front();
    const Span year{own.span.begin, own.span.begin + 4};
    Finding out = findingOf(info(), {own.span.begin, own.span.begin + 5},
                            {std::to_string(own.year), toUtf8(first.span.of(text.text))});
    out.variant = name(first.source);
    if (!found.clear) out.severity = Severity::Warning;
    for (const Witness& one : found.witnesses) out.related.push_back(one.span);
    if (found.clear) out.fixes.push_back(replacing(year, toUtf16(std::to_string(first.year))));
    return out;
  }

  PeriodWords m_words;
};

}  // namespace

Result<DocumentRulePointer> titleYearRule() {
  auto words = PeriodWords::load();
  if (!words) return std::unexpected(words.error());
  return std::make_shared<TitleYearRule>(std::move(*words));
}

}  // namespace moxian

#include <algorithm>
#include <cmath>

#include "core/base/Utf.h"
#include "core/check/Figures.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::int64_t kScale = 10'000;

/// Words between a part and its share: "86件，占43%", "86件，占总数的43%".
bool announcesShare(std::u16string_view between) {
  const std::size_t at = between.find(u'占');
  if (at == between.npos || at > 3) return false;
  if (between.substr(0, at).find_first_not_of(u"，,（( ") != between.npos) return false;
  const std::u16string_view what = between.substr(at + 1);
  for (const std::u16string_view word :
       {u"", u"比", u"总数的", u"总数", u"总量的", u"总量", u"比为", u"比达", u"比约", u"比重",
        u"比例为", u"总数比例为"}) {
    if (what == word) return true;
  }
  return false;
}

/// "由40件增加到50件，增长25%": the words before the second figure and before the percentage.
bool announcesChange(std::u16string_view line, const Figure& from, const Figure& to,
                     const Figure& percent) {
  if (!isOneOf(unitBefore(line, from.span.begin), u"从由")) return false;
  const std::u16string_view first = Span{from.whole().end, to.span.begin}.of(line);
  const bool grows = first == u"增加到" || first == u"增长到" || first == u"增加至" ||
                     first == u"增长至" || first == u"上升到" || first == u"提高到" ||
                     first == u"上升至" || first == u"提高至" || first == u"增至";
  const bool shrinks = first == u"减少到" || first == u"减少至" || first == u"下降到" ||
                       first == u"下降至" || first == u"降低到" || first == u"减至" ||
                       first == u"降至" || first == u"降到";
  if (!grows && !shrinks) return false;
  const std::u16string_view second = Span{to.whole().end, percent.span.begin}.of(line);
  return second == u"，增长" || second == u"，增长了" || second == u"，增幅" ||
         second == u"，增幅达" || second == u"，同比增长" || second == u"，下降" ||
         second == u"，下降了" || second == u"，降幅" || second == u"，降幅达" ||
         second == u"，同比下降" || second == u"，增加" || second == u"，减少";
}

bool holdsOne(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
}

/// "检查商户320家，责令整改45家，整改率100%": the rate is one of what was ordered, not of what was
/// inspected. `lead` is what stands before the whole in its sentence.
bool isOfInspected(std::u16string_view lead, std::u16string_view label) {
  if (holdsOne(label, {u"责令", u"要求", u"督促", u"限期"})) return true;
  if (!holdsOne(label, {u"整改", u"处罚"})) return false;
  const std::u16string_view clause = lead.substr(lead.find_last_of(u"，,：:") + 1);
  return holdsOne(clause, {u"检查", u"抽查", u"巡查", u"走访", u"督查", u"排查", u"出动"}) &&
         !holdsOne(clause, {u"隐患", u"问题", u"发现", u"违法", u"违规"});
}

/// "受理86件，办结84件，办结率97.7%": the verb of the rate stands before its part.
bool announcesRate(std::u16string_view label, std::u16string_view between) {
  constexpr std::size_t kVerb = 2;
  if (between.size() < kVerb + 2 || !isOneOf(between[0], u"，,")) return false;
  const std::u16string_view verb = between.substr(1, kVerb);
  const std::u16string_view rest = between.substr(1 + kVerb);
  const bool rate =
      rest == u"率" || rest == u"率为" || rest == u"率达" || rest == u"率达到" || rest == u"率是";
  return rate && label.contains(verb);
}

/// "50件，比上年增加10件，增长25%": 1 for more, -1 for fewer, 0 if the words say neither.
int comparison(std::u16string_view first, std::u16string_view second) {
  if (!first.starts_with(u"，") || !second.starts_with(u"，")) return 0;
  first.remove_prefix(1);
  second.remove_prefix(1);
  bool compared = false;
  for (const std::u16string_view word : {u"比上年同期", u"较上年同期", u"比去年同期", u"较去年同期",
                                         u"比上年", u"较上年", u"比去年", u"较去年", u"同比"}) {
    if (!first.starts_with(word)) continue;
    first.remove_prefix(word.size());
    compared = true;
    break;
  }
  if (!compared) return 0;
  if (second.starts_with(u"同比")) second.remove_prefix(2);
  const auto isOneWord = [](std::u16string_view text,
                            std::initializer_list<std::u16string_view> words) {
    return std::ranges::find(words, text) != words.end();
  };
  if (isOneWord(first, {u"增加", u"增加了", u"多", u"增长"}) &&
      isOneWord(second, {u"增长", u"增长了", u"增幅", u"增幅为", u"增幅达", u"上升"})) {
    return 1;
  }
  if (isOneWord(first, {u"减少", u"减少了", u"少", u"下降"}) &&
      isOneWord(second, {u"下降", u"下降了", u"降幅", u"降幅为", u"降幅达", u"减少"})) {
    return -1;
  }
  return 0;
}

double valueOf(const Figure& figure) {
  return static_cast<double>(figure.value) / static_cast<double>(kScale);
}

/// Rounded and cut percentages both count as right.
bool agrees(double percent, const Figure& written) {
  return std::abs(percent - valueOf(written)) < static_cast<double>(written.step) / kScale + 1e-9;
}

/// A percentage as its text writes it: as many decimals.
std::string shown(double percent, const Figure& like) {
  double step = static_cast<double>(like.step) / kScale;
  const auto rounded = static_cast<std::int64_t>(std::llround(percent / step)) * like.step;
  return valueText(rounded);
}

class PercentageRule final : public LineRule {
 public:
  explicit PercentageRule(Measures measures) : m_measures(std::move(measures)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& checked, std::vector<Finding>& into) const override {
    if (checked.folded.find_first_of(u"%％") == checked.folded.npos) return;
    const std::u16string_view line = checked.folded;
    const std::vector<Figure> figures = figuresOf(line, m_measures);
    for (std::size_t n = 1; n < figures.size(); ++n) {
      const Figure& percent = figures[n];
      if (!isOneOf(unitAt(line, percent.span.end), u"%％") || percent.approximate) continue;
      checkShare(line, figures, n, into);
      if (n < 2) continue;
      checkChange(line, figures, n, into);
      checkRate(line, figures, n, into);
      checkComparison(line, figures, n, into);
    }
  }

 private:
  static constexpr RuleInfo kInfo{"arithmetic.percent", Category::Arithmetic, Severity::Warning};

  static bool isExact(const Figure& figure) {
    return !figure.approximate && !figure.percent && !figure.ordinal && !figure.unit.empty() &&
           figure.step <= kScale;
  }

  static void report(std::u16string_view line, const Figure& percent, double right,
                     std::vector<Span> related, std::vector<Finding>& into) {
    const Span span{percent.span.begin, percent.span.end + 1};
    Finding finding = findingOf(kInfo, span, {toUtf8(span.of(line)), shown(right, percent) + "%"});
    finding.related = std::move(related);
    into.push_back(std::move(finding));
  }

  /// A share fits one of the wholes before its part in the sentence, or it is wrong for the only
  /// one there is.
  static void checkShare(std::u16string_view line, const std::vector<Figure>& figures,
                         std::size_t n, std::vector<Finding>& into) {
    const Figure& percent = figures[n];
    const Figure& part = figures[n - 1];
    if (!isExact(part) || !announcesShare(Span{part.whole().end, percent.span.begin}.of(line))) {
      return;
    }
    const std::size_t start = sentenceStart(line, part.span.begin);
    const Figure* whole = nullptr;
    std::size_t wholes = 0;
    for (std::size_t i = 0; i + 1 < n; ++i) {
      const Figure& one = figures[i];
      if (one.span.begin < start || one.percent || one.ordinal) continue;
      if (one.unit.of(line) != part.unit.of(line)) continue;
      if (one.value <= part.value && !one.approximate) continue;
      if (one.approximate || one.step > kScale) return;
      if (agrees(valueOf(part) / valueOf(one) * 100, percent)) return;
      whole = &one;
      ++wholes;
    }
    if (wholes != 1) return;
    // Without 其中 the part may belong to another whole.
    const Span between{whole->whole().end, part.span.begin};
    if (!between.of(line).contains(u"其中")) return;
    report(line, percent, valueOf(part) / valueOf(*whole) * 100, {whole->whole(), part.whole()},
           into);
  }

  static void checkChange(std::u16string_view line, const std::vector<Figure>& figures,
                          std::size_t n, std::vector<Finding>& into) {
    const Figure& from = figures[n - 2];
    const Figure& to = figures[n - 1];
    const Figure& percent = figures[n];
    if (!isExact(from) || !isExact(to) || from.value <= 0) return;
    if (from.unit.of(line) != to.unit.of(line) || !announcesChange(line, from, to, percent)) return;
    const double right = std::abs(valueOf(to) - valueOf(from)) / valueOf(from) * 100;
    if (!agrees(right, percent)) report(line, percent, right, {from.whole(), to.whole()}, into);
  }

  static void checkRate(std::u16string_view line, const std::vector<Figure>& figures, std::size_t n,
                        std::vector<Finding>& into) {
    const Figure& whole = figures[n - 2];
    const Figure& part = figures[n - 1];
    const Figure& percent = figures[n];
    if (!isExact(whole) || !isExact(part) || whole.value <= 0 || part.value > whole.value) return;
    if (whole.unit.of(line) != part.unit.of(line)) return;
    const Span label{whole.whole().end, part.span.begin};
    const Span between{part.whole().end, percent.span.begin};
    if (!announcesRate(label.of(line), between.of(line))) return;
    if (label.of(line).find_first_of(u"。；") != std::u16string_view::npos) return;
    const Span lead{sentenceStart(line, whole.span.begin), whole.span.begin};
    if (isOfInspected(lead.of(line), label.of(line))) return;
    const double right = valueOf(part) / valueOf(whole) * 100;
    if (!agrees(right, percent)) report(line, percent, right, {whole.whole(), part.whole()}, into);
  }

  static void checkComparison(std::u16string_view line, const std::vector<Figure>& figures,
                              std::size_t n, std::vector<Finding>& into) {
    const Figure& now = figures[n - 2];
    const Figure& by = figures[n - 1];
    const Figure& percent = figures[n];
    if (!isExact(now) || !isExact(by) || now.unit.of(line) != by.unit.of(line)) return;
    const Span first{now.whole().end, by.span.begin};
    const Span second{by.whole().end, percent.span.begin};
    const int sign = comparison(first.of(line), second.of(line));
    const double before = valueOf(now) - sign * valueOf(by);
    if (sign == 0 || before <= 0) return;
    const double right = valueOf(by) / before * 100;
    if (!agrees(right, percent)) report(line, percent, right, {now.whole(), by.whole()}, into);
  }

  Measures m_measures;
};

}  // namespace

Result<LineRulePointer> percentageRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  return std::make_shared<PercentageRule>(std::move(*measures));
}

}  // namespace moxian

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
  for (const std::u16string_view word : {u"", u"比", u"总数的", u"总数", u"总量的", u"总量", u"比为",
                                         u"比达", u"比约", u"比重", u"比例为", u"总数比例为"}) {
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
      if (n >= 2) checkChange(line, figures, n, into);
    }
  }

 private:
  static constexpr RuleInfo kInfo{"arithmetic.percent", Category::Arithmetic, Severity::Warning,
                                  "practice: a percentage agrees with the figures it is made of"};

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
    if (!isExact(part) ||
        !announcesShare(Span{part.whole().end, percent.span.begin}.of(line))) {
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

  Measures m_measures;
};

}  // namespace

Result<LineRulePointer> percentageRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  return std::make_shared<PercentageRule>(std::move(*measures));
}

}  // namespace moxian

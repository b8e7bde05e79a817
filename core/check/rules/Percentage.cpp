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

/// What is said of a change between its figures does not hold where and when they were counted.
std::u16string_view withoutTime(std::u16string_view words) {
  for (const std::u16string_view word : {u"今年的", u"去年的", u"上年的", u"目前的", u"现在的",
                                         u"年底的", u"年末的", u"年初的", u"年的", u"年度的"}) {
    if (!words.ends_with(word)) continue;
    words.remove_suffix(word.size());
    while (!words.empty() && isAsciiDigit(words.back())) words.remove_suffix(1);
    break;
  }
  return words;
}

bool isAmong(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

/// What is counted behind a measure word, where both figures of a change name it: "由10个工作日
/// 压缩至3个工作日，".
std::u16string_view sharedNoun(std::u16string_view behindFirst, std::u16string_view behindSecond) {
  const std::u16string_view noun = behindSecond.substr(0, behindSecond.find(u'，'));
  return behindFirst.starts_with(noun) ? noun : std::u16string_view();
}

/// "由40件增加到", "从2023年的40件增加到2024年的": 1 for more, -1 for fewer, 0 for neither.
int direction(std::u16string_view line, const Figure& from, const Figure& to,
              std::u16string_view noun) {
  const std::u16string_view lead = withoutTime(line.substr(0, from.span.begin));
  std::u16string_view verb = Span{from.whole().end, to.span.begin}.of(line);
  // "14万人增至19.2万人" can be read in one way only.
  const bool plain = isAmong(verb, {u"增至", u"升至", u"降至", u"减至"});
  if (!plain && !lead.ends_with(u'从') && !lead.ends_with(u'由')) return 0;
  verb = withoutTime(verb);
  verb.remove_prefix(std::min(noun.size(), verb.size()));
  if (!verb.ends_with(u'至') && !verb.ends_with(u'到')) return 0;
  verb.remove_suffix(1);
  if (isAmong(verb, {u"增加", u"增长", u"上升", u"提高", u"提升", u"增", u"升", u"扩大", u"扩",
                     u"发展", u"上涨", u"攀升", u"跃升"})) {
    return 1;
  }
  const bool shrinks = isAmong(verb, {u"减少", u"下降", u"降低", u"减", u"降", u"压缩", u"压减",
                                      u"缩短", u"缩减", u"精简", u"下调", u"回落"});
  return shrinks ? -1 : 0;
}

/// "，增长了", "，同比下降", "，增幅达": what stands before the rate of a change.
bool announcesChange(std::u16string_view words) {
  if (!words.starts_with(u"，")) return false;
  words.remove_prefix(1);
  for (const std::u16string_view word : {u"同比", u"同期", u"共"}) {
    if (words.starts_with(word)) words.remove_prefix(word.size());
  }
  for (const std::u16string_view word : {u"了", u"达", u"为"}) {
    if (words.ends_with(word)) words.remove_suffix(word.size());
  }
  return isAmong(words, {u"增长", u"增长率", u"增幅", u"增加", u"上升", u"提高", u"提升", u"扩大",
                         u"下降", u"降幅", u"减少", u"降低", u"压缩", u"压减", u"缩短", u"缩减",
                         u"精简", u"上涨", u"涨幅"});
}

/// "，是原来的", "，为上年的": what stands before how many times as much something is.
bool announcesRatio(std::u16string_view words) {
  return isAmong(words, {u"，是原来的", u"，为原来的", u"，是上年的", u"，为上年的", u"，是去年的",
                         u"，为去年的", u"，达到原来的", u"，是上年同期的", u"，为上年同期的"});
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

/// The words of a label with "不" before them are another part: 不合格63份 is none of 合格率.
bool names(std::u16string_view label, std::u16string_view verb) {
  const std::size_t at = label.rfind(verb);
  return at != label.npos && (at == 0 || !isOneOf(label[at - 1], u"不未无非没"));
}

/// "受理86件，办结84件，办结率97.7%", "检测161批次，不合格14批次，不合格率8.7%": the verb of the
/// rate stands before its part. `lead` is what stands before the whole in its sentence.
bool announcesRate(std::u16string_view lead, std::u16string_view label,
                   std::u16string_view between) {
  if (between.size() < 2 || !isOneOf(between[0], u"，,")) return false;
  const std::size_t verbEnd = isOneOf(between[1], u"不未") ? 4 : 3;
  if (between.size() < verbEnd) return false;
  const std::u16string_view verb = between.substr(1, verbEnd - 1);
  const std::u16string_view rest = between.substr(verbEnd);
  const bool rate =
      rest == u"率" || rest == u"率为" || rest == u"率达" || rest == u"率达到" || rest == u"率是";
  if (!rate || !names(label, verb)) return false;
  // "合格147批次，不合格14批次，不合格率8.7%": what stands before is the other part.
  const std::u16string_view clause = lead.substr(lead.find_last_of(u"，,：:、") + 1);
  return !clause.contains(verb.substr(verb.size() - 2));
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
  if (isAmong(first, {u"增加", u"增加了", u"多", u"增长"}) &&
      isAmong(second, {u"增长", u"增长了", u"增幅", u"增幅为", u"增幅达", u"上升"})) {
    return 1;
  }
  if (isAmong(first, {u"减少", u"减少了", u"少", u"下降"}) &&
      isAmong(second, {u"下降", u"下降了", u"降幅", u"降幅为", u"降幅达", u"减少"})) {
    return -1;
  }
  return 0;
}

/// "2316件，比去年的2120件增长8.2%": the second figure is the one before.
bool comparesWith(std::u16string_view first, std::u16string_view second) {
  if (first.size() < 2 || !first.starts_with(u"，") || !isOneOf(first[1], u"比较")) return false;
  first.remove_prefix(2);
  if (!isAmong(first, {u"去年的", u"上年的", u"去年同期的", u"上年同期的"})) return false;
  return isAmong(second, {u"增长", u"增长了", u"增加", u"增加了", u"上升", u"上升了", u"提高",
                          u"下降", u"下降了", u"减少", u"减少了", u"降低"});
}

double valueOf(const Figure& figure) {
  return static_cast<double>(figure.value) / static_cast<double>(kScale);
}

/// What a figure may stand for: rounded to its last digit.
struct Bounds {
  double least = 0;
  double most = 0;
};

Bounds boundsOf(const Figure& figure) {
  // Counts are exact; 万 and decimals are rounded.
  const bool counted = figure.step == kScale;
  const double half = counted ? 0 : static_cast<double>(figure.step) / kScale / 2;
  return {valueOf(figure) - half, valueOf(figure) + half};
}

/// Rounded and cut figures both count as right.
bool agrees(Bounds right, const Figure& written) {
  const double step = static_cast<double>(written.step) / kScale;
  const double value = valueOf(written);
  return value <= right.most + step / 2 + 1e-9 && value > right.least - step + 1e-9;
}

bool agrees(double right, const Figure& written) {
  return agrees(Bounds{right, right}, written);
}

/// How much more or less, in percent, `to` is than `from`.
Bounds changeOf(Bounds from, Bounds to) {
  const double a = (to.least - from.most) / from.most * 100;
  const double b = (to.most - from.least) / from.least * 100;
  return (a > 0) == (b > 0)
             ? Bounds{std::min(std::abs(a), std::abs(b)), std::max(std::abs(a), std::abs(b))}
             : Bounds{0, std::max(std::abs(a), std::abs(b))};
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
    if (checked.folded.find_first_of(u"%％倍") == checked.folded.npos) return;
    const std::u16string_view line = checked.folded;
    std::vector<Figure> figures = figuresOf(line, m_measures);
    std::erase_if(figures, [](const Figure& figure) { return figure.ordinal; });
    for (std::size_t n = 1; n < figures.size(); ++n) {
      const Figure& percent = figures[n];
      if (n >= 2 && unitAt(line, percent.span.end) == u'倍') checkTimes(line, figures, n, into);
      if (n >= 2 && percent.percent) checkDifference(line, figures, n, into);
      if (!isOneOf(unitAt(line, percent.span.end), u"%％") || percent.approximate) continue;
      checkShare(line, figures, n, into);
      if (n < 2) continue;
      checkChange(line, figures, n, into);
      checkPoints(line, figures, n, into);
      checkPartOf(line, figures, n, into);
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

  static bool isRate(std::u16string_view line, const Figure& figure) {
    return isOneOf(unitAt(line, figure.span.end), u"%％") && !figure.approximate;
  }

  /// As isExact, but it may be rounded: 18.3万吨.
  static bool isMeasured(const Figure& figure) {
    return !figure.approximate && !figure.percent && !figure.ordinal && !figure.unit.empty();
  }

  static void report(std::u16string_view line, const Figure& percent, double right,
                     std::vector<Span> related, std::vector<Finding>& into) {
    const Span span{percent.span.begin, percent.span.end + 1};
    const std::string sign = unitAt(line, percent.span.end) == u'倍' ? "倍" : "%";
    Finding finding = findingOf(kInfo, span, {toUtf8(span.of(line)), shown(right, percent) + sign});
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
    if (!isMeasured(from) || !isMeasured(to) || from.value <= 0) return;
    if (from.unit.of(line) != to.unit.of(line)) return;
    std::u16string_view words = Span{to.whole().end, percent.span.begin}.of(line);
    const auto noun = sharedNoun(Span{from.whole().end, to.span.begin}.of(line), words);
    words.remove_prefix(noun.size());
    if (direction(line, from, to, noun) == 0 || !announcesChange(words)) return;
    const double right = std::abs(valueOf(to) - valueOf(from)) / valueOf(from) * 100;
    if (agrees(changeOf(boundsOf(from), boundsOf(to)), percent)) return;
    report(line, percent, right, {from.whole(), to.whole()}, into);
  }

  /// "由92%提高到96%，提高4%": the difference of two percentages is one of points.
  static void checkPoints(std::u16string_view line, const std::vector<Figure>& figures,
                          std::size_t n, std::vector<Finding>& into) {
    const Figure& from = figures[n - 2];
    const Figure& to = figures[n - 1];
    const Figure& percent = figures[n];
    if (!isRate(line, from) || !isRate(line, to) ||
        std::abs(to.value - from.value) != percent.value)
      return;
    const std::u16string_view sign = line.substr(from.span.end, 1);
    if (direction(line, from, to, sign) == 0) return;
    if (!announcesChange(Span{to.span.end + 1, percent.span.begin}.of(line))) return;
    const Span span{percent.span.begin, percent.span.end + 1};
    const std::string right = toUtf8(percent.span.of(line)) + "个百分点";
    Finding finding = findingOf(kInfo, span, {toUtf8(span.of(line)), right});
    finding.variant = "points";
    finding.related = {from.span, to.span};
    finding.fixes.push_back(
        {"replace", {right}, {{{percent.span.end, percent.span.end + 1}, u"个百分点"}}});
    into.push_back(std::move(finding));
  }

  /// "由92%提高到96%，提高4个百分点".
  static void checkDifference(std::u16string_view line, const std::vector<Figure>& figures,
                              std::size_t n, std::vector<Finding>& into) {
    const Figure& from = figures[n - 2];
    const Figure& to = figures[n - 1];
    const Figure& points = figures[n];
    constexpr std::u16string_view kPoints = u"个百分点";
    if (!line.substr(points.span.end).starts_with(kPoints) || points.approximate) return;
    if (!isRate(line, from) || !isRate(line, to)) return;
    if (direction(line, from, to, line.substr(from.span.end, 1)) == 0) return;
    if (!announcesChange(Span{to.span.end + 1, points.span.begin}.of(line))) return;
    const double right = std::abs(valueOf(to) - valueOf(from));
    const double slack = static_cast<double>(from.step + to.step) / kScale / 2;
    if (agrees(Bounds{right - slack, right + slack}, points)) return;
    const Span span{points.span.begin, points.span.end + kPoints.size()};
    Finding finding =
        findingOf(kInfo, span, {toUtf8(span.of(line)), shown(right, points) + toUtf8(kPoints)});
    finding.related = {from.span, to.span};
    into.push_back(std::move(finding));
  }

  /// "投资4.68亿元，占年度计划5亿元的93.6%".
  static void checkPartOf(std::u16string_view line, const std::vector<Figure>& figures,
                          std::size_t n, std::vector<Finding>& into) {
    constexpr std::size_t kLongestName = 10;
    constexpr std::size_t kLongestNoun = 4;
    const Figure& part = figures[n - 2];
    const Figure& whole = figures[n - 1];
    const Figure& percent = figures[n];
    if (!isMeasured(part) || !isMeasured(whole) || whole.value <= 0) return;
    if (part.unit.of(line) != whole.unit.of(line)) return;
    std::u16string_view name = Span{part.whole().end, whole.span.begin}.of(line);
    if (!name.starts_with(u"，占") && !name.starts_with(u"，完成年度") &&
        !name.starts_with(u"，为年度")) {
      return;
    }
    name.remove_prefix(2);
    std::u16string_view noun = Span{whole.whole().end, percent.span.begin}.of(line);
    if (!noun.ends_with(u'的')) return;
    if (name.size() > kLongestName || noun.size() > kLongestNoun + 1) return;
    if (!std::ranges::all_of(name, isHan) || !std::ranges::all_of(noun, isHan)) return;
    // What was planned is a round number, not a rounded one.
    const bool planned = holdsOne(name, {u"计划", u"任务", u"目标"});
    const Bounds of = planned ? Bounds{valueOf(whole), valueOf(whole)} : boundsOf(whole);
    const Bounds some = boundsOf(part);
    const Bounds right{some.least / of.most * 100, some.most / of.least * 100};
    if (agrees(right, percent)) return;
    report(line, percent, valueOf(part) / valueOf(whole) * 100, {part.whole(), whole.whole()},
           into);
  }

  /// "由20亩增加到60亩，增长2倍", "，是原来的3倍". Many write 增长3倍 for what became three times
  /// as much; a figure that fits neither reading is wrong.
  static void checkTimes(std::u16string_view line, const std::vector<Figure>& figures,
                         std::size_t n, std::vector<Finding>& into) {
    const Figure& from = figures[n - 2];
    const Figure& to = figures[n - 1];
    const Figure& times = figures[n];
    if (!isExact(from) || !isExact(to) || from.value <= 0 || to.value <= from.value) return;
    if (from.unit.of(line) != to.unit.of(line) || times.approximate) return;
    std::u16string_view words = Span{to.whole().end, times.span.begin}.of(line);
    const auto noun = sharedNoun(Span{from.whole().end, to.span.begin}.of(line), words);
    words.remove_prefix(noun.size());
    if (direction(line, from, to, noun) != 1) return;
    const double ratio = valueOf(to) / valueOf(from);
    if (announcesRatio(words)) {
      if (!agrees(ratio, times)) report(line, times, ratio, {from.whole(), to.whole()}, into);
    } else if (announcesChange(words) && !agrees(ratio - 1, times) && !agrees(ratio, times)) {
      report(line, times, ratio - 1, {from.whole(), to.whole()}, into);
    }
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
    const Span lead{sentenceStart(line, whole.span.begin), whole.span.begin};
    if (!announcesRate(lead.of(line), label.of(line), between.of(line))) return;
    if (label.of(line).find_first_of(u"。；") != std::u16string_view::npos) return;
    if (isOfInspected(lead.of(line), label.of(line))) return;
    const double right = valueOf(part) / valueOf(whole) * 100;
    if (!agrees(right, percent)) report(line, percent, right, {whole.whole(), part.whole()}, into);
  }

  static void checkComparison(std::u16string_view line, const std::vector<Figure>& figures,
                              std::size_t n, std::vector<Finding>& into) {
    const Figure& now = figures[n - 2];
    const Figure& by = figures[n - 1];
    const Figure& percent = figures[n];
    if (!isMeasured(now) || !isMeasured(by) || now.unit.of(line) != by.unit.of(line)) return;
    const Span first{now.whole().end, by.span.begin};
    const Span second{by.whole().end, percent.span.begin};
    if (comparesWith(first.of(line), second.of(line)) && by.value > 0) {
      if (agrees(changeOf(boundsOf(by), boundsOf(now)), percent)) return;
      const double change = std::abs(valueOf(now) - valueOf(by)) / valueOf(by) * 100;
      return report(line, percent, change, {now.whole(), by.whole()}, into);
    }
    const int sign = comparison(first.of(line), second.of(line));
    const double before = valueOf(now) - sign * valueOf(by);
    if (sign == 0 || before <= 0) return;
    const double right = valueOf(by) / before * 100;
    const Bounds of = boundsOf(now);
    const Bounds more = boundsOf(by);
    const double widest = sign > 0 ? of.least - more.most : of.least + more.least;
    const double narrowest = sign > 0 ? of.most - more.least : of.most + more.most;
    if (widest <= 0) return;
    const Bounds share{more.least / narrowest * 100, more.most / widest * 100};
    if (!agrees(share, percent)) report(line, percent, right, {now.whole(), by.whole()}, into);
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

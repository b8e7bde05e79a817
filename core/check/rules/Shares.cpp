#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Figures.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::int64_t kScale = 10'000;
constexpr std::int64_t kWhole = 100 * kScale;
constexpr std::size_t kLongestLabel = 16;
constexpr std::size_t kFewest = 3;

/// Shares of one whole as a list in a line.
struct Shares {
  std::vector<Figure> figures;
  std::vector<std::u16string_view> labels;

  [[nodiscard]] std::int64_t sum() const {
    std::int64_t out = 0;
    for (const Figure& share : figures) out += share.value;
    return out;
  }
  /// By how much rounded or cut shares may miss the whole.
  [[nodiscard]] std::int64_t tolerance() const {
    std::int64_t out = 0;
    for (const Figure& share : figures) out += share.step;
    return out - 1;
  }
  [[nodiscard]] bool nameTheRest() const {
    const std::u16string_view last = labels.back();
    return last.starts_with(u"其余") || last.starts_with(u"其他") || last.starts_with(u"其它");
  }
};

bool isShare(std::u16string_view line, const Figure& figure) {
  return isOneOf(unitAt(line, figure.span.end), u"%％") && !figure.approximate && !figure.ordinal;
}

/// What stands between a name and its share: "占", "占比为", "占总数的".
bool announces(std::u16string_view words) {
  for (const std::u16string_view verb : {u"占比例", u"占比重", u"占比", u"占总数的", u"占总量的",
                                         u"占总人数的", u"占总额的", u"占全部的", u"占"}) {
    if (!words.starts_with(verb)) continue;
    const std::u16string_view rest = words.substr(verb.size());
    return rest.empty() || rest == u"为" || rest == u"达" || rest == u"是";
  }
  return false;
}

/// The name before 占 in the clause between two shares; nothing if the words are no such thing.
/// 其余 needs no 占: "其余40%".
std::optional<std::u16string_view> labelOf(std::u16string_view clause) {
  if (clause == u"其余" || clause == u"其余的" || clause == u"其余为") return u"其余";
  const std::size_t verb = clause.find(u'占');
  if (verb == clause.npos || verb == 0 || verb > kLongestLabel) return {};
  if (!announces(clause.substr(verb))) return {};
  const std::u16string_view label = clause.substr(0, verb);
  if (label.find_first_of(u"，,；;。：:（）()、%％") != label.npos) return {};
  return label;
}

/// A year, a month or a comparison in a name: shares of several wholes.
bool namesATime(std::u16string_view words) {
  for (const std::u16string_view word :
       {u"年", u"月", u"季度", u"同期", u"比上", u"较上", u"分别比", u"各自", u"全市", u"全县",
        u"全区", u"全省", u"全国", u"全镇", u"全乡"}) {
    if (words.contains(word)) return true;
  }
  return false;
}

class SharesRule final : public LineRule {
 public:
  SharesRule(Measures measures, std::vector<std::u16string> overlapping,
             std::vector<ListRow> complements)
      : m_measures(std::move(measures)),
        m_overlapping(std::move(overlapping)),
        m_complements(std::move(complements)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& checked, std::vector<Finding>& into) const override {
    const std::u16string_view line = checked.folded;
    if (line.find_first_of(u"%％") == line.npos || !line.contains(u"占")) return;
    std::vector<Figure> figures = figuresOf(line, m_measures);
    std::erase_if(figures, [&](const Figure& figure) { return !isShare(line, figure); });
    for (std::size_t n = 0; n < figures.size(); ++n) {
      std::size_t read = checkNamed(line, figures, n, into);
      if (read == 0) read = checkRespective(line, figures, n, into);
      n += read;
    }
  }

 private:
  static constexpr RuleInfo kInfo{"arithmetic.shares", Category::Arithmetic, Severity::Warning};

  /// "网上占60%，窗口占30%，其余占15%": how many shares were read besides the first.
  std::size_t checkNamed(std::u16string_view line, const std::vector<Figure>& figures,
                         std::size_t n, std::vector<Finding>& into) const;
  /// "网上、窗口、电话分别占60%、30%、15%": likewise.
  std::size_t checkRespective(std::u16string_view line, const std::vector<Figure>& figures,
                              std::size_t n, std::vector<Finding>& into) const;
  [[nodiscard]] bool overlap(const std::vector<std::u16string_view>& labels) const;
  [[nodiscard]] bool complements(std::u16string_view names) const;
  static void report(const Shares& shares, Severity severity, std::vector<Finding>& into);

  Measures m_measures;
  std::vector<std::u16string> m_overlapping;
  std::vector<ListRow> m_complements;
};

/// Groups by age, degree or sex overlap with those of another kind.
bool SharesRule::overlap(const std::vector<std::u16string_view>& labels) const {
  const auto ofAge = [](std::u16string_view label) { return label.contains(u"岁"); };
  if (std::ranges::all_of(labels, ofAge)) return false;
  return std::ranges::any_of(
      labels, [&](std::u16string_view label) { return holdsAny(label, m_overlapping); });
}

bool SharesRule::complements(std::u16string_view names) const {
  return std::ranges::any_of(m_complements, [&](const ListRow& pair) {
    return names.contains(pair.cells[0]) && names.contains(pair.cells[1]);
  });
}

void SharesRule::report(const Shares& shares, Severity severity, std::vector<Finding>& into) {
  const Span span{shares.figures.front().span.begin, shares.figures.back().span.end + 1};
  Finding finding = findingOf(kInfo, span, {valueText(shares.sum())});
  finding.severity = severity;
  into.push_back(std::move(finding));
}

std::size_t SharesRule::checkNamed(std::u16string_view line, const std::vector<Figure>& figures,
                                   std::size_t n, std::vector<Finding>& into) const {
  const std::size_t start = sentenceStart(line, figures[n].span.begin);
  const std::u16string_view lead = line.substr(start, figures[n].span.begin - start);
  const std::size_t mark = lead.find_last_of(u"，,；;：:、");
  const auto first = labelOf(mark == lead.npos ? lead : lead.substr(mark + 1));
  if (!first || namesATime(*first)) return 0;
  Shares shares{{figures[n]}, {*first}};
  for (std::size_t i = n + 1; i < figures.size(); ++i) {
    const std::size_t end = shares.figures.back().span.end + 1;
    if (!isOneOf(unitAt(line, end), u"，,；;、")) break;
    const auto label = labelOf(Span{end + 1, figures[i].span.begin}.of(line));
    if (!label || namesATime(*label) || label->starts_with(u"其中")) break;
    shares.figures.push_back(figures[i]);
    shares.labels.push_back(*label);
    if (shares.nameTheRest()) break;
  }
  const std::size_t read = shares.figures.size() - 1;
  const std::int64_t sum = shares.sum();
  if (read == 0 || std::abs(sum - kWhole) <= shares.tolerance()) return read;
  if (shares.nameTheRest()) {
    report(shares, Severity::Warning, into);
  } else if (shares.figures.size() >= kFewest && sum > kWhole && !overlap(shares.labels)) {
    // Some may lie within others; a little too much is a slip.
    const bool slip = sum <= kWhole / 10 * 12;
    if (slip) report(shares, Severity::Warning, into);
  }
  return read;
}

std::size_t SharesRule::checkRespective(std::u16string_view line,
                                        const std::vector<Figure>& figures, std::size_t n,
                                        std::vector<Finding>& into) const {
  const std::size_t start = sentenceStart(line, figures[n].span.begin);
  const std::u16string_view lead = line.substr(start, figures[n].span.begin - start);
  std::size_t verb = lead.rfind(u"分别占");
  const bool saysShares = verb != lead.npos && announces(lead.substr(verb + 2));
  const bool saysRespective = lead.ends_with(u"占比分别为") || lead.ends_with(u"占比分别是");
  if (!saysShares && !saysRespective) return 0;
  if (!saysShares) verb = lead.size() - std::u16string_view(u"占比分别为").size();
  const std::size_t mark = lead.substr(0, verb).find_last_of(u"，,；;：:");
  const std::size_t from = mark == lead.npos ? 0 : mark + 1;
  const std::u16string_view names = lead.substr(from, verb - from);
  Shares shares{{figures[n]}, {names}};
  for (std::size_t i = n + 1; i < figures.size(); ++i) {
    const Span between{shares.figures.back().span.end + 1, figures[i].span.begin};
    const std::u16string_view join = between.of(line);
    if (join != u"、" && join != u"，" && join != u"和" && join != u"及") break;
    shares.figures.push_back(figures[i]);
  }
  const std::size_t read = shares.figures.size() - 1;
  const std::int64_t sum = shares.sum();
  if (read == 0 || namesATime(lead) || std::abs(sum - kWhole) <= shares.tolerance()) return read;
  if (shares.figures.size() == 2) {
    if (complements(names)) report(shares, Severity::Warning, into);
    return read;
  }
  // Far from the whole the list picks some, or they are shares of several wholes.
  constexpr std::int64_t kNear = kWhole / 10;
  if (std::abs(sum - kWhole) > kNear || overlap(shares.labels)) return read;
  report(shares, sum > kWhole ? Severity::Warning : Severity::Hint, into);
  return read;
}

}  // namespace

Result<LineRulePointer> sharesRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  auto overlapping = loadWords("overlapping.txt");
  if (!overlapping) return std::unexpected(overlapping.error());
  auto complements = loadRows("complements.tsv", 2, 2);
  if (!complements) return std::unexpected(complements.error());
  return std::make_shared<SharesRule>(std::move(*measures), std::move(*overlapping),
                                      std::move(*complements));
}

}  // namespace moxian

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

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
constexpr std::size_t kMostSums = 10'000;  // a longer list is looked at no further

/// Shares of one whole as a list in a line.
struct Shares {
  std::vector<Figure> figures;
  std::vector<std::u16string_view> labels;
  bool nameTheRest = false;  ///< the last is what the others leave

  [[nodiscard]] std::int64_t sum() const {
    std::int64_t out = 0;
    for (const Figure& share : figures) out += share.value;
    return out;
  }
  /// Rounded or cut shares may miss the whole by a little.
  [[nodiscard]] bool areWhole() const {
    std::int64_t steps = 0;
    for (const Figure& share : figures) steps += share.step;
    return std::abs(sum() - kWhole) < steps;
  }
  /// Some of them make the whole already: the others lie within these or across them.
  [[nodiscard]] bool holdAWhole() const {
    std::set<std::int64_t> sums{0};
    for (const Figure& share : figures) {
      std::set<std::int64_t> more = sums;
      for (const std::int64_t sum : sums) {
        if (sum + share.value <= kWhole) more.insert(sum + share.value);
      }
      if (more.size() > kMostSums) return true;
      sums = std::move(more);
    }
    return sums.contains(kWhole);
  }
  /// Just behind the last percent sign.
  [[nodiscard]] std::size_t end() const { return figures.back().span.end + 1; }
};

bool isShare(std::u16string_view line, const Figure& figure) {
  return isOneOf(unitAt(line, figure.span.end), u"%％") && !figure.ordinal;
}

/// Where the sentence of `at` begins and ends; unlike elsewhere a semicolon only divides the list.
std::size_t fullStart(std::u16string_view line, std::size_t at) {
  const std::size_t mark = line.substr(0, at).find_last_of(u"。！？");
  return mark == line.npos ? 0 : mark + 1;
}
std::size_t fullEnd(std::u16string_view line, std::size_t at) {
  return std::min(line.find_first_of(u"。！？", at), line.size());
}

/// Words that give a share in whatever way: "占六成", "一半", "近60%".
bool mentionsShare(std::u16string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (isOneOf(words[at], u"占%％") || holdsAt(words, at, u"分之")) return true;
    if (words[at] == u'半' && !isOneOf(unitAt(words, at + 1), u"年月天")) return true;
    if (words[at] == u'成' && isOneOf(unitBefore(words, at), u"一二三四五六七八九")) return true;
    if (holdsAt(words, at, u"其余")) return true;
  }
  return false;
}

/// What stands between a name and its share: "占", "占比为", "占总数的".
bool announces(std::u16string_view words) {
  for (const std::u16string_view verb : {u"占比例", u"占比重", u"占比", u"占总数的", u"占总量的",
                                         u"占总人数的", u"占总额的", u"占全部的", u"占"}) {
    if (!words.starts_with(verb)) continue;
    const std::u16string_view rest = words.substr(verb.size());
    return rest.empty() || rest == u"为" || rest == u"达" || rest == u"是" || rest == u"了" ||
           rest == u"到" || rest == u"达到";
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
  if (label.ends_with(u"分别")) return {};
  // "约占" is no exact share, and what is within another is none of the whole.
  if (isOneOf(label.back(), u"约近超逾") || label.starts_with(u"其中")) return {};
  return label;
}

/// 其余 leaves nothing over; 其他类 is one kind among others, and 其他 may be.
bool isTheRest(std::u16string_view label, std::size_t others) {
  if (label.starts_with(u"其余")) return true;
  return others >= 2 && (label == u"其他" || label == u"其它");
}

/// The lists of shares of one line. The views live as long as the line.
class ShareReader {
 public:
  /// `severalWholes`: words in a name that make shares of several wholes of them; outlives this.
  ShareReader(std::u16string_view line, std::vector<Figure> figures,
              const std::vector<std::u16string>& severalWholes)
      : m_line(line), m_severalWholes(severalWholes) {
    for (Figure& figure : figures) {
      if (isShare(line, figure)) {
        m_shares.push_back(figure);
      } else if (!figure.ordinal && !figure.unit.empty()) {
        m_counts.push_back(figure.span.begin);
      }
    }
  }

  [[nodiscard]] std::size_t count() const { return m_shares.size(); }
  /// A year, a month, another place or a comparison in a name: shares of several wholes.
  [[nodiscard]] bool namesAnother(std::u16string_view words) const {
    return holdsAny(words, m_severalWholes);
  }
  [[nodiscard]] std::u16string_view leadTo(std::size_t at) const {
    const std::size_t start = fullStart(m_line, at);
    return m_line.substr(start, at - start);
  }
  /// "网上占60%，窗口占30%，其余占15%" from share `n` on.
  [[nodiscard]] std::optional<Shares> named(std::size_t n) const;
  /// "网上、窗口、电话分别占60%、30%、15%" likewise; its one label are the names.
  [[nodiscard]] std::optional<Shares> respective(std::size_t n) const;
  /// What follows is another list: this one is told completely.
  void pass(const Shares& shares) { m_passed = shares.end(); }
  /// Shares stand between the list and the end of its sentence.
  [[nodiscard]] bool goesOn(const Shares& shares) const { return goesOn(shares.end()); }

 private:
  /// A share before `at` was not read, or several counts stand there: the list may lack some.
  [[nodiscard]] bool skippedBefore(std::size_t at) const {
    const std::size_t from = std::max(m_passed, fullStart(m_line, at));
    const auto counts = std::ranges::count_if(
        m_counts, [&](std::size_t count) { return count >= from && count < at; });
    return counts > 1 || (from < at && mentionsShare(m_line.substr(from, at - from)));
  }
  [[nodiscard]] bool goesOn(std::size_t at) const {
    return mentionsShare(m_line.substr(at, fullEnd(m_line, at) - at));
  }
  /// Adds the share `n` if a name joins it to the list.
  [[nodiscard]] bool join(std::size_t n, Shares& into) const;

  std::u16string_view m_line;
  const std::vector<std::u16string>& m_severalWholes;
  std::vector<Figure> m_shares;
  std::vector<std::size_t> m_counts;  ///< where they begin
  std::size_t m_passed = 0;
};

bool ShareReader::join(std::size_t n, Shares& into) const {
  const std::size_t end = into.end();
  if (m_shares[n].approximate || !isOneOf(unitAt(m_line, end), u"，,；;、")) return false;
  const auto label = labelOf(Span{end + 1, m_shares[n].span.begin}.of(m_line));
  if (!label || namesAnother(*label)) return false;
  const bool rest = isTheRest(*label, into.figures.size());
  // Who has all already counts anew.
  if (into.areWhole() && !rest) return false;
  into.figures.push_back(m_shares[n]);
  into.labels.push_back(*label);
  into.nameTheRest = rest && !goesOn(into.end());
  return true;
}

std::optional<Shares> ShareReader::named(std::size_t n) const {
  if (m_shares[n].approximate) return {};
  const std::size_t begin = m_shares[n].span.begin;
  const std::u16string_view lead = leadTo(begin);
  const std::size_t mark = lead.find_last_of(u"，,；;：:、");
  const std::u16string_view clause = mark == lead.npos ? lead : lead.substr(mark + 1);
  const auto first = labelOf(clause);
  if (!first || namesAnother(*first) || isTheRest(*first, 0)) return {};
  if (skippedBefore(begin - clause.size())) return {};
  Shares out{{m_shares[n]}, {*first}};
  for (std::size_t i = n + 1; i < m_shares.size() && !out.nameTheRest; ++i) {
    if (!join(i, out)) break;
  }
  return out;
}

std::optional<Shares> ShareReader::respective(std::size_t n) const {
  if (m_shares[n].approximate) return {};
  const std::size_t begin = m_shares[n].span.begin;
  const std::u16string_view lead = leadTo(begin);
  std::size_t verb = lead.rfind(u"分别占");
  const bool saysShares = verb != lead.npos && announces(lead.substr(verb + 2));
  const bool saysRespective = lead.ends_with(u"占比分别为") || lead.ends_with(u"占比分别是");
  if (!saysShares && !saysRespective) return {};
  if (!saysShares) verb = lead.size() - std::u16string_view(u"占比分别为").size();
  if (skippedBefore(begin - lead.size() + verb)) return {};
  const std::size_t mark = lead.substr(0, verb).find_last_of(u"，,；;：:");
  const std::size_t from = mark == lead.npos ? 0 : mark + 1;
  Shares out{{m_shares[n]}, {lead.substr(from, verb - from)}};
  for (std::size_t i = n + 1; i < m_shares.size() && !out.nameTheRest; ++i) {
    const std::u16string_view between = Span{out.end(), m_shares[i].span.begin}.of(m_line);
    const bool listed =
        between == u"、" || between == u"，" || between == u"和" || between == u"及";
    if (listed && !m_shares[i].approximate) {
      out.figures.push_back(m_shares[i]);
    } else if (!join(i, out)) {
      break;
    }
  }
  return out;
}

class SharesRule final : public LineRule {
 public:
  SharesRule(Measures measures, std::vector<std::u16string> overlapping,
             std::vector<ListRow> complements, std::vector<std::u16string> severalWholes)
      : m_measures(std::move(measures)),
        m_overlapping(std::move(overlapping)),
        m_complements(std::move(complements)),
        m_severalWholes(std::move(severalWholes)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& checked, std::vector<Finding>& into) const override {
    const std::u16string_view line = checked.folded;
    if (line.find_first_of(u"%％") == line.npos || !line.contains(u"占")) return;
    ShareReader reader(line, figuresOf(line, m_measures), m_severalWholes);
    for (std::size_t n = 0; n < reader.count(); ++n) {
      auto shares = reader.named(n);
      const bool named = shares.has_value();
      if (!named) shares = reader.respective(n);
      if (!shares) continue;
      if (shares->areWhole()) {
        reader.pass(*shares);
      } else if (!shares->holdAWhole()) {
        if (named || shares->nameTheRest) {
          checkNamed(*shares, into);
        } else if (!reader.namesAnother(reader.leadTo(shares->figures.front().span.begin))) {
          checkRespective(*shares, reader.goesOn(*shares), into);
        }
      }
      n += shares->figures.size() - 1;
    }
  }

 private:
  static constexpr RuleInfo kInfo{"arithmetic.shares", Category::Arithmetic, Severity::Warning};

  void checkNamed(const Shares& shares, std::vector<Finding>& into) const;
  void checkRespective(const Shares& shares, bool goesOn, std::vector<Finding>& into) const;
  [[nodiscard]] bool overlap(const std::vector<std::u16string_view>& labels) const;
  [[nodiscard]] bool complements(std::u16string_view names) const;
  static void report(const Shares& shares, Severity severity, std::vector<Finding>& into);

  Measures m_measures;
  std::vector<std::u16string> m_overlapping;
  std::vector<ListRow> m_complements;
  std::vector<std::u16string> m_severalWholes;
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

void SharesRule::checkNamed(const Shares& shares, std::vector<Finding>& into) const {
  const std::int64_t sum = shares.sum();
  if (shares.nameTheRest) {
    report(shares, Severity::Warning, into);
  } else if (shares.figures.size() >= kFewest && sum > kWhole && !overlap(shares.labels)) {
    // Some may lie within others; a little too much is a slip.
    const bool slip = sum <= kWhole / 10 * 12;
    if (slip) report(shares, Severity::Warning, into);
  }
}

void SharesRule::checkRespective(const Shares& shares, bool goesOn,
                                 std::vector<Finding>& into) const {
  const std::int64_t sum = shares.sum();
  if (shares.figures.size() < 2 || (goesOn && sum < kWhole)) return;
  if (shares.figures.size() == 2) {
    if (complements(shares.labels.front())) report(shares, Severity::Warning, into);
    return;
  }
  // Far from the whole the list picks some, or they are shares of several wholes.
  constexpr std::int64_t kNear = kWhole / 10;
  if (std::abs(sum - kWhole) > kNear || overlap(shares.labels)) return;
  report(shares, sum > kWhole ? Severity::Warning : Severity::Hint, into);
}

}  // namespace

Result<LineRulePointer> sharesRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  auto overlapping = loadWords("overlapping.txt");
  if (!overlapping) return std::unexpected(overlapping.error());
  auto complements = loadRows("complements.tsv", 2, 2);
  if (!complements) return std::unexpected(complements.error());
  auto severalWholes = loadWords("several-wholes.txt");
  if (!severalWholes) return std::unexpected(severalWholes.error());
  return std::make_shared<SharesRule>(std::move(*measures), std::move(*overlapping),
                                      std::move(*complements), std::move(*severalWholes));
}

}  // namespace moxian

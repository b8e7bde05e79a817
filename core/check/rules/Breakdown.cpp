#include <algorithm>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Parts.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// What the rule loaded; see the heads of the files.
struct Words {
  Measures measures;
  PartsReader reader;
  std::vector<ListRow> complements;
  std::vector<std::u16string> overlapping;
};

/// How a text announces a breakdown.
enum class Kind {
  Among,      ///< 其中: may name only some of the parts
  Including,  ///< 包括, 包含
  Exactly,    ///< a colon or 分别为: all parts
};

struct Announcement {
  std::u16string_view word;
  Kind kind;
};

constexpr Announcement kAnnouncements[] = {
    {u"其中", Kind::Among},     {u"包括", Kind::Including}, {u"包含", Kind::Including},
    {u"分别为", Kind::Exactly}, {u"分别是", Kind::Exactly}, {u"：", Kind::Exactly},
    {u":", Kind::Exactly},
};

bool namesTheRest(std::u16string_view label) {
  for (const std::u16string_view word : {u"其他", u"其它", u"其余"}) {
    if (label.contains(word)) return true;
  }
  return false;
}

/// Parts that nearly make up the whole are a slip rather than a selection.
bool nearlyAll(const Parts& parts, std::int64_t whole) {
  if (!parts.closed) return false;
  if (parts.figures.size() >= 4) return parts.sum() >= whole / 10 * 8;
  return parts.figures.size() >= 2 && parts.sum() >= whole / 10 * 9;
}

/// 包括, 分别为 and the colon must follow the whole at once; 其中 may stand further on.
bool follows(std::u16string_view line, const Figure& whole, std::size_t at, Kind kind) {
  if (kind == Kind::Among) return true;
  const std::size_t end = std::min(pastBracket(line, whole.whole().end), at);
  return line.substr(end, at - end).find_first_not_of(u"，, （(") == line.npos;
}

bool isMultiplied(std::u16string_view line, const Figure& figure) {
  return isOneOf(unitBefore(line, figure.span.end), u"万萬亿億");
}

/// A part without 万 among others with it: with 万 the parts would make up the whole.
const Figure* withoutMultiplier(std::u16string_view line, const Figure& whole, const Parts& parts) {
  constexpr std::int64_t kTenThousand = 10'000;
  if (!isMultiplied(line, whole) || parts.figures.size() < 2) return nullptr;
  std::int64_t sum = 0;
  const Figure* out = nullptr;
  for (const Figure& part : parts.figures) {
    const bool lacks = !isMultiplied(line, part);
    if (lacks && part.value > whole.value / kTenThousand) return nullptr;
    if (lacks && out == nullptr) out = &part;
    sum += lacks ? part.value * kTenThousand : part.value;
  }
  return sum == whole.value ? out : nullptr;
}

/// A value with the 万 or 亿 that a figure has: 31,000,000 beside 3.6亿 is "0.31亿".
std::string valueLike(std::u16string_view line, const Figure& figure, std::int64_t value) {
  const char16_t last = figure.span.of(line).back();
  if (isOneOf(last, u"亿億")) return valueText(value / 100'000'000) + "亿";
  return isOneOf(last, u"万萬") ? valueText(value / 10'000) + "万" : valueText(value);
}

std::string sumText(std::u16string_view line, const Parts& parts) {
  std::string out;
  for (const Figure& part : parts.figures) {
    out += (out.empty() ? "" : "+") + toUtf8(part.span.of(line));
  }
  return out;
}

class BreakdownRule final : public LineRule {
 public:
  explicit BreakdownRule(Words words) : m_words(std::move(words)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& checked, std::vector<Finding>& into) const override {
    const std::u16string_view line = checked.folded;
    const std::vector<Figure> figures = figuresOf(line, m_words.measures);
    if (figures.size() < 2) return;
    for (const Announcement& announcement : kAnnouncements) {
      checkAnnounced(line, figures, announcement, into);
    }
    checkComplements(line, figures, into);
    checkTotalBehind(line, figures, into);
  }

 private:
  static constexpr RuleInfo kInfo{"arithmetic.breakdown", Category::Arithmetic, Severity::Error};

  void checkAnnounced(std::u16string_view line, const std::vector<Figure>& figures,
                      const Announcement& announcement, std::vector<Finding>& into) const;
  void checkComplements(std::u16string_view line, const std::vector<Figure>& figures,
                        std::vector<Finding>& into) const;
  void checkTotalBehind(std::u16string_view line, const std::vector<Figure>& figures,
                        std::vector<Finding>& into) const;
  [[nodiscard]] std::optional<Severity> judge(std::u16string_view line, const Figure& whole,
                                              const Parts& parts, Kind kind) const;
  void report(std::u16string_view line, const Figure& whole, const Parts& parts, Kind kind,
              std::vector<Finding>& into) const;
  [[nodiscard]] static Finding findingFor(std::u16string_view line, const Figure& whole,
                                          const Parts& parts);
  [[nodiscard]] bool complements(const Parts& parts) const;
  [[nodiscard]] bool overlap(std::u16string_view line, const Parts& parts) const;

  Words m_words;
};

bool BreakdownRule::complements(const Parts& parts) const {
  if (parts.labels.size() != 2) return false;
  return std::ranges::any_of(m_words.complements, [&](const ListRow& pair) {
    const auto& a = pair.cells[0];
    const auto& b = pair.cells[1];
    return (parts.labels[0].contains(a) && parts.labels[1].contains(b)) ||
           (parts.labels[0].contains(b) && parts.labels[1].contains(a));
  });
}

/// Groups of people overlap: one person can be a woman, a graduate and over 60.
bool BreakdownRule::overlap(std::u16string_view line, const Parts& parts) const {
  if (!isOneOf(unitAt(line, parts.figures.front().unit.begin), u"人名位户家")) return false;
  return std::ranges::any_of(parts.labels, [&](std::u16string_view label) {
    return holdsAny(label, m_words.overlapping);
  });
}

/// How grave it is that the parts do not make up the whole; nothing if they need not.
std::optional<Severity> BreakdownRule::judge(std::u16string_view line, const Figure& whole,
                                             const Parts& parts, Kind kind) const {
  const std::int64_t sum = parts.sum();
  if (whole.approximate || parts.approximate()) return {};
  if (std::abs(sum - whole.value) <= parts.tolerance(whole)) return {};
  if (parts.largest() > whole.value) return Severity::Error;
  const bool pair = complements(parts);
  if (!pair && overlap(line, parts)) return {};
  if (sum > whole.value) return Severity::Error;
  if (parts.openEnded || parts.figures.size() < 2) return {};
  const bool all = kind == Kind::Exactly || pair || namesTheRest(parts.labels.back()) ||
                   (parts.closed && kind == Kind::Including);
  if (all) return Severity::Error;
  if (nearlyAll(parts, whole.value)) return Severity::Warning;
  return {};
}

void BreakdownRule::report(std::u16string_view line, const Figure& whole, const Parts& parts,
                           Kind kind, std::vector<Finding>& into) const {
  if (const Figure* part = withoutMultiplier(line, whole, parts)) {
    Finding finding = findingOf(kInfo, part->whole(),
                                {toUtf8(part->whole().of(line)), toUtf8(whole.whole().of(line))});
    finding.variant = "multiplier";
    finding.related.push_back(whole.whole());
    into.push_back(std::move(finding));
    return;
  }
  const auto severity = judge(line, whole, parts, kind);
  if (!severity) return;
  Finding finding = findingFor(line, whole, parts);
  finding.severity = *severity;
  if (*severity == Severity::Warning) finding.variant = "nearly";
  into.push_back(std::move(finding));
}

/// A part that is more than its whole is told alone, others with their sum.
Finding BreakdownRule::findingFor(std::u16string_view line, const Figure& whole,
                                  const Parts& parts) {
  const std::int64_t sum = parts.sum();
  Finding finding =
      findingOf(kInfo, whole.whole(),
                {sumText(line, parts), valueLike(line, whole, sum), toUtf8(whole.span.of(line)),
                 valueLike(line, whole, std::abs(sum - whole.value)), toUtf8(whole.unit.of(line))});
  if (parts.figures.size() == 1) finding.variant = "part";
  for (const Figure& part : parts.figures) finding.related.push_back(part.whole());
  return finding;
}

void BreakdownRule::checkAnnounced(std::u16string_view line, const std::vector<Figure>& figures,
                                   const Announcement& announcement,
                                   std::vector<Finding>& into) const {
  const auto& [word, kind] = announcement;
  for (std::size_t at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
    // "其中：" is announced by its 其中.
    if (kind == Kind::Exactly && line.substr(0, at).ends_with(u"其中")) continue;
    std::size_t from = at + word.size();
    while (isOneOf(unitAt(line, from), u"，,：:、 ")) ++from;
    const Parts parts = m_words.reader.at(line, figures, from);
    if (parts.figures.empty() || (kind != Kind::Among && parts.figures.size() < 2)) continue;
    const Figure* whole = m_words.reader.wholeBefore(line, figures, parts, at);
    if (whole != nullptr && follows(line, *whole, at, kind)) {
      report(line, *whole, parts, kind, into);
    }
  }
}

/// "受理34件，办结29件，在办5件": no word announces it, the pair does. What was carried over from
/// the year before (结转) is done besides: then the parts may be more than what is new.
void BreakdownRule::checkComplements(std::u16string_view line, const std::vector<Figure>& figures,
                                     std::vector<Finding>& into) const {
  for (const std::u16string_view word :
       {u"结转", u"新收", u"新立", u"旧存", u"上年", u"往年", u"积案", u"存量"}) {
    if (line.contains(word)) return;
  }
  for (std::size_t n = 0; n + 2 < figures.size(); ++n) {
    const Figure& whole = figures[n];
    const std::size_t mark = whole.whole().end;
    if (whole.ordinal || whole.unit.empty() || !isOneOf(unitAt(line, mark), u"，,；;")) continue;
    Parts parts = m_words.reader.at(line, figures, mark + 1);
    if (parts.figures.size() < 2) continue;
    parts.figures.resize(2);
    parts.labels.resize(2);
    if (!countsSame(line, whole, parts.figures.front()) || !complements(parts)) continue;
    // More done than received: what was left of the year before, if it is no more than as much
    // again.
    if (parts.largest() > whole.value && parts.largest() <= 2 * whole.value) continue;
    report(line, whole, parts, Kind::Exactly, into);
  }
}

/// The parts that stand right before a total at `n` in its sentence, which begins at `start`.
Parts partsBefore(std::u16string_view line, const std::vector<Figure>& figures, std::size_t n,
                  std::size_t start) {
  constexpr std::size_t kLongestLabel = 12;
  const Figure& whole = figures[n];
  Parts parts;
  for (std::size_t i = n; i-- > 0;) {
    const Figure& part = figures[i];
    const bool joined =
        i + 1 == n || (figures[i + 1].span.begin - part.whole().end <= kLongestLabel &&
                       isOneOf(unitAt(line, part.whole().end), u"、，"));
    if (part.span.begin < start || !joined || part.ordinal || !countsSame(line, part, whole)) break;
    parts.figures.insert(parts.figures.begin(), part);
  }
  return parts;
}

/// A list by 、 that holds all figures of its measure in the sentence before a total near its sum:
/// then none of them may be one that the others are part of.
bool isPlainList(std::u16string_view line, const std::vector<Figure>& figures, const Parts& parts,
                 const Figure& whole, std::size_t start) {
  const auto behind = [&](const Figure& part) { return unitAt(line, part.whole().end); };
  if (!std::all_of(parts.figures.begin(), parts.figures.end() - 1,
                   [&](const Figure& part) { return behind(part) == u'、'; })) {
    return false;
  }
  const bool others = std::ranges::any_of(figures, [&](const Figure& figure) {
    return figure.span.begin >= start && figure.span.end <= parts.figures.front().span.begin &&
           countsSame(line, figure, whole);
  });
  return !others && std::abs(parts.sum() - whole.value) <= whole.value / 5;
}

/// "分别培训120人、130人、140人，合计390人", "低保金312万元、供养金88万元，共计400万元": the total
/// stands behind its parts.
void BreakdownRule::checkTotalBehind(std::u16string_view line, const std::vector<Figure>& figures,
                                     std::vector<Finding>& into) const {
  for (std::size_t n = 2; n < figures.size(); ++n) {
    const Figure& whole = figures[n];
    const std::u16string_view lead = Span{figures[n - 1].whole().end, whole.span.begin}.of(line);
    if (lead != u"，合计" && lead != u"，共计" && lead != u"，总计" && lead != u"、合计") continue;
    if (whole.ordinal || whole.unit.empty()) continue;
    const std::size_t start = sentenceStart(line, whole.span.begin);
    const Parts parts = partsBefore(line, figures, n, start);
    if (parts.figures.size() < 2 || parts.approximate() || whole.approximate) continue;
    const Span opening{start, parts.figures.front().span.begin};
    if (!opening.of(line).contains(u"分别") && !isPlainList(line, figures, parts, whole, start)) {
      continue;
    }
    if (std::abs(parts.sum() - whole.value) <= parts.tolerance(whole)) continue;
    into.push_back(findingFor(line, whole, parts));
  }
}

}  // namespace

Result<LineRulePointer> breakdownRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  auto reader = PartsReader::load();
  if (!reader) return std::unexpected(reader.error());
  auto complements = loadRows("complements.tsv", 2, 2);
  if (!complements) return std::unexpected(complements.error());
  auto overlapping = loadWords("overlapping.txt");
  if (!overlapping) return std::unexpected(overlapping.error());
  return std::make_shared<BreakdownRule>(Words{std::move(*measures), std::move(*reader),
                                               std::move(*complements), std::move(*overlapping)});
}

}  // namespace moxian

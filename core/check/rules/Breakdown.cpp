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
  }

 private:
  static constexpr RuleInfo kInfo{"arithmetic.breakdown", Category::Arithmetic, Severity::Error,
                                  "practice: the parts of a whole add up to it"};

  void checkAnnounced(std::u16string_view line, const std::vector<Figure>& figures,
                      const Announcement& announcement, std::vector<Finding>& into) const;
  void checkComplements(std::u16string_view line, const std::vector<Figure>& figures,
                        std::vector<Finding>& into) const;
  [[nodiscard]] std::optional<Severity> judge(std::u16string_view line, const Figure& whole,
                                              const Parts& parts, Kind kind) const;
  void report(std::u16string_view line, const Figure& whole, const Parts& parts, Kind kind,
              std::vector<Finding>& into) const;
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
  const auto severity = judge(line, whole, parts, kind);
  if (!severity) return;
  const std::int64_t sum = parts.sum();
  Finding finding = findingOf(kInfo, whole.whole(),
                              {sumText(line, parts), valueText(sum), valueText(whole.value),
                               valueText(std::abs(sum - whole.value)),
                               toUtf8(whole.unit.of(line))});
  finding.severity = *severity;
  if (*severity == Severity::Warning) finding.variant = "nearly";
  for (const Figure& part : parts.figures) finding.related.push_back(part.whole());
  into.push_back(std::move(finding));
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
/// the year before (结转) is done besides.
void BreakdownRule::checkComplements(std::u16string_view line, const std::vector<Figure>& figures,
                                     std::vector<Finding>& into) const {
  if (line.contains(u"结转")) return;
  for (std::size_t n = 0; n + 2 < figures.size(); ++n) {
    const Figure& whole = figures[n];
    const std::size_t mark = whole.whole().end;
    if (whole.ordinal || whole.unit.empty() || !isOneOf(unitAt(line, mark), u"，,；;")) continue;
    Parts parts = m_words.reader.at(line, figures, mark + 1);
    if (parts.figures.size() < 2) continue;
    parts.figures.resize(2);
    parts.labels.resize(2);
    if (!countsSame(line, whole, parts.figures.front()) || !complements(parts)) continue;
    report(line, whole, parts, Kind::Exactly, into);
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

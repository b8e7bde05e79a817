#include <algorithm>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Figures.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestLabel = 30;

/// Words about labels: see the heads of the files.
struct Words {
  Measures measures;
  std::vector<ListRow> complements;
  std::vector<std::u16string> overlapping;
  std::vector<std::u16string> comparisons;
};

/// The parts of a whole as a list in the text.
struct Parts {
  std::vector<Figure> figures;
  std::vector<std::u16string_view> labels;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// The list ends with its sentence, bracket or text, not in the middle of one.
  bool closed = false;
  /// 等 says that parts were left out.
  bool openEnded = false;
};

/// How a text announces a breakdown.
enum class Kind {
  Among,      ///< 其中: may name only some of the parts
  Including,  ///< 包括, 包含
  Exactly,    ///< a colon or 分别为: all parts
};

class BreakdownRule final : public LineRule {
 public:
  explicit BreakdownRule(Words words) : m_words(std::move(words)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }
  void check(std::u16string_view line, std::vector<Finding>& into) const override;

 private:
  static constexpr RuleInfo kInfo{"arithmetic.breakdown", Category::Arithmetic, Severity::Error,
                                  "practice: the parts of a whole add up to it"};

  [[nodiscard]] Parts partsAt(std::u16string_view line, const std::vector<Figure>& figures,
                              std::size_t from) const;
  [[nodiscard]] bool isLabel(std::u16string_view label) const;
  [[nodiscard]] const Figure* wholeBefore(std::u16string_view line,
                                          const std::vector<Figure>& figures, const Parts& parts,
                                          std::size_t at) const;
  [[nodiscard]] bool complements(const Parts& parts) const;
  [[nodiscard]] bool overlap(const Parts& parts) const;
  void judge(std::u16string_view line, const Figure& whole, const Parts& parts, Kind kind,
             std::vector<Finding>& into) const;
  void checkAnnounced(std::u16string_view line, const std::vector<Figure>& figures,
                      std::vector<Finding>& into) const;
  void checkComplements(std::u16string_view line, const std::vector<Figure>& figures,
                        std::vector<Finding>& into) const;

  Words m_words;
};

bool isSeparator(char16_t unit) {
  return isOneOf(unit, u"、，,；;");
}

bool isEnd(char16_t unit) {
  return unit == 0 || isOneOf(unit, u"。！？!?）)】〕");
}

/// Past a bracket that explains a part: "28条（含附件）".
std::size_t pastBracket(std::u16string_view line, std::size_t at) {
  if (!isOneOf(unitAt(line, at), u"（(")) return at;
  const std::size_t close = line.find_first_of(u"）)", at);
  return close == line.npos ? at : close + 1;
}

std::u16string_view unitOf(std::u16string_view line, const Figure& figure) {
  return figure.unit.of(line);
}

bool countsSame(std::u16string_view line, const Figure& a, const Figure& b) {
  return unitOf(line, a) == unitOf(line, b) && a.percent == b.percent;
}

const Figure* figureIn(const std::vector<Figure>& figures, Span range) {
  const auto first = std::ranges::lower_bound(figures, range.begin, {},
                                              [](const Figure& f) { return f.span.begin; });
  return first != figures.end() && first->span.begin < range.end ? &*first : nullptr;
}

bool BreakdownRule::isLabel(std::u16string_view label) const {
  if (label.size() > kLongestLabel || holdsAny(label, m_words.comparisons)) return false;
  for (const std::u16string_view total : {u"共计", u"合计", u"总计", u"累计", u"总数", u"其中",
                                          u"包括", u"包含", u"共計", u"合計", u"總計"}) {
    if (label.contains(total)) return false;
  }
  return !label.ends_with(u"共");
}

/// Reads "甲3条、乙4条；丙5条。": each part a label, a figure of one measure, a separator. Names in
/// a label may be joined by 、 ("机构设置、人事任免类28条").
Parts BreakdownRule::partsAt(std::u16string_view line, const std::vector<Figure>& figures,
                             std::size_t from) const {
  Parts parts;
  parts.begin = from;
  parts.end = from;
  std::size_t at = from;
  while (at < line.size()) {
    const Figure* figure = figureIn(figures, {at, line.size()});
    if (figure == nullptr || figure->unit.empty() || figure->ordinal || figure->percent) break;
    const std::u16string_view label = line.substr(at, figure->span.begin - at);
    if (label.find_first_of(u"，,；;。：:（）()") != label.npos || !isLabel(label)) break;
    if (!parts.figures.empty() && !countsSame(line, parts.figures.front(), *figure)) break;
    std::size_t next = skipSpaces(line, pastBracket(line, figure->whole().end));
    parts.openEnded = unitAt(line, next) == u'等';
    if (parts.openEnded) ++next;
    if (!isSeparator(unitAt(line, next)) && !isEnd(unitAt(line, next))) {
      if (!parts.openEnded) break;
      next = line.size();
    }
    parts.figures.push_back(*figure);
    parts.labels.push_back(label);
    parts.end = figure->whole().end;
    if (parts.openEnded || isEnd(unitAt(line, next))) {
      parts.closed = true;
      break;
    }
    while (isSeparator(unitAt(line, next))) ++next;
    at = skipSpaces(line, next);
  }
  if (at >= line.size()) parts.closed = true;
  return parts;
}

/// The nearest figure of the same measure before the list, in its sentence or, if the list opens
/// one, in the sentence before. A figure that equals the sum wins, since then all is well.
const Figure* BreakdownRule::wholeBefore(std::u16string_view line,
                                         const std::vector<Figure>& figures, const Parts& parts,
                                         std::size_t at) const {
  std::size_t start = sentenceStart(line, at);
  if (start > 0 && trimmed(line.substr(start, at - start)).empty()) {
    start = sentenceStart(line, start - 1);
  }
  std::int64_t sum = 0;
  for (const Figure& part : parts.figures) sum += part.value;
  const Figure* nearest = nullptr;
  for (const Figure& figure : figures) {
    if (figure.span.begin < start || figure.whole().end > at) continue;
    if (figure.ordinal || !countsSame(line, figure, parts.figures.front())) continue;
    const std::size_t mark = line.substr(0, figure.span.begin).find_last_of(u"，,；;。：:（(、");
    const std::size_t begin = mark == line.npos ? 0 : mark + 1;
    if (holdsAny(line.substr(begin, figure.span.begin - begin), m_words.comparisons)) continue;
    if (nearest == nullptr || nearest->value != sum || figure.value == sum) nearest = &figure;
  }
  return nearest;
}

bool BreakdownRule::complements(const Parts& parts) const {
  if (parts.labels.size() != 2) return false;
  return std::ranges::any_of(m_words.complements, [&](const ListRow& pair) {
    const auto& a = pair.cells[0];
    const auto& b = pair.cells[1];
    return (parts.labels[0].contains(a) && parts.labels[1].contains(b)) ||
           (parts.labels[0].contains(b) && parts.labels[1].contains(a));
  });
}

bool BreakdownRule::overlap(const Parts& parts) const {
  return std::ranges::any_of(
      parts.labels, [&](std::u16string_view label) { return holdsAny(label, m_words.overlapping); });
}

bool namesTheRest(std::u16string_view label) {
  for (const std::u16string_view word : {u"其他", u"其它", u"其余", u"其餘"}) {
    if (label.contains(word)) return true;
  }
  return false;
}

/// Parts that nearly make up the whole are a slip rather than a selection.
bool nearlyAll(const Parts& parts, std::int64_t sum, std::int64_t whole) {
  if (!parts.closed) return false;
  if (parts.figures.size() >= 4) return sum >= whole / 10 * 8;
  return parts.figures.size() >= 2 && sum >= whole / 10 * 9;
}

std::string sumText(std::u16string_view line, const Parts& parts) {
  std::string out;
  for (const Figure& part : parts.figures) {
    out += (out.empty() ? "" : "+") + toUtf8(part.span.of(line));
  }
  return out;
}

void BreakdownRule::judge(std::u16string_view line, const Figure& whole, const Parts& parts,
                          Kind kind, std::vector<Finding>& into) const {
  std::int64_t sum = 0;
  std::int64_t tolerance = 0;
  bool approximate = whole.approximate;
  std::int64_t largest = 0;
  bool rounded = whole.step != parts.figures.front().step;
  for (const Figure& part : parts.figures) {
    sum += part.value;
    approximate = approximate || part.approximate;
    largest = std::max(largest, part.value);
    rounded = rounded || part.step != 10'000;
    tolerance += part.step / 2;
  }
  if (!rounded) tolerance = 0;
  if (approximate || std::abs(sum - whole.value) <= tolerance) return;

  const bool pair = complements(parts);
  Severity severity = Severity::Error;
  if (sum > whole.value) {
    if (kind == Kind::Among && !pair && overlap(parts) && largest <= whole.value) return;
  } else {
    if (parts.openEnded || parts.figures.size() < 2) return;
    const bool all = kind == Kind::Exactly || pair ||
                     (parts.closed && (namesTheRest(parts.labels.back()) ||
                                       kind == Kind::Including));
    if (!all && !nearlyAll(parts, sum, whole.value)) return;
    if (!all) severity = Severity::Warning;
  }
  Finding finding = findingOf(kInfo, whole.whole(),
                              {sumText(line, parts), valueText(sum), valueText(whole.value),
                               valueText(std::abs(sum - whole.value)),
                               toUtf8(unitOf(line, whole))});
  finding.severity = severity;
  if (severity == Severity::Warning) finding.variant = "nearly";
  for (const Figure& part : parts.figures) finding.related.push_back(part.whole());
  into.push_back(std::move(finding));
}

struct Announced {
  std::u16string_view word;
  Kind kind;
};

constexpr Announced kAnnouncements[] = {
    {u"其中", Kind::Among},     {u"包括", Kind::Including}, {u"包含", Kind::Including},
    {u"分别为", Kind::Exactly}, {u"分别是", Kind::Exactly}, {u"分別為", Kind::Exactly},
    {u"分別是", Kind::Exactly}, {u"：", Kind::Exactly},     {u":", Kind::Exactly},
};

/// 包括, 分别为 and the colon must follow the whole at once; 其中 may stand further on.
bool follows(std::u16string_view line, const Figure& whole, std::size_t at, Kind kind) {
  if (kind == Kind::Among) return true;
  const std::size_t end = pastBracket(line, whole.whole().end);
  return line.substr(end, at - end).find_first_not_of(u"，, （(") == line.npos;
}

void BreakdownRule::checkAnnounced(std::u16string_view line, const std::vector<Figure>& figures,
                                   std::vector<Finding>& into) const {
  for (const auto& [word, kind] : kAnnouncements) {
    for (std::size_t at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
      std::size_t from = at + word.size();
      while (isOneOf(unitAt(line, from), u"，,：:、 ")) ++from;
      // "其中：" is announced by its 其中.
      if (kind == Kind::Exactly && line.substr(0, at).ends_with(u"其中")) continue;
      const Parts parts = partsAt(line, figures, from);
      if (parts.figures.empty()) continue;
      const Figure* whole = wholeBefore(line, figures, parts, at);
      if (whole == nullptr || !follows(line, *whole, at, kind)) continue;
      if (kind != Kind::Among && parts.figures.size() < 2) continue;
      judge(line, *whole, parts, kind, into);
    }
  }
}

/// "受理34件，办结29件，在办5件": no word announces it, the pair does.
void BreakdownRule::checkComplements(std::u16string_view line, const std::vector<Figure>& figures,
                                     std::vector<Finding>& into) const {
  for (std::size_t n = 0; n + 2 < figures.size(); ++n) {
    const Figure& whole = figures[n];
    if (whole.ordinal || whole.unit.empty()) continue;
    std::size_t from = whole.whole().end;
    if (!isSeparator(unitAt(line, from))) continue;
    Parts parts = partsAt(line, figures, from + 1);
    if (parts.figures.size() < 2) continue;
    parts.figures.resize(2);
    parts.labels.resize(2);
    if (!countsSame(line, whole, parts.figures.front()) || !complements(parts)) continue;
    judge(line, whole, parts, Kind::Exactly, into);
  }
}

void BreakdownRule::check(std::u16string_view line, std::vector<Finding>& into) const {
  const std::vector<Figure> figures = figuresOf(line, m_words.measures);
  if (figures.size() < 2) return;
  checkAnnounced(line, figures, into);
  checkComplements(line, figures, into);
}

}  // namespace

Result<LineRulePointer> breakdownRule() {
  auto measures = Measures::load();
  if (!measures) return std::unexpected(measures.error());
  auto complements = loadRows("complements.tsv", 2, 2);
  if (!complements) return std::unexpected(complements.error());
  auto overlapping = loadWords("overlapping.txt");
  if (!overlapping) return std::unexpected(overlapping.error());
  auto comparisons = loadWords("comparisons.txt");
  if (!comparisons) return std::unexpected(comparisons.error());
  return std::make_shared<BreakdownRule>(Words{std::move(*measures), std::move(*complements),
                                               std::move(*overlapping), std::move(*comparisons)});
}

}  // namespace moxian

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
/// So near before its figure a word compares it ("比上年增加20件").
constexpr std::size_t kComparisonReach = 6;

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
  /// No figure of the same measure follows the list in its sentence: nothing was left unread.
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
  void check(const CheckedLine& line, std::vector<Finding>& into) const override;

 private:
  static constexpr RuleInfo kInfo{"arithmetic.breakdown", Category::Arithmetic, Severity::Error,
                                  "practice: the parts of a whole add up to it"};

  [[nodiscard]] Parts partsAt(std::u16string_view line, const std::vector<Figure>& figures,
                              std::size_t from) const;
  [[nodiscard]] bool compares(std::u16string_view before) const;
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

/// True if the sentence names more figures of the same measure behind the list.
bool countsOn(std::u16string_view line, const std::vector<Figure>& figures, const Parts& parts) {
  const Figure& last = parts.figures.back();
  const std::size_t end = std::min(line.find_first_of(u"。！？）)", last.whole().end), line.size());
  return std::ranges::any_of(figures, [&](const Figure& figure) {
    return figure.span.begin > last.span.begin && figure.span.begin < end &&
           countsSame(line, figure, last);
  });
}

bool BreakdownRule::compares(std::u16string_view before) const {
  const std::size_t from = before.size() - std::min(before.size(), kComparisonReach);
  return holdsAny(before.substr(from), m_words.comparisons);
}

bool BreakdownRule::isLabel(std::u16string_view label) const {
  if (label.size() > kLongestLabel || compares(label)) return false;
  for (const std::u16string_view total : {u"共计", u"合计", u"总计", u"累计", u"总数", u"其中",
                                          u"包括", u"包含", u"共計", u"合計", u"總計"}) {
    if (label.contains(total)) return false;
  }
  return !label.ends_with(u"共");
}

/// Where a part ends and how.
struct PartEnd {
  std::size_t next = 0;     ///< where the next part begins
  bool last = false;        ///< the sentence, bracket or text ends here
  bool semicolon = false;   ///< a ； is among the marks
  bool openEnded = false;   ///< 等 follows
};

/// Nothing if text goes on behind the figure, which then is no part of a list.
std::optional<PartEnd> partEnd(std::u16string_view line, const Figure& figure) {
  PartEnd out;
  out.next = skipSpaces(line, pastBracket(line, figure.whole().end));
  out.openEnded = unitAt(line, out.next) == u'等';
  out.last = out.openEnded || isEnd(unitAt(line, out.next));
  if (out.last) return out;
  if (!isSeparator(unitAt(line, out.next))) return {};
  for (; isSeparator(unitAt(line, out.next)); ++out.next) {
    out.semicolon = out.semicolon || isOneOf(line[out.next], u"；;");
  }
  out.next = skipSpaces(line, out.next);
  return out;
}

/// Reads "甲3条、乙4条，丙5条。": each part a label, a figure of one measure, a separator. Names in a
/// label may be joined by 、 ("机构设置、人事任免类28条"). A ； ends a list of 、 and ，.
Parts BreakdownRule::partsAt(std::u16string_view line, const std::vector<Figure>& figures,
                             std::size_t from) const {
  Parts parts;
  bool bySemicolon = true;
  bool whole = false;
  for (std::size_t at = from; at < line.size() && !whole;) {
    const Figure* figure = figureIn(figures, {at, line.size()});
    if (figure == nullptr || figure->unit.empty() || figure->ordinal || figure->percent) break;
    const std::u16string_view label = line.substr(at, figure->span.begin - at);
    if (label.find_first_of(u"，,；;。：:（）()") != label.npos || !isLabel(label)) break;
    if (!parts.figures.empty() && !countsSame(line, parts.figures.front(), *figure)) break;
    const auto end = partEnd(line, *figure);
    if (!end) break;
    parts.figures.push_back(*figure);
    parts.labels.push_back(label);
    parts.openEnded = end->openEnded;
    if (parts.figures.size() == 1) bySemicolon = end->semicolon;
    whole = end->last || (end->semicolon && !bySemicolon);
    at = end->next;
  }
  parts.closed = !parts.figures.empty() && (whole || !countsOn(line, figures, parts));
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
    if (compares(line.substr(begin, figure.span.begin - begin))) continue;
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
    const bool people = isOneOf(unitAt(line, whole.unit.begin), u"人名位户戶家");
    if (kind == Kind::Among && people && !pair && overlap(parts) && largest <= whole.value) return;
  } else {
    if (parts.openEnded || parts.figures.size() < 2) return;
    const bool all = kind == Kind::Exactly || pair ||
                     namesTheRest(parts.labels.back()) ||
                     (parts.closed && kind == Kind::Including);
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

void BreakdownRule::check(const CheckedLine& checked, std::vector<Finding>& into) const {
  // Figures, measures and labels are looked up in simplified characters.
  const std::u16string_view line = checked.folded;
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

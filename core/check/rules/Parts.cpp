#include "core/check/rules/Parts.h"

#include <algorithm>
#include <optional>

#include "core/check/Scan.h"
#include "core/check/WordList.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestLabel = 30;
/// So far behind a list its sentence is searched for more of its figures.
constexpr std::size_t kAhead = 400;
/// A list with more parts is taken for open-ended; no office's list is so long.
constexpr std::size_t kMostParts = 60;
/// So near before its figure a word compares it ("比上年增加20件").
constexpr std::size_t kComparisonReach = 6;
constexpr std::int64_t kWholeStep = 10'000;

bool isSeparator(char16_t unit) {
  return isOneOf(unit, u"、，,；;");
}

bool isEnd(char16_t unit) {
  return unit == 0 || isOneOf(unit, u"。！？!?）)】〕");
}

std::vector<Figure>::const_iterator firstFrom(const std::vector<Figure>& figures,
                                              std::size_t offset) {
  return std::ranges::lower_bound(figures, offset, {},
                                  [](const Figure& f) { return f.span.begin; });
}

/// True if the sentence names more figures of the same measure behind the list.
bool countsOn(std::u16string_view line, const std::vector<Figure>& figures, const Parts& parts) {
  const Figure& last = parts.figures.back();
  const std::u16string_view ahead = line.substr(last.whole().end, kAhead);
  const std::size_t end =
      last.whole().end + std::min(ahead.find_first_of(u"。！？）)"), ahead.size());
  for (auto figure = firstFrom(figures, last.span.end);
       figure != figures.end() && figure->span.begin < end; ++figure) {
    if (countsSame(line, *figure, last)) return true;
  }
  return false;
}

/// Where a part ends and how.
struct PartEnd {
  std::size_t next = 0;    ///< where the next part begins
  bool last = false;       ///< the sentence, bracket or text ends here
  bool semicolon = false;  ///< a ； is among the marks
  bool openEnded = false;  ///< 等 follows
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

bool isPart(const Figure& figure) {
  return !figure.unit.empty() && !figure.ordinal && !figure.percent;
}

}  // namespace

std::int64_t Parts::sum() const {
  std::int64_t out = 0;
  for (const Figure& part : figures) out += part.value;
  return out;
}

std::int64_t Parts::largest() const {
  return std::ranges::max(figures, {}, &Figure::value).value;
}

bool Parts::approximate() const {
  return std::ranges::any_of(figures, &Figure::approximate);
}

std::int64_t Parts::tolerance(const Figure& whole) const {
  std::int64_t out = 0;
  bool rounded = whole.step != figures.front().step;
  for (const Figure& part : figures) {
    rounded = rounded || part.step != kWholeStep;
    out += part.step / 2;
  }
  return rounded ? out : 0;
}

bool countsSame(std::u16string_view line, const Figure& a, const Figure& b) {
  return a.unit.of(line) == b.unit.of(line) && a.percent == b.percent;
}

std::size_t pastBracket(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kReach = 100;
  if (!isOneOf(unitAt(line, at), u"（(")) return at;
  const std::size_t close = line.substr(at, kReach).find_first_of(u"）)");
  return close == line.npos ? at : at + close + 1;
}

Result<PartsReader> PartsReader::load() {
  auto comparisons = loadWords("comparisons.txt");
  if (!comparisons) return std::unexpected(comparisons.error());
  PartsReader out;
  out.m_comparisons = std::move(*comparisons);
  return out;
}

bool PartsReader::compares(std::u16string_view before) const {
  const std::size_t from = before.size() - std::min(before.size(), kComparisonReach);
  return holdsAny(before.substr(from), m_comparisons);
}

/// Names in a label may be joined by 、 ("机构设置、人事任免类28条"), but by no other mark.
bool PartsReader::isLabel(std::u16string_view label) const {
  if (label.find_first_of(u"，,；;。：:（）()") != label.npos) return false;
  if (label.size() > kLongestLabel || compares(label)) return false;
  for (const std::u16string_view total :
       {u"共计", u"合计", u"总计", u"累计", u"总数", u"其中", u"包括", u"包含"}) {
    if (label.contains(total)) return false;
  }
  return !label.ends_with(u"共");
}

Parts PartsReader::at(std::u16string_view line, const std::vector<Figure>& figures,
                      std::size_t from) const {
  Parts parts;
  bool bySemicolon = true;
  bool whole = false;
  auto figure = firstFrom(figures, from);
  for (std::size_t at = from; !whole && figure != figures.end() && isPart(*figure); ++figure) {
    const std::u16string_view label = line.substr(at, figure->span.begin - at);
    if (!isLabel(label)) break;
    if (parts.figures.size() == kMostParts) {
      parts.openEnded = true;
      break;
    }
    if (!parts.figures.empty() && !countsSame(line, parts.figures.front(), *figure)) break;
    const auto end = partEnd(line, *figure);
    if (!end) break;
    parts.figures.push_back(*figure);
    parts.labels.push_back(label);
    parts.openEnded = end->openEnded;
    // A ； ends a list of 、 and ，.
    if (parts.figures.size() == 1) bySemicolon = end->semicolon;
    whole = end->last || (end->semicolon && !bySemicolon);
    at = end->next;
  }
  parts.closed = !parts.figures.empty() && (whole || !countsOn(line, figures, parts));
  return parts;
}

const Figure* PartsReader::wholeBefore(std::u16string_view line, const std::vector<Figure>& figures,
                                       const Parts& parts, std::size_t at) const {
  std::size_t start = sentenceStart(line, at);
  if (start > 0 && isBlank(line.substr(start, at - start))) start = sentenceStart(line, start - 1);
  const std::int64_t sum = parts.sum();
  // "新收7件，上年结转1件。其中……": the parts may be those of both or of either.
  const bool carriesOver = line.substr(start, at - start).contains(u"结转");
  std::size_t count = 0;
  const Figure* nearest = nullptr;
  // "3.8亿元（年度计划3.6亿元），其中": a bracket explains the figure before it.
  const auto explains = [&](const Figure& figure) {
    const std::size_t open = line.substr(start, figure.span.begin - start).find_last_of(u"（(）)");
    if (open == line.npos || !isOneOf(line[start + open], u"（(")) return false;
    return pastBracket(line, start + open) > figure.span.end &&
           pastBracket(line, start + open) <= at;
  };
  for (auto figure = firstFrom(figures, start); figure != figures.end(); ++figure) {
    if (figure->whole().end > at) break;
    if (figure->ordinal || !countsSame(line, *figure, parts.figures.front())) continue;
    const std::size_t begin = figure->span.begin;
    const std::size_t mark = line.substr(start, begin - start).find_last_of(u"，,；;。：:（(、");
    const std::size_t clause = mark == line.npos ? start : start + mark + 1;
    if (compares(line.substr(clause, begin - clause))) continue;
    if (nearest != nullptr && figure->value != sum && explains(*figure)) continue;
    ++count;
    if (nearest == nullptr || nearest->value != sum || figure->value == sum) nearest = &*figure;
  }
  return carriesOver && count > 1 ? nullptr : nearest;
}

}  // namespace moxian

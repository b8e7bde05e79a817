#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/OfficeNames.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/SelfNames.h"
#include "core/check/rules/Structure.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::string_view kFile = "authors.tsv";
constexpr std::size_t kLongestName = 24;
constexpr std::size_t kLongestSection = 12;
constexpr std::size_t kLatest = 60;  // units up to what must follow a name

using Patterns = std::vector<std::u16string>;

/// A row of resources/rules/authors.tsv.
struct Frame {
  Patterns before;  ///< empty: a line or clause begins there
  Patterns after;
  Patterns later;
  Patterns never;
  bool mayBeSuperior = false;
  bool opening = false;
};

Patterns patternsOf(std::u16string_view cell) {
  Patterns out;
  if (cell == u"-" || cell == u"^") return out;
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t end = std::min(cell.find(u'|', from), cell.size());
    out.emplace_back(cell.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

bool isGood(const Frame& frame, std::u16string_view where) {
  const auto empty = [](const std::u16string& pattern) { return pattern.empty(); };
  const bool filled = std::ranges::none_of(frame.before, empty) &&
                      std::ranges::none_of(frame.after, empty) &&
                      std::ranges::none_of(frame.later, empty);
  return filled && !frame.after.empty() && (where == u"-" || where == u"上级" || where == u"开头");
}

Result<std::vector<Frame>> loadFrames() {
  constexpr std::size_t kCells = 5;
  const auto rows = loadRows(kFile, kCells, kCells);
  if (!rows) return std::unexpected(rows.error());
  std::vector<Frame> out;
  for (const ListRow& row : *rows) {
    const std::u16string& where = row.cells[4];
    out.push_back({patternsOf(row.cells[0]), patternsOf(row.cells[1]), patternsOf(row.cells[2]),
                   patternsOf(row.cells[3]), where == u"上级", where == u"开头"});
    if (!isGood(out.back(), where)) {
      return std::unexpected(rowError(kFile, row.line, "no frame of a name"));
    }
  }
  return out;
}

/// The length of 我局, 本单位 and the like at an offset; 0 if there is none.
std::size_t selfNameAt(std::u16string_view line, std::size_t at) {
  if (!isOneOf(unitAt(line, at), u"我本")) return 0;
  if (isOffice(unitAt(line, at + 1))) return 2;
  return holdsAt(line, at + 1, u"单位") || holdsAt(line, at + 1, u"机关") ? 3 : 0;
}

/// True if a pattern of the list stands at an offset.
bool matchesAt(std::u16string_view line, std::size_t at, std::u16string_view pattern) {
  for (const char16_t wanted : pattern) {
    if (wanted == u'$') return at >= line.size() || !isHan(line[at]);
    if (wanted == u'@') {
      const std::size_t length = selfNameAt(line, at);
      if (length == 0) return false;
      at += length;
      continue;
    }
    const char16_t unit = unitAt(line, at++);
    if (wanted == u'#' ? !isDigit(unit) : unit != wanted) return false;
  }
  return true;
}

bool anyAt(std::u16string_view line, std::size_t at, const Patterns& patterns) {
  return std::ranges::any_of(patterns, [&](const auto& one) { return matchesAt(line, at, one); });
}

/// True if a pattern ends right before an offset.
bool endsAt(std::u16string_view line, std::size_t at, std::u16string_view pattern) {
  if (line.substr(0, at).ends_with(pattern)) return true;
  if (!pattern.starts_with(u'@')) return false;
  const std::size_t rest = pattern.size() - 1;
  if (at < rest + 2 || line.substr(at - rest, rest) != pattern.substr(1)) return false;
  const std::size_t end = at - rest;
  return selfNameAt(line, end - 2) == 2 || (end >= 3 && selfNameAt(line, end - 3) == 3);
}

/// A clause begins behind a mark, a year or one of the words that lead to the author's name.
bool isBoundary(std::u16string_view line, std::size_t at) {
  const char16_t before = unitBefore(line, at);
  return before == 0 || !isHan(before) || isOneOf(before, u"年来由是即为");
}

/// What begins with these is no name: 全县教育局, 按照县教育局, 现将县教育局; 全南县教育局 is one.
bool mayBeginName(std::u16string_view line, std::size_t at) {
  const char16_t unit = line[at];
  if (!isHan(unit) || isOneOf(unit, u"我各该某每在以按根据自从截这经对受与及现将")) return false;
  const char16_t next = unitAt(line, at + 1);
  return !isOneOf(unit, u"全本") || !(isPlace(next) || isOffice(next));
}

/// The line with full-width marks, unit by unit.
std::u16string withFullMarks(std::u16string_view line) {
  std::u16string out(line);
  for (char16_t& c : out) {
    if (isOneOf(c, u",:;()")) c = static_cast<char16_t>(c + 0xFEE0);
  }
  return out;
}

/// The office a report is from.
class Author {
 public:
  explicit Author(std::u16string_view name) : m_office(officeOrSection(name)) {
    const std::size_t level = levelOf(name);
    const bool isTown = level != name.npos && isOneOf(name[level], u"乡镇");
    m_isAny = !m_office && !isTown && (level + 1 == name.size() || name.ends_with(u"政府"));
    m_isLower = !m_office || m_office->kind.contains(u"街道");
  }
  /// A place or its government: any office of it may have written the report.
  [[nodiscard]] bool isAny() const { return m_isAny; }
  [[nodiscard]] bool mayBe(const OfficeName& other) const {
    return m_office && mayBeSame(*m_office, other);
  }
  /// An office of a higher level, and for those below an office any.
  [[nodiscard]] bool mayBeUnder(const OfficeName& other) const {
    return m_isLower || other.rank > std::max(m_office->rank, 0);
  }
  [[nodiscard]] bool isNamedIn(std::u16string_view words) const {
    return m_office && words.contains(m_office->kind);
  }

 private:
  std::optional<OfficeName> m_office;
  bool m_isAny = false;
  bool m_isLower = false;
};

/// The name the draft should bear, in simplified characters where it stands in the title; empty if
/// neither the title nor the options tell.
std::u16string_view authorOf(const CheckedText& text, const Report& report) {
  if (!report.unit.empty()) {
    for (const Block& block : report.blocks) {
      if (block.kind != BlockKind::Title) continue;
      const std::size_t at = block.span.of(text.text).find(report.unit);
      if (at != std::u16string_view::npos)
        return block.span.of(text.folded).substr(at, report.unit.size());
    }
  }
  return text.unit;
}

class AuthorNamesRule final : public DocumentRule {
 public:
  explicit AuthorNamesRule(std::vector<Frame> frames) : m_frames(std::move(frames)) {}
  [[nodiscard]] const RuleInfo& info() const override {
    static constexpr RuleInfo kInfo{"unit.author", Category::Unit, Severity::Warning};
    return kInfo;
  }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      const std::u16string_view name = authorOf(text, report);
      if (name.empty()) continue;
      const Author author(name);
      if (author.isAny()) continue;
      const std::u16string_view head = headOf(text, report).of(text.folded);
      for (const Block& block : report.blocks) {
        if (!isProse(&block) || block.kind == BlockKind::Title) continue;
        for (const Span span : namesIn(block, text, author)) {
          const std::u16string_view office = span.of(text.folded);
          if (head.contains(officeName(office)->kind)) continue;  // written by both
          if (isFirstOfOther(text, report, span)) continue;
          into.push_back(findingOf(info(), span, {toUtf8(span.of(text.text)), toUtf8(name)}));
        }
      }
    }
  }

 private:
  /// Another office than the expected one, where unit.expected tells it.
  static bool isFirstOfOther(const CheckedText& text, const Report& report, Span span) {
    if (text.unit.empty() || span.of(text.text) != report.unit) return false;
    return text.text.find(report.unit, text.lines.span(report.firstLine).begin) == span.begin;
  }

  /// The names of other offices that stand where only the author's can.
  [[nodiscard]] std::vector<Span> namesIn(const Block& block, const CheckedText& text,
                                          const Author& author) const {
    std::vector<Span> out;
    const std::u16string line = withFullMarks(block.span.of(text.folded));
    int quoted = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (quoted == 0) {
        if (const std::size_t length = nameAt(line, at, block.role, author); length > 0) {
          out.push_back(Span{at, at + length}.shifted(block.span.begin));
          at += length - 1;
          continue;
        }
      }
      if (isOneOf(line[at], u"《“「")) ++quoted;
      if (isOneOf(line[at], u"》”」") && quoted > 0) --quoted;
    }
    return out;
  }

  /// The length of such a name at an offset; 0 if there is none.
  [[nodiscard]] std::size_t nameAt(std::u16string_view line, std::size_t at, Role role,
                                   const Author& author) const {
    if (!mayBeginName(line, at)) return 0;
    std::vector<const Frame*> open;
    for (const Frame& frame : m_frames) {
      if ((!frame.opening || role == Role::Intro) && opensAt(frame, line, at))
        open.push_back(&frame);
    }
    if (open.empty()) return 0;
    for (std::size_t end = at + 1; end <= line.size() && end - at <= kLongestName; ++end) {
      if (!isHan(line[end - 1])) break;
      const auto office = officeName(line.substr(at, end - at));
      if (!office || author.mayBe(*office)) continue;
      for (const Frame* frame : open) {
        if (frame->mayBeSuperior && author.mayBeUnder(*office)) continue;
        if (closesAt(*frame, line, end, author)) return end - at;
      }
    }
    return 0;
  }

  static bool opensAt(const Frame& frame, std::u16string_view line, std::size_t at) {
    if (frame.before.empty()) return isBoundary(line, at);
    return std::ranges::any_of(frame.before,
                               [&](const auto& pattern) { return endsAt(line, at, pattern); });
  }

  /// What follows the name, behind a section of the office if one is named.
  static bool closesAt(const Frame& frame, std::u16string_view line, std::size_t end,
                       const Author& author) {
    const std::size_t start = sentenceStart(line, end);
    const std::size_t stop = std::min(line.find_first_of(u"。！？；", end), line.size());
    if (author.isNamedIn(line.substr(start, stop - start))) return false;
    for (std::size_t tail = 0; tail <= kLongestSection && end + tail <= line.size(); ++tail) {
      if (tail > 0 && !isHan(line[end + tail - 1])) return false;
      if (tail > 0 && !isSection(line.substr(end, tail))) continue;
      if (anyAt(line, end + tail, frame.after)) {
        return goesOn(frame, line.substr(end + tail, stop - end - tail));
      }
    }
    return false;
  }

  static bool goesOn(const Frame& frame, std::u16string_view rest) {
    if (frame.later.empty()) return true;
    for (std::size_t at = 0; at < std::min(rest.size(), kLatest); ++at) {
      if (anyAt(rest, at, frame.never)) return false;
      if (anyAt(rest, at, frame.later)) return true;
    }
    return false;
  }

  std::vector<Frame> m_frames;
};

}  // namespace

Result<DocumentRulePointer> authorNamesRule() {
  auto frames = loadFrames();
  if (!frames) return std::unexpected(frames.error());
  return std::make_shared<AuthorNamesRule>(std::move(*frames));
}

}  // namespace moxian

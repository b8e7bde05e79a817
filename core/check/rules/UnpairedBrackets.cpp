#include <algorithm>
#include <array>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/OpenMarks.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kOpening = u"（(《〈【〔［[「『";
constexpr std::u16string_view kClosing = u"）)》〉】〕］]」』";
/// A pair may be broken by the ends of this many lines that end in the middle of a sentence.
constexpr std::size_t kReach = 2;
/// Brackets are not nested deeper; it bounds the search for a partner.
constexpr std::ptrdiff_t kDeepest = 64;

/// Full- and half-width brackets of one shape count as one kind; their width is another rule's.
std::size_t kindOf(std::size_t index) {
  constexpr std::array<std::size_t, 10> kKinds = {0, 0, 1, 2, 3, 4, 5, 5, 6, 7};
  return kKinds[index];
}

/// A bracket without partner in its line.
struct Lost {
  std::size_t at;  ///< in the whole text
  std::size_t kind;
  bool opens;
  std::size_t line;
};

/// "1）", "一)", "a)" at the start of an item close nothing.
bool closesItemNumber(std::u16string_view line, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (isDigit(line[begin - 1]) || isChineseDigit(line[begin - 1]) ||
                       isLatin(line[begin - 1]))) {
    --begin;
  }
  if (begin == at || at - begin > 3) return false;
  const char16_t before = unitBefore(line, begin);
  return before == 0 || isSpace(before) || isOneOf(before, u"。；，：、;:,");
}

void collect(std::u16string_view line, std::size_t number, std::size_t offset,
             std::vector<Lost>& into) {
  std::vector<Lost> open;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (const std::size_t index = kOpening.find(line[at]); index != kOpening.npos) {
      open.push_back({offset + at, kindOf(index), true, number});
      continue;
    }
    const std::size_t index = kClosing.find(line[at]);
    if (index == kClosing.npos) continue;
    const auto deepest = open.rbegin() + std::min(std::ssize(open), kDeepest);
    const auto match = std::ranges::find(open.rbegin(), deepest, kindOf(index), &Lost::kind);
    if (match != deepest) {
      // What was opened inside and never closed is lost; the pair around it stands.
      const auto inside = match.base();
      into.insert(into.end(), inside, open.end());
      open.erase(inside - 1, open.end());
    } else if (kindOf(index) != 0 || !closesItemNumber(line, at)) {
      into.push_back({offset + at, kindOf(index), false, number});
    }
  }
  into.insert(into.end(), open.begin(), open.end());
}

bool endsInSentence(const CheckedText& text, std::size_t line) {
  const std::u16string_view words = trimmed(text.lines.span(line).of(text.text));
  return !words.empty() && !isOneOf(words.back(), u"。！？：");
}

/// True if the second answers the first over a break in the middle of a sentence.
bool answers(const CheckedText& text, const Lost& first, const Lost& second) {
  if (!first.opens || second.opens || first.kind != second.kind) return false;
  if (second.line <= first.line || second.line - first.line > kReach) return false;
  for (std::size_t n = first.line; n < second.line; ++n) {
    if (!endsInSentence(text, n)) return false;
  }
  return true;
}

std::vector<Lost> unanswered(const CheckedText& text, const std::vector<Lost>& all) {
  std::vector<Lost> out;
  for (const Lost& lost : all) {
    if (!out.empty() && answers(text, out.back(), lost)) {
      out.pop_back();
    } else {
      out.push_back(lost);
    }
  }
  return out;
}

/// How much of the words behind 《 is the name of a document by its last word: 条例 in
/// 《公开条例要求; 0 if none of them ends one.
std::size_t titleLength(std::u16string_view words) {
  constexpr std::u16string_view kKinds[] = {u"条例", u"办法", u"通知", u"意见", u"方案", u"规定",
                                            u"决定", u"细则", u"规划", u"要点", u"指南", u"目录"};
  constexpr std::size_t kShortest = 4;
  std::size_t out = 0;
  for (const std::u16string_view kind : kKinds) {
    const std::size_t found = words.rfind(kind);
    if (found != words.npos) out = std::max(out, found + kind.size());
  }
  return out < kShortest ? 0 : out;
}

/// Where the partner of an opening bracket clearly belongs: at the end of its sentence or line if
/// no comma offers another place. Nothing if it is not clear.
std::optional<std::size_t> placeOfPartner(std::u16string_view line, std::size_t open) {
  constexpr std::size_t kLongest = 60;
  const std::u16string_view rest = line.substr(open + 1, kLongest);
  const std::size_t end = std::min(rest.find_first_of(u"，,、；;：:。！？（）《》"), rest.size());
  const bool ends = end < rest.size() ? isOneOf(rest[end], u"。！？；;") : end < kLongest;
  const std::u16string_view inside = rest.substr(0, end);
  if (line[open] == u'《') {
    if (const std::size_t title = titleLength(inside); title > 0) return open + 1 + title;
  }
  if (!ends || trimmed(inside).empty()) return {};
  return open + 1 + inside.size() - (inside.size() - inside.find_last_not_of(u" \t\u3000") - 1);
}

/// True for a paragraph of clauses, which ends with a full stop.
bool endsWithStop(const CheckedText& text, std::size_t line) {
  const Report* report = text.outline.reportAt(line);
  if (report == nullptr) return false;
  const auto block = std::ranges::find(report->blocks, line, &Block::line);
  return block != report->blocks.end() && (block->kind == BlockKind::Paragraph || block->runIn) &&
         block->span.of(text.text).find_first_of(u"，。；") != std::u16string_view::npos;
}

std::optional<Fix> closing(const CheckedText& text, const Lost& lost) {
  if (!lost.opens) return {};
  const Span line = text.lines.span(lost.line);
  const auto place = placeOfPartner(line.of(text.text), lost.at - line.begin);
  if (!place) return {};
  std::u16string partner(1, kClosing[kOpening.find(text.text[lost.at])]);
  const std::size_t at = line.begin + *place;
  // What lost the partner lost the full stop too.
  if (isBlank(Span{at, line.end}.of(text.text)) && endsWithStop(text, lost.line)) partner += u'。';
  return Fix{"add-bracket", {toUtf8(partner)}, {{{at, at}, partner}}};
}

/// A partner typed as another bracket: 《条例《 or 《条例）, and 》条例《. The second of two lost
/// ones in a line, with nothing but words between them.
bool isMistyped(const CheckedText& text, const Lost& first, const Lost& second) {
  constexpr std::size_t kLongest = 60;
  if (first.line != second.line || second.at - first.at > kLongest) return false;
  const std::u16string_view between = Span{first.at + 1, second.at}.of(text.text);
  if (between.empty() || between.find_first_of(u"，。；、：！？,;:!?“”") != between.npos)
    return false;
  if (!first.opens) return second.opens && first.kind == second.kind;
  if (!second.opens) return first.kind != second.kind;
  const Span line = text.lines.span(second.line);
  const char16_t next = unitAt(line.of(text.text), second.at + 1 - line.begin);
  return first.kind == second.kind && (next == 0 || isOneOf(next, u"，。；、：！？,;:"));
}

/// One finding for a pair of which one or both are the wrong bracket; the fix writes the right
/// ones.
Finding mistyped(const RuleInfo& rule, const CheckedText& text, const Lost& first,
                 const Lost& second) {
  const Span span{first.at, second.at + 1};
  const auto opening = [&](char16_t bracket) {
    return first.opens ? bracket : kOpening[kClosing.find(bracket)];
  };
  const char16_t open = opening(text.text[first.at]);
  const std::u16string close(1, kClosing[kOpening.find(open)]);
  Fix fix{"replace", {}, {}};
  if (!first.opens) fix.edits.push_back({{first.at, first.at + 1}, std::u16string(1, open)});
  fix.edits.push_back({{second.at, second.at + 1}, close});
  std::u16string right(1, open);
  right += Span{first.at + 1, second.at}.of(text.text);
  fix.arguments = {toUtf8(right + close)};
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  finding.fixes.push_back(std::move(fix));
  return finding;
}

/// 《条例”: the wrong mark closes a title.
std::optional<Finding> closedByQuote(const RuleInfo& rule, const CheckedText& text,
                                     const Lost& lost) {
  if (text.text[lost.at] != u'《') return {};
  const Span line = text.lines.span(lost.line);
  const auto quote = quoteForTitle(line.of(text.text), lost.at - line.begin);
  if (!quote) return {};
  const Span wrong = Span{*quote, *quote + 1}.shifted(line.begin);
  const Span span{lost.at, wrong.end};
  Finding out = findingOf(rule, span, {toUtf8(span.of(text.text))});
  const std::string right = toUtf8(Span{lost.at, wrong.begin}.of(text.text)) + "》";
  out.fixes.push_back({"replace", {right}, {{wrong, u"》"}}});
  return out;
}

Finding findingFor(const RuleInfo& rule, const CheckedText& text, const Lost& lost) {
  if (auto quoted = closedByQuote(rule, text, lost)) return std::move(*quoted);
  const Span span{lost.at, lost.at + 1};
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  finding.variant = lost.opens ? "open" : "close";
  finding.fixes.push_back(deleting(span));
  if (auto fix = closing(text, lost)) finding.fixes.push_back(std::move(*fix));
  return finding;
}

/// The brackets without partner, in order of the text.
std::vector<Lost> lostBrackets(const CheckedText& text) {
  const auto blocks = blocksByLine(text);
  std::vector<Lost> all;
  for (std::size_t n = 0; n < blocks.size(); ++n) {
    const Span span = text.lines.span(n);
    // Cells of a table break anywhere.
    if (blocks[n] == nullptr || blocks[n]->kind == BlockKind::Table) continue;
    collect(span.of(text.text), n, span.begin, all);
  }
  std::ranges::sort(all, {}, &Lost::at);
  return unanswered(text, all);
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  const std::vector<Lost> lost = lostBrackets(text);
  for (std::size_t n = 0; n < lost.size(); ++n) {
    if (n + 1 < lost.size() && isMistyped(text, lost[n], lost[n + 1])) {
      into.push_back(mistyped(rule, text, lost[n], lost[n + 1]));
      ++n;
    } else if (!lost[n].opens || !breaksOff(text, lost[n].at)) {
      into.push_back(findingFor(rule, text, lost[n]));
    }
  }
}

}  // namespace

std::vector<std::size_t> openBrackets(const CheckedText& text) {
  const std::vector<Lost> lost = lostBrackets(text);
  std::vector<std::size_t> out;
  for (std::size_t n = 0; n < lost.size(); ++n) {
    if (n + 1 < lost.size() && isMistyped(text, lost[n], lost[n + 1])) {
      ++n;
    } else if (lost[n].opens) {
      out.push_back(lost[n].at);
    }
  }
  return out;
}

bool breaksOff(const CheckedText& text, std::size_t opened) {
  return std::ranges::any_of(text.outline.reports, [&](const Report& report) {
    const Block* last = breakOf(text, report);
    return last != nullptr && last->span.contains(opened);
  });
}

DocumentRulePointer unpairedBracketsRule() {
  static constexpr RuleInfo kInfo{"punctuation.unpaired-bracket", Category::Punctuation,
                                  Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

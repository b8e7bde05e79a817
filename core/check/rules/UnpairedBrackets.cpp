#include <algorithm>
#include <array>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
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

/// Where the partner of an opening bracket clearly belongs: at the end of its sentence or line if
/// no comma offers another place. Nothing if it is not clear.
std::optional<std::size_t> placeOfPartner(std::u16string_view line, std::size_t open) {
  constexpr std::size_t kLongest = 60;
  const std::u16string_view rest = line.substr(open + 1, kLongest);
  const std::size_t end = std::min(rest.find_first_of(u"，,、；;：:。！？（）《》"), rest.size());
  const bool ends = end < rest.size() ? isOneOf(rest[end], u"。！？；;") : end < kLongest;
  const std::u16string_view inside = rest.substr(0, end);
  if (!ends || trimmed(inside).empty()) return {};
  return open + 1 + inside.size() - (inside.size() - inside.find_last_not_of(u" \t\u3000") - 1);
}

std::optional<Fix> closing(const CheckedText& text, const Lost& lost) {
  if (!lost.opens) return {};
  const Span line = text.lines.span(lost.line);
  const auto place = placeOfPartner(line.of(text.text), lost.at - line.begin);
  if (!place) return {};
  const std::u16string partner(1, kClosing[kOpening.find(text.text[lost.at])]);
  const std::size_t at = line.begin + *place;
  return Fix{"add-bracket", {toUtf8(partner)}, {{{at, at}, partner}}};
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  const auto blocks = blocksByLine(text);
  std::vector<Lost> all;
  for (std::size_t n = 0; n < blocks.size(); ++n) {
    const Span span = text.lines.span(n);
    // Cells of a table break anywhere.
    if (blocks[n] == nullptr || blocks[n]->kind == BlockKind::Table) continue;
    collect(span.of(text.text), n, span.begin, all);
  }
  std::ranges::sort(all, {}, &Lost::at);
  for (const Lost& lost : unanswered(text, all)) {
    const Span span{lost.at, lost.at + 1};
    Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
    finding.variant = lost.opens ? "open" : "close";
    finding.fixes.push_back(deleting(span));
    if (auto fix = closing(text, lost)) finding.fixes.push_back(std::move(*fix));
    into.push_back(std::move(finding));
  }
}

}  // namespace

DocumentRulePointer unpairedBracketsRule() {
  static constexpr RuleInfo kInfo{"punctuation.unpaired-bracket", Category::Punctuation,
                                  Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

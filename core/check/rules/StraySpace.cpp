#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Above this many the whole file was typed with spaces: one finding, one fix.
constexpr std::size_t kSingly = 8;
/// Both halves of a quoted slogan or title are at least so long if a space divides them.
constexpr std::size_t kTitleHalf = 6;

bool isWord(char16_t unit) {
  return isHan(unit) || isDigit(unit);
}

/// A mark that stands in the text before a space, as in "努力, 今后".
bool isPause(char16_t unit) {
  return isOneOf(unit, u"，、。；：,;");
}

std::size_t runBefore(std::u16string_view line, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kTitleHalf && isWord(line[begin - 1])) --begin;
  return at - begin;
}

std::size_t runAfter(std::u16string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && end - at < kTitleHalf && isWord(line[end])) ++end;
  return end - at;
}

/// Inside quotes and brackets (`quoted`) a space may divide a title.
bool isStray(std::u16string_view line, Span space, bool quoted) {
  const char16_t before = unitBefore(line, space.begin);
  const char16_t after = unitAt(line, space.end);
  if (space.begin == 0 || space.end == line.size()) return false;
  if (isPause(before)) return isHan(after);
  if (isOneOf(after, u"。，；、")) return isWord(before);
  if (!isWord(before) || !isWord(after) || (isDigit(before) && isDigit(after))) return false;
  const std::size_t left = runBefore(line, space.begin);
  const std::size_t right = runAfter(line, space.end);
  if (quoted) return std::min(left, right) < kTitleHalf;
  // A lone character on both sides is a padded name or label ("李 明", "组 长").
  return left > 1 || right > 1;
}

/// A sentence has marks inside; headings, names and dates set in columns have none.
bool isSentence(std::u16string_view line) {
  return line.find_first_of(u"，。；,;") != line.npos;
}

/// Letters set apart ("政 府 工 作") and columns of names hold many spaces on few characters.
bool isSpacedOut(std::u16string_view line) {
  std::size_t spaces = 0;
  std::size_t ink = 0;
  for (const char16_t c : line) ++(isSpace(c) ? spaces : ink);
  return spaces * 4 > ink;
}

void collect(std::u16string_view line, std::size_t offset, std::vector<Span>& into) {
  if (!isSentence(line) || isSpacedOut(line)) return;
  int depth = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (isOneOf(line[at], u"“《（(「【")) ++depth;
    if (isOneOf(line[at], u"”》）)」】")) --depth;
    if (!isSpace(line[at])) continue;
    const Span space{at, skipSpaces(line, at)};
    if (isStray(line, space, depth > 0)) into.push_back(space.shifted(offset));
    at = space.end - 1;
  }
}

/// The space behind 一、 or （一） of a line; empty if there is none. Behind 1. a space belongs to
/// some ways of writing.
Span spaceBehindNumber(std::u16string_view text, const Block& block) {
  if (!block.number) return {};
  const bool chinese = block.number->form == NumberForm::Chinese ||
                       block.number->form == NumberForm::BracketedChinese;
  if (!chinese) return {};
  std::size_t begin = block.number->span.end;
  while (begin > block.number->span.begin && isSpace(text[begin - 1])) --begin;
  const std::u16string_view line = text.substr(0, block.span.end);
  return {begin, skipSpaces(line, begin)};
}

void reportNumbers(const RuleInfo& rule, std::u16string_view text, const std::vector<Span>& all,
                   std::vector<Finding>& into) {
  if (all.empty()) return;
  const std::string count = std::to_string(all.size());
  const Span shown{all.front().begin - 1, std::min(all.front().end + 1, text.size())};
  Finding finding = findingOf(rule, shown, {toUtf8(shown.of(text)), count});
  finding.severity = Severity::Hint;
  finding.variant = "number";
  Fix fix{"clean-all", {count}, {}};
  for (const Span space : all) fix.edits.push_back({space, {}});
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

void report(const RuleInfo& rule, std::u16string_view text, Span space,
            std::vector<Finding>& into) {
  const Span shown{space.begin - 1, space.end + 1};
  Finding finding = findingOf(rule, shown, {toUtf8(shown.of(text))});
  finding.fixes.push_back(deleting(space));
  into.push_back(std::move(finding));
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  std::vector<Span> all;
  std::vector<Span> numbers;
  const auto blocks = blocksByLine(text);
  for (std::size_t n = 0; n < blocks.size(); ++n) {
    if (!isProse(blocks[n]) || blocks[n]->kind == BlockKind::Title) continue;
    Span span = blocks[n]->span;
    if (const Span space = spaceBehindNumber(text.text, *blocks[n]); !space.empty()) {
      numbers.push_back(space);
      span.begin = space.end;
    }
    collect(span.of(text.text), span.begin, all);
  }
  reportNumbers(rule, text.text, numbers, into);
  if (all.size() <= kSingly) {
    for (const Span space : all) report(rule, text.text, space, into);
    return;
  }
  const std::string count = std::to_string(all.size());
  const Span shown{all.front().begin - 1, all.front().end + 1};
  Finding finding = findingOf(rule, shown, {toUtf8(shown.of(text.text)), count});
  finding.severity = Severity::Hint;
  finding.variant = "all";
  Fix fix{"clean-all", {count}, {}};
  for (const Span space : all) fix.edits.push_back({space, {}});
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer straySpaceRule() {
  static constexpr RuleInfo kInfo{"stray.space", Category::Stray, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr char16_t kOpen = u'“';
constexpr char16_t kClose = u'”';

std::vector<std::size_t> quotesOf(std::u16string_view line) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == kOpen || line[at] == kClose) out.push_back(at);
  }
  return out;
}

/// The quotes that no other answers, nested pairs allowed.
std::vector<std::size_t> unanswered(std::u16string_view line,
                                    const std::vector<std::size_t>& quotes) {
  std::vector<std::size_t> open;
  std::vector<std::size_t> lost;
  for (const std::size_t at : quotes) {
    if (line[at] == kOpen) {
      open.push_back(at);
    } else if (open.empty()) {
      lost.push_back(at);
    } else {
      open.pop_back();
    }
  }
  lost.insert(lost.end(), open.begin(), open.end());
  std::ranges::sort(lost);
  return lost;
}

/// The quotes that point the wrong way, if turning some of them makes all alternate.
std::vector<std::size_t> turned(std::u16string_view line, const std::vector<std::size_t>& quotes) {
  std::vector<std::size_t> out;
  for (std::size_t n = 0; n < quotes.size(); ++n) {
    if (line[quotes[n]] != (n % 2 == 0 ? kOpen : kClose)) out.push_back(quotes[n]);
  }
  return out;
}

void reportTurned(const RuleInfo& rule, std::u16string_view line,
                  const std::vector<std::size_t>& wrong, std::vector<Finding>& into) {
  Finding finding = findingOf(rule, {wrong.front(), wrong.front() + 1});
  finding.variant = "direction";
  Fix fix{"turn-quotes", {std::to_string(wrong.size())}, {}};
  for (const std::size_t at : wrong) {
    fix.edits.push_back({{at, at + 1}, line[at] == kOpen ? u"”" : u"“"});
    if (at != wrong.front()) finding.related.push_back({at, at + 1});
  }
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  const std::vector<std::size_t> quotes = quotesOf(line);
  const std::vector<std::size_t> lost = unanswered(line, quotes);
  if (lost.empty()) return;
  if (quotes.size() % 2 == 0) return reportTurned(rule, line, turned(line, quotes), into);
  for (const std::size_t at : lost) {
    Finding finding = findingOf(rule, {at, at + 1}, {toUtf8(line.substr(at, 1))});
    finding.variant = line[at] == kOpen ? "open" : "close";
    finding.fixes.push_back(deleting({at, at + 1}));
    into.push_back(std::move(finding));
  }
}

}  // namespace

LineRulePointer quotesRule() {
  static constexpr RuleInfo kInfo{"punctuation.quotes", Category::Punctuation, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

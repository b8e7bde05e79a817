#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/OpenMarks.h"
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

void reportTurned(const RuleInfo& rule, std::u16string_view line, std::size_t offset,
                  const std::vector<std::size_t>& wrong, std::vector<Finding>& into) {
  const auto spanOf = [&](std::size_t at) { return Span{at, at + 1}.shifted(offset); };
  Finding finding = findingOf(rule, spanOf(wrong.front()));
  finding.variant = "direction";
  Fix fix{"turn-quotes", {std::to_string(wrong.size())}, {}};
  for (const std::size_t at : wrong) {
    fix.edits.push_back({spanOf(at), line[at] == kOpen ? u"”" : u"“"});
    if (at != wrong.front()) finding.related.push_back(spanOf(at));
  }
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

void reportLost(const RuleInfo& rule, const CheckedText& text, std::size_t at,
                std::vector<Finding>& into) {
  const Span span{at, at + 1};
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  finding.variant = text.text[at] == kOpen ? "open" : "close";
  finding.fixes.push_back(deleting(span));
  into.push_back(std::move(finding));
}

/// What a field holds is no text of the draft.
void leaveFields(std::u16string_view line, std::vector<std::size_t>& lost) {
  const std::vector<Span> fields = fieldsOf(line);
  std::erase_if(lost, [&](std::size_t at) {
    const auto past = std::ranges::upper_bound(fields, at, {}, &Span::begin);
    return past != fields.begin() && std::prev(past)->contains(at);
  });
}

/// 《条例”: told with the 《.
bool belongsToTitle(std::u16string_view line, std::size_t at) {
  const std::size_t open = line.substr(0, at).rfind(u'《');
  return open != line.npos && quoteForTitle(line, open) == at;
}

/// “甲“”乙”: all quotes pair, but the two in the middle point the wrong way.
void reportBetween(const RuleInfo& rule, std::u16string_view line, std::size_t offset,
                   const std::vector<std::size_t>& quotes, std::vector<Finding>& into) {
  for (const std::size_t at : quotes) {
    if (areTurnedQuotes(line, at)) reportTurned(rule, line, offset, {at, at + 1}, into);
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (std::size_t n = 0; n < text.lines.count(); ++n) {
    const Span span = text.lines.span(n);
    const std::u16string_view line = span.of(text.text);
    const std::vector<std::size_t> quotes = quotesOf(line);
    std::vector<std::size_t> lost = unanswered(line, quotes);
    if (!lost.empty()) leaveFields(line, lost);
    std::erase_if(lost, [&](std::size_t at) { return belongsToTitle(line, at); });
    if (lost.empty()) reportBetween(rule, line, span.begin, quotes, into);
    if (lost.empty()) continue;
    if (quotes.size() % 2 == 0) {
      reportTurned(rule, line, span.begin, turned(line, quotes), into);
      continue;
    }
    const auto last = openQuote(line);
    if (last && lost.back() == *last && breaksOff(text, span.begin + *last)) lost.pop_back();
    for (const std::size_t at : lost) reportLost(rule, text, span.begin + at, into);
  }
}

}  // namespace

std::optional<std::size_t> openQuote(std::u16string_view line) {
  const std::vector<std::size_t> quotes = quotesOf(line);
  if (quotes.size() % 2 == 0 || line[quotes.back()] != kOpen) return {};
  return quotes.back();
}

bool areTurnedQuotes(std::u16string_view line, std::size_t at) {
  if (unitAt(line, at) != kOpen || unitAt(line, at + 1) != kClose) return false;
  if (!isHan(unitBefore(line, at)) || !isHan(unitAt(line, at + 2))) return false;
  const auto depth = std::ranges::count(line.substr(0, at), kOpen) -
                     std::ranges::count(line.substr(0, at), kClose);
  const std::size_t next = line.find_first_of(u"“”", at + 2);
  return depth == 1 && next != line.npos && line[next] == kClose;
}

std::optional<std::size_t> quoteForTitle(std::u16string_view line, std::size_t open) {
  constexpr std::size_t kLongest = 60;
  const std::u16string_view inside = line.substr(open + 1, kLongest);
  const std::size_t end = inside.find_first_of(u"《》“”，。；：！？（）,;");
  if (end == inside.npos || end == 0 || inside[end] != kClose) return {};
  const std::u16string_view before = line.substr(0, open);
  if (std::ranges::count(before, kOpen) > std::ranges::count(before, kClose)) return {};
  return open + 1 + end;
}

DocumentRulePointer quotesRule() {
  static constexpr RuleInfo kInfo{"punctuation.quotes", Category::Punctuation, Severity::Error};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

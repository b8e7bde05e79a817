#include <algorithm>
#include <array>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/OpenMarks.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

struct Quotes {
  char16_t open;
  char16_t close;
};
constexpr char16_t kOpen = u'“';
constexpr char16_t kClose = u'”';
/// Inner ones pair by themselves.
constexpr auto kQuotes = std::to_array<Quotes>({{kOpen, kClose}, {u'‘', u'’'}});

/// it’s, ’24: the mark stands for what is left out.
bool isApostrophe(std::u16string_view line, std::size_t at) {
  if (line[at] != u'’') return false;
  const char16_t before = unitBefore(line, at);
  const char16_t after = unitAt(line, at + 1);
  const bool year = isDigit(after) && !isHan(before);
  return year || ((isLatin(before) || isDigit(before)) && isLatin(after));
}

std::vector<std::size_t> quotesOf(std::u16string_view line, const Quotes& kind) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool quote = line[at] == kind.open || line[at] == kind.close;
    if (quote && !isApostrophe(line, at)) out.push_back(at);
  }
  return out;
}

bool opens(char16_t quote) {
  return std::ranges::contains(kQuotes, quote, &Quotes::open);
}

/// The quote of the same kind that points the other way.
char16_t opposite(char16_t quote) {
  for (const Quotes& kind : kQuotes) {
    if (quote == kind.open) return kind.close;
    if (quote == kind.close) return kind.open;
  }
  return quote;
}

/// The quotes that no other answers, nested pairs allowed.
std::vector<std::size_t> unanswered(std::u16string_view line,
                                    const std::vector<std::size_t>& quotes) {
  std::vector<std::size_t> open;
  std::vector<std::size_t> lost;
  for (const std::size_t at : quotes) {
    if (opens(line[at])) {
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
    if (opens(line[quotes[n]]) != (n % 2 == 0)) out.push_back(quotes[n]);
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
    fix.edits.push_back({spanOf(at), std::u16string(1, opposite(line[at]))});
    if (at != wrong.front()) finding.related.push_back(spanOf(at));
  }
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

void reportLost(const RuleInfo& rule, const CheckedText& text, std::size_t at,
                std::vector<Finding>& into) {
  const Span span{at, at + 1};
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  finding.variant = opens(text.text[at]) ? "open" : "close";
  finding.fixes.push_back(deleting(span));
  into.push_back(std::move(finding));
}

/// “回访’: closed with the quote of the other kind.
void reportMistyped(const RuleInfo& rule, const CheckedText& text, std::size_t open,
                    std::size_t close, std::vector<Finding>& into) {
  const Span span{close, close + 1};
  Finding finding = findingOf(rule, span, {toUtf8(span.of(text.text))});
  finding.related.push_back({open, open + 1});
  finding.fixes.push_back(replacing(span, std::u16string(1, opposite(text.text[open]))));
  into.push_back(std::move(finding));
}

bool areMistyped(std::u16string_view text, std::size_t open, std::size_t close) {
  constexpr std::size_t kFarthest = 40;
  return opens(text[open]) && !opens(text[close]) && close - open <= kFarthest;
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

std::optional<std::size_t> openQuote(std::u16string_view line, const Quotes& kind) {
  const std::vector<std::size_t> quotes = quotesOf(line, kind);
  if (quotes.size() % 2 == 0 || line[quotes.back()] != kind.open) return {};
  return quotes.back();
}

/// Appends the quotes of a kind that nothing answers, in the whole text, or tells that they are
/// turned.
void checkKind(const RuleInfo& rule, const CheckedText& text, Span span, const Quotes& kind,
               std::vector<std::size_t>& unpaired, std::vector<Finding>& into) {
  const std::u16string_view line = span.of(text.text);
  const std::vector<std::size_t> quotes = quotesOf(line, kind);
  std::vector<std::size_t> lost = unanswered(line, quotes);
  if (!lost.empty()) leaveFields(line, lost);
  std::erase_if(lost, [&](std::size_t at) { return belongsToTitle(line, at); });
  if (lost.empty()) return reportBetween(rule, line, span.begin, quotes, into);
  if (quotes.size() % 2 == 0) {
    reportTurned(rule, line, span.begin, turned(line, quotes), into);
    return;
  }
  const auto last = openQuote(line, kind);
  if (last && lost.back() == *last && breaksOff(text, span.begin + *last)) lost.pop_back();
  for (const std::size_t at : lost) unpaired.push_back(span.begin + at);
}

void checkLine(const RuleInfo& rule, const CheckedText& text, Span span,
               std::vector<Finding>& into) {
  std::vector<std::size_t> lost;
  for (const Quotes& kind : kQuotes) checkKind(rule, text, span, kind, lost, into);
  std::ranges::sort(lost);
  for (std::size_t n = 0; n < lost.size(); ++n) {
    if (n + 1 < lost.size() && areMistyped(text.text, lost[n], lost[n + 1])) {
      reportMistyped(rule, text, lost[n], lost[n + 1], into);
      ++n;
    } else {
      reportLost(rule, text, lost[n], into);
    }
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (std::size_t n = 0; n < text.lines.count(); ++n) {
    checkLine(rule, text, text.lines.span(n), into);
  }
}

}  // namespace

std::optional<std::size_t> openQuote(std::u16string_view line) {
  std::optional<std::size_t> last;
  for (const Quotes& kind : kQuotes) last = std::max(last, openQuote(line, kind));
  return last;
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

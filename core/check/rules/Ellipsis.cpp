#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// More dots than this lead to a page number.
constexpr std::size_t kMostDots = 9;

std::size_t runEnd(std::u16string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(line[at], at), line.size());
}

/// "等工作......" and "等工作…": an ellipsis of dots, or half of one.
bool isEllipsis(std::u16string_view line, Span run) {
  const std::size_t length = run.length();
  const bool dots = line[run.begin] == u'.' ? length >= 3 && length <= kMostDots
                                            : line[run.begin] == u'…' && length == 1;
  const char16_t next = unitAt(line, run.end);
  // In brackets dots stand for what is to be filled in.
  return dots && isHan(unitBefore(line, run.begin)) && (isHan(next) || isOneOf(next, u"。，；”"));
}

/// "等工作--确保": a dash of hyphens between words.
bool isDash(std::u16string_view line, Span run) {
  return isOneOf(line[run.begin], u"-－") && run.length() >= 2 && run.length() <= 4 &&
         isHan(unitBefore(line, run.begin)) && isHan(unitAt(line, run.end));
}

void checkLine(const RuleInfo& rule, const CheckedText& text, Span whole,
               std::vector<Finding>& into) {
  const std::u16string_view line = whole.of(text.text);
  for (std::size_t at = line.find_first_of(u".…-－"); at != line.npos;
       at = line.find_first_of(u".…-－", at)) {
    const Span run{at, runEnd(line, at)};
    at = run.end;
    const bool ellipsis = isEllipsis(line, run);
    if ((!ellipsis && !isDash(line, run)) || inAddress(line, run.begin)) continue;
    Finding finding = findingOf(rule, run.shifted(whole.begin), {toUtf8(run.of(line))});
    if (!ellipsis) finding.variant = "dash";
    finding.fixes.push_back(replacing(run.shifted(whole.begin), ellipsis ? u"……" : u"——"));
    into.push_back(std::move(finding));
  }
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Block* block : blocksByLine(text)) {
    if (isProse(block)) checkLine(rule, text, block->span, into);
  }
}

}  // namespace

DocumentRulePointer ellipsisRule() {
  static constexpr RuleInfo kInfo{"punctuation.ellipsis", Category::Punctuation, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

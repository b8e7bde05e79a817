#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// The mark a number must carry; 0 for none; nothing where any will do ("1)", ①, 第一章).
std::optional<char16_t> rightMark(const HeadingNumber& number) {
  switch (number.form) {
    case NumberForm::Chinese:
      return u'、';
    case NumberForm::BracketedChinese:
    case NumberForm::BracketedArabic:
      return u'\0';
    case NumberForm::Arabic:
      return u'.';
    case NumberForm::CircledArabic:
    case NumberForm::ChinesePart:
      return {};
  }
  return {};
}

bool isRight(const HeadingNumber& number, char16_t right) {
  if (number.mark == right) return true;
  if (isOneOf(number.mark, u")）")) return true;
  return right == u'.' && (number.mark == u'．' || number.mark == 0);
}

struct Wrong {
  const HeadingNumber* number;
  char16_t right;

  /// ㈡ is written out. No space stands between a number and its words; a line of a number alone
  /// keeps its own.
  [[nodiscard]] Edit edit(std::u16string_view text) const {
    if (number->span.length() == 1) {
      return {number->span, numberText(rankOf(number->form), number->ordinal)};
    }
    const std::size_t words = skipSpaces(text, number->span.end);
    const bool filled = words < text.size() && text[words] != u'\n' && text[words] != u'\r';
    return {{number->span.end - 1, filled ? words : number->span.end},
            right == 0 ? std::u16string() : std::u16string(1, right)};
  }
};

/// Those of one form have one cause in a report.
Finding findingFor(const RuleInfo& rule, std::u16string_view text, const Wrong& wrong,
                   std::size_t report) {
  const Span number = wrong.number->span;
  const Edit edit = wrong.edit(text);
  const std::u16string should =
      std::u16string(Span{number.begin, edit.span.begin}.of(text)) + edit.with;
  Finding finding =
      findingOf(rule, {number.begin, edit.span.end}, {toUtf8(number.of(text)), toUtf8(should)});
  // A full stop after a number ends a sentence that has not begun.
  if (wrong.number->mark == u'。') finding.severity = Severity::Error;
  finding.fixes.push_back({"replace", {toUtf8(should)}, {edit}});
  finding.cause = std::to_string(report) + "/" + std::to_string(rankOf(wrong.number->form));
  finding.jointFix = "all-number-marks";
  return finding;
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (std::size_t n = 0; n < text.outline.reports.size(); ++n) {
    for (const NumberedLine& line : numberedLines(text.outline.reports[n])) {
      const auto right = rightMark(*line.number);
      if (!right || isRight(*line.number, *right)) continue;
      into.push_back(findingFor(rule, text.text, {line.number, *right}, n));
    }
  }
}

}  // namespace

DocumentRulePointer numberMarkRule() {
  static constexpr RuleInfo kInfo{"numbering.mark", Category::Numbering, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

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

/// `all`: of the report, in ascending order. Those of one form have one cause.
Finding findingFor(const RuleInfo& rule, std::u16string_view text, const Wrong& wrong,
                   const std::vector<Wrong>& all) {
  const Span number = wrong.number->span;
  const Edit edit = wrong.edit(text);
  const std::u16string should =
      std::u16string(Span{number.begin, edit.span.begin}.of(text)) + edit.with;
  Finding finding =
      findingOf(rule, {number.begin, edit.span.end}, {toUtf8(number.of(text)), toUtf8(should)});
  // A full stop after a number ends a sentence that has not begun.
  if (wrong.number->mark == u'。') finding.severity = Severity::Error;
  finding.fixes.push_back({"replace", {toUtf8(should)}, {edit}});
  Fix fix{"all-number-marks", {}, {}};
  for (const Wrong& other : all) {
    if (other.number->form == wrong.number->form) fix.edits.push_back(other.edit(text));
  }
  fix.arguments.push_back(std::to_string(fix.edits.size()));
  if (fix.edits.size() > 1) finding.fixes.push_back(std::move(fix));
  return finding;
}

void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  for (const Report& report : text.outline.reports) {
    std::vector<Wrong> all;
    for (const NumberedLine& line : numberedLines(report)) {
      const auto right = rightMark(*line.number);
      if (right && !isRight(*line.number, *right)) all.push_back({line.number, *right});
    }
    for (const Wrong& wrong : all) into.push_back(findingFor(rule, text.text, wrong, all));
  }
}

}  // namespace

DocumentRulePointer numberMarkRule() {
  static constexpr RuleInfo kInfo{"numbering.mark", Category::Numbering, Severity::Warning};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

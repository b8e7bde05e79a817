#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Entities.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kMarks = u"，、。；：,;:";

/// 100%%, the sign of a figure twice.
bool isDoubledPercent(std::u16string_view line, std::size_t at) {
  return isOneOf(line[at], u"%％") && isOneOf(unitAt(line, at + 1), u"%％") &&
         isAsciiDigit(unitBefore(line, at)) && !isLatin(unitAt(line, at + 2)) &&
         !isDigit(unitAt(line, at + 2));
}

/// "3次。." and "公开！。": a full stop that follows a mark of the end.
bool isDoubledStop(std::u16string_view line, std::size_t at) {
  const char16_t next = unitAt(line, at + 1);
  const char16_t after = unitAt(line, at + 2);
  if (next == u'.') return isOneOf(line[at], u"，、。；：") && !isDigit(after) && after != u'.';
  return isOneOf(line[at], u"！？") && isOneOf(next, u"，、。；");
}

bool isDoubling(std::u16string_view line, std::size_t at) {
  return !endsEntity(line, at) && isOneOf(line[at], kMarks) &&
         isOneOf(unitAt(line, at + 1), kMarks);
}

/// "::" and ",," between Latin letters or digits are code and data, not Chinese text.
bool belongsToChinese(std::u16string_view line, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    if (isFullWidthMark(line[at])) return true;
  }
  return isChinese(unitBefore(line, begin)) || isChinese(unitAt(line, end));
}

/// The mark that stays: the one that ends most.
char16_t kept(std::u16string_view run) {
  for (const auto& [half, full] :
       {std::pair(u'。', u'。'), {u';', u'；'}, {u':', u'：'}, {u',', u'，'}}) {
    if (run.contains(half) || run.contains(full)) return full;
  }
  return run.front();
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.text;
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    if (isDoubledPercent(line, at) || isDoubledStop(line, at)) {
      const Span run{at, at + 2};
      Finding finding = findingOf(rule, run, {toUtf8(run.of(line))});
      if (isDoubledPercent(line, at)) finding.variant = "percent";
      finding.fixes.push_back(deleting({at + 1, at + 2}));
      into.push_back(std::move(finding));
      ++at;
      continue;
    }
    if (!isDoubling(line, at)) continue;
    std::size_t end = at + 1;
    while (isOneOf(unitAt(line, end), kMarks)) ++end;
    if (belongsToChinese(line, at, end)) {
      const std::u16string_view run = line.substr(at, end - at);
      Finding finding = findingOf(rule, {at, end}, {toUtf8(run)});
      finding.fixes.push_back(replacing({at, end}, std::u16string(1, kept(run))));
      into.push_back(std::move(finding));
    }
    at = end;
  }
}

}  // namespace

LineRulePointer doubledMarksRule() {
  static constexpr RuleInfo kInfo{"punctuation.doubled", Category::Punctuation, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kFalls[] = {u"下降", u"减少", u"降低", u"缩短", u"下滑", u"回落"};
constexpr std::u16string_view kSums[] = {u"资金", u"经费", u"罚款",   u"罚没款", u"投资",  u"金额",
                                         u"补贴", u"补助", u"救助金", u"补偿款", u"专项款"};

/// Where the word of the list stands that ends at `end`, with one of 了约达为共 behind it at most.
template <std::size_t N>
std::optional<std::size_t> wordBefore(std::u16string_view line, std::size_t end,
                                      const std::u16string_view (&words)[N]) {
  if (isOneOf(unitBefore(line, end), u"了约达为共近超")) --end;
  for (const std::u16string_view word : words) {
    if (line.substr(0, end).ends_with(word)) return end - word.size();
  }
  return {};
}

/// Where the figure that begins at `at` ends; `at` itself if none does.
std::size_t figureEnd(std::u16string_view line, std::size_t at) {
  while (isAsciiDigit(unitAt(line, at)) ||
         (unitAt(line, at) == u'.' && isAsciiDigit(unitAt(line, at + 1)))) {
    ++at;
  }
  return at;
}

Finding& report(const RuleInfo& rule, const CheckedLine& line, Span span, std::string_view variant,
                std::vector<Finding>& into) {
  Finding finding = findingOf(rule, span, {toUtf8(span.of(line.text))});
  finding.variant = variant;
  into.push_back(std::move(finding));
  return into.back();
}

/// Writes a word at an offset within or behind the span shown.
Fix inserting(const CheckedLine& line, Span shown, std::size_t at, std::u16string_view word) {
  std::u16string right(Span{shown.begin, at}.of(line.text));
  right += word;
  right += Span{at, shown.end}.of(line.text);
  return {"replace", {toUtf8(right)}, {{{at, at}, std::u16string(word)}}};
}

/// 3.5亿万元, 15%个百分点, 1.5百分点, and 投入资金1200万 before a mark: the unit of a figure.
void checkUnit(const RuleInfo& rule, const CheckedLine& checked, Span figure,
               std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  const std::size_t end = figure.end;
  if (holdsAt(line, end, u"亿万元") || holdsAt(line, end, u"万亿万元")) {
    const std::size_t unit = line.find(u"亿万元", end);
    Finding& finding = report(rule, checked, {figure.begin, unit + 3}, "unit", into);
    finding.fixes.push_back(replacing({unit, unit + 3}, u"亿元"));
    finding.fixes.push_back(replacing({unit, unit + 3}, u"万元"));
  } else if (holdsAt(line, end, u"%个百分点")) {
    report(rule, checked, {figure.begin, end + 5}, "points", into)
        .fixes.push_back(deleting({end, end + 1}));
  } else if (holdsAt(line, end, u"百分点")) {
    const Span span{figure.begin, end + 3};
    report(rule, checked, span, "bare-points", into)
        .fixes.push_back(inserting(checked, span, end, u"个"));
  } else if (isOneOf(unitAt(line, end), u"万亿") && wordBefore(line, figure.begin, kSums)) {
    const char16_t next = unitAt(line, end + 1);
    // In 12万、15万元 the unit behind the last counts for all.
    if (next != 0 && !isOneOf(next, u"，。；")) return;
    const Span span{figure.begin, end + 1};
    report(rule, checked, span, "yuan", into)
        .fixes.push_back(inserting(checked, span, span.end, u"元"));
  }
}

/// 下降3倍 and 下降了-12%: what falls is not told in multiples, nor with a minus.
void checkFall(const RuleInfo& rule, const CheckedLine& checked, Span figure,
               std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  if (holdsAt(line, figure.end, u"倍") && !isOneOf(unitAt(line, figure.end + 1), u"速率数频")) {
    if (const auto verb = wordBefore(line, figure.begin, kFalls)) {
      report(rule, checked, {*verb, figure.end + 1}, "times", into);
    }
  } else if (isOneOf(unitBefore(line, figure.begin), u"-－−") &&
             isOneOf(unitAt(line, figure.end), u"%％个")) {
    if (const auto verb = wordBefore(line, figure.begin - 1, kFalls)) {
      report(rule, checked, {*verb, figure.end + 1}, "minus", into)
          .fixes.push_back(deleting({figure.begin - 1, figure.begin}));
    }
  }
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::size_t end = figureEnd(line, at);
    // 降低了两倍 is written in Chinese numerals.
    if (end == at && isOneOf(line[at], u"两三四五六七八九十") && unitAt(line, at + 1) == u'倍') {
      end = at + 1;
      checkFall(rule, checked, {at, end}, into);
    } else if (end > at) {
      checkUnit(rule, checked, {at, end}, into);
      checkFall(rule, checked, {at, end}, into);
    }
    at = std::max(at, end == at ? at : end - 1);
  }
}

}  // namespace

LineRulePointer quantityRule() {
  static constexpr RuleInfo kInfo{"style.quantity", Category::Style, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

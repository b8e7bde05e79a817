#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kOpening = u"[（(【［〔";
constexpr std::u16string_view kClosing = u"]）)】］〕";

/// "国办发[2023]5号": the parts of a document number behind the office's letters.
struct DocumentNumber {
  Span bracket;         ///< "[2023]"
  Span serial;          ///< what stands between bracket and 号: "5", "第5", "05"
  std::size_t end = 0;  ///< behind 号
};

std::optional<DocumentNumber> numberAt(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kYear = 4;
  const std::size_t kind = kOpening.find(line[at]);
  if (kind == kOpening.npos || !isHan(unitBefore(line, at))) return {};
  for (std::size_t n = 1; n <= kYear; ++n) {
    if (!isAsciiDigit(unitAt(line, at + n))) return {};
  }
  if (!holdsAt(line, at + 1, u"20") && !holdsAt(line, at + 1, u"19")) return {};
  const std::size_t close = at + kYear + 1;
  if (unitAt(line, close) != kClosing[kind]) return {};
  std::size_t end = skipSpaces(line, close + 1);
  const std::size_t begin = end;
  if (unitAt(line, end) == u'第') ++end;
  const std::size_t digits = end;
  while (isAsciiDigit(unitAt(line, end))) ++end;
  if (end == digits || unitAt(line, end) != u'号') return {};
  return DocumentNumber{{at, close + 1}, {begin, end}, end + 1};
}

void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = 1; at < line.size(); ++at) {
    const auto number = numberAt(line, at);
    if (!number) continue;
    std::u16string bracket(number->bracket.of(line));
    bracket.front() = u'〔';
    bracket.back() = u'〕';
    std::u16string_view serial = number->serial.of(line);
    if (serial.starts_with(u'第')) serial.remove_prefix(1);
    while (serial.size() > 1 && serial.starts_with(u'0')) serial.remove_prefix(1);
    const Span span{at, number->end};
    const std::u16string right = bracket + std::u16string(serial) + u"号";
    if (right != span.of(line)) {
      Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text)), toUtf8(right)});
      const Span changed{at, number->serial.end};
      finding.fixes.push_back(
          {"replace", {toUtf8(right)}, {{changed, right.substr(0, right.size() - 1)}}});
      into.push_back(std::move(finding));
    }
    at = number->end - 1;
  }
}

}  // namespace

LineRulePointer documentNumberRule() {
  static constexpr RuleInfo kInfo{"punctuation.document-number", Category::Punctuation,
                                  Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

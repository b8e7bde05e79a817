#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// What may follow a range and the mark it takes: — for dates, ～ for figures.
struct Unit {
  std::u16string_view word;
  std::u16string_view mark;
};
constexpr Unit kUnits[] = {
    {u"月", u"—"},    {u"日", u"—"},    {u"个", u"～"}, {u"天", u"～"},
    {u"名", u"～"},   {u"人", u"～"},   {u"次", u"～"}, {u"倍", u"～"},
    {u"小时", u"～"}, {u"分钟", u"～"}, {u"岁", u"～"},
};

const Unit* unitAfter(std::u16string_view line, std::size_t at) {
  for (const Unit& unit : kUnits) {
    if (holdsAt(line, at, unit.word)) return &unit;
  }
  return nullptr;
}

/// 1-12月, 3-5天: at most two digits on both sides, since more are telephone and file numbers.
void collect(std::u16string_view line, std::size_t offset, std::vector<Edit>& into) {
  constexpr std::size_t kMostDigits = 2;
  for (std::size_t at = line.find(u'-'); at != line.npos; at = line.find(u'-', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && isAsciiDigit(line[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (isAsciiDigit(unitAt(line, end))) ++end;
    const char16_t before = unitBefore(line, begin);
    const Unit* unit = unitAfter(line, end);
    if (begin == at || at - begin > kMostDigits || end == at + 1 || end - at - 1 > kMostDigits ||
        unit == nullptr || (before != 0 && !isChinese(before)) || inAddress(line, at)) {
      continue;
    }
    into.push_back({Span{at, at + 1}.shifted(offset), std::u16string(unit->mark)});
  }
}

/// One habit of typing is one finding.
void check(const RuleInfo& rule, const CheckedText& text, std::vector<Finding>& into) {
  Fix fix{"connectors", {}, {}};
  for (const Block* block : blocksByLine(text)) {
    if (isProse(block)) collect(block->span.of(text.text), block->span.begin, fix.edits);
  }
  if (fix.edits.empty()) return;
  const std::string count = std::to_string(fix.edits.size());
  const Edit& first = fix.edits.front();
  Finding finding =
      findingOf(rule, {first.span.begin - 1, first.span.end + 1}, {count, toUtf8(first.with)});
  fix.arguments = {count};
  finding.fixes.push_back(std::move(fix));
  into.push_back(std::move(finding));
}

}  // namespace

DocumentRulePointer connectorRule() {
  static constexpr RuleInfo kInfo{"punctuation.connector", Category::Punctuation, Severity::Hint};
  return std::make_shared<PlainDocumentRule>(kInfo, check);
}

}  // namespace moxian

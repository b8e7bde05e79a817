#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

/// "九个部分组成": where it stands, and where the list before it ends.
struct Announced {
  Span span;
  int value = 0;
};

std::optional<Announced> announcedAt(std::u16string_view line, std::size_t composed) {
  constexpr std::size_t kLongestNoun = 4;
  constexpr std::u16string_view kParts = u"部分";
  std::size_t end = composed - std::min(composed, kParts.size());
  // 六部分 takes no measure word; 九个部分, 三个股室, 五家单位 do.
  if (!holdsAt(line, end, kParts) || isOneOf(unitBefore(line, end), u"个")) {
    const std::size_t near = composed - std::min(composed, kLongestNoun + 1);
    const std::size_t measure = line.substr(near, composed - near).find_last_of(u"个家名");
    if (measure == line.npos || near + measure + 1 == composed) return {};
    end = near + measure;
  }
  std::size_t begin = end;
  while (begin > 0 && (isChineseDigit(line[begin - 1]) || isAsciiDigit(line[begin - 1]))) --begin;
  if (begin == end) return {};
  const std::u16string_view digits = line.substr(begin, end - begin);
  const auto value = isAsciiDigit(digits[0]) ? std::optional<std::int64_t>(digits[0] - u'0')
                                             : chineseNumeral(digits);
  if (!value || digits.size() > 2 || *value < 2) return {};
  return Announced{{begin, composed + 2}, static_cast<int>(*value)};
}

/// The list "由甲、乙……等" that ends at `end`; empty if there is none in the sentence.
std::u16string_view listBefore(std::u16string_view line, std::size_t end) {
  const std::size_t start = sentenceStart(line, end);
  std::u16string_view list = line.substr(start, end - start);
  const std::size_t by = list.find(u'由');
  if (by == list.npos) return {};
  list.remove_prefix(by + 1);
  for (const std::u16string_view tail : {u"总共", u"共计", u"共", u"等"}) {
    if (list.ends_with(tail)) list.remove_suffix(tail.size());
  }
  return list;
}

/// Members are divided by the stronger mark that occurs: ； before ， before 、.
std::size_t membersOf(std::u16string_view list) {
  const auto countOf = [&](std::u16string_view marks) {
    std::size_t count = 0;
    int depth = 0;
    for (const char16_t c : list) {
      if (isOneOf(c, u"（(“《")) ++depth;
      if (isOneOf(c, u"）)”》")) --depth;
      if (depth == 0 && isOneOf(c, marks)) ++count;
    }
    return count;
  };
  for (const std::u16string_view marks : {u"；;", u"，,", u"、"}) {
    if (const std::size_t count = countOf(marks); count > 0) return count + 1;
  }
  return 0;
}

void check(const RuleInfo& rule, const CheckedLine& line, std::vector<Finding>& into) {
  constexpr std::u16string_view kComposed = u"组成";
  for (std::size_t at = line.folded.find(kComposed); at != line.folded.npos;
       at = line.folded.find(kComposed, at + 1)) {
    const auto announced = announcedAt(line.folded, at);
    if (!announced) continue;
    const std::size_t members = membersOf(listBefore(line.folded, announced->span.begin));
    if (members < 2 || members == static_cast<std::size_t>(announced->value)) continue;
    into.push_back(findingOf(rule, announced->span,
                             {toUtf8(announced->span.of(line.text)), std::to_string(members)}));
  }
}

}  // namespace

LineRulePointer partsCountRule() {
  static constexpr RuleInfo kInfo{"arithmetic.parts", Category::Arithmetic, Severity::Error};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

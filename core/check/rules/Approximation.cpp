#include <algorithm>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kAbout[] = {u"大约", u"约", u"将近",   u"接近",   u"近", u"超过",
                                          u"突破", u"逾", u"不少于", u"不低于", u"超"};
/// Words that end in 近 or 约 and approximate nothing.
constexpr std::u16string_view kOther[] = {u"附近", u"最近", u"邻近", u"靠近", u"临近",
                                          u"节约", u"预约", u"签约", u"合约", u"条约",
                                          u"制约", u"违约", u"高超", u"赶超", u"反超"};

/// The length of the word before a figure that makes it a rough one; 0 if there is none.
std::size_t aboutBefore(std::u16string_view text) {
  for (const std::u16string_view other : kOther) {
    if (text.ends_with(other)) return 0;
  }
  for (const std::u16string_view word : kAbout) {
    if (text.ends_with(word)) return word.size();
  }
  return 0;
}

bool isNumberUnit(char16_t c) {
  return isAsciiDigit(c) || isOneOf(c, u".,万亿");
}

/// What says "about" or "more" behind a figure, at most a measure word later: 余, 多, 左右, 以上.
std::optional<Span> tailAt(std::u16string_view line, std::size_t at) {
  constexpr std::size_t kMeasure = 3;
  if (isOneOf(unitAt(line, at), u"余多")) return Span{at, at + 1};
  for (std::size_t skip = 0; skip <= kMeasure; ++skip) {
    if (skip > 0 && !isHan(unitAt(line, at + skip - 1)) &&
        !isOneOf(unitAt(line, at + skip - 1), u"%％")) {
      break;
    }
    for (const std::u16string_view word : {u"左右", u"上下", u"以上"}) {
      // 300户以上门服务: here 上 begins a word.
      if (word == u"以上" && isOneOf(unitAt(line, at + skip + 2), u"门市级报述岗线")) continue;
      if (holdsAt(line, at + skip, word)) return Span{at + skip, at + skip + word.size()};
    }
  }
  return {};
}

/// "近30余次", "约5人左右", "超过100多家": about, said twice.
void check(const RuleInfo& rule, const CheckedLine& checked, std::vector<Finding>& into) {
  const std::u16string_view line = checked.folded;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (!isAsciiDigit(line[at]) || isNumberUnit(line[at - 1])) continue;
    const std::u16string_view before = line.substr(0, at);
    const std::size_t word = aboutBefore(before);
    std::size_t end = at;
    while (isNumberUnit(unitAt(line, end))) ++end;
    if (word > 0) {
      // 近20余年来 speaks of the last years.
      const bool lately = line[at - 1] == u'近' && isOneOf(unitAt(line, end), u"余多") &&
                          unitAt(line, end + 1) == u'年';
      if (const auto tail = tailAt(line, end); tail && !lately) {
        const Span span{at - word, tail->end};
        Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
        finding.fixes.push_back(deleting({at - word, at}));
        finding.fixes.push_back(deleting(*tail));
        into.push_back(std::move(finding));
      }
    }
    // "1200余万元左右": more and about.
    if (const auto more = word == 0 ? tailAt(line, end) : std::nullopt; more && more->length() == 1) {
      const auto about = tailAt(line, more->end);
      if (about && about->length() == 2) {
        const Span span{at, about->end};
        Finding finding = findingOf(rule, span, {toUtf8(span.of(checked.text))});
        finding.fixes.push_back(deleting(*about));
        into.push_back(std::move(finding));
      }
    }
    at = end;
  }
}

}  // namespace

LineRulePointer approximationRule() {
  static constexpr RuleInfo kInfo{"redundant.approximate", Category::Redundant, Severity::Warning};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

#include <array>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::u16string_view kOpening = u"（(《〈【〔［[「『";
constexpr std::u16string_view kClosing = u"）)》〉】〕］]」』";

/// Full- and half-width brackets of one shape count as one kind; their width is another rule's.
std::size_t kindOf(std::size_t index) {
  constexpr std::array<std::size_t, 10> kKinds = {0, 0, 1, 2, 3, 4, 5, 5, 6, 7};
  return kKinds[index];
}

struct Open {
  std::size_t at;
  std::size_t kind;
};

/// "1）", "一)", "a)" at the start of an item close nothing.
bool closesItemNumber(std::u16string_view line, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (isDigit(line[begin - 1]) || isChineseDigit(line[begin - 1]) ||
                       isLatin(line[begin - 1]))) {
    --begin;
  }
  if (begin == at || at - begin > 3) return false;
  const char16_t before = unitBefore(line, begin);
  return before == 0 || isSpace(before) || isOneOf(before, u"。；，：、;:,");
}

void report(const RuleInfo& rule, std::u16string_view line, std::size_t at,
            std::vector<Finding>& into) {
  const bool opening = kOpening.contains(line[at]);
  Finding finding = findingOf(rule, {at, at + 1}, {toUtf8(line.substr(at, 1))});
  finding.variant = opening ? "open" : "close";
  finding.fixes.push_back(deleting({at, at + 1}));
  into.push_back(std::move(finding));
}

void check(const RuleInfo& rule, std::u16string_view line, std::vector<Finding>& into) {
  std::vector<Open> open;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (const std::size_t index = kOpening.find(line[at]); index != kOpening.npos) {
      open.push_back({at, kindOf(index)});
      continue;
    }
    const std::size_t index = kClosing.find(line[at]);
    if (index == kClosing.npos) continue;
    const auto match = std::ranges::find(open.rbegin(), open.rend(), kindOf(index), &Open::kind);
    if (match != open.rend()) {
      // What was opened inside and never closed is reported; the pair around it stands.
      const auto inside = match.base();
      for (auto lost = inside; lost != open.end(); ++lost) report(rule, line, lost->at, into);
      open.erase(inside - 1, open.end());
    } else if (kindOf(index) != 0 || !closesItemNumber(line, at)) {
      report(rule, line, at, into);
    }
  }
  for (const Open& lost : open) report(rule, line, lost.at, into);
}

}  // namespace

LineRulePointer unpairedBracketsRule() {
  static constexpr RuleInfo kInfo{"punctuation.unpaired-bracket", Category::Punctuation,
                                  Severity::Error,
                                  "GB/T 15834-2011, 4.9 and 4.15 (brackets and title marks "
                                  "come in pairs)"};
  return std::make_shared<PlainLineRule>(kInfo, check);
}

}  // namespace moxian

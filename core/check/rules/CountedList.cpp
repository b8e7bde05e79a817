#include <algorithm>
#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Ordinals.h"
#include "core/check/rules/Rules.h"
#include "core/text/Numerals.h"

namespace moxian {
namespace {

/// So far before 一是 a count announces the list.
constexpr std::size_t kReach = 60;

/// "三个维度" and where it stands.
struct Count {
  Span span;
  int value = 0;
  std::u16string_view noun;
};

std::optional<int> countOf(std::u16string_view digits) {
  if (digits.size() == 1 && isAsciiDigit(digits[0])) return digits[0] - u'0';
  if (digits == u"两") return 2;
  const auto value = chineseNumeral(digits);
  if (!value || *value > 20) return {};
  return static_cast<int>(*value);
}

class CountedListRule final : public DocumentRule {
 public:
  explicit CountedListRule(std::vector<std::u16string> nouns) : m_nouns(std::move(nouns)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      for (const OrdinalList& list : ordinalLists(text, report)) {
        checkOrdinals(text, report, list, into);
      }
      checkHeadings(text, report, into);
    }
  }

 private:
  static constexpr RuleInfo kInfo{"arithmetic.count", Category::Arithmetic, Severity::Error};

  /// The last count in a range of the folded text; 以上三个方面 looks back and announces nothing.
  [[nodiscard]] std::optional<Count> lastCount(std::u16string_view text, Span range) const {
    std::optional<Count> out;
    for (std::size_t at = range.begin; at < range.end; ++at) {
      if (const auto count = countAt(text, at)) out = count;
    }
    return out;
  }

  [[nodiscard]] std::optional<Count> countAt(std::u16string_view text, std::size_t at) const {
    const char16_t before = unitBefore(text, at);
    if (isChineseDigit(before) || isDigit(before) || before == u'第') return {};
    std::size_t end = at;
    while (isChineseDigit(unitAt(text, end)) || isAsciiDigit(unitAt(text, end))) ++end;
    if (end == at) return {};
    if (text.substr(0, at).ends_with(u"以上") || text.substr(0, at).ends_with(u"上述") ||
        isOneOf(before, u"这那前后每另其.")) {
      return {};
    }
    const auto value = countOf(text.substr(at, end - at));
    if (!value || *value < 2) return {};
    if (isOneOf(unitAt(text, end), u"个项大点条")) ++end;
    for (const std::u16string& noun : m_nouns) {
      if (!holdsAt(text, end, noun)) continue;
      return Count{{at, end + noun.size()}, *value, noun};
    }
    return {};
  }

  /// "抓好三项工作：" right before the list: there any noun announces it.
  [[nodiscard]] std::optional<Count> countBefore(std::u16string_view text, std::size_t list,
                                                 std::size_t start) const {
    constexpr std::size_t kLongestNoun = 6;
    std::size_t end = list;
    while (end > start && (isSpace(text[end - 1]) || isOneOf(text[end - 1], u"：:，,。"))) --end;
    for (std::size_t at = end; at-- > start && end - at <= kLongestNoun + 4;) {
      if (!isHan(text[at]) && !isAsciiDigit(text[at])) return {};
      if (!isOneOf(text[at], u"个项条点件类种步")) continue;
      std::size_t begin = at;
      while (begin > start && (isChineseDigit(text[begin - 1]) || isAsciiDigit(text[begin - 1])))
        --begin;
      if (begin == at || at + 1 == end || end - at - 1 > kLongestNoun) continue;
      if (isOneOf(unitBefore(text, begin), u"第这那前后每另其上述.") ||
          text.substr(0, begin).ends_with(u"以上")) {
        return {};
      }
      const auto value = countOf(text.substr(begin, at - begin));
      if (!value || *value < 2) return {};
      const std::u16string_view noun = text.substr(at + 1, end - at - 1);
      // 走访12个村。 counts no members of a list, 三个村： does.
      const bool announces = isOneOf(unitAt(text, end), u"：:") && !isAsciiDigit(text[begin]);
      if (!announces && !isAbstract(noun)) return {};
      return Count{{begin, end}, *value, noun};
    }
    return {};
  }

  static bool isAbstract(std::u16string_view noun) {
    return std::ranges::any_of(
        std::initializer_list<std::u16string_view>{u"工作", u"任务", u"目标", u"行动", u"工程",
                                                   u"机制", u"领域", u"制度", u"关系", u"难题"},
        [&](auto word) { return noun.ends_with(word); });
  }

  /// 聚焦“两个确保”，主要抓了……：一是 names the count on the way; 做到“三个坚持”：一是 announces
  /// it.
  static bool isQuotedInPassing(std::u16string_view text, std::size_t end, std::size_t list) {
    if (unitAt(text, end) != u'”') return false;
    return std::ranges::any_of(text.substr(end, list - end),
                               [](char16_t c) { return isHan(c) || isDigit(c); });
  }

  void report(const CheckedText& text, const Count& count, std::size_t found,
              std::vector<Span> members, std::vector<Finding>& into) const {
    Finding finding =
        findingOf(kInfo, count.span, {toUtf8(count.span.of(text.text)), std::to_string(found)});
    finding.related = std::move(members);
    into.push_back(std::move(finding));
  }

  /// 按三个维度……一是……二是……
  void checkOrdinals(const CheckedText& text, const Report& report_, const OrdinalList& list,
                     std::vector<Finding>& into) const {
    if (list.size() < 2 || list.front().value != 1) return;
    const Ordinal& first = list.front();
    std::size_t start = report_.blocks[first.block].span.begin;
    // A list that opens its paragraph is announced by the one above.
    if (first.span.begin == start && first.block > 0) {
      start = report_.blocks[first.block - 1].span.begin;
    }
    const std::size_t near = first.span.begin - std::min(first.span.begin, kReach);
    const Span range{std::max(start, near), first.span.begin};
    auto count = lastCount(text.folded, range);
    if (count && isQuotedInPassing(text.folded, count->span.end, range.end)) count.reset();
    if (!count) count = countBefore(text.folded, first.span.begin, std::max(start, near));
    if (!count || count->value == list.back().value) return;
    if (&report_.blocks[list.back().block] == breakOf(text, report_)) return;
    std::vector<Span> members;
    for (const Ordinal& member : list) members.push_back(member.span);
    report(text, *count, list.size(), std::move(members), into);
  }

  /// 以下四个方面: what stands below at once, whatever it is called.
  static bool announcesWhatFollows(std::u16string_view text, std::size_t at) {
    const std::u16string_view before = text.substr(0, at);
    return before.ends_with(u"以下") || before.ends_with(u"下列") || before.ends_with(u"如下");
  }

  /// 以“五个有力”……（一）有力……（二）有力……: the headings below repeat the noun.
  void checkHeadings(const CheckedText& text, const Report& report_,
                     std::vector<Finding>& into) const {
    const std::vector<NumberedLine> lines = numberedLines(report_);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      if (lines[n].previous != NumberedLine::npos || lines[n].number->ordinal != 1) continue;
      const Block* block = lines[n].block;
      if (block == report_.blocks.data()) continue;
      const Block& above = *(block - 1);
      const auto count = lastCount(text.folded, above.span);
      if (!count) continue;
      const bool whatFollows = announcesWhatFollows(text.folded, count->span.begin);
      std::vector<Span> members;
      for (const std::size_t i : listFrom(lines, n)) {
        const Span head = lines[i].block->headText;
        if (whatFollows || head.of(text.folded).starts_with(count->noun)) members.push_back(head);
      }
      if (members.size() < 2 || members.size() == static_cast<std::size_t>(count->value)) continue;
      report(text, *count, members.size(), members, into);
    }
  }

  std::vector<std::u16string> m_nouns;
};

}  // namespace

Result<DocumentRulePointer> countedListRule() {
  auto nouns = loadWords("counted.txt");
  if (!nouns) return std::unexpected(nouns.error());
  return std::make_shared<CountedListRule>(std::move(*nouns));
}

}  // namespace moxian

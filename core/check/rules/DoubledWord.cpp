#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// A character that is a word of its own and stands twice by a slip, unless one of the two belongs
/// to a word: 总和和, 和和谐.
struct DoubledCharacter {
  char16_t character;
  std::u16string_view notBehind;  ///< characters before the two with which the first makes a word
  std::u16string_view notBefore;  ///< characters after them with which the second makes one
};
constexpr DoubledCharacter kDoubledCharacters[] = {
    {u'的', u"目有标", u"士确哥姐当黎"},
    {u'已', u"而早业久不本得", u"已矣"},
    {u'将', u"大上中少名老主干健小虾麻良强武战猛女悍儿激闯",
     u"军领士相帅来要就校官门才计信养息错近心于"},
    {u'由', u"自理缘来因事根情经案", u"此来于衷由头"},
    {u'和', u"谐平温总缓祥柔调饱中共亲随暖醇晴议讲求融泰人说违不附应颐太永元政",
     u"谐平睦解气好美善顺县田风盘衷政硕静龙林乐合声约谈煦蔼缓会尚服悦局弦稀药面牌棋亲暖光"},
    {u'了', u"除为忘罢尽算未不明知", u"解结断却然如不得事此账了"},
    {u'并', u"合吞兼归撤火拼一", u"不非且行购列存入发轨网联处排案用举立肩重进线没驾卷"},
    {u'在', u"存现实内所潜外正好旨志健自贵重意难何常安同", u"全各本我该今"},
};

/// Words of two to four characters that stand twice at once, and single ones.
class DoubledWordRule final : public LineRule {
 public:
  DoubledWordRule(std::vector<std::u16string> exceptions, std::vector<std::u16string> measures)
      : m_exceptions(std::move(exceptions)), m_measures(std::move(measures)) {
    std::ranges::sort(m_measures);
  }
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    std::size_t at = 0;
    if (const std::size_t number = doubledNumber(line.text); number > 0) {
      at = skipSpaces(line.text, 0);
      report(line, {at, at + 2 * number}, {at, at + number}, into);
      at += 2 * number;
    }
    for (; at + 1 < line.folded.size(); ++at) {
      const std::size_t clause = doubledClause(line.folded, at);
      if (clause > 0) {
        const Span span{at, at + 2 * clause + 1};
        report(line, span, {at, at + clause + 1}, into);
        at = span.end - 1;
        continue;
      }
      const std::size_t length = isDoubledMeasure(line.folded, at) ? 1 : doubledAt(line.folded, at);
      if (length == 0 || isException(line.folded, at, length)) continue;
      const Span span{at, at + 2 * length};
      report(line, span, {at, at + length}, into);
      at = span.end - 1;
    }
  }

 private:
  static constexpr RuleInfo kInfo{"redundant.doubled-word", Category::Redundant, Severity::Error};
  static constexpr std::size_t kLongest = 4;

  static void report(const CheckedLine& line, Span span, Span extra, std::vector<Finding>& into) {
    Finding finding = findingOf(kInfo, span, {toUtf8(span.of(line.text))});
    finding.fixes.push_back(deleting(extra));
    into.push_back(std::move(finding));
  }

  /// The length of the word that stands twice at an offset, 0 if none does.
  static std::size_t doubledAt(std::u16string_view line, std::size_t at) {
    for (std::size_t length = kLongest; length >= 2; --length) {
      if (at + 2 * length > line.size()) continue;
      const std::u16string_view word = line.substr(at, length);
      if (word != line.substr(at + length, length)) continue;
      // 一一一一 and 人人人人 are not words of two characters.
      if (std::ranges::all_of(word, isHan) && word.front() != word.back()) return length;
    }
    return doubledParticle(line, at);
  }

  /// 的的, 和和 and 年年度 after a figure.
  static std::size_t doubledParticle(std::u16string_view line, std::size_t at) {
    const char16_t c = line[at];
    if (unitAt(line, at + 1) != c || unitBefore(line, at) == c || unitAt(line, at + 2) == c) {
      return 0;
    }
    const char16_t before = unitBefore(line, at);
    const char16_t after = unitAt(line, at + 2);
    // 2023年年度报告 is what the law calls it.
    const bool named = isOneOf(unitAt(line, at + 3), u"报财审");
    if (c == u'年') return isDigit(before) && after == u'度' && !named ? 1 : 0;
    if (c == u'率') return isOneOf(after, u"先领") ? 0 : 1;
    const auto* entry = std::ranges::find(kDoubledCharacters, c, &DoubledCharacter::character);
    if (entry == std::end(kDoubledCharacters) || isOneOf(before, entry->notBehind)) return 0;
    // What was founded by several may lead itself: 由由三个部门组成的专班牵头.
    const std::u16string_view clause = line.substr(at, line.find_first_of(u"，。；", at) - at);
    if (c == u'由' && clause.contains(u'的')) return 0;
    // So many words begin with 在 that the ones it may stand before are told instead.
    return isOneOf(after, entry->notBefore) == (c == u'在') ? 1 : 0;
  }

  /// The length of the number of an item that stands twice, as in （二）（二）抓落实; 0 if none
  /// does.
  static std::size_t doubledNumber(std::u16string_view line) {
    const std::size_t begin = skipSpaces(line, 0);
    std::size_t at = begin;
    const bool bracket = isOneOf(unitAt(line, at), u"（(");
    if (bracket) ++at;
    const std::size_t digits = at;
    while (isChineseDigit(unitAt(line, at)) || isAsciiDigit(unitAt(line, at))) ++at;
    if (at == digits || !isOneOf(unitAt(line, at), bracket ? u"）)" : u"、")) return 0;
    const std::size_t length = at + 1 - begin;
    if (!holdsAt(line, begin + length, line.substr(begin, length))) return 0;
    // 1.1.抓落实 has a number of parts, （二）（二） by themselves are cited.
    return isHan(unitAt(line, begin + 2 * length)) ? length : 0;
  }

  /// The length of a clause that stands twice in a row, 0 if there is none: from six characters on,
  /// as 马上办、马上办 may be meant, and shorter than what repetition.sentence tells.
  static std::size_t doubledClause(std::u16string_view line, std::size_t at) {
    constexpr std::u16string_view kMarks = u"，、。；！？：";
    constexpr std::size_t kLeast = 6;
    constexpr std::size_t kMost = 15;
    if (at > 0 && !isOneOf(line[at - 1], kMarks)) return 0;
    const std::u16string_view rest = line.substr(at, kMost + 1);
    const std::size_t length = rest.find_first_of(kMarks);
    if (length == rest.npos || length < kLeast || !isOneOf(rest[length], u"，、")) return 0;
    const std::u16string_view clause = rest.substr(0, length);
    const char16_t next = unitAt(line, at + 2 * length + 1);
    const bool ends = next == 0 || isOneOf(next, kMarks);
    return ends && std::ranges::all_of(clause, isHan) && holdsAt(line, at + length + 1, clause)
               ? length
               : 0;
  }

  /// 246条条。: the measure word of a figure twice.
  [[nodiscard]] bool isDoubledMeasure(std::u16string_view line, std::size_t at) const {
    const char16_t c = line[at];
    const char16_t next = unitAt(line, at + 2);
    return isAsciiDigit(unitBefore(line, at)) && unitAt(line, at + 1) == c &&
           (next == 0 || isOneOf(next, u"，、。；！？：）")) &&
           std::ranges::binary_search(m_measures, std::u16string(1, c));
  }

  [[nodiscard]] bool isException(std::u16string_view line, std::size_t at,
                                 std::size_t length) const {
    return std::ranges::any_of(m_exceptions, [&](const std::u16string& word) {
      const std::size_t from = at - std::min(at, word.size());
      const std::size_t found = line.substr(from, 2 * length + 2 * word.size()).find(word);
      return found != line.npos && from + found < at + 2 * length &&
             from + found + word.size() > at;
    });
  }

  std::vector<std::u16string> m_exceptions;
  std::vector<std::u16string> m_measures;  // sorted
};

}  // namespace

Result<LineRulePointer> doubledWordRule() {
  auto exceptions = loadWords("doubled-words.txt");
  if (!exceptions) return std::unexpected(exceptions.error());
  auto measures = loadWords("measures.txt");
  if (!measures) return std::unexpected(measures.error());
  return std::make_shared<DoubledWordRule>(std::move(*exceptions), std::move(*measures));
}

}  // namespace moxian

#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Words of two to four characters that stand twice at once.
class DoubledWordRule final : public LineRule {
 public:
  explicit DoubledWordRule(std::vector<std::u16string> exceptions)
      : m_exceptions(std::move(exceptions)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    for (std::size_t at = 0; at + 1 < line.folded.size(); ++at) {
      const std::size_t length = doubledAt(line.folded, at);
      if (length == 0 || isException(line.folded, at, length)) continue;
      const Span span{at, at + 2 * length};
      Finding finding = findingOf(kInfo, span, {toUtf8(span.of(line.text))});
      finding.fixes.push_back(deleting({at, at + length}));
      into.push_back(std::move(finding));
      at = span.end - 1;
    }
  }

 private:
  static constexpr RuleInfo kInfo{"redundant.doubled-word", Category::Redundant, Severity::Error};
  static constexpr std::size_t kLongest = 4;

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

  /// 的的, 在在 and 年年度 after a figure.
  static std::size_t doubledParticle(std::u16string_view line, std::size_t at) {
    const char16_t c = line[at];
    if (unitAt(line, at + 1) != c) return 0;
    if (c == u'年') return isDigit(unitBefore(line, at)) && unitAt(line, at + 2) == u'度' ? 1 : 0;
    if (c == u'率') return 1;
    if (c == u'的') return isOneOf(unitBefore(line, at), u"目有") ? 0 : 1;
    return 0;
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
};

}  // namespace

Result<LineRulePointer> doubledWordRule() {
  auto exceptions = loadWords("doubled-words.txt");
  if (!exceptions) return std::unexpected(exceptions.error());
  return std::make_shared<DoubledWordRule>(std::move(*exceptions));
}

}  // namespace moxian

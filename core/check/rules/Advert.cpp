#include <algorithm>
#include <bitset>
#include <unordered_map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

class AdvertRule final : public LineRule {
 public:
  /// `phrases` as the list holds them: those with ^ in front count only where a line begins.
  explicit AdvertRule(std::vector<std::u16string> phrases) {
    for (std::u16string& phrase : phrases) {
      if (phrase.starts_with(u'^')) {
        m_openings.push_back(phrase.substr(1));
      } else {
        m_firsts.set(phrase.front());
        m_phrases[phrase.front()].push_back(std::move(phrase));
      }
    }
  }
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  /// One finding a line, from its first phrase to its last; the fix takes their sentences out.
  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    Span found{line.folded.size(), 0};
    for (std::size_t at = 0; at < line.folded.size(); ++at) {
      if (!m_firsts.test(line.folded[at])) continue;
      for (const std::u16string& phrase : m_phrases.at(line.folded[at])) {
        if (!holdsAt(line.folded, at, phrase)) continue;
        found.begin = std::min(found.begin, at);
        found.end = std::max(found.end, at + phrase.size());
      }
    }
    const std::size_t first = skipSpaces(line.folded, 0);
    for (const std::u16string& opening : m_openings) {
      if (!holdsAt(line.folded, first, opening)) continue;
      found = {first, std::max(found.end, first + opening.size())};
    }
    if (found.end == 0) return;
    Finding finding = findingOf(kInfo, found, {toUtf8(found.of(line.text))});
    finding.fixes.push_back(deleting(sentenceAround(line.text, found)));
    into.push_back(std::move(finding));
  }

 private:
  static constexpr RuleInfo kInfo{"ad.notice", Category::Ad, Severity::Error};

  static Span sentenceAround(std::u16string_view line, Span found) {
    const std::size_t begin = sentenceStart(line, found.begin);
    const std::size_t end = line.find_first_of(u"。！!", found.end);
    return {begin, end == line.npos ? line.size() : end + 1};
  }

  std::unordered_map<char16_t, std::vector<std::u16string>> m_phrases;  // by their first units
  std::bitset<0x10000> m_firsts;
  std::vector<std::u16string> m_openings;
};

}  // namespace

Result<LineRulePointer> advertRule() {
  auto phrases = loadWords("adverts.txt");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<AdvertRule>(std::move(*phrases));
}

}  // namespace moxian

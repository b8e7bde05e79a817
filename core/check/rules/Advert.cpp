#include <algorithm>

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
      const bool opens = phrase.starts_with(u'^');
      (opens ? m_openings : m_phrases).push_back(opens ? phrase.substr(1) : std::move(phrase));
    }
  }
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  /// One finding a line, from its first phrase to its last; the fix takes their sentences out.
  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    Span found{line.folded.size(), 0};
    for (const std::u16string& phrase : m_phrases) {
      const std::size_t at = line.folded.find(phrase);
      if (at == line.folded.npos) continue;
      found.begin = std::min(found.begin, at);
      found.end = std::max(found.end, line.folded.rfind(phrase) + phrase.size());
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
  static constexpr RuleInfo kInfo{"ad.notice", Category::Ad, Severity::Error,
                                  "practice: adverts and notices of web sites stay in copied text"};

  static Span sentenceAround(std::u16string_view line, Span found) {
    const std::size_t begin = sentenceStart(line, found.begin);
    const std::size_t end = line.find_first_of(u"。！!", found.end);
    return {begin, end == line.npos ? line.size() : end + 1};
  }

  std::vector<std::u16string> m_phrases;
  std::vector<std::u16string> m_openings;
};

}  // namespace

Result<LineRulePointer> advertRule() {
  auto phrases = loadWords("adverts.txt");
  if (!phrases) return std::unexpected(phrases.error());
  return std::make_shared<AdvertRule>(std::move(*phrases));
}

}  // namespace moxian

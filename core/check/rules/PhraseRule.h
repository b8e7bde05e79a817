#pragma once

#include <optional>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/rules/Phrases.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/WordBreaks.h"

namespace moxian {

/// The lines a list of phrases is compared with. A word that is right in one script may be a
/// mistyped one in the other (答覆, 帳戶).
enum class PhraseScript { Simplified, Traditional };

/// Where a phrase of a list counts: anywhere, or only where no word of the dictionary goes on over
/// its edge, as 码头 does in 非法码头.
enum class PhraseEdges { Any, Words };

/// A rule that is a list of phrases with what they should be.
class PhraseRule final : public LineRule {
 public:
  PhraseRule(const RuleInfo& info, Phrases phrases, PhraseScript script = PhraseScript::Simplified,
             PhraseEdges edges = PhraseEdges::Any)
      : m_info(info), m_phrases(std::move(phrases)), m_script(script), m_edges(edges) {}
  [[nodiscard]] const RuleInfo& info() const override { return m_info; }

  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    const bool traditional = line.text != line.folded;
    if (traditional != (m_script == PhraseScript::Traditional)) return;
    std::optional<WordBreaks> words;  // dear: made for lines with a phrase only
    for (std::size_t at = 0; at < line.text.size(); ++at) {
      const Phrase* phrase = m_phrases.at(line.text, at);
      if (phrase == nullptr) continue;
      const Span span{at, at + phrase->wrong.size()};
      if (m_edges == PhraseEdges::Words) {
        if (!words) words.emplace();
        if (words->cross(line.text, span)) continue;
      }
      Finding finding = findingOf(m_info, span, {toUtf8(phrase->wrong), toUtf8(phrase->right)});
      // × stands for what the list cannot know.
      if (!phrase->right.contains(u'×')) {
        finding.fixes.push_back(replacing(span, phrase->right));
      }
      into.push_back(std::move(finding));
      at = span.end - 1;
    }
  }

 private:
  RuleInfo m_info;
  Phrases m_phrases;
  PhraseScript m_script;
  PhraseEdges m_edges;
};

}  // namespace moxian

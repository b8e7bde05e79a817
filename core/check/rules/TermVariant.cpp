#include <algorithm>
#include <map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

constexpr std::size_t kShortest = 5;

/// One spelling of a quoted term and where it stands.
struct Spelling {
  std::u16string words;
  std::vector<Span> places;
};

/// The characters of a term without the marks and spaces that its spellings differ in.
std::u16string bare(std::u16string_view term) {
  std::u16string out;
  for (const char16_t c : term) {
    if (isHan(c) || isLatin(c) || isDigit(c)) out += c;
  }
  return out;
}

/// Half- and full-width marks are one spelling; their width is another rule's.
std::u16string spelled(std::u16string_view term) {
  std::u16string out;
  for (const char16_t c : term) out += fullWidthOf(c) != 0 ? fullWidthOf(c) : c;
  return out;
}

using Terms = std::map<std::u16string, std::vector<Spelling>>;

Terms termsOf(const CheckedText& text, const Report& report) {
  Terms out;
  for (const Block& block : report.blocks) {
    if (!isProse(&block)) continue;
    const std::u16string_view line = block.span.of(text.folded);
    for (std::size_t at = line.find(u'“'); at != line.npos; at = line.find(u'“', at + 1)) {
      const std::size_t end = line.find_first_of(u"”“", at + 1);
      if (end == line.npos || line[end] == u'“') continue;
      const std::u16string_view term = line.substr(at + 1, end - at - 1);
      const std::u16string key = bare(term);
      // A space is a slip of its own.
      if (key.size() < kShortest || std::ranges::any_of(term, isSpace)) continue;
      auto& spellings = out[key];
      auto same = std::ranges::find(spellings, spelled(term), &Spelling::words);
      if (same == spellings.end()) same = spellings.insert(same, {spelled(term), {}});
      same->places.push_back(Span{at, end + 1}.shifted(block.span.begin));
    }
  }
  return out;
}

class TermVariantRule final : public DocumentRule {
 public:
  explicit TermVariantRule(std::vector<std::u16string> right) : m_right(std::move(right)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) {
      for (auto& [key, spellings] : termsOf(text, report)) {
        if (spellings.size() > 1) compare(text, spellings, into);
      }
    }
  }

 private:
  static constexpr RuleInfo kInfo{"terminology.variant", Category::Terminology, Severity::Hint};

  /// The spelling of the list is right, else the commonest, of equals the first.
  void compare(const CheckedText& text, std::vector<Spelling>& spellings,
               std::vector<Finding>& into) const {
    std::ranges::stable_sort(spellings, std::greater(), [this](const Spelling& s) {
      const bool listed = std::ranges::find(m_right, s.words) != m_right.end();
      return std::pair(listed, s.places.size());
    });
    for (std::size_t n = 1; n < spellings.size(); ++n) {
      const Span span = spellings[n].places.front();
      Finding finding =
          findingOf(kInfo, span, {toUtf8(span.of(text.text)), toUtf8(spellings.front().words)});
      finding.related = spellings.front().places;
      into.push_back(std::move(finding));
    }
  }

  std::vector<std::u16string> m_right;
};

}  // namespace

Result<DocumentRulePointer> termVariantRule() {
  auto right = loadWords("formulations.txt");
  if (!right) return std::unexpected(right.error());
  return std::make_shared<TermVariantRule>(std::move(*right));
}

}  // namespace moxian

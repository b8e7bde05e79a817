#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Fewer may be words that both sides share.
constexpr std::size_t kFewest = 3;

class TaiwanWordingRule final : public DocumentRule {
 public:
  explicit TaiwanWordingRule(std::vector<ListRow> words) : m_words(std::move(words)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  /// One finding for the whole text, which was worded throughout by one conversion.
  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    if (text.text == text.folded) return;
    std::vector<Span> taiwan;
    const ListRow* first = nullptr;
    std::size_t mainland = 0;
    for (const ListRow& row : m_words) {
      const std::vector<Span> found = placesOf(text.text, row.cells[0]);
      mainland += placesOf(text.text, row.cells[1]).size();
      if (!found.empty() && (taiwan.empty() || found.front() < taiwan.front())) first = &row;
      taiwan.insert(taiwan.end(), found.begin(), found.end());
      std::ranges::sort(taiwan);
    }
    if (taiwan.size() < kFewest || taiwan.size() <= mainland) return;
    Finding finding = findingOf(
        kInfo, taiwan.front(),
        {std::to_string(taiwan.size()), toUtf8(first->cells[0]), toUtf8(first->cells[1])});
    finding.related.assign(taiwan.begin() + 1, taiwan.end());
    into.push_back(std::move(finding));
  }

 private:
  static constexpr RuleInfo kInfo{"terminology.taiwan", Category::Terminology, Severity::Warning};

  static std::vector<Span> placesOf(std::u16string_view text, std::u16string_view word) {
    std::vector<Span> out;
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
      out.push_back({at, at + word.size()});
    }
    return out;
  }

  std::vector<ListRow> m_words;
};

}  // namespace

Result<DocumentRulePointer> taiwanWordingRule() {
  // The converter's own list of both wordings.
  auto words = loadRows("../script/taiwan.txt", 2, 2);
  if (!words) return std::unexpected(words.error());
  return std::make_shared<TaiwanWordingRule>(std::move(*words));
}

}  // namespace moxian

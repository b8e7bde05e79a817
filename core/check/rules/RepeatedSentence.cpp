#include <algorithm>
#include <unordered_map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Word for word the same over this many characters is no coincidence.
constexpr std::size_t kLeast = 20;
/// A clause may begin with so many other characters ("继续做好……").
constexpr std::size_t kLeadIn = 4;
/// More clauses with one ending are not compared, so that the cost stays linear.
constexpr std::size_t kMostCompared = 8;

/// The clauses of a block that are long enough to compare. Titles, brackets (〔责任单位……〕) and
/// set phrases are repeated on purpose.
std::vector<Span> clausesOf(const CheckedText& text, const Block& block,
                            const std::vector<std::u16string>& setPhrases) {
  std::vector<Span> out;
  const std::u16string_view line = block.span.of(text.folded);
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const char16_t c = unitAt(line, at);
    if (isOneOf(c, u"〔（(")) ++depth;
    if (isOneOf(c, u"〕）)")) --depth;
    if (c != 0 && !isOneOf(c, u"，,。；;！？：:")) continue;
    const std::u16string_view words = line.substr(begin, at - begin);
    if (depth == 0 && words.size() >= kLeast && words.find_first_of(u"《》〔〕【】") == words.npos &&
        !holdsAny(words, setPhrases)) {
      out.push_back(Span{begin, at}.shifted(block.span.begin));
    }
    begin = at + 1;
  }
  return out;
}

/// The longest common end of two clauses that covers all but a lead-in of each.
std::size_t commonEnd(std::u16string_view a, std::u16string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n >= kLeast && n + kLeadIn >= std::max(a.size(), b.size()) ? n : 0;
}

class RepeatedSentenceRule final : public DocumentRule {
 public:
  explicit RepeatedSentenceRule(std::vector<std::u16string> setPhrases)
      : m_setPhrases(std::move(setPhrases)) {}
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedText& text, std::vector<Finding>& into) const override {
    for (const Report& report : text.outline.reports) checkReport(text, report, into);
  }

 private:
  static constexpr RuleInfo kInfo{"repetition.sentence", Category::Repetition, Severity::Warning,
                                  "practice: a report says a thing once"};

  void checkReport(const CheckedText& text, const Report& report,
                   std::vector<Finding>& into) const {
    // Clauses that end alike share a bucket: only those are compared.
    std::unordered_map<std::u16string_view, std::vector<Span>> seen;
    for (const Block& block : report.blocks) {
      if (block.kind != BlockKind::Paragraph && !block.runIn) continue;
      for (const Span clause : clausesOf(text, block, m_setPhrases)) {
        const std::u16string_view words = clause.of(text.text);
        std::vector<Span>& bucket = seen[words.substr(words.size() - kLeast)];
        compare(text, clause, bucket, into);
        if (bucket.size() < kMostCompared) bucket.push_back(clause);
      }
    }
  }

  static void compare(const CheckedText& text, Span clause, const std::vector<Span>& bucket,
                      std::vector<Finding>& into) {
    for (const Span before : bucket) {
      const std::size_t n = commonEnd(before.of(text.text), clause.of(text.text));
      if (n == 0) continue;
      const Span span{clause.end - n, clause.end};
      Finding finding = findingOf(kInfo, span, {toUtf8(span.of(text.text))});
      finding.related.push_back({before.end - n, before.end});
      into.push_back(std::move(finding));
      return;
    }
  }

  std::vector<std::u16string> m_setPhrases;
};

}  // namespace

Result<DocumentRulePointer> repeatedSentenceRule() {
  auto setPhrases = loadWords("set-phrases.txt");
  if (!setPhrases) return std::unexpected(setPhrases.error());
  return std::make_shared<RepeatedSentenceRule>(std::move(*setPhrases));
}

}  // namespace moxian

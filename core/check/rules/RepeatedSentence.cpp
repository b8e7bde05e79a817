#include <algorithm>
#include <unordered_map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Numbering.h"
#include "core/check/rules/Rules.h"

namespace moxian {
namespace {

/// Word for word the same over this many characters is no coincidence.
constexpr std::size_t kLeast = 20;
/// Nor is a whole clause of so many.
constexpr std::size_t kLeastWhole = 16;
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
    // A short list of names (县发改局、县财政局) may stand wherever they are in charge.
    const bool names = words.size() < kLeast && std::ranges::count(words, u'、') >= 2;
    if (depth == 0 && words.size() >= kLeastWhole && !names &&
        words.find_first_of(u"《》〔〕【】") == words.npos && !holdsAny(words, setPhrases)) {
      out.push_back(Span{begin, at}.shifted(block.span.begin));
    }
    begin = at + 1;
  }
  return out;
}

/// The sentences of a block that consist of several clauses and are long enough to compare.
std::vector<Span> sentencesOf(const CheckedText& text, const Block& block,
                              const std::vector<std::u16string>& setPhrases) {
  std::vector<Span> out;
  const std::u16string_view line = block.span.of(text.folded);
  std::size_t begin = block.number ? block.number->span.end - block.span.begin : 0;
  while (begin < line.size()) {
    const std::size_t end = std::min(line.find_first_of(u"。！？", begin), line.size());
    const std::u16string_view words = line.substr(begin, end - begin);
    if (words.size() >= kLeast && words.find_first_of(u"，；") != words.npos &&
        words.find_first_of(u"《》〔〕【】") == words.npos && !holdsAny(words, setPhrases)) {
      out.push_back(Span{begin, end}.shifted(block.span.begin));
    }
    begin = end + 1;
  }
  return out;
}

/// The longest common end of two clauses that covers all but a lead-in of each.
std::size_t commonEnd(std::u16string_view a, std::u16string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  if (n == a.size() && n == b.size()) return n;
  return n >= kLeast && n + kLeadIn >= std::max(a.size(), b.size()) ? n : 0;
}

/// Headings of one list that say the same, as a copied one does. A list that begins again at one is
/// another list.
void checkHeadings(const RuleInfo& rule, const CheckedText& text, const Report& report,
                   std::vector<Finding>& into) {
  constexpr std::size_t kLeastHeading = 4;
  const std::vector<NumberedLine> lines = numberedLines(report);
  for (std::size_t first = 0; first < lines.size(); ++first) {
    if (lines[first].previous != NumberedLine::npos) continue;
    std::unordered_map<std::u16string_view, Span> seen;
    for (const std::size_t n : listFrom(lines, first)) {
      const Span span = lines[n].block->headText;
      const std::u16string_view words = span.of(text.text);
      if (words.size() < kLeastHeading || !std::ranges::any_of(words, isHan)) continue;
      const auto [before, fresh] = seen.emplace(words, span);
      if (fresh) continue;
      Finding finding = findingOf(rule, span, {toUtf8(words)});
      finding.related.push_back(before->second);
      into.push_back(std::move(finding));
    }
  }
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
  static constexpr RuleInfo kInfo{"repetition.sentence", Category::Repetition, Severity::Warning};

  void checkReport(const CheckedText& text, const Report& report,
                   std::vector<Finding>& into) const {
    // Clauses that end alike share a bucket: only those are compared.
    std::unordered_map<std::u16string_view, std::vector<Span>> seen;
    std::unordered_map<std::u16string_view, Span> sentences;
    for (const Block& block : report.blocks) {
      if (block.kind != BlockKind::Paragraph && !block.runIn) continue;
      const std::size_t first = into.size();
      for (const Span clause : clausesOf(text, block, m_setPhrases)) {
        const std::u16string_view words = clause.of(text.text);
        std::vector<Span>& bucket = seen[words.substr(words.size() - kLeastWhole)];
        compare(text, clause, bucket, into);
        if (bucket.size() < kMostCompared) bucket.push_back(clause);
      }
      compareSentences(text, block, sentences, first, into);
    }
    checkHeadings(kInfo, text, report, into);
  }

  /// A sentence of short clauses that stands twice; one with a clause that was told is not told
  /// again. `first`: where the findings of the block begin.
  void compareSentences(const CheckedText& text, const Block& block,
                        std::unordered_map<std::u16string_view, Span>& seen, std::size_t first,
                        std::vector<Finding>& into) const {
    for (const Span sentence : sentencesOf(text, block, m_setPhrases)) {
      const auto [before, fresh] = seen.emplace(sentence.of(text.text), sentence);
      const auto told = into.begin() + static_cast<std::ptrdiff_t>(first);
      const bool known = std::any_of(told, into.end(), [&](const Finding& finding) {
        return finding.span.overlaps(sentence);
      });
      if (fresh || known) continue;
      Finding finding = findingOf(kInfo, sentence, {toUtf8(sentence.of(text.text))});
      finding.related.push_back(before->second);
      into.push_back(std::move(finding));
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

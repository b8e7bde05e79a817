#include <algorithm>
#include <bitset>
#include <optional>
#include <unordered_map>

#include "core/base/Utf.h"
#include "core/check/Scan.h"
#include "core/check/WordList.h"
#include "core/check/rules/Lookalikes.h"
#include "core/check/rules/Phrases.h"
#include "core/check/rules/Rules.h"
#include "core/check/rules/WordBreaks.h"

namespace moxian {
namespace {

/// Shorter terms are one slip away from too many other words.
constexpr std::size_t kShortest = 4;
/// Terms so long are still told with a character missing.
constexpr std::size_t kShortestCut = 5;
/// Terms so short are no slip where the text makes sense as it stands.
constexpr std::size_t kLongestWeak = 4;

/// How many units two texts have in common where they begin, and where they end.
std::size_t commonHead(std::u16string_view a, std::u16string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  return n;
}

bool isAllHan(std::u16string_view text) {
  return std::ranges::all_of(text, isHan);
}

/// Terms by two neighbouring characters of theirs.
class PairIndex {
 public:
  void add(char16_t a, char16_t b, std::size_t term) {
    m_terms[key(a, b)].push_back(term);
    m_seen.set(mix(a, b));
  }
  [[nodiscard]] const std::vector<std::size_t>* find(char16_t a, char16_t b) const {
    if (!m_seen.test(mix(a, b))) return nullptr;
    const auto found = m_terms.find(key(a, b));
    return found == m_terms.end() ? nullptr : &found->second;
  }

 private:
  static constexpr std::size_t kBits = 1 << 16;
  static std::uint32_t key(char16_t a, char16_t b) {
    return static_cast<std::uint32_t>(a) << 16 | b;
  }
  static std::size_t mix(char16_t a, char16_t b) { return (a * 31U ^ b) % kBits; }

  std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_terms;
  std::bitset<kBits> m_seen;  // tells most pairs apart at once
};

struct Slip {
  Span span;
  const std::u16string* term = nullptr;
};

class SetTermRule final : public LineRule {
 public:
  /// `words`: words that the dictionary lacks; `known`: slips that other rules tell, which tell no
  /// more here.
  SetTermRule(std::vector<std::u16string> terms, std::vector<std::u16string> variants,
              std::vector<std::u16string> words, std::vector<Phrases> known, Lookalikes lookalikes)
      : m_terms(std::move(terms)),
        m_right(std::move(variants)),
        m_words(std::move(words)),
        m_known(std::move(known)),
        m_lookalikes(std::move(lookalikes)) {
    m_right.insert(m_right.end(), m_terms.begin(), m_terms.end());
    std::ranges::sort(m_right);
    for (std::size_t n = 0; n < m_terms.size(); ++n) {
      const std::u16string& term = m_terms[n];
      m_heads.add(term[0], term[1], n);
      m_tails.add(term[term.size() - 2], term.back(), n);
    }
  }
  [[nodiscard]] const RuleInfo& info() const override { return kInfo; }

  void check(const CheckedLine& line, std::vector<Finding>& into) const override {
    std::vector<Slip> slips;
    for (std::size_t at = 0; at + 1 < line.folded.size(); ++at) {
      if (!isHan(line.folded[at])) continue;
      readForward(line.folded, at, slips);
      readBackward(line.folded, at + 2, slips);
    }
    report(line, std::move(slips), into);
  }

 private:
  static constexpr RuleInfo kInfo{"typo.set-term", Category::Typo, Severity::Warning};

  void readForward(std::u16string_view line, std::size_t at, std::vector<Slip>& into) const {
    const auto* terms = m_heads.find(line[at], line[at + 1]);
    if (terms == nullptr) return;
    for (const std::size_t n : *terms) {
      if (const auto length = slipAt(line.substr(at), m_terms[n])) {
        add(line, {at, at + *length}, m_terms[n], into);
      }
    }
  }

  /// A slip in the first two characters leaves only the last ones to know a term by.
  void readBackward(std::u16string_view line, std::size_t end, std::vector<Slip>& into) const {
    const auto* terms = m_tails.find(line[end - 2], line[end - 1]);
    if (terms == nullptr) return;
    for (const std::size_t n : *terms) {
      const std::u16string& term = m_terms[n];
      if (term.size() > end) continue;
      const Span span{end - term.size(), end};
      if (commonHead(span.of(line), term) >= 2) continue;
      if (slipAt(span.of(line), term) == term.size()) add(line, span, term, into);
    }
  }

  /// The length of what stands for the term at the start of `words` with one slip in it.
  [[nodiscard]] std::optional<std::size_t> slipAt(std::u16string_view words,
                                                  std::u16string_view term) const {
    const std::size_t head = commonHead(words, term);
    if (head == term.size() || head >= words.size()) return {};
    const std::u16string_view rest = term.substr(head);
    const std::u16string_view found = words.substr(head);
    if (found.substr(1).starts_with(rest.substr(1)) && m_lookalikes.areAlike(rest[0], found[0])) {
      return term.size();
    }
    const bool swapped = rest.size() > 1 && found.size() > 1 && rest[0] == found[1] &&
                         rest[1] == found[0] && found.substr(2).starts_with(rest.substr(2));
    if (swapped) return term.size();
    // At its ends a term meets the words beside it: only inside is a character too many or too few.
    if (head < 2) return {};
    if (found[0] == term[head - 1] && found.substr(1).starts_with(rest)) return term.size() + 1;
    const bool cut =
        rest.size() > 2 && term.size() >= kShortestCut && found.starts_with(rest.substr(1));
    if (cut) return term.size() - 1;
    return {};
  }

  void add(std::u16string_view line, Span span, const std::u16string& term,
           std::vector<Slip>& into) const {
    const std::u16string_view words = span.of(line);
    if (!isAllHan(words)) return;
    if (std::ranges::binary_search(m_right, words, std::less<>())) return;
    into.push_back({span, &term});
  }

  /// Of slips that overlap the longest term counts.
  void report(const CheckedLine& line, std::vector<Slip> slips, std::vector<Finding>& into) const {
    if (slips.empty()) return;
    const WordBreaks words;
    std::ranges::stable_sort(slips, std::greater(),
                             [](const Slip& slip) { return slip.term->size(); });
    for (std::size_t n = 0; n < slips.size(); ++n) {
      const Slip& slip = slips[n];
      const bool covered =
          std::any_of(slips.begin(), slips.begin() + static_cast<std::ptrdiff_t>(n),
                      [&](const Slip& other) { return other.span.overlaps(slip.span); });
      if (covered || isPartOfRight(line.folded, slip.span) || isKnown(line.text, slip.span) ||
          words.cross(line.folded, slip.span) || isReduplication(line.folded, slip) ||
          makesSense(line.folded, slip, words)) {
        continue;
      }
      Finding finding =
          findingOf(kInfo, slip.span, {toUtf8(slip.span.of(line.text)), toUtf8(*slip.term)});
      finding.fixes.push_back(replacing(slip.span, *slip.term));
      into.push_back(std::move(finding));
    }
  }

  /// 扎扎实实推进 holds 扎实推进 with a character too many and is a form of it.
  static bool isReduplication(std::u16string_view line, const Slip& slip) {
    const std::size_t head = commonHead(slip.span.of(line), *slip.term);
    if (slip.span.length() <= slip.term->size() || slip.span.begin + head < 3) return false;
    const std::size_t first = slip.span.begin + head - 2;
    return line[first - 1] == line[first] && line[first + 1] == line[first + 2];
  }

  /// 集中政治(学习) is no slip of 集中整治, since 政治 is a word of its own; nor is 各级部门, made
  /// of words, what a lost character left of 各级各部门.
  [[nodiscard]] bool makesSense(std::u16string_view line, const Slip& slip,
                                const WordBreaks& words) const {
    const std::u16string_view found = slip.span.of(line);
    const std::u16string_view term = *slip.term;
    if (found.size() < term.size()) return words.makeUp(found);
    if (found.size() != term.size() || term.size() > kLongestWeak) return false;
    const std::size_t at = commonHead(found, term);
    if (isInWord(line, slip.span.begin + at)) return true;
    if (found.substr(at + 1) != term.substr(at + 1)) return false;
    return (at > 0 && words.makeUp(found.substr(at - 1, 2))) ||
           (at + 1 < found.size() && words.makeUp(found.substr(at, 2)));
  }

  /// True if a word that the dictionary lacks covers the character.
  [[nodiscard]] bool isInWord(std::u16string_view line, std::size_t at) const {
    return std::ranges::any_of(m_words, [&](const std::u16string& word) {
      const std::size_t from = at + 1 - std::min(at + 1, word.size());
      const std::size_t found = line.substr(from, at + word.size() - from).find(word);
      return found != line.npos;
    });
  }

  [[nodiscard]] bool isKnown(std::u16string_view line, Span span) const {
    constexpr std::size_t kReach = 8;
    for (std::size_t at = span.begin - std::min(span.begin, kReach); at < span.end; ++at) {
      for (const Phrases& phrases : m_known) {
        const Phrase* phrase = phrases.at(line, at);
        if (phrase != nullptr && at + phrase->wrong.size() > span.begin) return true;
      }
    }
    return false;
  }

  /// What looks like a slip of one term may be the inside of another.
  [[nodiscard]] bool isPartOfRight(std::u16string_view line, Span span) const {
    constexpr std::size_t kReach = 8;
    const std::size_t from = span.begin - std::min(span.begin, kReach);
    const std::u16string_view around = line.substr(from, span.end + kReach - from);
    for (std::size_t at = 0; at < around.size(); ++at) {
      for (std::size_t length = kShortest; length <= around.size() - at; ++length) {
        const bool covers = from + at <= span.begin && from + at + length >= span.end;
        if (covers &&
            std::ranges::binary_search(m_right, around.substr(at, length), std::less<>())) {
          return true;
        }
      }
    }
    return false;
  }

  std::vector<std::u16string> m_terms;
  std::vector<std::u16string> m_right;  // sorted
  std::vector<std::u16string> m_words;
  std::vector<Phrases> m_known;
  Lookalikes m_lookalikes;
  PairIndex m_heads;
  PairIndex m_tails;
};

}  // namespace

Result<LineRulePointer> setTermRule() {
  constexpr const char* kFile = "set-terms.txt";
  auto rows = loadRows(kFile, 1, 1);
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::u16string> terms;
  for (ListRow& row : *rows) {
    if (row.cells[0].size() < kShortest || !isAllHan(row.cells[0])) {
      return std::unexpected(rowError(kFile, row.line, "no four Chinese characters"));
    }
    terms.push_back(std::move(row.cells[0]));
  }
  auto variants = loadWords("set-term-variants.txt");
  if (!variants) return std::unexpected(variants.error());
  auto words = loadWords("set-term-words.txt");
  if (!words) return std::unexpected(words.error());
  std::vector<Phrases> known;
  for (const char* file : {"typos.tsv", "dropped.tsv"}) {
    auto phrases = Phrases::load(file);
    if (!phrases) return std::unexpected(phrases.error());
    known.push_back(std::move(*phrases));
  }
  auto lookalikes = Lookalikes::load();
  if (!lookalikes) return std::unexpected(lookalikes.error());
  return std::make_shared<SetTermRule>(std::move(terms), std::move(*variants), std::move(*words),
                                       std::move(known), std::move(*lookalikes));
}

}  // namespace moxian

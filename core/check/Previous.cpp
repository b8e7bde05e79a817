#include "core/check/Previous.h"

#include <algorithm>
#include <functional>

#include "core/check/Ledger.h"
#include "core/check/Scan.h"

namespace moxian {
namespace {

constexpr std::size_t kShingle = 6;
/// Shorter sentences are alike by chance.
constexpr std::size_t kLeast = 12;

/// A sentence of prose: up to 。！？ or the end of its block, without its number or 一是.
std::vector<Span> sentencesOf(std::u16string_view folded, const Block& block) {
  std::vector<Span> out;
  const std::size_t first = block.number ? block.number->span.end : block.span.begin;
  for (std::size_t begin = first; begin < block.span.end;) {
    std::size_t end = folded.find_first_of(u"。！？", begin);
    end = std::min(end == folded.npos ? block.span.end : end, block.span.end);
    Span span{skipSpaces(folded, begin), end};
    if (span.begin + 1 < span.end && isChineseDigit(folded[span.begin]) &&
        folded[span.begin + 1] == u'是') {
      span.begin += 2;
    }
    if (span.begin < span.end) out.push_back(span);
    begin = end + 1;
  }
  return out;
}

std::u16string keyOf(std::u16string_view sentence) {
  return withoutSpaces(sentence);
}

/// Digits become one #, so that only the figures may differ.
std::u16string patternOf(std::u16string_view sentence) {
  std::u16string out;
  for (const char16_t c : keyOf(sentence)) {
    if (!isAsciiDigit(c) && c != u'.') {
      out += c;
    } else if (out.empty() || out.back() != u'#') {
      out += u'#';
    }
  }
  return out;
}

/// Titles of documents (《…》) and dates carry their own figures; those of results have a measure.
bool holdsResults(std::u16string_view sentence, const Measures& measures) {
  const auto inTitle = [&](std::size_t at) {
    const std::size_t open = sentence.substr(0, at).rfind(u'《');
    return open != sentence.npos && sentence.substr(0, at).find(u'》', open) == sentence.npos;
  };
  return std::ranges::any_of(figuresOf(sentence, measures), [&](const Figure& figure) {
    return !figure.ordinal && (figure.percent || !figure.unit.empty()) &&
           !inTitle(figure.span.begin);
  });
}

std::size_t hashOf(std::u16string_view six) {
  return std::hash<std::u16string_view>{}(six);
}

template <class F>
void eachSentence(const Outline& outline, std::u16string_view folded, F with) {
  for (const Report& report : outline.reports) {
    for (const Block& block : report.blocks) {
      if (!isProse(&block) || block.kind == BlockKind::Title) continue;
      for (const Span span : sentencesOf(folded, block)) with(block, span);
    }
  }
}

/// How many of the six-character stretches of a sentence stayed, and how many there are.
struct Share {
  std::size_t stayed = 0;
  std::size_t all = 0;
  [[nodiscard]] double value() const {
    return all == 0 ? 0 : static_cast<double>(stayed) / static_cast<double>(all);
  }
};

Span found(const std::map<std::u16string, Span>& in, const std::u16string& key) {
  const auto at = in.find(key);
  return at == in.end() ? Span{} : at->second;
}

}  // namespace

PreviousReport::PreviousReport(std::u16string text, const std::u16string& folded,
                               const Outline& outline)
    : m_text(std::move(text)) {
  eachSentence(outline, folded, [&](const Block&, Span span) {
    const std::u16string key = keyOf(span.of(folded));
    for (std::size_t at = 0; at + kShingle <= key.size(); ++at) {
      m_shingles.push_back(hashOf(std::u16string_view(key).substr(at, kShingle)));
    }
    if (key.size() < kLeast) return;
    m_patterns.emplace(patternOf(key), span);
    m_sentences.emplace(key, span);
  });
  std::ranges::sort(m_shingles);
}

Span PreviousReport::sentence(const std::u16string& key) const {
  return found(m_sentences, key);
}

Span PreviousReport::withOtherFigures(const std::u16string& key) const {
  return found(m_patterns, patternOf(key));
}

bool PreviousReport::holds(std::u16string_view six) const {
  return std::ranges::binary_search(m_shingles, hashOf(six));
}

YearComparison compareWith(const PreviousReport& previous, const CheckedText& text,
                           const Measures& measures) {
  YearComparison out;
  std::map<Role, Share> shares;
  Share whole;
  eachSentence(text.outline, text.folded, [&](const Block& block, Span span) {
    const std::u16string key = keyOf(span.of(text.folded));
    const Role role = roleAt(block, span.begin);
    Share& share = shares[role];
    for (std::size_t at = 0; at + kShingle <= key.size(); ++at) {
      const bool stayed = previous.holds(std::u16string_view(key).substr(at, kShingle));
      for (Share* one : {&share, &whole}) {
        ++one->all;
        one->stayed += stayed ? 1 : 0;
      }
    }
    if (key.size() < kLeast) return;
    TakenOver taken{span, previous.sentence(key), Stayed::WordForWord,
                    holdsResults(span.of(text.folded), measures), role};
    if (taken.earlier.empty()) {
      taken.earlier = previous.withOtherFigures(key);
      taken.stayed = Stayed::FiguresChanged;
    }
    if (!taken.earlier.empty()) out.taken.push_back(taken);
  });
  for (const auto& [role, share] : shares) out.likeness[role] = share.value();
  out.whole = whole.value();
  return out;
}

}  // namespace moxian

#include "core/review/WordDiff.h"

#include <unicode/brkiter.h>
#include <algorithm>
#include <dtl/dtl.hpp>
#include <memory>
#include <unordered_map>

#include "core/text/Characters.h"

namespace moxian {
namespace {

/// Beyond this many words in both texts together one is told as a replacement of the other.
constexpr std::size_t kMostWords = 20'000;

bool isFigurePart(std::u16string_view text, std::size_t at) {
  const char16_t c = text[at];
  if (isAsciiDigit(c)) return true;
  const bool inside = at > 0 && at + 1 < text.size() && isAsciiDigit(text[at - 1]) &&
                      isAsciiDigit(text[at + 1]);
  return inside && (c == u'.' || c == u',');
}

std::size_t figureEnd(std::u16string_view text, std::size_t at) {
  while (at < text.size() && isFigurePart(text, at)) ++at;
  return at;
}

std::unique_ptr<icu::BreakIterator> wordBreaks() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  return U_SUCCESS(status) ? std::move(breaks) : nullptr;
}

void add(std::vector<DiffPiece>& pieces, const DiffPiece& piece) {
  if (piece.before.empty() && piece.after.empty()) return;
  if (!pieces.empty() && pieces.back().equal == piece.equal) {
    pieces.back().before.end = piece.before.end;
    pieces.back().after.end = piece.after.end;
  } else {
    pieces.push_back(piece);
  }
}

std::size_t size(const DiffPiece& piece) {
  return std::max(piece.before.length(), piece.after.length());
}

/// What is shared between two changes and shorter than both is a coincidence.
std::vector<DiffPiece> tidied(const std::vector<DiffPiece>& pieces) {
  std::vector<DiffPiece> out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    DiffPiece piece = pieces[i];
    const bool between = piece.equal && !out.empty() && !out.back().equal && i + 1 < pieces.size();
    if (between && size(piece) <= size(out.back()) && size(piece) <= size(pieces[i + 1])) {
      piece.equal = false;
    }
    add(out, piece);
  }
  return out;
}

std::vector<std::u16string_view> rowsOf(std::u16string_view text, const std::vector<Span>& spans) {
  std::vector<std::u16string_view> rows;
  rows.reserve(spans.size());
  for (const Span span : spans) rows.push_back(span.of(text));
  return rows;
}

}  // namespace

std::vector<Span> wordsOf(std::u16string_view text) {
  std::vector<Span> words;
  const auto breaks = wordBreaks();
  if (!breaks || text.empty()) return text.empty() ? words : std::vector<Span>{{0, text.size()}};
  const icu::UnicodeString alias(false, text.data(), static_cast<std::int32_t>(text.size()));
  breaks->setText(alias);
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t to = figureEnd(text, from);
    if (to == from) {
      const auto next = breaks->following(static_cast<std::int32_t>(from));
      to = next == icu::BreakIterator::DONE ? text.size() : static_cast<std::size_t>(next);
      const auto figure = text.substr(0, to).find_first_of(u"0123456789", from);
      if (figure != text.npos && figure > from) to = figure;
    }
    words.push_back({from, to});
    from = to;
  }
  return words;
}

std::vector<std::pair<std::size_t, std::size_t>> sameRows(
    const std::vector<std::u16string_view>& before, const std::vector<std::u16string_view>& after) {
  std::vector<std::pair<std::size_t, std::size_t>> same;
  std::size_t prefix = 0;
  const std::size_t least = std::min(before.size(), after.size());
  while (prefix < least && before[prefix] == after[prefix]) {
    same.emplace_back(prefix, prefix);
    ++prefix;
  }
  std::size_t suffix = 0;
  while (suffix < least - prefix &&
         before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix]) {
    ++suffix;
  }
  std::unordered_map<std::u16string_view, int> numbers;
  const auto numbered = [&](const std::vector<std::u16string_view>& rows) {
    std::vector<int> out;
    for (std::size_t i = prefix; i < rows.size() - suffix; ++i) {
      out.push_back(numbers.emplace(rows[i], static_cast<int>(numbers.size())).first->second);
    }
    return out;
  };
  const std::vector<int> a = numbered(before);
  const std::vector<int> b = numbered(after);
  if (!a.empty() && !b.empty()) {
    dtl::Diff<int, std::vector<int>> diff(a, b);
    diff.onHuge();
    diff.compose();
    std::size_t i = prefix;
    std::size_t j = prefix;
    for (const auto& [row, info] : diff.getSes().getSequence()) {
      if (info.type == dtl::SES_COMMON) same.emplace_back(i, j);
      if (info.type != dtl::SES_ADD) ++i;
      if (info.type != dtl::SES_DELETE) ++j;
    }
  }
  for (std::size_t k = suffix; k > 0; --k) {
    same.emplace_back(before.size() - k, after.size() - k);
  }
  return same;
}

std::vector<DiffPiece> diffWords(std::u16string_view before, std::u16string_view after) {
  const std::vector<Span> a = wordsOf(before);
  const std::vector<Span> b = wordsOf(after);
  std::vector<DiffPiece> pieces;
  Span last{0, 0};  // ends of what is told in both
  if (a.size() + b.size() <= kMostWords) {
    for (const auto& [i, j] : sameRows(rowsOf(before, a), rowsOf(after, b))) {
      add(pieces, {false, {last.begin, a[i].begin}, {last.end, b[j].begin}});
      add(pieces, {true, a[i], b[j]});
      last = {a[i].end, b[j].end};
    }
  }
  add(pieces, {false, {last.begin, before.size()}, {last.end, after.size()}});
  return tidied(pieces);
}

}  // namespace moxian

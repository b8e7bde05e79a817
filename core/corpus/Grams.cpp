#include "core/corpus/Grams.h"

#include <algorithm>

#include "core/base/Utf.h"
#include "core/text/Characters.h"

namespace moxian {
namespace {

bool isTerm(char16_t c) {
  return c >= 0x80 ? !isFullWidthMark(c) && !isSpace(c)
                   : isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isLead(char16_t c) {
  return c >= 0xD800 && c < 0xDC00;
}

/// Calls `each` with every run of term characters.
template <class Each>
void forRuns(std::u16string_view text, const Each& each) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && isTerm(text[at])) ++at;
    if (at > begin) each(text.substr(begin, at - begin));
    if (at == begin) ++at;
  }
}

/// Calls `each` with every pair of neighbouring characters of a run, then with its last one.
template <class Each>
void forTerms(std::u16string_view run, const Each& each) {
  std::size_t at = 0;
  while (at < run.size()) {
    const std::size_t one = isLead(run[at]) && at + 1 < run.size() ? 2 : 1;
    const std::size_t next = at + one;
    const std::size_t two = next < run.size() && isLead(run[next]) && next + 1 < run.size() ? 2 : 1;
    each(run.substr(at, one + two));
    at = next;
  }
}

}  // namespace

std::string indexTerms(std::u16string_view text) {
  std::u16string terms;
  terms.reserve(3 * text.size());
  forRuns(text, [&](std::u16string_view run) {
    forTerms(run, [&](std::u16string_view term) { terms.append(term).push_back(u' '); });
  });
  return toUtf8(terms);
}

std::vector<std::string> queryTerms(std::u16string_view word) {
  std::vector<std::string> terms;
  forRuns(word, [&](std::u16string_view run) {
    forTerms(run, [&](std::u16string_view term) {
      if (codePoints(term) == 2) terms.push_back('"' + toUtf8(term) + '"');
    });
  });
  std::ranges::sort(terms);
  terms.erase(std::ranges::unique(terms).begin(), terms.end());
  return terms;
}

std::int64_t stableHash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return static_cast<std::int64_t>(hash);
}

std::u16string folded(std::u16string_view text) {
  std::u16string out(text);
  for (char16_t& c : out) {
    if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c + 32);
  }
  return out;
}

}  // namespace moxian

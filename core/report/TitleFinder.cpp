#include "core/report/TitleFinder.h"

namespace moxian {
namespace {

constexpr std::size_t kLongestLine = 60;
constexpr std::size_t kMostLines = 16;  // a web page rarely has more of navigation above a title

/// How much a line tells as a title: kind alone says little, since headings end with such words
/// too.
int weightOf(std::u16string_view plain, const TitlePattern& titles) {
  if (!titles.looksLikeTitle(plain)) return -1;
  const TitleParts parts = titles.partsOf(plain);
  return (parts.year ? 2 : 0) + (parts.unit.empty() ? 0 : 2) +
         (plain.starts_with(u"关于") ? 2 : 0) + (plain.size() >= parts.kind.size() + 2 ? 1 : 0);
}

/// "云溪县水务局2023年工作总结。": office and year make a title of a line that ends in a full stop
/// like a sentence.
bool isStoppedTitle(std::u16string_view plain, const TitlePattern& titles) {
  const auto words = withoutStop(plain);
  if (words.size() == plain.size() || !titles.looksLikeTitle(words)) return false;
  const TitleParts parts = titles.partsOf(words);
  return parts.year && !parts.unit.empty() && words.ends_with(parts.kind);
}

}  // namespace

OpeningLines findOpening(const ParsedText& text, std::size_t begin, std::size_t end,
                         const std::vector<bool>& skip, const TitlePattern& titles) {
  OpeningLines opening;
  for (std::size_t i = begin; i < end && opening.bare.size() < kMostLines; ++i) {
    const ParsedLine& line = text.lines[i];
    if (line.noise || skip[i]) continue;
    const auto plain = text.view(i);
    if (opening.bare.empty() && !line.table && !line.number && isStoppedTitle(plain, titles)) {
      opening.bare.push_back(i);
      break;
    }
    if (line.table || line.number || plain.size() > kLongestLine || endsWithMark(plain)) break;
    if (isBareLine(plain, kLongestLine)) opening.bare.push_back(i);
  }
  int most = -1;
  for (std::size_t b = 0; b < opening.bare.size(); ++b) {
    const auto plain = text.view(opening.bare[b]);
    const int weight = weightOf(withoutStop(plain), titles);
    const bool enough = weight > 0 || (weight == 0 && b == 0);
    const bool repeats = weight == most && most > 0 &&
                         titleKey(plain) == titleKey(text.view(opening.bare[opening.titleBegin]));
    if (!enough || (weight <= most && !repeats)) continue;
    most = weight;
    opening.titleBegin = b;
    opening.titleEnd = b + 1;
  }
  if (opening.titleBegin > 0 && opening.titleEnd > 0) {
    const auto title = text.view(opening.bare[opening.titleBegin]);
    const auto above = text.view(opening.bare[opening.titleBegin - 1]);
    const bool named = titles.partsOf(title).unit.empty() && titles.units().isName(above);
    if (named || title.starts_with(u'—')) --opening.titleBegin;
  }
  return opening;
}

}  // namespace moxian

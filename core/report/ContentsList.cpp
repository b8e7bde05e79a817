#include "core/report/ContentsList.h"

#include <algorithm>
#include <set>

#include "core/text/Characters.h"

namespace moxian {
namespace {

constexpr std::size_t kFewestEntries = 3;  // of a list without the word 目录

bool isContentsHeading(std::u16string_view plain) {
  return plain == u"目录" || plain == u"目次" || plain == u"【目录】" || plain == u"目录：";
}

/// "…工作总结 12", "…工作总结……12" or "…工作总结 | …… | 12 |".
bool hasPageNumber(std::u16string_view plain) {
  const auto title = entryTitle(plain);
  if (title.empty()) return false;
  const auto tail = plain.substr(static_cast<std::size_t>(title.data() - plain.data()) + title.size());
  return std::ranges::any_of(tail, isAsciiDigit);
}

/// The contents list after the word 目录, up to the first line that repeats its first entry or
/// is no entry.
ContentsList contentsAfter(const ParsedText& text, std::size_t heading) {
  ContentsList contents{heading, heading + 1, {}};
  std::set<std::u16string> keys;
  for (std::size_t i = heading + 1; i < text.lines.size(); ++i) {
    const auto plain = text.view(i);
    if (plain.empty()) continue;
    const auto key = titleKey(plain);
    if (plain.size() > kLongestContentsEntry || (endsWithMark(plain) && !hasPageNumber(plain))) break;
    const bool unlikeFirst = !contents.entries.empty() && !text.lines[i].number &&
                             text.lines[contents.entries.front()].number.has_value();
    if (!hasPageNumber(plain) && (keys.contains(key) || unlikeFirst)) break;
    keys.insert(key);
    contents.entries.push_back(i);
    contents.end = i + 1;
  }
  return contents;
}

/// Lines one after the other that are numbered titles with page numbers, without 目录 above.
ContentsList contentsAlone(const ParsedText& text, const TitlePattern& titles) {
  ContentsList contents;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const auto plain = text.view(i);
    const bool entry = hasPageNumber(plain) && plain.size() <= kLongestContentsEntry &&
                       titles.looksLikeTitle(entryTitle(plain));
    if (entry && contents.entries.empty()) contents.begin = i;
    if (entry) {
      contents.entries.push_back(i);
      contents.end = i + 1;
    } else if (!plain.empty()) {
      if (contents.entries.size() >= kFewestEntries) return contents;
      contents = {};
    }
  }
  return contents.entries.size() >= kFewestEntries ? contents : ContentsList{};
}

}  // namespace

ContentsList findContents(const ParsedText& text, const TitlePattern& titles) {
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    if (isContentsHeading(text.view(i))) return contentsAfter(text, i);
  }
  return contentsAlone(text, titles);
}

}  // namespace moxian

#include "core/report/PhraseFinder.h"

namespace moxian {

void PhraseFinder::add(std::u16string_view words, std::size_t id) {
  Phrase phrase;
  phrase.id = id;
  if (words.starts_with(u'^')) {
    phrase.atStart = true;
    words.remove_prefix(1);
  }
  if (words.ends_with(u'$')) {
    phrase.atEnd = true;
    words.remove_suffix(1);
  }
  bool across = false;
  while (true) {
    const std::size_t gap = words.find(u'…');
    phrase.pieces.push_back({std::u16string(words.substr(0, gap)), across});
    if (gap == words.npos) break;
    across = words.substr(gap).starts_with(u"……");
    words.remove_prefix(gap + (across ? 2 : 1));
  }
  if (phrase.pieces.front().text.empty()) return;
  std::uint16_t& bucket = m_bucketOf[phrase.pieces.front().text.front()];
  if (bucket == 0) {
    bucket = static_cast<std::uint16_t>(m_buckets.size());
    m_buckets.emplace_back();
  }
  m_buckets[bucket].push_back(std::move(phrase));
}

bool PhraseFinder::matches(const Phrase& phrase, std::u16string_view text, std::size_t at) {
  if (phrase.atStart && at != 0) return false;
  if (!text.substr(at).starts_with(phrase.pieces.front().text)) return false;
  at += phrase.pieces.front().text.size();
  for (std::size_t p = 1; p < phrase.pieces.size(); ++p) {
    const auto& [piece, acrossClauses] = phrase.pieces[p];
    auto window = text.substr(at, kGap + piece.size());
    if (!acrossClauses) window = window.substr(0, window.find_first_of(u"，。；："));
    const std::size_t next = window.find(piece);
    if (next == window.npos) return false;
    at += next + piece.size();
  }
  return !phrase.atEnd || at == text.size();
}

}  // namespace moxian

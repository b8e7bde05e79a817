#include "core/corpus/Soundings.h"

#include <algorithm>

namespace moxian {

Result<Soundings> Soundings::read(const Database& database, const Pinyin& pinyin) {
  auto rows = database.prepare("SELECT id, text FROM sentence ORDER BY id");
  if (!rows) return std::unexpected(rows.error());
  Soundings soundings(pinyin);
  for (auto row = rows->next(); !row || *row; row = rows->next()) {
    if (!row) return std::unexpected(row.error());
    soundings.add(rows->integer(0), rows->text(1));
  }
  return soundings;
}

void Soundings::add(std::int64_t id, std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char16_t c = 0;  // of no sound, as all that are not written in three bytes
    if (length == 3 && i + 2 < utf8.size()) {
      c = static_cast<char16_t>((lead & 0x0F) << 12 | (utf8[i + 1] & 0x3F) << 6 |
                                (utf8[i + 2] & 0x3F));
    }
    m_sounds.push_back(m_pinyin->sound(c));
    i += length;
  }
  m_sounds.push_back(0);
  m_ends.push_back(static_cast<std::uint32_t>(m_sounds.size()));
  m_ids.push_back(id);
}

void Soundings::find(const std::vector<std::string>& keys,
                     const std::function<bool(std::int64_t)>& each) const {
  const std::span<const Pinyin::Sound> all(m_sounds);
  for (std::size_t at = 0; at < all.size();) {
    at = m_pinyin->find(all, keys.front(), at);
    if (at == all.size()) return;
    const auto end = std::ranges::upper_bound(m_ends, at);
    const auto sentence = static_cast<std::size_t>(end - m_ends.begin());
    const std::size_t begin = sentence == 0 ? 0 : m_ends[sentence - 1];
    const auto own = all.subspan(begin, *end - begin);
    const bool heard = std::all_of(keys.begin() + 1, keys.end(), [&](const std::string& key) {
      return m_pinyin->find(own, key, 0) < own.size();
    });
    if (heard && !each(m_ids[sentence])) return;
    at = *end;
  }
}

}  // namespace moxian

#include "core/corpus/FirstSentences.h"

#include <algorithm>
#include <cstring>

namespace moxian {

Result<FirstSentences> FirstSentences::read(const Database& database, std::size_t most) {
  auto rows = database.prepare("SELECT id, count, role, text FROM sentence ORDER BY id LIMIT " +
                               std::to_string(most + 1));
  if (!rows) return std::unexpected(rows.error());
  FirstSentences first;
  for (auto row = rows->next(); !row || *row; row = rows->next()) {
    if (!row) return std::unexpected(row.error());
    if (first.m_rows.size() == most) {
      first.m_all = false;
      break;
    }
    first.m_texts += rows->text(3);
    first.m_rows.push_back({rows->integer(0), rows->integer(1), static_cast<Role>(rows->integer(2)),
                            first.m_texts.size()});
  }
  return first;
}

FirstSentences::Each FirstSentences::at(std::size_t number) const {
  const Row& row = m_rows[number];
  const std::size_t begin = number == 0 ? 0 : m_rows[number - 1].end;
  return {row.id, row.count, row.role, std::string_view(m_texts).substr(begin, row.end - begin)};
}

void FirstSentences::find(std::string_view bytes,
                          const std::function<void(const Each&)>& each) const {
  for (std::size_t from = 0; from < m_texts.size();) {
    const void* there =
        memmem(m_texts.data() + from, m_texts.size() - from, bytes.data(), bytes.size());
    if (there == nullptr) return;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(there) - m_texts.data());
    const auto row = std::ranges::upper_bound(m_rows, at, {}, &Row::end);
    // one that goes on into the next sentence is none
    if (at + bytes.size() <= row->end) {
      each(this->at(static_cast<std::size_t>(row - m_rows.begin())));
      from = row->end;
    } else {
      from = at + 1;
    }
  }
}

void FirstSentences::forEach(const std::function<void(const Each&)>& each) const {
  for (std::size_t i = 0; i < m_rows.size(); ++i) each(at(i));
}

}  // namespace moxian

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/base/Database.h"
#include "core/base/Result.h"
#include "core/text/Pinyin.h"

namespace moxian {

/// How all sentences of a corpus sound, in memory (some 50 bytes a sentence), so that a search by
/// pinyin reads no sentence that does not fit: in SQLite a query without a hit reads them all.
class Soundings {
 public:
  /// Reads all sentences once: about a third of a second for a million.
  [[nodiscard]] static Result<Soundings> read(const Database& database, const Pinyin& pinyin);

  /// Calls `each` with the ids, ascending, of the sentences in which every key (see Pinyin::find)
  /// is heard, until it gives false.
  void find(const std::vector<std::string>& keys,
            const std::function<bool(std::int64_t)>& each) const;

 private:
  explicit Soundings(const Pinyin& pinyin) : m_pinyin(&pinyin) {}
  void add(std::int64_t id, std::string_view utf8);

  const Pinyin* m_pinyin;
  std::vector<Pinyin::Sound> m_sounds;  ///< of all sentences, one after the other, each ended by 0
  std::vector<std::uint32_t> m_ends;    ///< into m_sounds, behind that 0
  std::vector<std::int64_t> m_ids;
};

}  // namespace moxian

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Database.h"
#include "core/base/Result.h"
#include "core/report/Outline.h"

namespace moxian {

/// The first sentences of a corpus in memory (about 200 bytes each), to be read through for words
/// that the index does not know, such as a character beside a mark.
class FirstSentences {
 public:
  /// A sentence; its text is valid as long as the FirstSentences.
  struct Each {
    std::int64_t id = 0;
    std::int64_t count = 0;  ///< number of reports that hold it
    Role role = Role::WorkDone;
    std::string_view text;  ///< as stored
  };

  [[nodiscard]] static Result<FirstSentences> read(const Database& database, std::size_t most);

  /// True if the corpus has no others.
  [[nodiscard]] bool areAll() const { return m_all; }
  [[nodiscard]] std::int64_t lastId() const { return m_rows.empty() ? 0 : m_rows.back().id; }
  /// Calls `each` for the sentences that hold these bytes, in order of id.
  void find(std::string_view bytes, const std::function<void(const Each&)>& each) const;
  /// For all of them.
  void forEach(const std::function<void(const Each&)>& each) const;

 private:
  [[nodiscard]] Each at(std::size_t number) const;

  std::string m_texts;  ///< one after the other
  struct Row {
    std::int64_t id;
    std::int64_t count;
    Role role;
    std::size_t end;  ///< into m_texts
  };
  std::vector<Row> m_rows;
  bool m_all = true;
};

}  // namespace moxian

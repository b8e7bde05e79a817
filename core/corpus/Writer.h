#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Database.h"
#include "core/corpus/Corpus.h"

namespace moxian {

/// Puts sources into a corpus and takes them out. The caller holds a transaction around each source.
class CorpusWriter {
 public:
  [[nodiscard]] static Result<CorpusWriter> make(Database& database);

  struct Stored {
    std::int64_t id;
    std::int64_t hash;
  };
  [[nodiscard]] Result<std::optional<Stored>> source(std::u16string_view name);
  /// Identifiers of the new rows.
  [[nodiscard]] Result<std::int64_t> addSource(std::u16string_view name, std::int64_t hash);
  [[nodiscard]] Result<std::int64_t> addReport(std::int64_t source, const CorpusReport& report);
  /// True if the corpus did not hold the sentence yet. `kinds`: of its written slots, by spaces.
  [[nodiscard]] Result<bool> addSentence(std::int64_t report, Role role, std::u16string_view text,
                                         std::string_view kinds);
  [[nodiscard]] Result<void> setCounts(std::int64_t source, std::size_t reports,
                                       std::size_t sentences);
  /// Takes a source, its reports, and the sentences that no other report holds.
  [[nodiscard]] Result<void> removeSource(std::int64_t source);

 private:
  explicit CorpusWriter(Database& database) : m_database(&database) {}
  [[nodiscard]] Result<std::optional<std::int64_t>> sentence(std::int64_t hash,
                                                             std::string_view text);
  [[nodiscard]] Result<std::int64_t> insertSentence(std::int64_t hash, Role role,
                                                    std::int64_t report, std::string_view text,
                                                    std::u16string_view text16,
                                                    std::string_view kinds);
  [[nodiscard]] Result<void> removeReport(std::int64_t report);
  [[nodiscard]] Result<void> dropOccurrence(std::int64_t report, std::int64_t sentence);

  Database* m_database;
  Statement m_findSource, m_insertSource, m_countSource, m_deleteSource;
  Statement m_insertReport, m_reportsOf, m_deleteReport;
  Statement m_findSentence, m_insertSentence, m_sentence, m_raise, m_lower, m_deleteSentence;
  Statement m_insertTerms, m_deleteTerms;
  Statement m_insertOccurrence, m_occurrencesOf, m_deleteOccurrences, m_otherReport;
};

}  // namespace moxian

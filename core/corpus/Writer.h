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
  struct Added {
    std::int64_t id;
    bool isNew;  ///< the corpus held neither it nor one like it
    bool alike;  ///< the corpus held one like it
  };
  /// `kinds`: of its written slots, by spaces.
  [[nodiscard]] Result<Added> addSentence(std::int64_t report, Role role, std::u16string_view text,
                                         std::string_view kinds);
  [[nodiscard]] Result<void> setCounts(std::int64_t source, std::size_t reports,
                                       std::size_t sentences);
  /// Takes a source, its reports, and the sentences that no other report holds.
  [[nodiscard]] Result<void> removeSource(std::int64_t source);
  /// A report holds a sentence no longer, which goes if no other does.
  [[nodiscard]] Result<void> dropOccurrence(std::int64_t report, std::int64_t sentence);

 private:
  explicit CorpusWriter(Database& database) : m_database(&database) {}
  struct Found {
    std::int64_t id;
    bool same;  ///< character for character
  };
  struct NewSentence {
    std::int64_t report;
    Role role;
    std::u16string_view text;
    std::string_view utf8;
    std::string_view kinds;
    std::int64_t likeness;
  };
  [[nodiscard]] Result<std::optional<Found>> find(std::int64_t likeness, const std::string& key,
                                                  std::string_view text);
  [[nodiscard]] Result<std::int64_t> insertSentence(const NewSentence& sentence);
  [[nodiscard]] Result<void> removeReport(std::int64_t report);

  Database* m_database;
  Statement m_findSource, m_insertSource, m_countSource, m_deleteSource;
  Statement m_insertReport, m_reportsOf, m_deleteReport;
  Statement m_findSentence, m_insertSentence, m_sentence, m_raise, m_lower, m_deleteSentence, m_deleteFavourite;
  Statement m_insertTerms, m_deleteTerms;
  Statement m_insertOccurrence, m_occurrencesOf, m_deleteOccurrences, m_otherReport;
};

}  // namespace moxian

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Database.h"
#include "core/corpus/Corpus.h"

namespace moxian {

/// A sentence in the form in which it is stored; made without the database, on any thread.
struct PreparedSentence {
  Role role = Role::WorkDone;
  std::string text;           ///< UTF-8
  std::string kinds;          ///< of its written slots, by spaces
  std::int64_t hash = 0;      ///< of the text
  std::int64_t likeness = 0;  ///< hash of its likenessKey
  std::string entry;          ///< of the index (see Grams.h), with its role as one more term

  [[nodiscard]] static PreparedSentence of(Role role, std::u16string_view text,
                                           std::string_view kinds);
};

/// Puts sources into a corpus and takes them out. The caller holds a transaction around each
/// source.
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
  [[nodiscard]] Result<Added> addSentence(std::int64_t report, const PreparedSentence& sentence);
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
  [[nodiscard]] Result<std::optional<Found>> find(const PreparedSentence& sentence);
  [[nodiscard]] Result<std::int64_t> insertSentence(std::int64_t report,
                                                    const PreparedSentence& sentence);
  [[nodiscard]] Result<void> removeReport(std::int64_t report);

  Database* m_database;
  Statement m_findSource, m_insertSource, m_countSource, m_deleteSource;
  Statement m_insertReport, m_reportsOf, m_deleteReport;
  Statement m_findSentence, m_insertSentence, m_sentence, m_raise, m_lower, m_deleteSentence,
      m_deleteFavourite;
  Statement m_insertTerms, m_deleteTerms;
  Statement m_insertOccurrence, m_occurrencesOf, m_deleteOccurrences, m_otherReport;
};

}  // namespace moxian

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/Database.h"
#include "core/corpus/Corpus.h"
#include "core/corpus/FirstSentences.h"
#include "core/corpus/Soundings.h"

namespace moxian {

/// The file behind a Corpus.
///
/// Tables: source (a file), report (a report of a file with its text), sentence (each text once),
/// occurrence (which report holds which sentence or one like it; see Likeness.h), word (FTS5 index
/// of pairs of characters, without content), favourite (sentences the user marked). `hash` columns
/// hold stableHash of the text beside them, since an SQLite file can be damaged without SQLite
/// noticing. `role` holds the number of the enumerator of Role.
struct Corpus::State {
  explicit State(Database opened) : database(std::move(opened)) {}

  Database database;

  /// Before an import: memory for the index and its pages, without which a large one slows down.
  [[nodiscard]] Result<void> prepareForMuch();
  /// What each source held when it was imported, by its name (see CorpusWriter::addSource).
  [[nodiscard]] Result<std::map<std::u16string, std::int64_t>> sourceHashes() const;
  /// After an import: merges the index if much of it is new, so that searches stay fast.
  [[nodiscard]] Result<void> tidy(std::size_t added);

  /// How the sentences sound, read when first asked for and again once the file has changed, by
  /// this connection or another. Valid until the next call.
  [[nodiscard]] Result<const Soundings*> sounded();
  /// The first kScanned sentences, likewise.
  [[nodiscard]] Result<const FirstSentences*> firstSentences();

  /// Sentences read through for a query without pairs before the index is asked for its characters.
  /// A character that is not met 200 times in them is rare enough for a quick prefix query.
  static constexpr std::size_t kScanned = 20000;

 private:
  /// Tells states of the file apart as this connection sees them.
  using Stamp = std::pair<std::int64_t, std::int64_t>;
  [[nodiscard]] Result<Stamp> stamp() const;

  template <class Value>
  struct Kept {
    std::optional<Value> value;
    Stamp stamp;  ///< of the file it was read from
  };
  template <class Value, class Read>
  [[nodiscard]] Result<const Value*> current(Kept<Value>& kept, const Read& read) const;

  Kept<Soundings> m_soundings;
  Kept<FirstSentences> m_firstSentences;
};

extern const DatabaseFormat kCorpusFormat;
extern const char* const kCorpusSchema;

/// The version of the format a file has.
[[nodiscard]] Result<int> formatVersion(const Database& database);
/// Brings a file of an earlier version up to kCorpusFormat, in one transaction.
[[nodiscard]] Result<void> upgrade(Database& database);

/// Reads rows of sentences together with what is known of their reports.
class SentenceReader {
 public:
  /// `rest` follows "SELECT … FROM sentence", for example "WHERE id=?".
  [[nodiscard]] static Result<SentenceReader> make(const Database& database,
                                                   const std::string& rest);

  [[nodiscard]] Statement& statement() { return m_rows; }
  /// The text of the present row as stored; its hash is not looked at.
  [[nodiscard]] std::string_view text() const { return m_rows.text(6); }
  /// The sentence of the present row. DamagedDatabase if its hash does not fit.
  [[nodiscard]] Result<CorpusSentence> sentence();

 private:
  SentenceReader(const Database& database, Statement rows, Statement reports);
  [[nodiscard]] Result<const CorpusReport*> report(std::int64_t id);

  const Database* m_database;
  Statement m_rows;
  Statement m_reports;
  std::map<std::int64_t, CorpusReport> m_known;  ///< without their text
};

}  // namespace moxian

#include "core/corpus/Writer.h"

#include <utility>
#include <vector>

#include "core/base/Utf.h"
#include "core/corpus/Grams.h"
#include "core/corpus/Likeness.h"

namespace moxian {
namespace {

/// The index entry of a sentence: its terms and its role as one more term.
std::string indexEntry(std::u16string_view text, Role role) {
  return indexTerms(text) + "role" + std::to_string(static_cast<int>(role));
}

}  // namespace

PreparedSentence PreparedSentence::of(Role role, std::u16string_view text, std::string_view kinds) {
  PreparedSentence sentence{.role = role,
                            .text = toUtf8(text),
                            .kinds = std::string(kinds),
                            .hash = 0,
                            .likeness = stableHash(likenessKey(text)),
                            .entry = indexEntry(text, role)};
  sentence.hash = stableHash(sentence.text);
  return sentence;
}

Result<CorpusWriter> CorpusWriter::make(Database& database) {
  CorpusWriter writer(database);
  const std::pair<Statement*, const char*> statements[] = {
      {&writer.m_findSource, "SELECT id, hash FROM source WHERE name=?"},
      {&writer.m_insertSource,
       "INSERT INTO source(name, hash, reports, sentences) VALUES(?, ?, 0, 0)"},
      {&writer.m_countSource, "UPDATE source SET reports=?, sentences=? WHERE id=?"},
      {&writer.m_deleteSource, "DELETE FROM source WHERE id=?"},
      {&writer.m_insertReport,
       "INSERT INTO report(source, title, unit, topic, year, hash, text) VALUES(?, ?, ?, ?, ?, ?, "
       "?)"},
      {&writer.m_reportsOf, "SELECT id FROM report WHERE source=?"},
      {&writer.m_deleteReport, "DELETE FROM report WHERE id=?"},
      {&writer.m_findSentence, "SELECT id, text FROM sentence WHERE likeness=?"},
      {&writer.m_insertSentence,
       "INSERT INTO sentence(hash, role, count, report, slots, text, likeness) "
       "VALUES(?, ?, 1, ?, ?, ?, ?)"},
      {&writer.m_sentence, "SELECT role, text, count, report FROM sentence WHERE id=?"},
      {&writer.m_raise, "UPDATE sentence SET count=count+1 WHERE id=?"},
      {&writer.m_lower, "UPDATE sentence SET count=count-1, report=? WHERE id=?"},
      {&writer.m_deleteSentence, "DELETE FROM sentence WHERE id=?"},
      {&writer.m_deleteFavourite, "DELETE FROM favourite WHERE sentence=?"},
      {&writer.m_insertTerms, "INSERT INTO word(rowid, terms) VALUES(?, ?)"},
      {&writer.m_deleteTerms, "INSERT INTO word(word, rowid, terms) VALUES('delete', ?, ?)"},
      {&writer.m_insertOccurrence,
       "INSERT OR IGNORE INTO occurrence(report, sentence) VALUES(?, ?)"},
      {&writer.m_occurrencesOf, "SELECT sentence FROM occurrence WHERE report=?"},
      {&writer.m_deleteOccurrences, "DELETE FROM occurrence WHERE report=?"},
      {&writer.m_otherReport,
       "SELECT report FROM occurrence WHERE sentence=? AND report<>? ORDER BY report LIMIT 1"}};
  for (const auto& [into, sql] : statements) {
    auto statement = database.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    *into = std::move(*statement);
  }
  return writer;
}

Result<std::optional<CorpusWriter::Stored>> CorpusWriter::source(std::u16string_view name) {
  const auto row = m_findSource.bind(1, toUtf8(name)).next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  const Stored stored{m_findSource.integer(0), m_findSource.integer(1)};
  m_findSource.reset();
  return stored;
}

Result<std::int64_t> CorpusWriter::addSource(std::u16string_view name, std::int64_t hash) {
  return m_insertSource.bind(1, toUtf8(name)).bind(2, hash).run().transform([&] {
    return m_database->lastId();
  });
}

Result<std::int64_t> CorpusWriter::addReport(std::int64_t source, const CorpusReport& report) {
  const std::string text = toUtf8(report.text);
  m_insertReport.bind(1, source)
      .bind(2, toUtf8(report.title))
      .bind(3, toUtf8(report.unit))
      .bind(4, toUtf8(report.topic))
      .bindNull(5)
      .bind(6, stableHash(text))
      .bind(7, text);
  if (report.year) m_insertReport.bind(5, std::int64_t{*report.year});
  return m_insertReport.run().transform([&] { return m_database->lastId(); });
}

Result<std::optional<CorpusWriter::Found>> CorpusWriter::find(const PreparedSentence& sentence) {
  m_findSentence.bind(1, sentence.likeness);
  while (true) {
    const auto row = m_findSentence.next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    const std::string_view text = m_findSentence.text(1);
    const bool same = text == sentence.text;
    if (!same && likenessKey(toUtf16(text)) != likenessKey(toUtf16(sentence.text))) continue;
    const Found found{m_findSentence.integer(0), same};
    m_findSentence.reset();
    return found;
  }
}

Result<std::int64_t> CorpusWriter::insertSentence(std::int64_t report,
                                                  const PreparedSentence& sentence) {
  const auto inserted = m_insertSentence.bind(1, sentence.hash)
                            .bind(2, std::int64_t{static_cast<int>(sentence.role)})
                            .bind(3, report)
                            .bind(4, sentence.kinds)
                            .bind(5, sentence.text)
                            .bind(6, sentence.likeness)
                            .run();
  if (!inserted) return std::unexpected(inserted.error());
  const std::int64_t id = m_database->lastId();
  return m_insertTerms.bind(1, id).bind(2, sentence.entry).run().transform([&] { return id; });
}

Result<CorpusWriter::Added> CorpusWriter::addSentence(std::int64_t report,
                                                      const PreparedSentence& sentence) {
  const auto known = find(sentence);
  if (!known) return std::unexpected(known.error());
  const auto id = *known ? Result<std::int64_t>((*known)->id) : insertSentence(report, sentence);
  if (!id) return std::unexpected(id.error());
  const auto linked = m_insertOccurrence.bind(1, report).bind(2, *id).run();
  if (!linked) return std::unexpected(linked.error());
  if (*known && m_database->changes() > 0) {
    if (auto raised = m_raise.bind(1, *id).run(); !raised) return std::unexpected(raised.error());
  }
  return Added{*id, !*known, *known && !(*known)->same};
}

Result<void> CorpusWriter::setCounts(std::int64_t source, std::size_t reports,
                                     std::size_t sentences) {
  return m_countSource.bind(1, static_cast<std::int64_t>(reports))
      .bind(2, static_cast<std::int64_t>(sentences))
      .bind(3, source)
      .run();
}

Result<void> CorpusWriter::removeSource(std::int64_t source) {
  std::vector<std::int64_t> reports;
  m_reportsOf.bind(1, source);
  for (auto row = m_reportsOf.next(); !row || *row; row = m_reportsOf.next()) {
    if (!row) return std::unexpected(row.error());
    reports.push_back(m_reportsOf.integer(0));
  }
  for (const std::int64_t report : reports) {
    if (auto done = removeReport(report); !done) return done;
  }
  return m_deleteSource.bind(1, source).run();
}

Result<void> CorpusWriter::removeReport(std::int64_t report) {
  std::vector<std::int64_t> sentences;
  m_occurrencesOf.bind(1, report);
  for (auto row = m_occurrencesOf.next(); !row || *row; row = m_occurrencesOf.next()) {
    if (!row) return std::unexpected(row.error());
    sentences.push_back(m_occurrencesOf.integer(0));
  }
  for (const std::int64_t each : sentences) {
    if (auto done = dropOccurrence(report, each); !done) return done;
  }
  if (auto done = m_deleteOccurrences.bind(1, report).run(); !done) return done;
  return m_deleteReport.bind(1, report).run();
}

Result<void> CorpusWriter::dropOccurrence(std::int64_t report, std::int64_t sentence) {
  const auto row = m_sentence.bind(1, sentence).next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::DamagedDatabase, m_database->name(), "occurrence of nothing");
  const Role role = static_cast<Role>(m_sentence.integer(0));
  const std::u16string text = toUtf16(m_sentence.text(1));
  const std::int64_t count = m_sentence.integer(2);
  std::int64_t first = m_sentence.integer(3);
  m_sentence.reset();
  if (count <= 1) {
    auto done = m_deleteTerms.bind(1, sentence).bind(2, indexEntry(text, role)).run();
    if (done) done = m_deleteFavourite.bind(1, sentence).run();
    return done ? m_deleteSentence.bind(1, sentence).run() : done;
  }
  if (first == report) {
    const auto other = m_otherReport.bind(1, sentence).bind(2, report).next();
    if (!other) return std::unexpected(other.error());
    if (!*other) return fail(ErrorCode::DamagedDatabase, m_database->name(), "wrong count");
    first = m_otherReport.integer(0);
    m_otherReport.reset();
  }
  return m_lower.bind(1, first).bind(2, sentence).run();
}

}  // namespace moxian

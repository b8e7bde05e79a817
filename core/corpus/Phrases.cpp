#include "core/base/Utf.h"
#include "core/corpus/CorpusState.h"
#include "core/corpus/Grams.h"
#include "core/corpus/Writer.h"

namespace moxian {
namespace {

Result<std::vector<CorpusSentence>> sentencesWhere(const Database& database,
                                                   const std::string& rest) {
  auto reader = SentenceReader::make(database, rest);
  if (!reader) return std::unexpected(reader.error());
  std::vector<CorpusSentence> found;
  Statement& rows = reader->statement();
  for (auto row = rows.next(); !row || *row; row = rows.next()) {
    if (!row) return std::unexpected(row.error());
    auto sentence = reader->sentence();
    if (!sentence) return std::unexpected(sentence.error());
    found.push_back(std::move(*sentence));
  }
  return found;
}

/// The report that stands for the user's own phrases; nothing if there is none yet.
Result<std::optional<std::int64_t>> ownReport(const Database& database) {
  auto row =
      database.prepare("SELECT r.id FROM report r JOIN source s ON s.id=r.source WHERE s.name=?");
  if (!row) return std::unexpected(row.error());
  const auto there = row->bind(1, toUtf8(kOwnPhrases)).next();
  if (!there) return std::unexpected(there.error());
  if (!*there) return std::nullopt;
  return row->integer(0);
}

Result<std::int64_t> makeOwnReport(CorpusWriter& writer) {
  const auto source = writer.addSource(kOwnPhrases, 0);
  if (!source) return std::unexpected(source.error());
  return writer.addReport(*source, {});
}

/// The source of phrases counts what it holds, as other sources do.
Result<void> countOwn(Database& database, std::int64_t report) {
  auto counting = database.prepare(
      "UPDATE source SET reports=1, sentences=(SELECT count(*) FROM occurrence WHERE report=?1) "
      "WHERE id=(SELECT source FROM report WHERE id=?1)");
  if (!counting) return std::unexpected(counting.error());
  return counting->bind(1, report).run();
}

}  // namespace

Result<void> Corpus::setFavourite(std::int64_t sentence, bool favourite) {
  auto change = m_state->database.prepare(
      favourite ? "INSERT OR IGNORE INTO favourite(sentence) SELECT id FROM sentence WHERE id=?"
                : "DELETE FROM favourite WHERE sentence=?");
  if (!change) return std::unexpected(change.error());
  return change->bind(1, sentence).run();
}

Result<std::vector<CorpusSentence>> Corpus::favourites() const {
  const auto version = formatVersion(m_state->database);
  if (!version) return std::unexpected(version.error());
  if (*version < 2) return std::vector<CorpusSentence>{};
  return sentencesWhere(m_state->database,
                        "WHERE id IN (SELECT sentence FROM favourite) ORDER BY role, id");
}

Result<std::int64_t> Corpus::addPhrase(Role role, std::u16string_view text) {
  auto transaction = Transaction::begin(m_state->database);
  if (!transaction) return std::unexpected(transaction.error());
  auto writer = CorpusWriter::make(m_state->database);
  if (!writer) return std::unexpected(writer.error());
  const auto known = ownReport(m_state->database);
  if (!known) return std::unexpected(known.error());
  const auto report = *known ? Result<std::int64_t>(**known) : makeOwnReport(*writer);
  if (!report) return std::unexpected(report.error());
  std::string kinds;
  for (std::size_t n = writtenSlots(text).size(); n > 0; --n) kinds += n > 1 ? "other " : "other";
  const auto added = writer->addSentence(*report, PreparedSentence::of(role, text, kinds));
  if (!added) return std::unexpected(added.error());
  if (auto done = countOwn(m_state->database, *report); !done) return std::unexpected(done.error());
  return transaction->commit().transform([&] { return added->id; });
}

Result<std::vector<CorpusSentence>> Corpus::phrases() const {
  const auto report = ownReport(m_state->database);
  if (!report) return std::unexpected(report.error());
  if (!*report) return std::vector<CorpusSentence>{};
  return sentencesWhere(m_state->database,
                        "WHERE id IN (SELECT sentence FROM occurrence WHERE report=" +
                            std::to_string(**report) + ") ORDER BY role, id");
}

Result<void> Corpus::removePhrase(std::int64_t sentence) {
  auto transaction = Transaction::begin(m_state->database);
  if (!transaction) return std::unexpected(transaction.error());
  const auto report = ownReport(m_state->database);
  if (!report) return std::unexpected(report.error());
  if (!*report) return {};
  auto writer = CorpusWriter::make(m_state->database);
  if (!writer) return std::unexpected(writer.error());
  auto held = m_state->database.prepare("SELECT 1 FROM occurrence WHERE report=? AND sentence=?");
  if (!held) return std::unexpected(held.error());
  const auto there = held->bind(1, **report).bind(2, sentence).next();
  if (!there) return std::unexpected(there.error());
  if (!*there) return {};
  held->reset();
  if (auto done = writer->dropOccurrence(**report, sentence); !done) return done;
  auto gone = m_state->database.prepare("DELETE FROM occurrence WHERE report=? AND sentence=?");
  if (!gone) return std::unexpected(gone.error());
  if (auto done = gone->bind(1, **report).bind(2, sentence).run(); !done) return done;
  if (auto done = countOwn(m_state->database, **report); !done) return done;
  return transaction->commit();
}

Result<std::optional<CorpusReport>> Corpus::reportOf(std::int64_t sentence) const {
  auto rows = m_state->database.prepare(
      "SELECT r.title, r.unit, r.topic, r.year, s.name, r.text, r.hash FROM sentence e "
      "JOIN report r ON r.id=e.report JOIN source s ON s.id=r.source WHERE e.id=?");
  if (!rows) return std::unexpected(rows.error());
  const auto row = rows->bind(1, sentence).next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  if (stableHash(rows->text(5)) != rows->integer(6)) {
    return fail(ErrorCode::DamagedDatabase, m_state->database.name(), "report of a sentence");
  }
  CorpusReport report{.title = toUtf16(rows->text(0)),
                      .unit = toUtf16(rows->text(1)),
                      .topic = toUtf16(rows->text(2)),
                      .year = {},
                      .source = toUtf16(rows->text(4)),
                      .text = toUtf16(rows->text(5))};
  if (!rows->isNull(3)) report.year = static_cast<int>(rows->integer(3));
  return report;
}

}  // namespace moxian

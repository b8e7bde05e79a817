#include "core/base/Utf.h"
#include "core/corpus/CorpusState.h"
#include "core/corpus/Grams.h"
#include "core/corpus/Likeness.h"

namespace moxian {

const DatabaseFormat kCorpusFormat{.applicationId = 0x4D6F7843, .version = 3};  // "MoxC"

const char* const kCorpusSchema = R"(
CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash INTEGER NOT NULL,
  reports INTEGER NOT NULL, sentences INTEGER NOT NULL) STRICT;
CREATE TABLE report(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, title TEXT NOT NULL,
  unit TEXT NOT NULL, topic TEXT NOT NULL, year INTEGER, hash INTEGER NOT NULL,
  text TEXT NOT NULL) STRICT;
CREATE INDEX report_source ON report(source);
CREATE TABLE sentence(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, role INTEGER NOT NULL,
  count INTEGER NOT NULL, report INTEGER NOT NULL, slots TEXT NOT NULL, text TEXT NOT NULL,
  likeness INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX sentence_likeness ON sentence(likeness);
CREATE INDEX sentence_often ON sentence(id, count) WHERE count>1;
CREATE TABLE favourite(sentence INTEGER PRIMARY KEY) STRICT;
CREATE TABLE occurrence(report INTEGER NOT NULL, sentence INTEGER NOT NULL,
  PRIMARY KEY(report, sentence)) STRICT, WITHOUT ROWID;
CREATE INDEX occurrence_sentence ON occurrence(sentence);
CREATE VIRTUAL TABLE word USING fts5(terms, content='', columnsize=0, detail=none, tokenize=ascii);
)";

namespace {

// From version 1, which told only equal sentences apart from others and had no favourites.
constexpr const char* kToVersionTwo = R"(
ALTER TABLE sentence ADD COLUMN likeness INTEGER NOT NULL DEFAULT 0;
DROP INDEX sentence_hash;
CREATE TABLE favourite(sentence INTEGER PRIMARY KEY) STRICT;
)";

// From version 2, which had to read every match to learn how many reports hold it.
constexpr const char* kToVersionThree = R"(
CREATE INDEX sentence_often ON sentence(id, count) WHERE count>1;
PRAGMA user_version=3;
)";

Result<void> fillLikeness(Database& database) {
  auto rows = database.prepare("SELECT id, text FROM sentence");
  auto set = database.prepare("UPDATE sentence SET likeness=? WHERE id=?");
  if (!rows) return std::unexpected(rows.error());
  if (!set) return std::unexpected(set.error());
  for (auto row = rows->next(); !row || *row; row = rows->next()) {
    if (!row) return std::unexpected(row.error());
    const std::int64_t key = stableHash(likenessKey(toUtf16(rows->text(1))));
    if (auto done = set->bind(1, key).bind(2, rows->integer(0)).run(); !done) return done;
  }
  return database.run("CREATE INDEX sentence_likeness ON sentence(likeness)");
}

}  // namespace

Result<int> formatVersion(const Database& database) {
  auto statement = database.prepare("PRAGMA user_version");
  if (!statement) return std::unexpected(statement.error());
  if (const auto row = statement->next(); !row) return std::unexpected(row.error());
  return static_cast<int>(statement->integer(0));
}

Result<void> upgrade(Database& database) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  const auto version = formatVersion(database);  // another program may have been faster
  if (!version) return std::unexpected(version.error());
  if (*version < 2) {
    if (auto done = database.run(kToVersionTwo); !done) return done;
    if (auto done = fillLikeness(database); !done) return done;
  }
  if (*version < 3) {
    if (auto done = database.run(kToVersionThree); !done) return done;
  }
  return transaction->commit();
}

SentenceReader::SentenceReader(const Database& database, Statement rows, Statement reports)
    : m_database(&database), m_rows(std::move(rows)), m_reports(std::move(reports)) {}

Result<SentenceReader> SentenceReader::make(const Database& database, const std::string& rest) {
  const auto version = formatVersion(database);
  if (!version) return std::unexpected(version.error());
  const char* favourite =
      *version < 2 ? "0" : "EXISTS(SELECT 1 FROM favourite f WHERE f.sentence=id)";
  auto rows = database.prepare("SELECT id, hash, role, count, report, slots, text, " +
                               std::string(favourite) + " FROM sentence " + rest);
  if (!rows) return std::unexpected(rows.error());
  auto reports = database.prepare(
      "SELECT r.title, r.unit, r.topic, r.year, s.name FROM report r JOIN source s ON "
      "s.id=r.source "
      "WHERE r.id=?");
  if (!reports) return std::unexpected(reports.error());
  return SentenceReader(database, std::move(*rows), std::move(*reports));
}

Result<const CorpusReport*> SentenceReader::report(std::int64_t id) {
  const auto known = m_known.find(id);
  if (known != m_known.end()) return &known->second;
  const auto row = m_reports.bind(1, id).next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::DamagedDatabase, m_database->name(), "sentence without report");
  CorpusReport report{.title = toUtf16(m_reports.text(0)),
                      .unit = toUtf16(m_reports.text(1)),
                      .topic = toUtf16(m_reports.text(2)),
                      .year = {},
                      .source = toUtf16(m_reports.text(4)),
                      .text = {}};
  if (!m_reports.isNull(3)) report.year = static_cast<int>(m_reports.integer(3));
  m_reports.reset();
  return &m_known.emplace(id, std::move(report)).first->second;
}

Result<CorpusSentence> SentenceReader::sentence() {
  const std::string_view text = m_rows.text(6);
  const std::int64_t role = m_rows.integer(2);
  if (stableHash(text) != m_rows.integer(1) || role < 0 || role > static_cast<int>(Role::Noise)) {
    return fail(ErrorCode::DamagedDatabase, m_database->name(),
                "sentence " + std::to_string(m_rows.integer(0)));
  }
  const auto of = report(m_rows.integer(4));
  if (!of) return std::unexpected(of.error());
  CorpusSentence sentence{.id = m_rows.integer(0),
                          .text = toUtf16(text),
                          .slots = {},
                          .role = static_cast<Role>(role),
                          .source = (*of)->source,
                          .title = (*of)->title,
                          .unit = (*of)->unit,
                          .topic = (*of)->topic,
                          .year = (*of)->year,
                          .count = static_cast<int>(m_rows.integer(3)),
                          .favourite = m_rows.integer(7) != 0};
  std::string_view kinds = m_rows.text(5);
  if (kinds.empty()) return sentence;
  for (const Span& span : writtenSlots(sentence.text)) {
    const std::size_t end = std::min(kinds.find(' '), kinds.size());
    sentence.slots.push_back({span, std::string(kinds.substr(0, end))});
    kinds.remove_prefix(std::min(end + 1, kinds.size()));
  }
  return sentence;
}

}  // namespace moxian

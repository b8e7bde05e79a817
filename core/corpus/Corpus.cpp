#include "core/corpus/Corpus.h"

#include "core/base/Utf.h"
#include "core/corpus/CorpusState.h"
#include "core/corpus/Grams.h"

namespace moxian {
namespace {

/// A full disk leaves an empty file, which later would be told as no corpus.
void removeEmpty(const std::filesystem::path& file, const Error& error) {
  if (error.code != ErrorCode::DiskFull && error.code != ErrorCode::WriteFailed) return;
  std::error_code ignored;
  if (std::filesystem::file_size(file, ignored) == 0 && !ignored) {
    std::filesystem::remove(file, ignored);
  }
}

}  // namespace

Corpus::Corpus(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Corpus::~Corpus() = default;
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;

Result<Corpus> Corpus::open(const std::filesystem::path& file, Mode mode) {
  auto database = Database::open(
      file, mode == Mode::ReadOnly ? Database::Mode::ReadOnly : Database::Mode::ReadWrite,
      kCorpusFormat, kCorpusSchema, Database::Journal::Wal);
  if (!database) {
    removeEmpty(file, database.error());
    return std::unexpected(database.error());
  }
  const auto version = formatVersion(*database);
  if (!version) return std::unexpected(version.error());
  if (mode == Mode::ReadWrite && *version < kCorpusFormat.version) {
    if (auto done = upgrade(*database); !done) return std::unexpected(done.error());
  }
  if (auto done = database->run("PRAGMA cache_size=-16384"); !done) {  // 16 MB: searches jump about
    return std::unexpected(done.error());
  }
  return Corpus(std::make_unique<State>(std::move(*database)));
}

Result<void> Corpus::State::prepareForMuch() {
  return database.run(
      "PRAGMA cache_size=-65536; INSERT INTO word(word, rank) VALUES('hashsize', 16777216)");
}

Result<std::map<std::u16string, std::int64_t>> Corpus::State::sourceHashes() const {
  auto rows = database.prepare("SELECT name, hash FROM source");
  if (!rows) return std::unexpected(rows.error());
  std::map<std::u16string, std::int64_t> hashes;
  for (auto row = rows->next(); !row || *row; row = rows->next()) {
    if (!row) return std::unexpected(row.error());
    hashes.emplace(toUtf16(rows->text(0)), rows->integer(1));
  }
  return hashes;
}

Result<void> Corpus::State::tidy(std::size_t added) {
  auto all = database.prepare("SELECT count(*) FROM sentence");
  if (!all) return std::unexpected(all.error());
  const auto row = all->next();
  if (!row) return std::unexpected(row.error());
  // Merging rewrites the whole index: worth it where a quarter of it is new.
  if (static_cast<std::int64_t>(4 * added) <= all->integer(0)) return {};
  all->reset();
  return database.run("INSERT INTO word(word) VALUES('optimize')");
}

Result<Corpus::State::Stamp> Corpus::State::stamp() const {
  std::int64_t seen[2] = {};
  const char* const asked[2] = {"PRAGMA data_version", "SELECT total_changes()"};
  for (std::size_t i = 0; i < 2; ++i) {
    auto statement = database.prepare(asked[i]);
    if (!statement) return std::unexpected(statement.error());
    if (const auto row = statement->next(); !row) return std::unexpected(row.error());
    seen[i] = statement->integer(0);
  }
  return Stamp{seen[0], seen[1]};
}

template <class Value, class Read>
Result<const Value*> Corpus::State::current(Kept<Value>& kept, const Read& read) const {
  const auto now = stamp();
  if (!now) return std::unexpected(now.error());
  if (kept.value && kept.stamp == *now) return &*kept.value;
  auto made = read();
  if (!made) return std::unexpected(made.error());
  kept.value = std::move(*made);
  kept.stamp = *now;
  return &*kept.value;
}

Result<const Soundings*> Corpus::State::sounded() {
  return current(m_soundings, [&]() -> Result<Soundings> {
    const auto pinyin = Pinyin::shared();
    if (!pinyin) return std::unexpected(pinyin.error());
    return Soundings::read(database, **pinyin);
  });
}

Result<const FirstSentences*> Corpus::State::firstSentences() {
  return current(m_firstSentences, [&] { return FirstSentences::read(database, kScanned); });
}

Result<std::vector<CorpusSource>> Corpus::sources() const {
  auto rows =
      m_state->database.prepare("SELECT id, name, reports, sentences FROM source ORDER BY id");
  if (!rows) return std::unexpected(rows.error());
  std::vector<CorpusSource> sources;
  for (auto row = rows->next(); !row || *row; row = rows->next()) {
    if (!row) return std::unexpected(row.error());
    sources.push_back({.id = rows->integer(0),
                       .name = toUtf16(rows->text(1)),
                       .reports = static_cast<std::size_t>(rows->integer(2)),
                       .sentences = static_cast<std::size_t>(rows->integer(3))});
  }
  return sources;
}

Result<CorpusStats> Corpus::stats() const {
  CorpusStats stats;
  auto totals = m_state->database.prepare(
      "SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM report)");
  if (!totals) return std::unexpected(totals.error());
  if (const auto row = totals->next(); !row) return std::unexpected(row.error());
  stats.sources = static_cast<std::size_t>(totals->integer(0));
  stats.reports = static_cast<std::size_t>(totals->integer(1));
  auto roles = m_state->database.prepare("SELECT role, count(*) FROM sentence GROUP BY role");
  if (!roles) return std::unexpected(roles.error());
  for (auto row = roles->next(); !row || *row; row = roles->next()) {
    if (!row) return std::unexpected(row.error());
    const auto count = static_cast<std::size_t>(roles->integer(1));
    stats.byRole.emplace_back(static_cast<Role>(roles->integer(0)), count);
    stats.sentences += count;
  }
  return stats;
}

Result<void> Corpus::forEach(std::optional<Role> role,
                             const std::function<void(const CorpusSentence&)>& each,
                             std::optional<std::size_t> most) const {
  std::string rest = role ? "WHERE role=? ORDER BY count DESC, id" : "ORDER BY count DESC, id";
  if (most) rest += " LIMIT " + std::to_string(*most);
  auto reader = SentenceReader::make(m_state->database, rest);
  if (!reader) return std::unexpected(reader.error());
  Statement& rows = reader->statement();
  if (role) rows.bind(1, std::int64_t{static_cast<int>(*role)});
  for (auto row = rows.next(); !row || *row; row = rows.next()) {
    if (!row) return std::unexpected(row.error());
    const auto sentence = reader->sentence();
    if (!sentence) return std::unexpected(sentence.error());
    each(*sentence);
  }
  return {};
}

Result<std::vector<CorpusReportKey>> Corpus::reportKeys() const {
  auto rows = m_state->database.prepare("SELECT id, hash FROM report ORDER BY id");
  if (!rows) return std::unexpected(rows.error());
  std::vector<CorpusReportKey> keys;
  for (auto row = rows->next(); !row || *row; row = rows->next()) {
    if (!row) return std::unexpected(row.error());
    keys.push_back({rows->integer(0), rows->integer(1)});
  }
  return keys;
}

Result<void> Corpus::forEachReport(const std::function<void(const CorpusReport&)>& each,
                                   std::int64_t after) const {
  auto rows = m_state->database.prepare(
      "SELECT r.title, r.unit, r.topic, r.year, s.name, r.text, r.hash, r.id FROM report r "
      "JOIN source s ON s.id=r.source WHERE r.id>? ORDER BY r.id");
  if (!rows) return std::unexpected(rows.error());
  rows->bind(1, after);
  for (auto row = rows->next(); !row || *row; row = rows->next()) {
    if (!row) return std::unexpected(row.error());
    if (stableHash(rows->text(5)) != rows->integer(6)) {
      return fail(ErrorCode::DamagedDatabase, m_state->database.name(),
                  "report " + std::to_string(rows->integer(7)));
    }
    CorpusReport report{.key = {rows->integer(7), rows->integer(6)},
                        .title = toUtf16(rows->text(0)),
                        .unit = toUtf16(rows->text(1)),
                        .topic = toUtf16(rows->text(2)),
                        .year = {},
                        .source = toUtf16(rows->text(4)),
                        .text = toUtf16(rows->text(5))};
    if (!rows->isNull(3)) report.year = static_cast<int>(rows->integer(3));
    each(report);
  }
  return {};
}

}  // namespace moxian

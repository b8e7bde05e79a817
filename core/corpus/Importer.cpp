#include <algorithm>
#include <array>
#include <optional>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/corpus/CorpusState.h"
#include "core/corpus/FilePreparer.h"
#include "core/corpus/Grams.h"
#include "core/corpus/ReadAhead.h"
#include "core/corpus/StarterFile.h"
#include "core/corpus/Writer.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr std::u16string_view kStarterPrefix = u"starter:";

/// The name under which a file is known, whatever folder the program was started in.
fs::path sourcePath(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  return (error ? path : absolute).lexically_normal();
}

bool isReadable(const fs::path& path) {
  static constexpr std::array<std::string_view, 7> kEndings = {".moxian", ".txt", ".md", ".docx",
                                                               ".html",   ".htm", ".pdf"};
  std::string ending = path.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return std::ranges::find(kEndings, ending) != kEndings.end();
}

/// The files to import, in a fixed order; what cannot be looked at goes to `failed`.
std::vector<fs::path> filesOf(const std::vector<fs::path>& paths, std::vector<Error>& failed) {
  std::vector<fs::path> files;
  for (const auto& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(sourcePath(path));
      continue;
    }
    const auto begin = static_cast<std::ptrdiff_t>(files.size());
    fs::recursive_directory_iterator each(path, error);
    for (const fs::recursive_directory_iterator end; !error && each != end; each.increment(error)) {
      std::error_code unreadable;
      if (isReadable(each->path()) && each->is_regular_file(unreadable)) {
        files.push_back(sourcePath(each->path()));
      }
    }
    if (error) failed.push_back({ErrorCode::FileUnreadable, path.string(), error.message()});
    std::sort(files.begin() + begin, files.end());
  }
  return files;
}

/// Stores the reports of a file and adds what happened to the summary.
class FileImport {
 public:
  FileImport(CorpusWriter& writer, ImportSummary& summary, const PreparedFile& file)
      : m_writer(writer), m_summary(summary), m_file(file) {}

  Result<void> store(std::int64_t source) {
    std::size_t taken = 0;
    for (const PreparedReport& each : m_file.reports) {
      if (auto done = storeReport(source, each); !done) return done;
      taken += each.sentences.size();
      if (each.truncated) m_summary.truncated.push_back({m_file.name, each.report.title});
    }
    addRefused();
    for (const auto& title : m_file.missingBodies) {
      m_summary.missingBodies.push_back({m_file.name, title});
    }
    m_summary.reports += m_file.reports.size();
    return m_writer.setCounts(source, m_file.reports.size(), taken);
  }

 private:
  Result<void> storeReport(std::int64_t source, const PreparedReport& prepared) {
    const auto report = m_writer.addReport(source, prepared.report);
    if (!report) return std::unexpected(report.error());
    for (const PreparedSentence& each : prepared.sentences) {
      const auto added = m_writer.addSentence(*report, each);
      if (!added) return std::unexpected(added.error());
      ++(added->isNew ? m_summary.added : m_summary.known);
      if (added->alike) ++m_summary.alike;
    }
    return {};
  }

  void addRefused() {
    for (const auto& [reason, count] : m_file.refusals) {
      m_summary.refused += count;
      m_summary.refusals[reason] += count;
    }
    for (const RefusedSentence& each : m_file.refusedSentences) {
      if (m_summary.refusedSentences.size() >= kMostListed) return;
      m_summary.refusedSentences.push_back(each);
    }
  }

  CorpusWriter& m_writer;
  ImportSummary& m_summary;
  const PreparedFile& m_file;
};

/// Transactions of an import: one for many small files, since each commit writes a piece of the
/// index that has to be merged later, but none so long that a crash costs much.
class Batch {
 public:
  explicit Batch(Database& database) : m_database(database) {}

  [[nodiscard]] Result<void> begin() {
    if (m_transaction) return {};
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return std::unexpected(transaction.error());
    m_transaction.emplace(std::move(*transaction));
    return {};
  }
  /// A source is complete.
  [[nodiscard]] Result<void> complete(std::size_t sentencesSoFar) {
    return sentencesSoFar - m_committed < kBatch ? Result<void>{} : commit(sentencesSoFar);
  }
  [[nodiscard]] Result<void> commit(std::size_t sentencesSoFar) {
    m_committed = sentencesSoFar;
    if (!m_transaction) return {};
    auto done = m_transaction->commit();
    m_transaction.reset();
    return done;
  }

 private:
  static constexpr std::size_t kBatch = 20'000;  // sentences: about a second
  Database& m_database;
  std::optional<Transaction> m_transaction;
  std::size_t m_committed = 0;
};

std::size_t sentencesOf(const ImportSummary& summary) {
  return summary.added + summary.known;
}

/// Runs `fill` for the new row of a source in place of what an earlier import left; does nothing if
/// the hash is the same.
template <class Fill>
Result<void> replaceSource(Batch& batch, CorpusWriter& writer, std::u16string_view name,
                           std::int64_t hash, ImportSummary& summary, const Fill& fill) {
  if (auto begun = batch.begin(); !begun) return begun;
  const auto known = writer.source(name);
  if (!known) return std::unexpected(known.error());
  if (*known && (*known)->hash == hash) {
    ++summary.unchanged;
    return {};
  }
  if (*known) {
    if (auto done = writer.removeSource((*known)->id); !done) return done;
  }
  const auto id = writer.addSource(name, hash);
  if (!id) return std::unexpected(id.error());
  if (auto done = fill(*id); !done) return done;
  return batch.complete(sentencesOf(summary));
}

Result<void> importStarterFile(Batch& batch, CorpusWriter& writer, const fs::path& path,
                               ImportSummary& summary) {
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  const auto file = parseStarter(*bytes, path.string());
  if (!file) return std::unexpected(file.error());
  const auto fill = [&](std::int64_t source) -> Result<void> {
    CorpusReport report{.title = file->field,
                        .unit = file->office,
                        .topic = file->field,
                        .year = {},
                        .source = {},
                        .text = {}};
    for (const auto& each : file->sentences) report.text += each.text + u'\n';
    const auto id = writer.addReport(source, report);
    if (!id) return std::unexpected(id.error());
    for (const auto& each : file->sentences) {
      std::string kinds;
      for (const auto& slot : each.slots) kinds += (kinds.empty() ? "" : " ") + slot.kind;
      const auto added = writer.addSentence(*id, PreparedSentence::of(each.role, each.text, kinds));
      if (!added) return std::unexpected(added.error());
      ++(added->isNew ? summary.added : summary.known);
    }
    ++summary.reports;
    return writer.setCounts(source, 1, file->sentences.size());
  };
  const std::u16string name = std::u16string(kStarterPrefix) + file->field;
  return replaceSource(batch, writer, name, stableHash(*bytes), summary, fill);
}

/// Stores the next file; one that cannot be read is noted.
Result<void> storeNext(ReadAhead& ahead, Batch& batch, CorpusWriter& writer,
                       ImportSummary& summary) {
  const auto file = ahead.next();
  if (!file) {
    summary.failed.push_back(file.error());
    return {};
  }
  ++summary.files;
  if (file->unchanged) {
    ++summary.unchanged;
    return {};
  }
  const auto store = [&](std::int64_t source) {
    return FileImport(writer, summary, *file).store(source);
  };
  return replaceSource(batch, writer, file->name, file->hash, summary, store);
}

}  // namespace

Result<ImportSummary> Corpus::import(const std::vector<fs::path>& paths, const ReportReader& reader,
                                     const TextLoader& load, const Progress& progress) {
  ImportSummary summary;
  if (auto ready = m_state->prepareForMuch(); !ready) return std::unexpected(ready.error());
  auto known = m_state->sourceHashes();
  if (!known) return std::unexpected(known.error());
  const auto preparer = FilePreparer::load(reader, load, std::move(*known));
  if (!preparer) return std::unexpected(preparer.error());
  auto writer = CorpusWriter::make(m_state->database);
  if (!writer) return std::unexpected(writer.error());
  Batch batch(m_state->database);
  const auto files = filesOf(paths, summary.failed);
  {
    ReadAhead ahead(*preparer, files);  // not beyond: nothing is read for an import that was stopped
    for (std::size_t done = 1; done <= files.size(); ++done) {
      if (auto stored = storeNext(ahead, batch, *writer, summary); !stored) {
        return std::unexpected(stored.error());
      }
      if (progress && !progress(done, files.size())) break;
    }
  }
  if (auto done = batch.commit(sentencesOf(summary)); !done) return std::unexpected(done.error());
  if (auto done = m_state->tidy(summary.added); !done) return std::unexpected(done.error());
  return summary;
}

Result<ImportSummary> Corpus::importStarter(const fs::path& folder) {
  ImportSummary summary;
  auto writer = CorpusWriter::make(m_state->database);
  if (!writer) return std::unexpected(writer.error());
  const auto files = starterFiles(folder);
  if (!files) return std::unexpected(files.error());
  Batch batch(m_state->database);
  for (const auto& file : *files) {
    if (auto done = importStarterFile(batch, *writer, file, summary); !done) {
      return std::unexpected(done.error());
    }
    ++summary.files;
  }
  if (auto done = batch.commit(sentencesOf(summary)); !done) return std::unexpected(done.error());
  if (auto done = m_state->tidy(summary.added); !done) return std::unexpected(done.error());
  return summary;
}

Result<bool> Corpus::remove(std::u16string_view source) {
  auto writer = CorpusWriter::make(m_state->database);
  if (!writer) return std::unexpected(writer.error());
  auto transaction = Transaction::begin(m_state->database);
  if (!transaction) return std::unexpected(transaction.error());
  auto known = writer->source(source);
  if (known && !*known) known = writer->source(toUtf16(sourcePath(toUtf8(source)).string()));
  if (!known) return std::unexpected(known.error());
  if (!*known) return false;
  if (auto done = writer->removeSource((*known)->id); !done) return std::unexpected(done.error());
  return transaction->commit().transform([] { return true; });
}

}  // namespace moxian

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/corpus/CorpusState.h"
#include "core/corpus/Gate.h"
#include "core/corpus/Grams.h"
#include "core/corpus/StarterFile.h"
#include "core/corpus/Writer.h"
#include "core/text/Characters.h"
#include "core/text/Cleaner.h"
#include "core/text/Lines.h"
#include "core/text/Script.h"
#include "core/text/ScriptConverter.h"

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
  static constexpr std::array<std::string_view, 6> kEndings = {".txt",  ".md",  ".docx",
                                                               ".html", ".htm", ".pdf"};
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

Role roleAt(const Block& block, std::size_t offset) {
  for (const RoleSpan& each : block.spans) {
    if (each.span.contains(offset)) return each.role;
  }
  return block.role;
}

/// Where the running text of a block begins: after its number, or after a heading that text follows.
Span contentOf(const Block& block, std::u16string_view text) {
  Span content = block.span;
  if (block.number) content.begin = std::max(content.begin, block.number->span.end);
  if (block.runIn) content.begin = std::max(content.begin, block.headText.end);
  while (content.begin < content.end && (text[content.begin] == u'。' || isSpace(text[content.begin]))) {
    ++content.begin;
  }
  return content;
}

bool holdsSentences(const Block& block) {
  return block.kind == BlockKind::Paragraph || (block.kind == BlockKind::Heading && block.runIn);
}

/// Makes texts as the corpus keeps them: without traces of extraction, in simplified characters.
/// Lines keep their numbers.
class Preparer {
 public:
  static Result<Preparer> load() {
    auto cleaner = Cleaner::load();
    if (!cleaner) return std::unexpected(cleaner.error());
    auto converter = ScriptConverter::load();
    if (!converter) return std::unexpected(converter.error());
    return Preparer(std::move(*cleaner), std::move(*converter));
  }

  [[nodiscard]] std::u16string prepare(std::u16string_view text) const {
    std::u16string clean = m_cleaner.clean(text).text;
    if (detectScript(clean) == Script::Simplified) return clean;
    return m_converter.toSimplified(clean, m_converter.wording(clean));
  }

 private:
  Preparer(Cleaner cleaner, ScriptConverter converter)
      : m_cleaner(std::move(cleaner)), m_converter(std::move(converter)) {}
  Cleaner m_cleaner;
  ScriptConverter m_converter;
};

/// Puts the reports of one file into the corpus.
class FileImport {
 public:
  /// `name`: of the source. The text outlives the import.
  FileImport(CorpusWriter& writer, ImportSummary& summary, std::u16string name,
             std::u16string_view text)
      : m_writer(writer), m_summary(summary), m_name(std::move(name)), m_text(text) {}

  Result<void> add(std::int64_t source, const ReportReader& reader) {
    const Lines lines(m_text);
    const Outline outline = reader.read(m_text, lines);
    for (const Report& report : outline.reports) {
      if (auto done = addReport(source, lines, report); !done) return done;
    }
    for (const auto& title : outline.missingBodies) m_summary.missingBodies.push_back({m_name, title});
    m_summary.reports += outline.reports.size();
    return m_writer.setCounts(source, outline.reports.size(), m_taken);
  }

 private:
  Result<void> addReport(std::int64_t source, const Lines& lines, const Report& report) {
    const Span whole{lines.span(report.firstLine).begin, lines.span(report.lastLine).end};
    const std::u16string title =
        report.title.empty() ? toUtf16(fs::path(toUtf8(m_name)).stem().string()) : report.title;
    const auto id = m_writer.addReport(source, {.title = title,
                                                .unit = report.unit,
                                                .topic = report.topic,
                                                .year = report.year,
                                                .source = {},
                                                .text = std::u16string(whole.of(m_text))});
    if (!id) return std::unexpected(id.error());
    if (report.truncated) m_summary.truncated.push_back({m_name, title});
    for (const Block& block : report.blocks) {
      if (block.kind == BlockKind::Noise) {
        refuseAdvert(block);
      } else if (holdsSentences(block)) {
        if (auto done = addBlock(*id, block); !done) return done;
      }
    }
    return {};
  }

  /// Stray marks and page numbers are not worth a word.
  void refuseAdvert(const Block& block) {
    constexpr std::size_t kWorthNaming = 8;
    if (block.span.length() >= kWorthNaming) refuse(Refusal::Advert, block, block.span);
  }

  void refuse(Refusal reason, const Block& block, Span span) {
    ++m_summary.refused;
    ++m_summary.refusals[reason];
    if (m_summary.refusedSentences.size() >= kMostListed) return;
    m_summary.refusedSentences.push_back(
        {reason, m_name, block.line, std::u16string(span.of(m_text))});
  }

  Result<void> addBlock(std::int64_t report, const Block& block) {
    const Span content = contentOf(block, m_text);
    for (const Span& inner : sentences(content.of(m_text))) {
      const Span span = inner.shifted(content.begin);
      const Role role = roleAt(block, span.begin);
      if (role == Role::Noise || role == Role::Title) continue;
      if (const auto reason = refusalOf(span.of(m_text))) {
        refuse(*reason, block, span);
        continue;
      }
      const auto added = m_writer.addSentence(report, role, span.of(m_text), {});
      if (!added) return std::unexpected(added.error());
      ++(added->isNew ? m_summary.added : m_summary.known);
      if (added->alike) ++m_summary.alike;
      ++m_taken;
    }
    return {};
  }

  CorpusWriter& m_writer;
  ImportSummary& m_summary;
  std::u16string m_name;
  std::u16string_view m_text;
  std::size_t m_taken = 0;
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
    CorpusReport report{.title = file->field, .unit = file->office, .topic = file->field,
                        .year = {}, .source = {}, .text = {}};
    for (const auto& each : file->sentences) report.text += each.text + u'\n';
    const auto id = writer.addReport(source, report);
    if (!id) return std::unexpected(id.error());
    for (const auto& each : file->sentences) {
      std::string kinds;
      for (const auto& slot : each.slots) kinds += (kinds.empty() ? "" : " ") + slot.kind;
      const auto added = writer.addSentence(*id, each.role, each.text, kinds);
      if (!added) return std::unexpected(added.error());
      ++(added->isNew ? summary.added : summary.known);
    }
    ++summary.reports;
    return writer.setCounts(source, 1, file->sentences.size());
  };
  const std::u16string name = std::u16string(kStarterPrefix) + file->field;
  return replaceSource(batch, writer, name, stableHash(*bytes), summary, fill);
}

}  // namespace

Result<ImportSummary> Corpus::import(const std::vector<fs::path>& paths, const ReportReader& reader,
                                     const TextLoader& load, const Progress& progress) {
  ImportSummary summary;
  if (auto ready = m_state->prepareForMuch(); !ready) return std::unexpected(ready.error());
  const auto preparer = Preparer::load();
  if (!preparer) return std::unexpected(preparer.error());
  auto writer = CorpusWriter::make(m_state->database);
  if (!writer) return std::unexpected(writer.error());
  Batch batch(m_state->database);
  const auto files = filesOf(paths, summary.failed);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto text = load(files[i]);
    if (text) {
      const std::u16string name = toUtf16(files[i].string());
      const auto fill = [&](std::int64_t source) {
        const std::u16string prepared = preparer->prepare(*text);
        return FileImport(*writer, summary, name, prepared).add(source, reader);
      };
      const auto done =
          replaceSource(batch, *writer, name, stableHash(toUtf8(*text)), summary, fill);
      if (!done) return std::unexpected(done.error());
      ++summary.files;
    } else {
      summary.failed.push_back(text.error());
    }
    if (progress && !progress(i + 1, files.size())) break;
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

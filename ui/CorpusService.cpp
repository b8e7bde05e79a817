#include "ui/CorpusService.h"

#include "core/base/Resources.h"
#include "core/exchange/MarkedFile.h"
#include "core/suggest/CompletionModel.h"

namespace moxian {

CorpusService::CorpusService(ReportReader reader, QObject* parent)
    : QObject(parent), m_reader(std::move(reader)) {}

Result<Corpus> CorpusService::open(Corpus::Mode mode) {
  const auto folder = userDataFolder();
  if (!folder) return std::unexpected(folder.error());
  std::error_code failure;
  std::filesystem::create_directories(*folder, failure);
  if (failure) return fail(ErrorCode::FolderUnwritable, folder->string(), failure.message());
  return Corpus::open(*folder / "corpus.db", mode);
}

namespace {

/// A corpus that several computers share may be read by all and written by one.
bool isReadOnly(ErrorCode code) {
  return code == ErrorCode::FileUnwritable || code == ErrorCode::FolderUnwritable;
}

}  // namespace

std::filesystem::path CorpusService::takenFile() {
  const auto folder = userDataFolder();
  return folder ? *folder / "taken.txt" : std::filesystem::path();
}

void CorpusService::noteTaken(const Suggestion& suggestion) {
  if (m_taken == nullptr) return;
  auto taken = std::make_shared<TakenSentences>(*m_taken);
  taken->note(suggestion.name);
  m_taken = taken;
  m_keeper.run([taken] { return taken->save(takenFile()); },
               [this](const Result<void>& saved) {
                 if (!saved) Q_EMIT notKept(saved.error());
               });
}

Result<CorpusService::Opened> CorpusService::openAll() {
  auto corpus = open(Corpus::Mode::ReadWrite);
  const bool shared = !corpus && isReadOnly(corpus.error().code);
  if (shared) corpus = open(Corpus::Mode::ReadOnly);
  if (!corpus) return std::unexpected(corpus.error());
  if (!shared) {
    const auto starter = corpus->importStarter(resourceRoot() / "corpus");
    // another program is writing: what is there serves until the next start
    if (!starter && starter.error().code != ErrorCode::DatabaseBusy)
      return std::unexpected(starter.error());
  }
  auto suggester = Suggester::make(*corpus);
  if (!suggester) return std::unexpected(suggester.error());
  // A model that cannot be kept is made anew each time: slower, not wrong.
  const auto model = modelFileOf(*userDataFolder() / "corpus.db");
  const bool kept = updateModelFile(*corpus, model).has_value();
  auto completer = Completer::make(*corpus, kept ? model : std::filesystem::path());
  if (!completer) return std::unexpected(completer.error());
  auto taken = TakenSentences::load(takenFile());
  if (!taken) return std::unexpected(taken.error());
  const auto stats = corpus->stats();
  if (!stats) return std::unexpected(stats.error());
  return Opened{std::make_shared<const Suggester>(std::move(*suggester)),
                std::make_shared<const Completer>(std::move(*completer)),
                std::make_shared<const TakenSentences>(std::move(*taken)), stats->sentences};
}

void CorpusService::start() {
  m_state = State::Building;
  m_worker.run(
      &CorpusService::openAll, [this](Result<Opened> opened) { adopt(std::move(opened)); },
      [this](const QString& reason) {
        adopt(fail(ErrorCode::DatabaseFailed, "corpus.db", reason.toStdString()));
      });
}

void CorpusService::adopt(Result<Opened> opened) {
  m_state = opened ? State::Ready : State::Failed;
  m_error = opened ? std::nullopt : std::optional(opened.error());
  if (!opened) {
    Q_EMIT failed(opened.error());
    return;
  }
  m_suggester = std::move(opened->suggester);
  m_completer = std::move(opened->completer);
  // What was taken while the corpus was read again is not in the file yet.
  if (m_taken == nullptr) m_taken = std::move(opened->taken);
  m_sentences = opened->sentences;
  Q_EMIT ready();
}

Result<ImportSummary> CorpusService::import(const std::vector<std::filesystem::path>& paths,
                                            JobGate& gate) const {
  auto corpus = open(Corpus::Mode::ReadWrite);
  if (!corpus) return std::unexpected(corpus.error());
  const auto progress = [&gate](std::size_t done, std::size_t all) {
    return gate.report(all == 0 ? 0 : static_cast<double>(done) / static_cast<double>(all));
  };
  const auto load = [](const std::filesystem::path& file) { return readText(file); };
  return corpus->import(paths, m_reader, load, progress);
}

}  // namespace moxian

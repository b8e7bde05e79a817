#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/corpus/Corpus.h"
#include "core/suggest/Completer.h"
#include "core/suggest/Suggester.h"
#include "core/suggest/TakenSentences.h"
#include "ui/Busy.h"
#include "ui/Worker.h"

namespace moxian {

/// The user's corpus (corpus.db in the data folder) and the suggester made of it, shared by all
/// windows. The starter corpus is brought in at the first start, on a worker thread.
class CorpusService : public QObject {
  Q_OBJECT
 public:
  enum class State { Building, Ready, Failed };

  /// The user's corpus; made where it is missing and is to be written to. Any thread.
  [[nodiscard]] static Result<Corpus> open(Corpus::Mode mode);

  explicit CorpusService(ReportReader reader, QObject* parent = nullptr);

  /// Opens the corpus, brings the starter in where it is missing or has changed, and makes the
  /// suggester; ready() or failed() follows. A corpus that cannot be written is used as it is.
  void start();

  [[nodiscard]] State state() const { return m_state; }
  /// Why it failed; for windows that come after failed() did.
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  /// Null until ready() came for the first time.
  [[nodiscard]] std::shared_ptr<const Suggester> suggester() const { return m_suggester; }
  /// To be multiplied, see Completer::another(). Null until ready() came for the first time.
  [[nodiscard]] std::shared_ptr<const Completer> completer() const { return m_completer; }
  /// Which suggestions were taken before. Null until ready() came for the first time.
  [[nodiscard]] std::shared_ptr<const TakenSentences> taken() const { return m_taken; }
  /// A suggestion was taken; kept on a worker thread, notKept() if that fails.
  void noteTaken(const Suggestion& suggestion);
  [[nodiscard]] std::size_t sentences() const { return m_sentences; }

  /// Imports files and folders of text into the user's corpus. Any thread; stops after the file at
  /// work once the gate is cancelled.
  [[nodiscard]] Result<ImportSummary> import(const std::vector<std::filesystem::path>& paths,
                                             JobGate& gate) const;

 Q_SIGNALS:
  void ready();
  void failed(const Error& error);
  /// What was taken cannot be kept beyond this session.
  void notKept(const Error& error);

 private:
  struct Opened {
    std::shared_ptr<const Suggester> suggester;
    std::shared_ptr<const Completer> completer;
    std::shared_ptr<const TakenSentences> taken;
    std::size_t sentences = 0;
  };
  [[nodiscard]] static Result<Opened> openAll();
  void adopt(Result<Opened> opened);
  [[nodiscard]] static std::filesystem::path takenFile();

  ReportReader m_reader;
  State m_state = State::Building;
  std::optional<Error> m_error;
  std::shared_ptr<const Suggester> m_suggester;
  std::shared_ptr<const Completer> m_completer;
  std::shared_ptr<const TakenSentences> m_taken;
  std::size_t m_sentences = 0;
  Worker m_worker;
  Worker m_keeper;
};

}  // namespace moxian

#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "ui/CheckController.h"
#include "ui/CorpusService.h"
#include "ui/SuggestionsDock.h"
#include "ui/Worker.h"

namespace moxian {

class DraftEditor;

/// Fills the suggestions dock for the place of the cursor, or with other wordings of what is
/// selected: asks the suggester on a worker thread when the typing or the cursor rests, never while
/// an input method composes.
class SuggestController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller.
  SuggestController(DraftEditor& editor, CheckController& check, CorpusService& corpus,
                    SuggestionsDock& dock, QObject* parent = nullptr);

  /// Sentences for a part the draft lacks, whatever the cursor stands in.
  void suggestFor(Role role);

 private:
  void request();
  void ask();
  void showState();

  DraftEditor& m_editor;
  CheckController& m_check;
  CorpusService& m_corpus;
  SuggestionsDock& m_dock;
  QTimer m_rest;
  /// Where the worker looks up what the suggester does not keep.
  struct Lookup {
    std::optional<Corpus> corpus;
    [[nodiscard]] const Corpus* opened();
  };
  std::shared_ptr<Lookup> m_lookup = std::make_shared<Lookup>();
  bool m_asking = false;
  Worker m_worker;
};

}  // namespace moxian

#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "ui/CompletionFeed.h"
#include "ui/CorpusService.h"
#include "ui/Worker.h"

class QInputMethodEvent;
class QKeyEvent;

namespace moxian {

class CheckController;
class CompletionList;
class DraftEditor;

/// Offers how the sentence at the cursor goes on: the first candidate in grey behind the cursor while
/// typing, all of them in a list on demand. Predicts on a worker thread; while an input method
/// composes it neither predicts nor takes a key.
///
/// With grey text: Tab takes all of it, Ctrl+Right its next word, Esc hides it until the next key;
/// typing what it says leaves the rest of it standing.
class CompletionController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller.
  CompletionController(DraftEditor& editor, CheckController& check, CorpusService& corpus,
                       QObject* parent = nullptr);

  /// See settings::ghost.
  void setReadiness(const QString& code);
  /// Opens the list as soon as the candidates are there.
  void showList();

 Q_SIGNALS:
  /// The list was asked for and there is nothing to put in it.
  void nothingFound();
  /// What a screen reader is told: the grey text, the line of the list that is chosen.
  void announced(const QString& text);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  /// A place in a state of the draft.
  struct Place {
    int revision = -1;
    int position = -1;
    bool operator==(const Place&) const = default;
  };
  [[nodiscard]] Place place() const;
  [[nodiscard]] bool mayOffer() const;

  void adopt();
  void typed();
  void request();
  void ask();
  void arrived(Place asked, std::vector<Candidate> candidates);
  void offer();
  void close();
  bool handleKey(const QKeyEvent& key);
  void noteKey(const QKeyEvent& key);
  bool overridesShortcut(const QKeyEvent& key) const;
  void showGhost(const QString& text);
  void announce(const QString& text);
  void insert(const QString& text);
  [[nodiscard]] QString nextWord() const;

  DraftEditor& m_editor;
  CheckController& m_check;
  CorpusService& m_corpus;
  CompletionList* m_list;
  QTimer m_soon;
  std::optional<Eagerness> m_eagerness = Eagerness::Normal;  ///< nothing: no grey text
  std::shared_ptr<CompletionFeed> m_feed;  ///< used on the worker only
  std::vector<Candidate> m_candidates;
  Place m_known;           ///< where they belong
  Place m_ghostPlace;      ///< where the grey text stands
  QString m_ghost;         ///< the grey text, kept while the editor hides it to take in a key
  bool m_typing = false;   ///< the change at work comes from a key or an input method
  bool m_kept = false;     ///< the grey text is what is left of one that is being typed
  bool m_asking = false;
  bool m_listWanted = false;
  Worker m_worker;
};

}  // namespace moxian

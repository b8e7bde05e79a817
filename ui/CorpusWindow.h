#pragma once

#include <QDialog>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/corpus/Corpus.h"
#include "core/suggest/Suggester.h"
#include "ui/Worker.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTreeWidget;

namespace moxian {

class ImportController;
class NoticeBar;
struct Services;

/// The corpus: search it, mark favourites, keep phrases of one's own, look at a sentence in its
/// report, and see, add and remove sources. Stays open beside the draft. A corpus that cannot be
/// opened is told in the window and disturbs nothing else.
class CorpusWindow : public QDialog {
  Q_OBJECT
 public:
  /// `services` outlive the window.
  CorpusWindow(Services& services, QWidget* parent);

 Q_SIGNALS:
  /// To be put in at the cursor of the draft.
  void insertRequested(const Suggestion& suggestion);

 protected:
  /// The keys go to the words to search.
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* searchPage();
  QWidget* sourcesPage();
  QPushButton* button(const QString& text, const QString& name, std::function<void()> act);
  void search();
  void searched(Result<std::vector<CorpusSentence>> found);
  void showSentences(const Result<std::vector<CorpusSentence>>& found);
  void fillSources();
  void updateButtons();
  void insert();
  void turnFavourite();
  void showReport();
  void addPhrase();
  void removePhrase();
  void removeSource();
  void changed();
  [[nodiscard]] const CorpusSentence* chosen() const;
  [[nodiscard]] bool told(const Result<void>& done);
  void tell(const Error& error);

  Services& m_services;
  NoticeBar* m_notices;
  ImportController* m_import;
  /// The corpus as the worker searches it, kept open because it remembers what it read.
  struct Lookup {
    std::optional<Corpus> corpus;
    [[nodiscard]] Result<const Corpus*> opened();
  };
  std::shared_ptr<Lookup> m_lookup = std::make_shared<Lookup>();
  bool m_searching = false;
  bool m_again = false;  ///< what is asked for changed while searching
  int m_row = 0;         ///< to be chosen in what comes
  std::vector<CorpusSentence> m_sentences;
  QLineEdit* m_query = nullptr;
  QComboBox* m_scope = nullptr;
  QComboBox* m_role = nullptr;
  QListWidget* m_list = nullptr;
  QLabel* m_state = nullptr;
  QPushButton* m_insert = nullptr;
  QPushButton* m_favourite = nullptr;
  QPushButton* m_report = nullptr;
  QPushButton* m_removePhrase = nullptr;
  QTreeWidget* m_sources = nullptr;
  QPushButton* m_removeSource = nullptr;
  Worker m_worker;
};

}  // namespace moxian

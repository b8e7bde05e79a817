#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

#include "core/report/Outline.h"
#include "ui/NoticeBar.h"
#include "ui/ReviewDock.h"
#include "ui/Reviewer.h"

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolButton;

namespace moxian {

class CheckController;
class FileController;
class ReviewFiles;
struct Services;

/// Reviewing in a window: the menu 审阅 with its keys, the dock, the four views, and the marks on
/// their way between the editor, the checks and the file.
class ReviewController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller.
  ReviewController(QMainWindow& window, DraftEditor& editor, CheckController& check,
                   FileController& files, Services& services);

  [[nodiscard]] Reviewer& reviewer() { return m_reviewer; }
  [[nodiscard]] ReviewDock& dock() { return *m_dock; }
  [[nodiscard]] QMenu& menu() { return *m_menu; }
  [[nodiscard]] ReviewFiles& files() { return *m_files; }
  /// Sends findings as comments on their words; says how many there were.
  void commentFindings(const std::vector<Finding>& findings);
  /// Which text is checked and counted, for people; empty if the draft has no changes.
  [[nodiscard]] QString basis() const;
  void retranslate();

  /// All: everything in the draft. Simple: the final text with bars where something changed.
  /// Only the first can be edited; none changes the draft.
  enum class View { All, Simple, Final, Original };
  void setView(View view);
  [[nodiscard]] View view() const { return m_view; }
  /// Where the views that can only be read are shown; it looks as the editor does.
  [[nodiscard]] DraftEditor& reading() { return *m_reading; }

 Q_SIGNALS:
  /// See basis().
  void basisChanged(const QString& basis);
  /// Another view is shown: what it is read in and which text it holds (as basis()), or nothing.
  void readingChanged(moxian::DraftEditor* reading, const QString& basis);
  void message(const QString& text);
  /// Something that must not be overlooked.
  void notice(const moxian::Notice& notice);
  /// What the notices of a topic were about has passed.
  void passed(const QString& topic);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Item {
    QAction* action;
    const char* text;
    const char* tip;
  };
  QAction* add(const char* text, const char* tip, const QString& keys, std::function<void()> todo);
  void buildMenu();
  void connectFile(FileController& files);
  void connectCheck();
  [[nodiscard]] QString basisOf(bool original) const;
  [[nodiscard]] std::u16string readText() const;
  void tellReading();
  void leaveReading();
  void walk(bool forward);
  void walkComments(bool forward);
  void go(const std::vector<Reviewer::Stop>& stops, bool comments, bool forward);
  [[nodiscard]] bool atVisitedChange() const;
  void settleSelection(bool accept);
  void showTracking();
  void enableActions();
  QAction* needs(const std::function<bool()>& something, QAction* action);
  void chooseAuthor();
  void askAuthor(const QString& offered);
  void switchTracking(bool on);
  [[nodiscard]] Outline readingOutline() const;
  void setAgainstOriginal(bool on);
  void tellRivals(const Settlement& done);
  void followRivals();

  QMainWindow& m_window;
  DraftEditor& m_editor;
  CheckController& m_check;
  Services& m_services;
  Reviewer& m_reviewer;
  ReviewFiles* m_files;
  ReviewDock* m_dock;
  QMenu* m_menu;
  QActionGroup* m_views;
  DraftEditor* m_reading;     ///< shows the other views
  QToolButton* m_trackState;  ///< in the status bar
  QAction* m_track = nullptr;
  /// Actions that need something to work on, and whether it is there.
  std::vector<std::pair<QAction*, std::function<bool()>>> m_needing;
  QAction* m_original = nullptr;
  QAction* m_sheet = nullptr;
  QString m_basis;
  std::vector<Item> m_items;
  std::vector<Span> m_changedPlaces;  ///< of the simple view
  /// The comment or the change that was gone to last.
  struct Visited {
    bool comment = false;
    std::int64_t id = 0;
  };
  Visited m_visited;
  QTimer m_journal;
  bool m_toldRivals = false;  ///< the notice about them may stand there
  View m_view = View::All;
};

}  // namespace moxian

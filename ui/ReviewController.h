#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

#include "ui/ReviewDock.h"
#include "ui/Reviewer.h"

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace moxian {

class FileController;

/// Reviewing in a window: the menu 审阅 with its keys, the dock, the four views, and the marks on
/// their way between the editor and the file.
class ReviewController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller.
  ReviewController(QMainWindow& window, DraftEditor& editor, FileController& files);

  [[nodiscard]] Reviewer& reviewer() { return m_reviewer; }
  [[nodiscard]] ReviewDock& dock() { return *m_dock; }
  [[nodiscard]] QMenu& menu() { return *m_menu; }
  void retranslate();

  /// All: everything in the draft. Simple: the final text with bars where something changed.
  /// Only the first can be edited; none changes the draft.
  enum class View { All, Simple, Final, Original };
  void setView(View view);
  [[nodiscard]] View view() const { return m_view; }

 private:
  struct Item {
    QAction* action;
    const char* text;
    const char* tip;
  };
  QAction* add(const char* text, const char* tip, const QString& keys, std::function<void()> todo);
  void buildMenu();
  void connectFile(FileController& files);
  void walk(bool forward);
  void settleSelection(bool accept);
  void chooseAuthor();

  QMainWindow& m_window;
  DraftEditor& m_editor;
  Reviewer& m_reviewer;
  ReviewDock* m_dock;
  QMenu* m_menu;
  QActionGroup* m_views;
  DraftEditor* m_reading;  ///< shows the other views
  QAction* m_track = nullptr;
  std::vector<Item> m_items;
  std::vector<Span> m_changedPlaces;  ///< of the simple view
  QTimer m_journal;
  View m_view = View::All;
};

}  // namespace moxian

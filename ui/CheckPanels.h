#pragma once

#include <QDockWidget>
#include <QObject>

#include "ui/LedgerModel.h"
#include "ui/Worker.h"

class QAction;
class QMainWindow;
class QPushButton;
class QTableView;
class QTreeWidget;

namespace moxian {

class CheckController;
class DraftEditor;
class NoticeBar;
struct Services;

/// What goes beyond the list of findings: the figures of the draft, which measures answer which
/// problems, the comparison with last year and the check of a folder. Both docks are hidden until
/// asked for and cost nothing then.
class CheckPanels : public QObject {
  Q_OBJECT
 public:
  /// All outlive the panels; `window` owns them.
  CheckPanels(QMainWindow& window, DraftEditor& editor, CheckController& check,
              Services& services, NoticeBar& notices);

  [[nodiscard]] QAction* figuresAction() const { return m_figures->toggleViewAction(); }
  [[nodiscard]] QAction* problemsAction() const { return m_problems->toggleViewAction(); }
  void showFigures();
  void showProblems();
  /// Asks for last year's report and shows what the draft took over from it.
  void compareWithPrevious();
  /// Asks for a folder and opens the window with its drafts.
  void checkFolder();

 Q_SIGNALS:
  void openRequested(const QString& path);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildFigures();
  void buildProblems();
  void retranslate();
  void refresh();
  void fillFigures();
  void fillProblems();
  void addStub();
  void tellLikeness();

  QMainWindow& m_window;
  DraftEditor& m_editor;
  CheckController& m_check;
  Services& m_services;
  NoticeBar& m_notices;
  QDockWidget* m_figures;
  LedgerModel* m_ledger;
  QTableView* m_table;
  QDockWidget* m_problems;
  QTreeWidget* m_tree;
  QPushButton* m_stub;
  bool m_comparing = false;  ///< the likeness is to be told after the next check
  Worker m_worker;
};

}  // namespace moxian

#pragma once

#include <QMainWindow>
#include <QTimer>
#include <optional>

#include "core/check/Causes.h"
#include "core/store/OpenDocument.h"
#include "ui/Actions.h"
#include "ui/ExportController.h"
#include "ui/ScriptChange.h"
#include "ui/Services.h"

namespace moxian {

class CheckController;
class CheckPanels;
class CompletionController;
class CorpusWindow;
class RollOverController;
class DraftEditor;
class FileController;
class FindBar;
class FindingsDock;
class ImportController;
class Menus;
class NoticeBar;
class OpenSlotsDock;
class OutlineDock;
class RecentFiles;
class ReviewController;
class RewriteController;
class SkeletonController;
class StatusPanel;
class SuggestController;
class SuggestionsDock;

/// A window with one draft. It only joins the parts; each does its own work.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  /// `services` outlives the window.
  explicit MainWindow(Services& services, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// A further window, shown; with a file if `path` is not empty. A file that is open in a window
  /// already brings that window to the front; one that cannot be opened adds no window to others.
  static void show(Services& services, const QString& path = {});
  /// A further window, shown, with what a crash left of a draft.
  static void show(Services& services, OpenDocument::Opened recovered);
  /// A further window, shown, with a draft that has no file yet.
  static void show(Services& services, const MarkedDraft& draft,
                   const std::vector<Dismissal>& dismissals, const QString& name,
                   const QString& notice, bool decided);

  [[nodiscard]] DraftEditor& editor() { return *m_editor; }
  [[nodiscard]] CheckController& check() { return *m_check; }
  [[nodiscard]] FileController& files() { return *m_files; }
  [[nodiscard]] ReviewController& review() { return *m_review; }
  [[nodiscard]] NoticeBar& notices() { return *m_notices; }
  [[nodiscard]] const Actions& actionTable() const { return *m_actions; }
  /// Opens a file here, or in the window that has it.
  void openFile(const QString& path);

 protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  /// The windows on the screen.
  [[nodiscard]] static QList<MainWindow*> all();
  /// Brings the window that has a file to the front; false if none has.
  [[nodiscard]] static bool raiseWindowOf(const QString& path);
  void build();
  void placeDocks();
  void connectParts();
  void connectFiles();
  void connectDocument();
  void showVersions();
  void connectEditing();
  void connectRewriting();
  void connectView();
  void connectChecking();
  void connectSuggesting();
  void convertScript(ScriptChange change);
  void showCorpus();
  void insertSuggestion(const Suggestion& suggestion);
  void connectExport();
  void connectReview();
  void connectHelp();
  void on(Act act, std::function<void()> todo);

  void restoreWindow();
  void retranslate();
  void updateTitle();
  void openDropped(const QStringList& files);

  void showFindings();
  void jumpTo(const Finding& finding);
  void explain(const Finding& finding);
  void showRules();
  void walkFindings(bool forward);
  void applyFixAtCursor();
  void dismissAtCursor();
  void followCursor();
  void dismiss(const Cause& cause, bool everywhere, const QString& reason);
  void goOnFrom(std::size_t place);
  void dismissForOwnReason(const Cause& cause, bool everywhere);
  void applyFix(const Finding& finding, std::size_t fix);
  [[nodiscard]] Cause causeOf(const Finding& finding) const;
  [[nodiscard]] std::vector<Finding> findingsAt(std::size_t offset) const;
  [[nodiscard]] QString tipAt(std::size_t offset) const;
  void addFixes(QMenu& menu, std::size_t offset);

  void goToLine();
  void zoom(int points);
  void setFontSize(int points);
  void setPageColumn(bool on);
  void chooseFont();
  void nextPane();
  void switchLanguage(const QString& code);
  void focusSuggestions();
  void corpusFailed(const Error& error);
  /// Number of places that still wait for their content: placeholders and open slots.
  [[nodiscard]] qsizetype unfilled() const;
  [[nodiscard]] ExportController::Draft draft() const;

  Services& m_services;
  DraftEditor* m_editor;
  NoticeBar* m_notices;
  FindBar* m_find;
  CheckController* m_check;
  OutlineDock* m_outline;
  FindingsDock* m_findings;
  CheckPanels* m_panels;
  SuggestionsDock* m_suggestions;
  SuggestController* m_suggest;
  CompletionController* m_complete;
  OpenSlotsDock* m_slots;
  RewriteController* m_rewrite;
  RollOverController* m_rollOver;
  SkeletonController* m_skeleton;
  ReviewController* m_review = nullptr;
  RecentFiles* m_recent;
  FileController* m_files;
  ExportController* m_export;
  ImportController* m_import;
  Actions* m_actions;
  Menus* m_menus;
  StatusPanel* m_status;
  CorpusWindow* m_corpus = nullptr;  ///< made when first shown
  QTimer m_findingsLater;
  bool m_cursorMoved = false;  ///< since the findings were shown
};

}  // namespace moxian

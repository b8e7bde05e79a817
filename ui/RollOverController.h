#pragma once

#include <QObject>

#include "ui/NoticeBar.h"
#include "ui/Services.h"
#include "ui/Worker.h"

class QStatusBar;
class QToolButton;

namespace moxian {

class CheckController;
class DraftEditor;
class FileController;

/// Starts a draft from last year's report and counts what of it still waits to be filled in: a button
/// in the status bar that is there while the draft has slots and leads to the next one.
class RollOverController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller; `window` is the parent of its dialogs.
  RollOverController(DraftEditor& editor, CheckController& check, FileController& files,
                     Services& services, NoticeBar& notices, QStatusBar& bar, QWidget* window);

  /// Asks for last year's file and, about unsaved changes, the user; the file itself stays as it is.
  void start();
  void retranslate();

 private:
  void show(std::u16string_view lastYear, const QString& name);
  void count();

  DraftEditor& m_editor;
  CheckController& m_check;
  FileController& m_files;
  Services& m_services;
  NoticeBar& m_notices;
  QWidget* m_window;
  QToolButton* m_open;
  std::size_t m_slots = 0;
};

}  // namespace moxian

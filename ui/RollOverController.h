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
class OpenSlotsDock;

/// Starts a draft from last year's report and counts what of a draft still waits to be filled in: a
/// button in the status bar that is there while the draft has slots and leads to the next one, and a
/// list of them in a dock that opens with a roll-over.
class RollOverController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller; `window` is the parent of its dialogs.
  RollOverController(DraftEditor& editor, CheckController& check, FileController& files,
                     Services& services, NoticeBar& notices, OpenSlotsDock& dock,
                     QStatusBar& bar, QWidget* window);

  /// Asks for last year's file and, about unsaved changes, the user; the file itself stays as it is.
  void start();
  void showSlots();
  void retranslate();

 private:
  void show(std::u16string_view lastYear, const QString& name);
  void count();
  void showButton();

  DraftEditor& m_editor;
  CheckController& m_check;
  FileController& m_files;
  Services& m_services;
  NoticeBar& m_notices;
  OpenSlotsDock& m_dock;
  QWidget* m_window;
  QToolButton* m_open;
  std::size_t m_slots = 0;
};

}  // namespace moxian

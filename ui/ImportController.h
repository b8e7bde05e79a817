#pragma once

#include <QObject>
#include <QStringList>

#include "ui/NoticeBar.h"
#include "ui/Services.h"

namespace moxian {

/// Takes the user's earlier reports into his corpus, with progress and a way to stop.
class ImportController : public QObject {
  Q_OBJECT
 public:
  /// All outlive the controller; `window` is the parent of its dialogs.
  ImportController(Services& services, NoticeBar& notices, QWidget* window);

  void importFiles();
  void importFolder();

 private:
  void import(const QStringList& paths);
  void report(const ImportSummary& summary, bool stopped);

  Services& m_services;
  NoticeBar& m_notices;
  QWidget* m_window;
};

}  // namespace moxian

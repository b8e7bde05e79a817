#pragma once

#include <QDialog>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "core/check/Batch.h"
#include "ui/Worker.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace moxian {

struct Services;

/// The drafts of a folder, one row each: parts present, findings by severity and category. They are
/// checked on other threads while the window stands; a double click opens a draft.
class FolderWindow : public QDialog {
  Q_OBJECT
 public:
  /// `services` outlives the window.
  FolderWindow(Services& services, std::filesystem::path folder, QWidget* parent = nullptr);
  ~FolderWindow() override;

 Q_SIGNALS:
  void openRequested(const QString& path);

 private:
  void build();
  void start();
  void take(Result<CheckedFolder> folder);
  void addRow(const CheckedDraft& draft);
  void saveReport();

  Services& m_services;
  std::filesystem::path m_folder;
  QTableWidget* m_table;
  QProgressBar* m_progress;
  QLabel* m_total;
  QPushButton* m_save;
  std::vector<CheckedDraft> m_drafts;
  std::vector<LeftOut> m_leftOut;
  std::stop_source m_stop;
  Worker m_worker;
};

}  // namespace moxian

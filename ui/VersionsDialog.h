#pragma once

#include <QDialog>
#include <functional>

#include "ui/FileController.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTreeWidget;

namespace moxian {

/// The versions of a document and the files kept in it: name, compare, restore, remove.
class VersionsDialog : public QDialog {
  Q_OBJECT
 public:
  /// All outlive the dialog.
  VersionsDialog(FileController& files, Services& services, QWidget* parent = nullptr);

  /// Gives the text in the editor.
  void setPresent(std::function<std::u16string()> text) { m_present = std::move(text); }

 Q_SIGNALS:
  /// The draft is to read so, as one undo step.
  void restoreRequested(const std::u16string& text);

 private:
  void build();
  void fill();
  void choose();
  void saveVersion();
  void saveAsDocument();
  void compare();
  void restore();
  void rename();
  void remove();
  void takeOut();
  [[nodiscard]] std::vector<VersionInfo> chosen() const;
  [[nodiscard]] std::optional<std::u16string> textOf(const VersionInfo& version);
  [[nodiscard]] QString titleOf(const VersionInfo& version) const;
  void tell(const QString& title, const Error& error);

  FileController& m_files;
  Services& m_services;
  std::function<std::u16string()> m_present;
  QLabel* m_head;
  QTreeWidget* m_versions;
  QLabel* m_attachmentsLabel;
  QListWidget* m_attachments;
  QCheckBox* m_backups;
  QPushButton* m_save = nullptr;
  QPushButton* m_compare = nullptr;
  QPushButton* m_restore = nullptr;
  QPushButton* m_rename = nullptr;
  QPushButton* m_remove = nullptr;
  QPushButton* m_takeOut = nullptr;
};

}  // namespace moxian

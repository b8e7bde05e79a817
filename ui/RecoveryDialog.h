#pragma once

#include <QDialog>
#include <vector>

#include "core/store/OpenDocument.h"
#include "ui/Services.h"

class QPushButton;
class QTreeWidget;

namespace moxian {

/// Offers what a crash left of drafts: keep, discard or compare each, or leave them for later.
class RecoveryDialog : public QDialog {
  Q_OBJECT
 public:
  /// `services` outlives the dialog.
  RecoveryDialog(Services& services, std::vector<RecoverableDraft> drafts,
                 QWidget* parent = nullptr);

  /// The drafts that were kept, each to be shown in a window. To be called once, when it is closed.
  [[nodiscard]] std::vector<OpenDocument::Opened> takeKept() { return std::move(m_kept); }

 private:
  void build();
  void fill();
  void choose();
  void keep();
  void discard();
  void compare();
  [[nodiscard]] std::vector<std::size_t> chosen() const;
  void settle(std::size_t draft);
  [[nodiscard]] QString stateOf(const RecoverableDraft& draft) const;

  Services& m_services;
  std::vector<std::optional<RecoverableDraft>> m_drafts;  ///< nothing once it was dealt with
  std::vector<OpenDocument::Opened> m_kept;
  QTreeWidget* m_list;
  QPushButton* m_keep = nullptr;
  QPushButton* m_discard = nullptr;
  QPushButton* m_compare = nullptr;
};

/// Looks for drafts that a crash left and, where there are any, asks what to do with them. Gives
/// those to show in windows.
[[nodiscard]] std::vector<OpenDocument::Opened> recoverDrafts(Services& services);

}  // namespace moxian

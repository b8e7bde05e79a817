#pragma once

#include <QDockWidget>
#include <memory>
#include <string>

#include "core/report/Profile.h"
#include "ui/OutlineModel.h"

class QComboBox;
class QLabel;
class QListWidget;
class QTreeView;

namespace moxian {

/// The structure of the draft: its kind, the parts that kind requires with the state of each, and
/// the headings.
class OutlineDock : public QDockWidget {
  Q_OBJECT
 public:
  /// `profiles` outlives the dock.
  explicit OutlineDock(const Profiles& profiles, QWidget* parent = nullptr);

  /// `waiting`: the first check of the draft still runs, `outline` is empty.
  void setOutline(std::shared_ptr<const Outline> outline, std::u16string_view text, bool waiting);
  /// Follows the cursor: marks its heading and shows the parts of its report.
  void setCursor(int offset, int line);
  void setProfile(const QString& name);

 Q_SIGNALS:
  void jump(int offset);
  /// A required part that the draft lacks was clicked.
  void missingChosen(moxian::Role role);
  void profileChosen(const QString& name);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void retranslate();
  /// The report of the cursor; behind a report the writer goes on with it.
  [[nodiscard]] const Report* reportHere() const;
  void showHint();
  void showParts();
  void fillProfiles();
  [[nodiscard]] QString labelOf(const std::string& profile) const;

  const Profiles& m_profiles;
  std::shared_ptr<const Outline> m_outline;
  OutlineModel* m_model;
  QComboBox* m_profile;
  QLabel* m_profileLabel;
  QLabel* m_subject;
  QLabel* m_partsLabel;
  QListWidget* m_parts;
  QLabel* m_headingsLabel;
  QTreeView* m_tree;
  QLabel* m_hint;
  int m_line = 0;
  bool m_waiting = false;
};

}  // namespace moxian

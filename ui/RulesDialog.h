#pragma once

#include <QDialog>
#include <vector>

#include "core/check/RuleTable.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace moxian {

struct Services;

/// The rules page: every rule with its reason, source and example, and whether it runs. A change
/// holds at once and for all windows.
class RulesDialog : public QDialog {
  Q_OBJECT
 public:
  /// `services` outlives the dialog.
  explicit RulesDialog(Services& services, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// A rule was switched on or off; the settings hold which are off.
  void changed();

 private:
  void build();
  void fill();
  void describe(const QTreeWidgetItem* item);
  void store();

  Services& m_services;
  std::vector<RuleEntry> m_rules;
  QTreeWidget* m_tree;
  QLabel* m_text;
};

}  // namespace moxian

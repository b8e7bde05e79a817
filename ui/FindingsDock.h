#pragma once

#include <QDockWidget>

#include "ui/FindingsModel.h"

class QComboBox;
class QMenu;
class QPushButton;
class QToolButton;

namespace moxian {

class CardList;

/// The findings of the draft: filter, list, and a button that applies the fix of the chosen one.
class FindingsDock : public QDockWidget {
  Q_OBJECT
 public:
  explicit FindingsDock(const Language& language, QWidget* parent = nullptr);

  /// `waiting`: the first check of the draft still runs, so that no count means anything yet.
  void setFindings(const std::vector<Finding>& findings, const QTextDocument& document,
                   bool waiting);
  /// The shown finding after or before a selection, going round; nullptr if none is shown. From a
  /// finding that is selected in list and text it steps on; one that became the current one by
  /// makeNextCurrent is the next. Makes it the current one of the list.
  [[nodiscard]] const Finding* walk(Span here, bool forward);
  [[nodiscard]] CardList& list() { return *m_list; }
  /// How many findings are dismissed, for the menu.
  void setDismissed(std::size_t count);
  /// The finding that list, buttons and keys are about; nullptr if none is chosen.
  [[nodiscard]] const Finding* current() const;
  /// Makes a finding the current one of the list; false if the filter hides it.
  bool makeCurrent(const Finding& finding);
  /// Makes the first shown one that begins at a place or behind it the current one, going round,
  /// and keeps it so while findings come and go, until another one is chosen.
  void makeNextCurrent(std::size_t place);
  void clearCurrent();
  /// Offers to dismiss the current finding, as the button below the list does.
  void offerDismissing();
  [[nodiscard]] FindingsModel& model() { return *m_model; }

  /// Says in the title which text of a draft with changes was checked; empty if there is one.
  void setBasis(const QString& basis);

 Q_SIGNALS:
  /// The finding shall stand as a comment on its words.
  void commentRequested(const moxian::Finding& finding);
  /// The user went to a finding. It is a copy: the rows may change meanwhile.
  void jump(const Finding& finding);
  /// He wants a fix of it; `fix` is its index.
  void fixRequested(const Finding& finding, std::size_t fix);
  /// He wants it left as it is, at its places or wherever its words stand.
  void dismissRequested(const Cause& cause, bool everywhere, const QString& reason);
  /// The same for a reason of his own, which he is to be asked for.
  void ownReasonRequested(const Cause& cause, bool everywhere);
  /// He wants all dismissed findings back.
  void restoreRequested();
  /// He asks why it is one.
  void explainRequested(const Finding& finding);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void retranslate();
  void updateCounts();
  void updateButtons();
  void fillCategories();
  void showMenu(const QPoint& at);
  void fillDismissMenu();
  void addDismissing(QMenu& menu, const Cause& chosen, bool everywhere);
  void addRestore(QMenu& menu);
  void choose(const QModelIndex& index);
  [[nodiscard]] const Finding* at(const QModelIndex& index) const;
  [[nodiscard]] const Cause* causeAt(const QModelIndex& index) const;
  [[nodiscard]] QModelIndex next(std::size_t place) const;
  [[nodiscard]] QString titleOf(const Fix& fix) const;

  const Language& m_language;
  FindingsModel* m_model;
  FindingsFilter* m_filter;
  CardList* m_list;
  std::array<QToolButton*, 3> m_severities{};
  QComboBox* m_categories;
  QPushButton* m_fix;
  QPushButton* m_dismiss;
  bool m_waiting = false;
  bool m_blank = true;  ///< nothing is written yet
  std::size_t m_dismissed = 0;
  std::optional<std::size_t> m_nextFrom;  ///< the current one is the next from here, not visited
  QString m_basis;
};

}  // namespace moxian

#pragma once

#include <QDockWidget>
#include <optional>

#include "core/report/Outline.h"
#include "ui/SuggestionsModel.h"

class QComboBox;
class QPushButton;

namespace moxian {

class CardList;

/// Sentences of the corpus for the place of the cursor. Enter or a double click puts one in.
class SuggestionsDock : public QDockWidget {
  Q_OBJECT
 public:
  explicit SuggestionsDock(QWidget* parent = nullptr);

  void setSuggestions(std::vector<Suggestion> suggestions);
  /// The role at the cursor, shown beside "by the cursor", and whether the sentences are other
  /// wordings of what is selected.
  void setPlace(Role role, bool rewording);
  /// The role the user chose instead of that at the cursor.
  [[nodiscard]] std::optional<Role> chosenRole() const;
  void chooseRole(std::optional<Role> role);
  /// Said where the list is empty; empty: no sentence fits.
  void setState(const QString& state);
  [[nodiscard]] CardList& list() { return *m_list; }

 Q_SIGNALS:
  void insertRequested(const Suggestion& suggestion);
  void roleChosen();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void fillRoles();
  [[nodiscard]] QString placeLabel() const;
  void choose(const QModelIndex& index);

  SuggestionsModel* m_model;
  CardList* m_list;
  QComboBox* m_roles;
  QPushButton* m_insert;
  QString m_state;
  Role m_roleAtCursor = Role::WorkDone;
  bool m_rewording = false;
};

}  // namespace moxian

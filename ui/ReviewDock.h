#pragma once

#include <QAbstractListModel>
#include <QDockWidget>
#include <QPlainTextEdit>
#include <cstdint>
#include <vector>

#include "ui/Reviewer.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace moxian {

class CardList;

/// A change or a comment as a row of the list.
struct ReviewEntry {
  bool comment = false;
  bool reply = false;
  bool resolved = false;
  bool detached = false;
  std::int64_t id = 0;
  Span span;
  std::string author;
  QString text;
  QString detail;
  ChangeKind kind = ChangeKind::Insertion;
};

/// What shows in the list, by place in the draft.
class ReviewModel : public QAbstractListModel {
  Q_OBJECT
 public:
  using QAbstractListModel::QAbstractListModel;
  void setEntries(std::vector<ReviewEntry> entries);
  [[nodiscard]] const ReviewEntry& entry(int row) const {
    return m_entries.at(static_cast<std::size_t>(row));
  }
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<ReviewEntry> m_entries;
};

/// The changes and comments of a draft: filter, accept, reject, answer, resolve. In the list Enter
/// goes to the place, A accepts, R rejects, Delete removes a comment.
class ReviewDock : public QDockWidget {
  Q_OBJECT
 public:
  explicit ReviewDock(Reviewer& reviewer, QWidget* parent = nullptr);

  /// Opens the box for a comment on the selection.
  void beginComment();
  [[nodiscard]] CardList& list() { return *m_list; }
  void refresh();

 Q_SIGNALS:
  void jump(Span span);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void retranslate();
  void fillAuthors();
  [[nodiscard]] std::vector<ReviewEntry> entries();
  [[nodiscard]] bool shows(const ReviewEntry& entry) const;
  [[nodiscard]] const ReviewEntry* current() const;
  void settle(bool accept);
  void say();
  void toggleResolved();
  void updateButtons();

  Reviewer& m_reviewer;
  ReviewModel* m_model;
  CardList* m_list;
  QComboBox* m_kinds;
  QComboBox* m_authors;
  QLabel* m_counts;
  QPushButton* m_accept;
  QPushButton* m_reject;
  QPushButton* m_resolve;
  QPushButton* m_say;
  QPlainTextEdit* m_words;
};

}  // namespace moxian

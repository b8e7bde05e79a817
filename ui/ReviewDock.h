#pragma once

#include <QAbstractListModel>
#include <QDate>
#include <QDockWidget>
#include <QPlainTextEdit>
#include <QTimer>
#include <cstdint>
#include <vector>

#include "core/review/Sections.h"
#include "ui/Reviewer.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace moxian {

class CardList;

/// A change, a comment or the heading of a section as a row of the list.
struct ReviewEntry {
  bool header = false;
  bool comment = false;
  bool reply = false;
  bool resolved = false;
  bool detached = false;
  bool rival = false;  ///< it excludes another change
  std::int64_t id = 0;
  Span span;
  std::string author;
  QDate day;
  QString text;
  QString detail;
  QString whole = {};  ///< all that is said, for a tip; empty where `text` shows it
  ChangeKind kind = ChangeKind::Insertion;

  /// True if both are about the same thing and look alike.
  [[nodiscard]] bool looksLike(const ReviewEntry& other) const;
};

/// What shows in the list, by place in the draft. Rows that stay are kept when the entries are set
/// anew.
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
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  std::vector<ReviewEntry> m_entries;
};

/// The changes and comments of a draft by section: filter, accept, reject, answer, resolve. In the
/// list Enter goes to the place, A accepts, R rejects, with Shift all that are listed, E resolves a
/// comment or opens it again, Delete removes it.
class ReviewDock : public QDockWidget {
  Q_OBJECT
 public:
  explicit ReviewDock(Reviewer& reviewer, QWidget* parent = nullptr);

  /// Shows the dock before those that share its place.
  void bringForward();
  /// Chooses a comment or a change; none if that is not listed.
  void choose(std::int64_t id, bool comment);
  /// Opens the box for a comment on the selection.
  void beginComment();
  [[nodiscard]] CardList& list() { return *m_list; }
  void refresh();
  /// The sections that the list is grouped by.
  void setSections(Sections sections);
  [[nodiscard]] const Sections& sections() const { return m_sections; }

 Q_SIGNALS:
  /// The user asks for the place of a comment or a change.
  void jump(const moxian::ReviewEntry& entry);
  /// A comment or reply was sent.
  void said();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  /// What a filter offers beside "all".
  struct Choice {
    QString text;
    QVariant value;
  };
  void build();
  void buildFilters();
  void fitWords();
  void retranslate();
  void fill(QComboBox& box, const QString& all, const std::vector<Choice>& choices);
  void fillPeopleAndDays(const std::vector<ReviewEntry>& all);
  [[nodiscard]] std::vector<ReviewEntry> entries();
  [[nodiscard]] ReviewEntry entryOf(const TrackedChange& change, bool rival) const;
  [[nodiscard]] ReviewEntry entryOf(const Comment& comment) const;
  [[nodiscard]] bool shows(const ReviewEntry& entry) const;
  [[nodiscard]] std::vector<ReviewEntry> grouped(std::vector<ReviewEntry> shown) const;
  [[nodiscard]] const ReviewEntry* current() const;
  /// The row of a comment or a change; not valid if that is not listed.
  [[nodiscard]] QModelIndex rowOf(std::int64_t id, bool comment) const;
  void select(const ReviewEntry* before, int row);
  void settle(bool accept);
  void settleListed(bool accept);
  void say();
  void toggleResolved();
  void updateButtons();
  bool handleKey(const QKeyEvent& key);

  Reviewer& m_reviewer;
  Sections m_sections;
  std::size_t m_rivalPlaces = 0;  ///< where changes exclude each other
  QTimer m_later;                 ///< the list is made anew when typing pauses
  ReviewModel* m_model;
  CardList* m_list;
  QToolButton* m_filter;  ///< opens what follows, up to the buttons for all that is listed
  QWidget* m_filters;
  QComboBox* m_kinds;
  QComboBox* m_authors;
  QComboBox* m_days;
  QComboBox* m_states;
  QLabel* m_counts;
  QPushButton* m_accept;
  QPushButton* m_reject;
  QPushButton* m_acceptListed;
  QPushButton* m_rejectListed;
  QPushButton* m_resolve;
  QPushButton* m_say;
  QPlainTextEdit* m_words;
};

}  // namespace moxian

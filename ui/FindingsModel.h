#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTextDocument>
#include <optional>
#include <vector>

#include "core/check/Causes.h"
#include "ui/Language.h"

namespace moxian {

/// The findings of a draft as a table: message, category, line; a row is a cause, at the first of
/// its places. Rows that stay are kept when the findings are set anew, so that
/// selection and scroll position last while somebody types.
class FindingsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { MessageColumn, CategoryColumn, LineColumn, ColumnCount };

  /// `language` outlives the model.
  explicit FindingsModel(const Language& language, QObject* parent = nullptr);

  /// `findings` in ascending order of place, with offsets in `document`.
  void setFindings(const std::vector<Finding>& findings, const QTextDocument& document);
  [[nodiscard]] const Finding& finding(int row) const { return m_rows[row].cause.finding; }
  [[nodiscard]] const Cause& cause(int row) const { return m_rows[row].cause; }
  /// True if a row is about a finding, alone or with others of its cause.
  [[nodiscard]] bool covers(int row, const Finding& finding) const;
  /// Rows of a severity.
  [[nodiscard]] int count(Severity severity) const;
  /// Builds the sentences again, in the present language.
  void retranslate();

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  struct Row {
    Cause cause;
    int line = 1;  ///< from 1
    QString message;
  };
  [[nodiscard]] static bool alike(const Cause& cause, const Row& row);
  [[nodiscard]] QString sentence(const Row& row) const;
  [[nodiscard]] QString text(const Row& row, int column) const;
  /// Brings the rows to the present places and fixes; `causes` are as many as they.
  void refresh(std::vector<Cause> causes, const QTextDocument& document);
  /// True if the row looks different now.
  [[nodiscard]] static bool take(Row& row, Cause cause, const QTextDocument& document);

  const Language& m_language;
  std::vector<Row> m_rows;
};

/// Shows only some severities and, where one is set, one category.
class FindingsFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void setShown(Severity severity, bool shown);
  void setCategory(std::optional<Category> category);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  std::array<bool, 3> m_shown{true, true, true};
  std::optional<Category> m_category;
};

}  // namespace moxian

#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/suggest/Suggester.h"

namespace moxian {

/// Sentences to insert, best first.
class SuggestionsModel : public QAbstractListModel {
  Q_OBJECT
 public:
  using QAbstractListModel::QAbstractListModel;

  void setSuggestions(std::vector<Suggestion> suggestions);
  [[nodiscard]] const Suggestion& suggestion(int row) const {
    return m_suggestions[static_cast<std::size_t>(row)];
  }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<Suggestion> m_suggestions;
};

}  // namespace moxian

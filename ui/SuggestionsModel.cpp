#include "ui/SuggestionsModel.h"

#include <algorithm>

#include "ui/Cards.h"
#include "ui/Labels.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

void SuggestionsModel::setSuggestions(std::vector<Suggestion> suggestions) {
  // The same list keeps its selection and scroll position.
  if (std::ranges::equal(suggestions, m_suggestions, {}, &Suggestion::text, &Suggestion::text))
    return;
  beginResetModel();
  m_suggestions = std::move(suggestions);
  endResetModel();
}

int SuggestionsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_suggestions.size());
}

QVariant SuggestionsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Suggestion& suggestion = m_suggestions[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return toQString(suggestion.text);
    case Qt::ToolTipRole:
      return tr("来源：%1").arg(toQString(suggestion.source));
    case CardDetailRole:
      return QString(label(suggestion.role) + u" · "_s + toQString(suggestion.source));
    default:
      return {};
  }
}

}  // namespace moxian

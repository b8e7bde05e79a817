#include "ui/SuggestionsDock.h"

#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/Cards.h"
#include "ui/Labels.h"

namespace moxian {

using namespace Qt::StringLiterals;

SuggestionsDock::SuggestionsDock(QWidget* parent)
    : QDockWidget(parent),
      m_model(new SuggestionsModel(this)),
      m_list(new CardList(5)),
      m_roles(new QComboBox),
      m_insert(new QPushButton) {
  setObjectName(u"suggestionsDock"_s);
  m_list->setObjectName(u"suggestionsList"_s);
  m_insert->setObjectName(u"insertSuggestion"_s);
  m_list->setModel(m_model);
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(6, 4, 6, 4);
  head->addWidget(m_roles, 1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(6, 4, 6, 6);
  foot->addWidget(m_insert, 1);
  column->addLayout(head);
  column->addWidget(m_list, 1);
  column->addLayout(foot);
  setWidget(body);
  retranslate();

  connect(m_list, &CardList::chosen, this, &SuggestionsDock::choose);
  connect(m_insert, &QPushButton::clicked, this, [this] { choose(m_list->currentIndex()); });
  connect(m_roles, &QComboBox::activated, this, &SuggestionsDock::roleChosen);
  const auto enable = [this] { m_insert->setEnabled(m_list->currentIndex().isValid()); };
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, enable);
  connect(m_model, &QAbstractItemModel::modelReset, this, enable);
  enable();
}

void SuggestionsDock::setSuggestions(std::vector<Suggestion> suggestions) {
  m_model->setSuggestions(std::move(suggestions));
  m_list->setHint(m_state.isEmpty() ? tr("语料库里没有合适的句子") : m_state);
}

void SuggestionsDock::setPlace(Role role, bool rewording) {
  if (role == m_roleAtCursor && rewording == m_rewording) return;
  m_roleAtCursor = role;
  m_rewording = rewording;
  m_roles->setItemText(0, placeLabel());
  m_insert->setText(rewording ? tr("替换所选文字") : tr("插入这一句"));
}

QString SuggestionsDock::placeLabel() const {
  return m_rewording ? tr("换个说法：%1").arg(label(m_roleAtCursor))
                     : tr("光标处：%1").arg(label(m_roleAtCursor));
}

std::optional<Role> SuggestionsDock::chosenRole() const {
  const QVariant chosen = m_roles->currentData();
  return chosen.isValid() ? std::optional(static_cast<Role>(chosen.toInt())) : std::nullopt;
}

void SuggestionsDock::chooseRole(std::optional<Role> role) {
  m_roles->setCurrentIndex(role ? m_roles->findData(static_cast<int>(*role)) : 0);
  Q_EMIT roleChosen();
}

void SuggestionsDock::setState(const QString& state) {
  m_state = state;
  m_list->setHint(m_state.isEmpty() ? tr("语料库里没有合适的句子") : m_state);
}

void SuggestionsDock::choose(const QModelIndex& index) {
  if (!index.isValid()) return;
  const Suggestion chosen = m_model->suggestion(index.row());  // inserting it changes the list
  Q_EMIT insertRequested(chosen);
}

void SuggestionsDock::fillRoles() {
  const QSignalBlocker quiet(m_roles);
  const int before = std::max(m_roles->currentIndex(), 0);
  m_roles->clear();
  m_roles->addItem(placeLabel());
  for (const Role role :
       {Role::Intro, Role::WorkDone, Role::Problems, Role::NextSteps, Role::Closing})
    m_roles->addItem(label(role), static_cast<int>(role));
  m_roles->setCurrentIndex(before);
}

void SuggestionsDock::changeEvent(QEvent* event) {
  QDockWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SuggestionsDock::retranslate() {
  setWindowTitle(tr("写作建议"));
  m_list->setAccessibleName(tr("写作建议"));
  m_roles->setAccessibleName(tr("建议用于哪一部分"));
  m_roles->setToolTip(tr("建议用于哪一部分"));
  m_insert->setText(m_rewording ? tr("替换所选文字") : tr("插入这一句"));
  m_insert->setToolTip(tr("插入到光标处；Tab 键依次填写〔　〕"));
  fillRoles();
  setState(m_state);
}

}  // namespace moxian

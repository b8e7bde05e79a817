#include "ui/FindingsDock.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <set>

#include "ui/Cards.h"
#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Labels.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

FindingsDock::FindingsDock(const Language& language, QWidget* parent)
    : QDockWidget(parent),
      m_language(language),
      m_model(new FindingsModel(language, this)),
      m_filter(new FindingsFilter(this)),
      m_list(new CardList(4)),
      m_categories(new QComboBox),
      m_fix(new QPushButton),
      m_dismiss(new QPushButton) {
  setObjectName(u"findingsDock"_s);
  m_list->setObjectName(u"findingsList"_s);
  m_fix->setObjectName(u"applyFix"_s);
  m_dismiss->setObjectName(u"dismissFinding"_s);
  m_filter->setSourceModel(m_model);
  m_list->setModel(m_filter);
  m_list->setContextMenuPolicy(Qt::CustomContextMenu);
  build();
  retranslate();
  connect(m_list, &CardList::clicked, this, [this](const QModelIndex& index) {
    if (const Finding* finding = at(index)) Q_EMIT jump(Finding(*finding));
  });
  connect(m_list, &CardList::chosen, this, &FindingsDock::choose);
  connect(m_list, &QWidget::customContextMenuRequested, this, &FindingsDock::showMenu);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    m_nextFrom.reset();
    updateButtons();
  });
  connect(m_fix, &QPushButton::clicked, this, [this] { choose(m_list->currentIndex()); });
  connect(m_categories, &QComboBox::currentIndexChanged, this, [this] {
    const QVariant chosen = m_categories->currentData();
    m_filter->setCategory(chosen.isValid() ? std::optional(static_cast<Category>(chosen.toInt()))
                                           : std::nullopt);
  });
}

void FindingsDock::build() {
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(6, 4, 6, 4);
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::toggled, this,
            [this, severity](bool shown) { m_filter->setShown(severity, shown); });
    m_severities.at(static_cast<std::size_t>(severity)) = button;
    bar->addWidget(button);
  }
  bar->addStretch();
  m_categories->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  bar->addWidget(m_categories);
  column->addLayout(bar);
  column->addWidget(m_list, 1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(6, 4, 6, 6);
  foot->addWidget(m_fix, 1);
  m_dismiss->setMenu(new QMenu(m_dismiss));
  connect(m_dismiss->menu(), &QMenu::aboutToShow, this, &FindingsDock::fillDismissMenu);
  foot->addWidget(m_dismiss);
  column->addLayout(foot);
  setWidget(body);
}

void FindingsDock::setFindings(const std::vector<Finding>& findings, const QTextDocument& document,
                               bool waiting) {
  m_waiting = waiting;
  m_blank = document.isEmpty();
  const std::optional<std::size_t> nextFrom = m_nextFrom;
  const QPersistentModelIndex before = m_list->currentIndex();
  const std::optional<Finding> chosen =
      before.isValid() ? std::optional(*at(before)) : std::nullopt;
  m_model->setFindings(findings, document);
  if (nextFrom) {
    makeNextCurrent(*nextFrom);
  } else if (chosen && !before.isValid() && !makeCurrent(*chosen)) {
    clearCurrent();  // the list would choose one of its own
  }
  updateCounts();
  fillCategories();
  updateButtons();
}

void FindingsDock::setDismissed(std::size_t count) {
  m_dismissed = count;
  updateButtons();
}

bool FindingsDock::makeCurrent(const Finding& finding) {
  for (int row = 0; row < m_filter->rowCount(); ++row) {
    const QModelIndex index = m_filter->index(row, 0);
    if (!m_model->covers(m_filter->mapToSource(index).row(), finding)) continue;
    m_nextFrom.reset();
    m_list->setCurrentIndex(index);
    return true;
  }
  return false;
}

void FindingsDock::makeNextCurrent(std::size_t place) {
  if (const QModelIndex index = next(place); index.isValid()) m_list->setCurrentIndex(index);
  m_nextFrom = place;
}

void FindingsDock::clearCurrent() {
  m_list->selectionModel()->clear();
  m_nextFrom.reset();
}

const Finding* FindingsDock::current() const {
  return at(m_list->currentIndex());
}

QModelIndex FindingsDock::next(std::size_t place) const {
  const int rows = m_filter->rowCount();
  int row = 0;
  while (row < rows && at(m_filter->index(row, 0))->span.begin < place) ++row;
  return m_filter->index(row == rows ? 0 : row, 0);
}

void FindingsDock::offerDismissing() {
  show();
  raise();
  m_dismiss->menu()->exec(m_dismiss->mapToGlobal(QPoint(0, m_dismiss->height())));
}

void FindingsDock::fillDismissMenu() {
  QMenu& menu = *m_dismiss->menu();
  menu.clear();
  if (const Cause* cause = causeAt(m_list->currentIndex())) {
    const Cause chosen = *cause;
    addDismissing(menu, chosen, false);
    addDismissing(menu, chosen, true);
  }
  addRestore(menu);
}

const Finding* FindingsDock::walk(Span here, bool forward) {
  const int rows = m_filter->rowCount();
  if (rows == 0) return nullptr;
  const auto begin = [this](int i) { return at(m_filter->index(i, 0))->span.begin; };
  const Finding* now = current();
  int row = 0;
  if (forward && now != nullptr && m_nextFrom) {
    row = m_list->currentIndex().row();
  } else if (now != nullptr && now->span == here) {
    row = m_list->currentIndex().row() + (forward ? 1 : -1);
  } else {
    while (row < rows && begin(row) < here.begin) ++row;
    if (!forward) --row;
  }
  const QModelIndex index = m_filter->index((row + rows) % rows, 0);
  m_nextFrom.reset();
  m_list->setCurrentIndex(index);
  return at(index);
}

const Finding* FindingsDock::at(const QModelIndex& index) const {
  const Cause* cause = causeAt(index);
  return cause == nullptr ? nullptr : &cause->finding;
}

const Cause* FindingsDock::causeAt(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  return &m_model->cause(m_filter->mapToSource(index).row());
}

void FindingsDock::choose(const QModelIndex& index) {
  const Finding* finding = at(index);
  if (finding == nullptr) return;
  const Finding chosen = *finding;  // applying it changes the rows
  if (chosen.fixes.empty())
    Q_EMIT jump(chosen);
  else
    Q_EMIT fixRequested(chosen, 0);
}

void FindingsDock::addDismissing(QMenu& menu, const Cause& chosen, bool everywhere) {
  const std::size_t places = chosen.places.size();
  const QString here = places > 1 ? tr("这 %1 处都不再提示").arg(places) : tr("这一处不再提示");
  QMenu* reasons = menu.addMenu(everywhere ? tr("全文都不再提示这几个字") : here);
  for (const QString& reason : {tr("原文就是这样"), tr("专用名称"), tr("习惯写法"), tr("提示有误")})
    connect(reasons->addAction(reason), &QAction::triggered, this,
            [this, chosen, everywhere, reason] {
              Q_EMIT dismissRequested(chosen, everywhere, reason);
            });
  connect(reasons->addAction(tr("其他原因…")), &QAction::triggered, this,
          [this, chosen, everywhere] { Q_EMIT ownReasonRequested(chosen, everywhere); });
}

void FindingsDock::addRestore(QMenu& menu) {
  if (m_dismissed == 0) return;
  connect(menu.addAction(tr("恢复 %1 条不再提示的问题").arg(m_dismissed)), &QAction::triggered,
          this, &FindingsDock::restoreRequested);
}

void FindingsDock::showMenu(const QPoint& where) {
  const Cause* cause = causeAt(m_list->indexAt(where));
  QMenu menu(this);
  menu.setObjectName(u"findingMenu"_s);
  if (cause == nullptr) {
    addRestore(menu);
    if (!menu.isEmpty()) menu.exec(m_list->viewport()->mapToGlobal(where));
    return;
  }
  const Cause whole = *cause;  // the rows may change meanwhile
  const Finding& chosen = whole.finding;
  connect(menu.addAction(tr("转到此处")), &QAction::triggered, this,
          [this, chosen] { Q_EMIT jump(chosen); });
  menu.addSeparator();
  for (std::size_t i = 0; i < chosen.fixes.size(); ++i)
    connect(menu.addAction(titleOf(chosen.fixes[i])), &QAction::triggered, this,
            [this, chosen, i] { Q_EMIT fixRequested(chosen, i); });
  menu.addSeparator();
  connect(menu.addAction(tr("为什么提示…")), &QAction::triggered, this,
          [this, chosen] { Q_EMIT explainRequested(chosen); });
  connect(menu.addAction(tr("发成批注")), &QAction::triggered, this,
          [this, chosen] { Q_EMIT commentRequested(chosen); });
  addDismissing(menu, whole, false);
  addDismissing(menu, whole, true);
  addRestore(menu);
  menu.exec(m_list->viewport()->mapToGlobal(where));
}

QString FindingsDock::titleOf(const Fix& fix) const {
  return fromUtf8(title(fix, m_language.messages()));
}

void FindingsDock::updateCounts() {
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
    QToolButton* button = m_severities.at(static_cast<std::size_t>(severity));
    const int count = m_model->count(severity);
    button->setText(m_waiting ? QString() : QString::number(count));
    button->setAccessibleName(m_waiting ? label(severity)
                                        : tr("%1 %2 处").arg(label(severity)).arg(count));
    button->setToolTip(tr("显示或隐藏：%1").arg(label(severity)));
  }
  if (m_model->rowCount() > 0)
    m_list->setHint(tr("问题都被筛选条件隐藏了"));
  else
    m_list->setHint(m_waiting ? tr("正在检查…")
                    : m_blank ? tr("还没有可检查的内容")
                              : tr("没有发现问题"));
}

void FindingsDock::updateButtons() {
  const Finding* finding = at(m_list->currentIndex());
  const bool fixable = finding != nullptr && !finding->fixes.empty();
  m_fix->setEnabled(fixable);
  m_fix->setText(fixable ? titleOf(finding->fixes.front()) : tr("自动修改"));
  m_fix->setToolTip(fixable ? m_fix->text() : tr("先在上面选一条可以自动修改的问题"));
  m_dismiss->setText(tr("不再提示"));
  m_dismiss->setEnabled(finding != nullptr || m_dismissed > 0);
  m_dismiss->setToolTip(finding != nullptr ? tr("写明原因，不再提示这个问题")
                                           : tr("先在上面选一条不用改的问题"));
}

void FindingsDock::fillCategories() {
  std::set<Category> present;
  for (int row = 0; row < m_model->rowCount(); ++row)
    present.insert(m_model->finding(row).category);
  const QVariant before = m_categories->currentData();
  if (before.isValid()) present.insert(static_cast<Category>(before.toInt()));
  if (m_categories->count() == static_cast<int>(present.size()) + 1) {
    bool same = true;
    for (const Category category : present)
      same = same && m_categories->findData(static_cast<int>(category)) >= 0;
    if (same) return;
  }
  const QSignalBlocker quiet(m_categories);
  m_categories->clear();
  m_categories->addItem(tr("全部类别"));
  for (const Category category : present)
    m_categories->addItem(label(category), static_cast<int>(category));
  m_categories->setCurrentIndex(before.isValid() ? m_categories->findData(before) : 0);
}

void FindingsDock::setBasis(const QString& basis) {
  m_basis = basis;
  setWindowTitle(basis.isEmpty() ? tr("检查结果") : tr("检查结果（%1的文字）").arg(basis));
}

void FindingsDock::changeEvent(QEvent* event) {
  QDockWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void FindingsDock::retranslate() {
  setBasis(m_basis);
  m_list->setAccessibleName(tr("检查结果"));
  m_categories->setAccessibleName(tr("按类别筛选"));
  m_categories->setToolTip(tr("只显示一类问题"));
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint})
    m_severities.at(static_cast<std::size_t>(severity))
        ->setIcon(icon(fromUtf8(name(severity)), colourOf(severity, palette())));
  m_model->retranslate();
  {
    const QSignalBlocker quiet(m_categories);
    const QVariant before = m_categories->currentData();
    m_categories->clear();
    m_categories->addItem(tr("全部类别"));
    if (before.isValid()) {
      m_categories->addItem(label(static_cast<Category>(before.toInt())), before);
      m_categories->setCurrentIndex(1);
    }
  }
  fillCategories();
  updateCounts();
  updateButtons();
}

}  // namespace moxian

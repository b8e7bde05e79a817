#include "ui/CheckPanels.h"

#include <QFileInfo>
#include <QEvent>
#include <QHeaderView>
#include <QMainWindow>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/check/Previous.h"
#include "core/check/ProblemMap.h"
#include "core/exchange/MarkedFile.h"
#include "ui/CheckController.h"
#include "ui/DraftEditor.h"
#include "ui/FolderWindow.h"
#include "ui/Labels.h"
#include "ui/NoticeBar.h"
#include "ui/RecentFiles.h"
#include "ui/Services.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBegin = Qt::UserRole;     // of an item in the text that is checked
constexpr int kEnd = Qt::UserRole + 1;
constexpr int kStub = Qt::UserRole + 2;  // text to add for an unanswered problem
constexpr int kStubAt = Qt::UserRole + 3;

const Measures* measures() {
  static const Result<Measures> loaded = Measures::load();
  return loaded ? &*loaded : nullptr;
}

QTreeWidgetItem* itemOf(const MapItem& item, std::u16string_view text) {
  auto* out = new QTreeWidgetItem({toQString(item.head.of(text))});
  out->setData(0, kBegin, static_cast<qulonglong>(item.span.begin));
  out->setData(0, kEnd, static_cast<qulonglong>(item.span.end));
  out->setToolTip(0, toQString(item.span.of(text)));
  return out;
}

}  // namespace

CheckPanels::CheckPanels(QMainWindow& window, DraftEditor& editor, CheckController& check,
                         Services& services, NoticeBar& notices)
    : QObject(&window),
      m_window(window),
      m_editor(editor),
      m_check(check),
      m_services(services),
      m_notices(notices),
      m_figures(new QDockWidget(&window)),
      m_ledger(new LedgerModel(this)),
      m_table(new QTableView),
      m_problems(new QDockWidget(&window)),
      m_tree(new QTreeWidget),
      m_stub(new QPushButton) {
  buildFigures();
  buildProblems();
  retranslate();
  window.installEventFilter(this);
  connect(&check, &CheckController::outlineChanged, this, &CheckPanels::refresh);
  for (QDockWidget* dock : {m_figures, m_problems}) {
    window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    connect(dock, &QDockWidget::visibilityChanged, this, &CheckPanels::refresh);
  }
  window.tabifyDockWidget(m_figures, m_problems);
}

void CheckPanels::buildFigures() {
  m_figures->setObjectName(u"figuresDock"_s);
  m_table->setObjectName(u"figuresTable"_s);
  auto* sorted = new QSortFilterProxyModel(this);
  sorted->setSourceModel(m_ledger);
  sorted->setSortRole(Qt::UserRole);
  m_table->setModel(sorted);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(LedgerModel::LineColumn, Qt::AscendingOrder);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(LedgerModel::NounColumn, QHeaderView::Stretch);
  connect(m_table, &QTableView::activated, this, [this, sorted](const QModelIndex& index) {
    m_editor.select(m_check.places().inDraft(m_ledger->spanAt(sorted->mapToSource(index).row())));
  });
  connect(m_table, &QTableView::clicked, m_table, &QTableView::activated);
  m_figures->setWidget(m_table);
}

void CheckPanels::buildProblems() {
  m_problems->setObjectName(u"problemsDock"_s);
  m_tree->setObjectName(u"problemsTree"_s);
  m_stub->setObjectName(u"addMeasure"_s);
  m_tree->setHeaderHidden(true);
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_tree, 1);
  column->addWidget(m_stub);
  m_problems->setWidget(body);
  connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
    const QVariant begin = item->data(0, kBegin);
    if (!begin.isValid()) return;
    const Span span{begin.toULongLong(), item->data(0, kEnd).toULongLong()};
    m_editor.select(m_check.places().inDraft(span));
  });
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* now) {
    m_stub->setEnabled(now != nullptr && now->data(0, kStub).isValid());
  });
  connect(m_stub, &QPushButton::clicked, this, &CheckPanels::addStub);
}

void CheckPanels::retranslate() {
  m_figures->setWindowTitle(tr("数字台账"));
  m_table->setAccessibleName(tr("数字台账"));
  m_problems->setWindowTitle(tr("问题与措施"));
  m_tree->setAccessibleName(tr("问题与措施"));
  m_stub->setText(tr("补写对应的措施"));
  m_stub->setToolTip(tr("在打算的末尾加一句，填好〔　〕里的内容"));
  m_ledger->retranslate();
  refresh();
}

bool CheckPanels::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  return QObject::eventFilter(watched, event);
}

void CheckPanels::showFigures() {
  m_figures->show();
  m_figures->raise();
  m_table->setFocus();
}

void CheckPanels::showProblems() {
  m_problems->show();
  m_problems->raise();
  m_tree->setFocus();
}

void CheckPanels::refresh() {
  if (m_figures->isVisible()) fillFigures();
  if (m_problems->isVisible()) fillProblems();
  if (m_comparing) tellLikeness();
}

void CheckPanels::fillFigures() {
  const Measures* units = measures();
  if (units == nullptr) return;
  m_check.look([&](const CheckedText& text) {
    m_ledger->setEntries(ledgerOf(text, *units), text.text);
  });
}

void CheckPanels::fillProblems() {
  m_check.look([&](const CheckedText& text) {
    m_tree->clear();
    for (const Report& report : text.outline.reports) {
      const ProblemMap map = problemMapOf(text, report);
      for (const MapItem& problem : map.problems) {
        QTreeWidgetItem* item = itemOf(problem, text.text);
        for (const std::size_t n : problem.answers)
          item->addChild(itemOf(map.measures[n], text.text));
        if (problem.answers.empty()) {
          item->addChild(new QTreeWidgetItem({tr("没有对应的措施")}));
          item->setData(0, kStub, toQString(measureStub(text, problem)));
          item->setData(0, kStubAt, static_cast<qulonglong>(map.insertAt));
        }
        m_tree->addTopLevelItem(item);
      }
      for (const MapItem& measure : map.measures) {
        if (!measure.answers.empty() || map.problems.empty()) continue;
        QTreeWidgetItem* item = itemOf(measure, text.text);
        item->setText(0, tr("没有对应的问题：%1").arg(item->text(0)));
        m_tree->addTopLevelItem(item);
      }
    }
    m_tree->expandAll();
  });
  m_stub->setEnabled(false);
}

void CheckPanels::addStub() {
  const QTreeWidgetItem* item = m_tree->currentItem();
  if (item == nullptr || !item->data(0, kStub).isValid() || !m_check.settled()) return;
  const std::size_t at = m_check.places().inDraft(item->data(0, kStubAt).toULongLong());
  m_editor.apply({{{at, at}, toU16(item->data(0, kStub).toString())}});
  m_editor.select({at, at});
  m_editor.setFocus();
}

void CheckPanels::compareWithPrevious() {
  const QString path = m_services.dialogs->openFile(
      &m_window, tr("选择上年的报告"), RecentFiles(m_services.settings).folder(),
      tr("文稿 (*.moxian *.txt *.md *.docx *.html *.htm *.pdf);;所有文件 (*)"));
  if (path.isEmpty()) return;
  m_services.settings.set(settings::lastFolder, QFileInfo(path).path());
  m_worker.run([file = toPath(path)] { return readText(file); },
               [this](Result<std::u16string> read) {
                 if (!read) {
                   m_services.dialogs->tell(&m_window, tr("没有读出上年的报告"),
                                            m_services.language.sentence(read.error()));
                   return;
                 }
                 m_comparing = true;
                 m_check.setPrevious(*read);
               });
}

void CheckPanels::tellLikeness() {
  const Measures* units = measures();
  if (units == nullptr) return;
  m_check.look([&](const CheckedText& text) {
    if (text.previous == nullptr) return;
    m_comparing = false;
    const YearComparison found = compareWith(*text.previous, text, *units);
    QStringList parts;
    for (const auto& [role, share] : found.likeness)
      if (role == Role::WorkDone || role == Role::Problems || role == Role::NextSteps)
        parts.append(tr("%1 %2%").arg(label(role)).arg(qRound(share * 100)));
    m_notices.post({tr("与上年报告相同的文字占 %1%（%2）。照抄的句子、数字和问题已列入检查结果。")
                        .arg(qRound(found.whole * 100))
                        .arg(parts.join(tr("，"))),
                    Severity::Hint,
                    {{tr("不再比较"), [this] { m_check.setPrevious({}); }}}});
  });
}

void CheckPanels::checkFolder() {
  const QString folder = m_services.dialogs->openFolder(
      &m_window, tr("选择要检查的文件夹"), RecentFiles(m_services.settings).folder());
  if (folder.isEmpty()) return;
  m_services.settings.set(settings::lastFolder, folder);
  auto* window = new FolderWindow(m_services, toPath(folder), &m_window);
  window->setAttribute(Qt::WA_DeleteOnClose);
  connect(window, &FolderWindow::openRequested, this, &CheckPanels::openRequested);
  window->show();
}

}  // namespace moxian

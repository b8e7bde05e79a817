#include "ui/MainWindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QScreen>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/Busy.h"
#include "ui/CheckController.h"
#include "ui/CheckPanels.h"
#include "ui/Colours.h"
#include "ui/CompletionController.h"
#include "ui/DraftEditor.h"
#include "ui/DraftHighlighter.h"
#include "ui/FileController.h"
#include "ui/FindBar.h"
#include "ui/FindingsDock.h"
#include "ui/Fonts.h"
#include "ui/ImportController.h"
#include "ui/Menus.h"
#include "ui/OpenSlotsDock.h"
#include "ui/OutlineDock.h"
#include "ui/ReviewController.h"
#include "ui/RewriteController.h"
#include "ui/RollOverController.h"
#include "ui/SkeletonController.h"
#include "ui/StatusPanel.h"
#include "ui/Strings.h"
#include "ui/SuggestController.h"

namespace moxian {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Services& services, QWidget* parent)
    : QMainWindow(parent),
      m_services(services),
      m_editor(new DraftEditor),
      m_notices(new NoticeBar),
      m_find(new FindBar(*m_editor, services.settings)),
      m_check(new CheckController(*m_editor->document(), services.reader, services.rules, this)),
      m_outline(new OutlineDock(m_services.reader.profiles(), this)),
      m_findings(new FindingsDock(services.language, this)),
      m_panels(new CheckPanels(*this, *m_editor, *m_check, services, *m_notices)),
      m_suggestions(new SuggestionsDock(this)),
      m_suggest(new SuggestController(*m_editor, *m_check, *services.corpus, *m_suggestions, this)),
      m_complete(new CompletionController(*m_editor, *m_check, *services.corpus, this)),
      m_slots(new OpenSlotsDock(this)),
      m_rewrite(new RewriteController(*m_editor, *m_check, this)),
      m_recent(new RecentFiles(services.settings, this)),
      m_files(new FileController(*m_editor, services, *m_notices, this)),
      m_export(new ExportController(services, *m_notices, this)),
      m_import(new ImportController(services, *m_notices, this)),
      m_actions(new Actions(*this)) {
  build();
  m_review = new ReviewController(*this, *m_editor, *m_check, *m_files, services);
  placeDocks();
  m_menus = new Menus(
      *this, *m_actions, *m_recent, services.settings, services.language,
      {m_outline->toggleViewAction(), m_findings->toggleViewAction(),
       m_suggestions->toggleViewAction(), m_panels->figuresAction(), m_panels->problemsAction(),
       m_slots->toggleViewAction(), m_review->dock().toggleViewAction()});
  menuBar()->insertMenu(menuBar()->actions().constLast(), &m_review->menu());
  m_status = new StatusPanel(*m_editor, *m_check, *statusBar());
  m_rollOver = new RollOverController(*m_editor, *m_check, *m_files, services, *m_notices, *m_slots,
                                      *statusBar(), this);
  m_skeleton = new SkeletonController(*m_editor, *m_files, services, this);
  connectParts();
  restoreWindow();
  retranslate();
  m_editor->setFocus();
}

MainWindow::~MainWindow() {
  // The editor goes before the parts that listen to it, and says farewell while it goes.
  m_editor->document()->disconnect();
  m_editor->disconnect();
}

void MainWindow::show(Services& services, const QString& path) {
  if (!path.isEmpty() && raiseWindowOf(path)) return;
  const bool first = all().isEmpty();
  auto* window = new MainWindow(services);
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->QWidget::show();
  // A file that does not open needs no window, unless it would be the only one.
  if (!path.isEmpty() && !window->m_files->open(path) && !first) window->close();
}

QList<MainWindow*> MainWindow::all() {
  QList<MainWindow*> windows;
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* window = qobject_cast<MainWindow*>(widget); window != nullptr && window->isVisible())
      windows.append(window);
  return windows;
}

bool MainWindow::raiseWindowOf(const QString& path) {
  const std::filesystem::path wanted = toPath(path);
  for (MainWindow* window : all()) {
    std::error_code different;
    if (!window->m_files->file().named() ||
        !std::filesystem::equivalent(window->m_files->file().path(), wanted, different))
      continue;
    window->raise();
    window->activateWindow();
    return true;
  }
  return false;
}

void MainWindow::show(Services& services, OpenDocument::Opened recovered) {
  auto* window = new MainWindow(services);
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->QWidget::show();
  window->m_files->show(std::move(recovered));
}

void MainWindow::show(Services& services, const MarkedDraft& draft,
                      const std::vector<Dismissal>& dismissals, const QString& name,
                      const QString& notice, bool decided) {
  auto* window = new MainWindow(services);
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->QWidget::show();
  window->m_files->showMade(draft, dismissals, name, notice, decided);
}

void MainWindow::build() {
  setAcceptDrops(true);
  m_editor->setObjectName(u"editor"_s);
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_notices);
  column->addWidget(m_editor, 1);
  column->addWidget(m_find);
  setCentralWidget(middle);
  setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
  if (auto loaded = m_editor->highlighter().load(); !loaded)
    m_notices->post({m_services.language.sentence(loaded.error()), Severity::Warning, {}});
  connect(m_notices, &NoticeBar::answered, m_editor, qOverload<>(&QWidget::setFocus));
  m_findingsLater.setSingleShot(true);
  m_findingsLater.setInterval(40);  // ms; the list may lag behind the underlines while typing
}

void MainWindow::placeDocks() {
  addDockWidget(Qt::LeftDockWidgetArea, m_outline);
  addDockWidget(Qt::RightDockWidgetArea, m_findings);
  addDockWidget(Qt::RightDockWidgetArea, m_suggestions);
  addDockWidget(Qt::RightDockWidgetArea, &m_review->dock());
  tabifyDockWidget(m_suggestions, &m_review->dock());
  m_review->dock().hide();
  // its list and its text may shrink further than they like, so that a small screen holds all panes
  m_review->dock().widget()->setMinimumHeight(fontMetrics().lineSpacing() * 10);
  addDockWidget(Qt::BottomDockWidgetArea, m_slots);
  m_slots->hide();
  m_suggestions->raise();
  resizeDocks({m_outline, m_findings}, {240, 340}, Qt::Horizontal);
  resizeDocks({m_findings, m_suggestions}, {300, 420}, Qt::Vertical);
}

void MainWindow::on(Act act, std::function<void()> todo) {
  connect((*m_actions)[act], &QAction::triggered, this, [this, todo = std::move(todo)] {
    // A key that reaches us during a composition belongs to the input method.
    if (!m_editor->composing()) todo();
  });
}

void MainWindow::connectParts() {
  connectFiles();
  connectDocument();
  connectEditing();
  connectView();
  connectChecking();
  connectSuggesting();
  connectExport();
  connectReview();
  connectHelp();
}

void MainWindow::restoreWindow() {
  const Settings& settings = m_services.settings;
  constexpr QSize kFrame(16, 48);  // room for the frame and title that the desktop adds
  resize(QSize(1280, 800).boundedTo(screen()->availableSize() - kFrame));
  restoreGeometry(settings.get(settings::windowGeometry));
  restoreState(settings.get(settings::windowState));
  setPageColumn(settings.get(settings::pageColumn));
  (*m_actions)[Act::PageColumn]->setChecked(settings.get(settings::pageColumn));
  setFontSize(settings.get(settings::fontSize));
  m_complete->setReadiness(settings.get(settings::ghost));
  m_status->setFile(m_files->file());
}

void MainWindow::openFile(const QString& path) {
  std::error_code different;
  const bool here = m_files->file().named() &&
                    std::filesystem::equivalent(m_files->file().path(), toPath(path), different);
  if (here || !raiseWindowOf(path)) m_files->open(path);
}

void MainWindow::updateTitle() {
  const QString name =
      m_files->readOnly() ? tr("%1（只读）").arg(m_files->displayName()) : m_files->displayName();
  setWindowTitle(u"%1[*] — %2"_s.arg(name, tr("墨线")));
  setWindowModified(m_editor->document()->isModified());
  (*m_actions)[Act::Reload]->setEnabled(m_files->file().named());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  // A job that runs for the window still needs it.
  const bool busy = stopBusy(this, [window = QPointer(this)] {
    if (window) window->close();
  });
  if (busy || !m_files->mayClose()) {
    event->ignore();
    return;
  }
  m_services.settings.set(settings::windowGeometry, saveGeometry());
  m_services.settings.set(settings::windowState, saveState());
  m_files->close();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList files;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) files.append(url.toLocalFile());
  event->acceptProposedAction();
  // The program the files come from waits for the drop to end, so no question may be asked in it.
  QMetaObject::invokeMethod(this, [this, files] { openDropped(files); }, Qt::QueuedConnection);
}

void MainWindow::openDropped(const QStringList& files) {
  if (files.isEmpty()) return;
  openFile(files.constFirst());
  for (const QString& file : files.mid(1)) show(m_services, file);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isActiveWindow()) m_files->lookAtDisk();
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MainWindow::retranslate() {
  m_actions->retranslate();
  m_menus->retranslate();
  m_review->retranslate();
  m_status->retranslate();
  m_rollOver->retranslate();
  m_editor->setAccessibleName(tr("正文"));
  for (const QDockWidget* dock : findChildren<QDockWidget*>()) {
    dock->toggleViewAction()->setStatusTip(tr("显示或隐藏这个窗格"));
    dock->toggleViewAction()->setToolTip(tr("显示或隐藏这个窗格"));
  }
  m_editor->setPlaceholder(
      tr("在这里写，或把文件拖进来。\n\n第一行写标题，各部分用“一、”“（一）”“1.”开头。\n"
         "右侧随时列出要改的地方，也给出可以用的句子。"));
  m_find->setAccessibleName(tr("查找和替换"));
  updateTitle();
}

}  // namespace moxian

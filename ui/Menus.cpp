#include "ui/Menus.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include "ui/Settings.h"

namespace moxian {

using namespace Qt::StringLiterals;

Menus::Menus(QMainWindow& window, const Actions& actions, RecentFiles& recent,
             const Settings& settings, const Language& language,
             const std::vector<QAction*>& panels)
    : QObject(&window),
      m_window(window),
      m_actions(actions),
      m_settings(settings),
      m_language(language) {
  buildToolBar();
  buildFile(recent);
  buildEdit();
  buildView(panels);
  buildCheck();
  buildSuggest();
  buildExport();
  buildHelp();
  retranslate();
}

QMenu* Menus::menu(QMenu* parent, const char* title) {
  QMenu* made =
      parent == nullptr ? m_window.menuBar()->addMenu(QString()) : parent->addMenu(QString());
  made->setToolTipsVisible(true);
  m_menus.push_back({made, title});
  return made;
}

void Menus::add(QMenu* menu, std::initializer_list<Act> acts) {
  for (const Act act : acts) menu->addAction(m_actions[act]);
}

void Menus::buildFile(RecentFiles& recent) {
  QMenu* file = menu(nullptr, QT_TR_NOOP("文件(&F)"));
  add(file, {Act::New, Act::NewFromSkeleton, Act::NewFromLastYear, Act::NewWindow, Act::Open});
  recent.fill(*menu(file, QT_TR_NOOP("最近打开(&R)")));
  file->addSeparator();
  add(file, {Act::Save, Act::SaveAs, Act::SaveCopy, Act::Versions, Act::Reload});
  file->addSeparator();
  add(file, {Act::Preview, Act::Print});
  file->addSeparator();
  add(file, {Act::Close, Act::Quit});
}

void Menus::buildEdit() {
  QMenu* edit = menu(nullptr, QT_TR_NOOP("编辑(&E)"));
  add(edit, {Act::Undo, Act::Redo});
  edit->addSeparator();
  add(edit, {Act::Cut, Act::Copy, Act::Paste, Act::SelectAll});
  edit->addSeparator();
  add(edit, {Act::Find, Act::Replace, Act::FindNext, Act::FindPrevious, Act::GoToLine});
  edit->addSeparator();
  add(menu(edit, QT_TR_NOOP("改写(&W)")), {Act::Reword, Act::LinesToRun, Act::RunToLines,
                                           Act::TableToSentence, Act::SentenceToTable});
  add(menu(edit, QT_TR_NOOP("简繁转换(&J)")), {Act::ToSimplified, Act::ToTraditional, Act::ToTaiwan});
}

void Menus::buildView(const std::vector<QAction*>& panels) {
  QMenu* view = menu(nullptr, QT_TR_NOOP("查看(&V)"));
  for (QAction* panel : panels) view->addAction(panel);
  view->addAction(m_toolBar->toggleViewAction());
  add(view, {Act::NextPane});
  view->addSeparator();
  add(view, {Act::ZoomIn, Act::ZoomOut, Act::ZoomReset, Act::PageColumn, Act::Font});
  view->addSeparator();
  buildAppearance(menu(view, QT_TR_NOOP("外观(&A)")));
  buildLanguage(menu(view, QT_TR_NOOP("语言 / Language(&L)")));
  add(view, {Act::FullScreen});
}

void Menus::buildChoice(QMenu* menu, const QString& now,
                        std::initializer_list<std::pair<const char*, const char*>> choices,
                        const std::function<void(const QString&)>& chosen) {
  auto* group = new QActionGroup(menu);
  for (const auto& [name, title] : choices) {
    QAction* action = menu->addAction(QString());
    const QString code = QString::fromLatin1(name);
    action->setCheckable(true);
    action->setChecked(code == now);
    group->addAction(action);
    m_choices.emplace_back(action, title);
    connect(action, &QAction::triggered, this, [chosen, code] { chosen(code); });
  }
}

void Menus::buildAppearance(QMenu* menu) {
  buildChoice(menu, m_settings.get(settings::appearance),
              {{"system", QT_TR_NOOP("跟随系统(&S)")},
               {"light", QT_TR_NOOP("浅色(&L)")},
               {"dark", QT_TR_NOOP("深色(&D)")}},
              [this](const QString& code) { Q_EMIT appearanceChosen(code); });
}

void Menus::buildLanguage(QMenu* menu) {
  auto* group = new QActionGroup(menu);
  for (const QString& code : Language::all()) {
    QAction* action = menu->addAction(Language::nameOf(code));
    action->setCheckable(true);
    action->setChecked(code == m_language.code());
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, code] { Q_EMIT languageChosen(code); });
  }
}

void Menus::buildCheck() {
  QMenu* check = menu(nullptr, QT_TR_NOOP("检查(&C)"));
  add(check, {Act::CheckNow, Act::NextFinding, Act::PreviousFinding, Act::ApplyFix,
              Act::DismissFinding});
  check->addSeparator();
  add(check, {Act::ShowFigures, Act::ShowProblems});
  check->addSeparator();
  add(check, {Act::ComparePrevious, Act::CheckFolder});
  check->addSeparator();
  add(check, {Act::Rules});
}

void Menus::buildSuggest() {
  QMenu* suggest = menu(nullptr, QT_TR_NOOP("建议(&S)"));
  add(suggest, {Act::Complete});
  buildGhost(menu(suggest, QT_TR_NOOP("灰色提示(&G)")));
  suggest->addSeparator();
  add(suggest, {Act::Suggest, Act::ShowSlots, Act::NextSlot, Act::PreviousSlot});
  suggest->addSeparator();
  add(suggest, {Act::CorpusWindow, Act::ImportFiles, Act::ImportFolder});
}

void Menus::buildGhost(QMenu* menu) {
  buildChoice(menu, m_settings.get(settings::ghost),
              {{"off", QT_TR_NOOP("不显示(&N)")},
               {"seldom", QT_TR_NOOP("很有把握时(&S)")},
               {"normal", QT_TR_NOOP("适中(&M)")},
               {"often", QT_TR_NOOP("尽量多(&O)")}},
              [this](const QString& code) { Q_EMIT ghostChosen(code); });
}

void Menus::buildExport() {
  QMenu* out = menu(nullptr, QT_TR_NOOP("导出(&X)"));
  add(out, {Act::ExportDocx, Act::ExportPdf, Act::ExportHtml, Act::ExportText});
}

void Menus::buildHelp() {
  QMenu* help = menu(nullptr, QT_TR_NOOP("帮助(&H)"));
  add(help, {Act::Shortcuts, Act::About, Act::AboutQt});
}

void Menus::buildToolBar() {
  m_toolBar = m_window.addToolBar(QString());
  m_toolBar->setObjectName(u"toolBar"_s);
  m_toolBar->setMovable(false);
  m_toolBar->setIconSize({20, 20});
  const auto group = [this](std::initializer_list<Act> acts) {
    for (const Act act : acts) m_toolBar->addAction(m_actions[act]);
    m_toolBar->addSeparator();
  };
  group({Act::New, Act::Open, Act::Save});
  group({Act::Undo, Act::Redo, Act::Find});
  group({Act::PreviousFinding, Act::NextFinding, Act::ApplyFix, Act::Suggest});
  group({Act::Preview, Act::ExportDocx, Act::ExportPdf});
  for (const Act act : {Act::ZoomOut, Act::ZoomIn}) m_toolBar->addAction(m_actions[act]);
}

void Menus::retranslate() {
  for (const Titled& entry : m_menus) entry.menu->setTitle(tr(entry.title));
  for (const auto& [action, title] : m_choices) action->setText(tr(title));
  m_toolBar->setWindowTitle(tr("工具栏"));
}

}  // namespace moxian

#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>
#include <QTreeWidget>
#include <algorithm>
#include <utility>

#include "tests/ui/Window.h"
#include "ui/FolderWindow.h"

namespace moxian {
namespace {

const QString kDraft =
    u"南汀县教育局2023年工作总结\n一、工作开展情况\n全年举办培训12期，参训860人次。\n二、存在问题\n"
    u"一是政策解读形式单一。二是"
    u"校车停靠点照明偏暗。\n三、下一步工作打算\n一是丰富政策解读形式，每季制作图解。二是推进"
    u"校园网络升级。三是办好家长学校。"_s;

class CheckPanelsTest : public WindowTest {
 protected:
  /// The list lags a little behind the checks.
  bool allShown() {
    return std::cmp_equal(list().model()->rowCount(), window->check().findings().size());
  }

  CardList& list() { return child<CardList>(u"findingsList"_s); }

  /// Opens the menu of a finding by a right click and triggers the entry that begins so; within a
  /// submenu if `reason` is given.
  void choose(int row, const QString& entry, const QString& reason = {}) {
    const QModelIndex index = list().model()->index(row, 0);
    list().scrollTo(index);
    QTimer::singleShot(0, [&] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      ASSERT_NE(menu, nullptr);
      for (QAction* action : menu->actions()) {
        if (!action->text().startsWith(entry)) continue;
        if (reason.isEmpty()) action->trigger();
        if (action->menu() != nullptr)
          for (QAction* inner : action->menu()->actions())
            if (inner->text() == reason) inner->trigger();
      }
      menu->close();
    });
    Q_EMIT list().customContextMenuRequested(list().visualRect(index).center());
  }
};

TEST_F(CheckPanelsTest, PanelsAreHiddenUntilAskedFor) {
  EXPECT_FALSE(child<QDockWidget>(u"figuresDock"_s).isVisible());
  EXPECT_FALSE(child<QDockWidget>(u"problemsDock"_s).isVisible());
}

TEST_F(CheckPanelsTest, ADismissedFindingStaysAwayWhileTheTextIsEdited) {
  type(u"完成XX项任务，走访XX户。"_s);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(until([this] { return allShown(); }));
  const auto masks = [this] {
    return std::ranges::count(window->check().findings(), "placeholder.mask", &Finding::rule);
  };
  ASSERT_EQ(masks(), 2);
  const auto& findings = window->check().findings();
  const auto first = std::ranges::find(findings, "placeholder.mask", &Finding::rule);
  choose(static_cast<int>(first - findings.begin()), u"这一处不再提示"_s, u"习惯写法"_s);
  EXPECT_EQ(masks(), 1);
  EXPECT_EQ(window->check().dismissals().all().front().reason, u"习惯写法");
  editor().moveCursor(QTextCursor::Start);
  type(u"新的一行\n"_s);
  ASSERT_TRUE(checked());
  EXPECT_EQ(masks(), 1);
  ASSERT_TRUE(until([this] { return allShown(); }));
  choose(0, u"恢复"_s);
  EXPECT_EQ(masks(), 2);
}

TEST_F(CheckPanelsTest, ADismissalIsSavedWithTheDocument) {
  type(u"完成XX项任务。"_s);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(until([this] { return allShown(); }));
  const int before = list().model()->rowCount();
  choose(0, u"全文都不再提示"_s, u"专用名称"_s);
  ASSERT_TRUE(until([&] { return list().model()->rowCount() == before - 1; }));
  script->paths.enqueue(path(u"kept.moxian"_s));
  run(Act::Save);
  window->close();
  window = std::make_unique<MainWindow>(*services);
  window->QWidget::show();
  window->openFile(path(u"kept.moxian"_s));
  ASSERT_EQ(text(), u"完成XX项任务。"_s);
  ASSERT_TRUE(checked());
  ASSERT_EQ(window->check().dismissals().all().size(), 1U);
  EXPECT_TRUE(until([&] { return list().model()->rowCount() == before - 1; }));
}

TEST_F(CheckPanelsTest, AFindingIsDismissedForAReasonOfOnesOwn) {
  type(u"完成XX项任务。"_s);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(until([this] { return allShown(); }));
  const int before = list().model()->rowCount();
  script->texts.enqueue(u"  "_s);
  choose(0, u"这一处不再提示"_s, u"其他原因…"_s);
  EXPECT_TRUE(window->check().dismissals().all().empty());
  script->texts.enqueue(u" 涉密数据按规定隐去 "_s);
  choose(0, u"这一处不再提示"_s, u"其他原因…"_s);
  ASSERT_EQ(window->check().dismissals().all().size(), 1U);
  EXPECT_EQ(window->check().dismissals().all().front().reason, u"涉密数据按规定隐去");
  EXPECT_TRUE(until([&] { return list().model()->rowCount() == before - 1; }));
}

TEST_F(CheckPanelsTest, DismissingIsOfferedBelowTheListAndByAKey) {
  type(u"完成XX项任务。"_s);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(until([this] { return allShown(); }));
  EXPECT_FALSE(window->actionTable()[Act::DismissFinding]->shortcut().isEmpty());
  auto& button = child<QPushButton>(u"dismissFinding"_s);
  EXPECT_TRUE(button.isVisible());
  editor().moveCursor(QTextCursor::Start);
  editor().moveCursor(QTextCursor::NextCharacter);
  editor().moveCursor(QTextCursor::NextCharacter);
  QTimer::singleShot(0, [&] {
    QMenu* menu = button.menu();
    ASSERT_TRUE(menu->isVisible());
    const QList<QAction*> kinds = menu->actions();
    ASSERT_EQ(kinds.size(), 2);
    kinds.front()->menu()->actions().front()->trigger();
    menu->close();
  });
  run(Act::DismissFinding);
  EXPECT_EQ(window->check().dismissals().all().size(), 1U);
}

TEST_F(CheckPanelsTest, WhyTellsTheSourceAndAnExample) {
  type(u"完成XX项任务。"_s);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() >= 1; }));
  choose(0, u"为什么"_s);
  ASSERT_EQ(script->told.size(), 1);
  EXPECT_TRUE(script->told.front().contains(u"依据："_s));
  EXPECT_TRUE(script->told.front().contains(u"placeholder"_s));
}

TEST_F(CheckPanelsTest, FiguresLeadToTheirPlace) {
  type(kDraft);
  ASSERT_TRUE(checked());
  run(Act::ShowFigures);
  auto& table = child<QTableView>(u"figuresTable"_s);
  ASSERT_TRUE(until([&] { return table.model()->rowCount() == 2; }));
  EXPECT_EQ(table.model()->index(1, 1).data().toString(), u"860人次"_s);
  table.setFocus();
  table.setCurrentIndex(table.model()->index(1, 0));
  Q_EMIT table.activated(table.currentIndex());
  EXPECT_EQ(editor().textCursor().selectedText(), u"860人次"_s);
}

TEST_F(CheckPanelsTest, AnUnansweredProblemGetsAStubAsOneUndoStep) {
  type(kDraft);
  ASSERT_TRUE(checked());
  run(Act::ShowProblems);
  auto& tree = child<QTreeWidget>(u"problemsTree"_s);
  ASSERT_TRUE(until([&] { return tree.topLevelItemCount() == 4; }));
  EXPECT_EQ(tree.topLevelItem(0)->child(0)->text(0), u"丰富政策解读形式"_s);
  tree.setCurrentItem(tree.topLevelItem(1));
  QTest::mouseClick(&child<QPushButton>(u"addMeasure"_s), Qt::LeftButton);
  EXPECT_TRUE(text().endsWith(u"针对校车停靠点照明偏暗的问题，〔…〕。"_s));
  run(Act::Undo);
  EXPECT_EQ(text(), kDraft);
}

TEST_F(CheckPanelsTest, LastYearsReportShowsWhatWasCopied) {
  write(u"last.txt"_s,
        QByteArray(
            "南汀县教育局2022年工作总结\n一、工作开展情况\n全年举办培训12期，参训860人次。\n"));
  type(kDraft);
  ASSERT_TRUE(checked());
  EXPECT_FALSE(hasFinding(u"copied"_s));
  script->paths.enqueue(path(u"last.txt"_s));
  run(Act::ComparePrevious);
  ASSERT_TRUE(until([this] { return hasFinding(u"copied.figures"_s); }));
  EXPECT_TRUE(until([this] { return window->notices().text().contains(u"与上年报告相同"_s); }));
}

TEST_F(CheckPanelsTest, AFolderBecomesATableWithOneRowADraft) {
  write(u"a.txt"_s, QByteArray("共受理申请34件，其中线上20件、线下15件。\n"));
  write(u"b.txt"_s,
        QByteArray("南汀县教育局2023年工作总结\n一、工作开展情况\n全年举办培训12期。\n"));
  script->paths.enqueue(folder.path());
  run(Act::CheckFolder);
  auto* dialog = window->findChild<FolderWindow*>();
  ASSERT_NE(dialog, nullptr);
  auto* table = dialog->findChild<QTableWidget*>(u"draftsTable"_s);
  ASSERT_TRUE(until([&] { return table->rowCount() == 2; }));
  EXPECT_EQ(table->item(0, 0)->text(), u"a.txt"_s);
  EXPECT_TRUE(table->item(0, 5)->text().contains(u"数字"_s));
  QString opened;
  QObject::connect(dialog, &FolderWindow::openRequested,
                   [&](const QString& path) { opened = path; });
  Q_EMIT table->cellActivated(1, 0);
  EXPECT_TRUE(opened.endsWith(u"b.txt"_s));
  QList<MainWindow*> others;
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* other = qobject_cast<MainWindow*>(widget); other != nullptr && other != window.get())
      others.append(other);
  ASSERT_EQ(others.size(), 1);
  delete others.front();
}

TEST_F(CheckPanelsTest, ADamagedOrEmptyFileOfAFolderHasBlanksAndSaysWhatIsWrong) {
  write(u"a.txt"_s, QByteArray("南汀县教育局2023年工作总结\n一、工作开展情况\n全年培训12期。\n"));
  write(u"b.txt"_s, QByteArray());
  write(u"c.docx"_s, QByteArray("PK\x03\x04 and no more"));
  script->paths.enqueue(folder.path());
  run(Act::CheckFolder);
  auto* table = window->findChild<FolderWindow*>()->findChild<QTableWidget*>(u"draftsTable"_s);
  ASSERT_TRUE(until([&] { return table->rowCount() == 3; }));
  for (const int column : {2, 3, 4}) {
    EXPECT_FALSE(table->item(0, column)->text().isEmpty()) << column;
    EXPECT_TRUE(table->item(1, column)->text().isEmpty()) << column;
    EXPECT_TRUE(table->item(2, column)->text().isEmpty()) << column;
  }
  for (const int row : {1, 2}) {
    EXPECT_TRUE(table->item(row, 1)->text().isEmpty()) << row;
    const QString said = table->item(row, 5)->text();
    EXPECT_TRUE(said.contains(table->item(row, 0)->text())) << said.toStdString();
    EXPECT_TRUE(said.endsWith(u'。')) << said.toStdString();
  }
  EXPECT_NE(table->item(1, 5)->text(), table->item(2, 5)->text());
}

TEST_F(CheckPanelsTest, NoChineseMarksJoinEnglishWordsInTheTableOfDrafts) {
  write(u"b.txt"_s,
        QByteArray("南汀县教育局2023年工作总结\n一、工作开展情况\n全年举办培训12期。\n"));
  ASSERT_TRUE(services->language.use(u"en"_s).has_value());
  script->paths.enqueue(folder.path());
  run(Act::CheckFolder);
  auto* table = window->findChild<FolderWindow*>()->findChild<QTableWidget*>(u"draftsTable"_s);
  ASSERT_TRUE(until([&] { return table->rowCount() == 1; }));
  const QString parts = table->item(0, 1)->text();
  EXPECT_TRUE(parts.contains(u": "_s)) << parts.toStdString();
  for (const char16_t mark : std::u16string_view(u"：；，（）"))
    EXPECT_FALSE(parts.contains(QChar(mark))) << parts.toStdString();
  ASSERT_TRUE(services->language.use(u"zh_CN"_s).has_value());
}

TEST_F(CheckPanelsTest, ARuleThatIsSwitchedOffRunsNoMore) {
  type(u"完成XX项任务，走访XX户。"_s);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(hasFinding(u"placeholder.mask"_s));
  QTimer::singleShot(0, [&] {
    auto* dialog = QApplication::activeModalWidget();
    ASSERT_NE(dialog, nullptr);
    auto* tree = dialog->findChild<QTreeWidget*>(u"rulesTree"_s);
    ASSERT_NE(tree, nullptr);
    for (int g = 0; g < tree->topLevelItemCount(); ++g)
      for (int n = 0; n < tree->topLevelItem(g)->childCount(); ++n) {
        QTreeWidgetItem* item = tree->topLevelItem(g)->child(n);
        if (item->text(0) == u"待填的名称或数字"_s) item->setCheckState(0, Qt::Unchecked);
      }
    dialog->close();
  });
  run(Act::Rules);
  EXPECT_FALSE(hasFinding(u"placeholder.mask"_s));
  EXPECT_EQ(services->settings.get(settings::rulesOff), QStringList{u"placeholder.mask"_s});
}

TEST_F(CheckPanelsTest, AFolderIsChosenFromWhereTheUserWasLast) {
  services->settings.set(settings::lastFolder, folder.path());
  run(Act::CheckFolder);
  EXPECT_EQ(script->openedAt, folder.path());
  // A folder that is gone gives way to that of the newest draft, and that to the home folder.
  services->settings.set(settings::lastFolder, path(u"没有了"_s));
  services->settings.set(settings::recentFiles, QStringList(path(u"文稿.txt"_s)));
  run(Act::CheckFolder);
  EXPECT_EQ(script->openedAt, folder.path());
  services->settings.set(settings::recentFiles, QStringList());
  run(Act::CheckFolder);
  EXPECT_TRUE(QDir(script->openedAt).exists());
  EXPECT_NE(script->openedAt, QString());
}

}  // namespace
}  // namespace moxian

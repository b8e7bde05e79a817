#include <QInputMethodEvent>
#include <QSignalSpy>

#include "tests/ui/Window.h"
#include "ui/CompletionController.h"
#include "ui/CompletionList.h"
#include "ui/DraftText.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

/// A window whose corpus says 统筹推进重点任务落地见效 often enough to offer it.
class CompletionTest : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    services->corpus->start();
    ASSERT_TRUE(until([this] { return services->corpus->state() == CorpusService::State::Ready; }));
    QString report = u"青岚区档案馆2023年工作总结\n一、主要工作\n"_s;
    for (const QString& part : {u"档案接收"_s, u"库房改造"_s, u"开放审核"_s, u"编研出版"_s, u"执法检查"_s})
      report += u"围绕%1，统筹推进重点任务落地见效。\n"_s.arg(part);
    report += u"二、存在的问题\n部分单位档案移交不够及时，保管条件有待改善。\n"_s;
    write(u"去年.txt"_s, report.toUtf8());
    const std::size_t before = services->corpus->sentences();
    script->paths.enqueue(path(u"去年.txt"_s));
    run(Act::ImportFiles);
    ASSERT_TRUE(until([&] { return services->corpus->sentences() > before; }));
  }

  /// Types the beginning and waits for the rest in grey.
  [[nodiscard]] bool offered() {
    type(u"围绕馆藏保护，统筹推进"_s);
    return until([this] { return editor().ghost().startsWith(u"重点"_s); });
  }
  [[nodiscard]] CompletionList& list() { return child<CompletionList>(u"completionList"_s); }
  void compose(const QString& preedit, const QString& commit = {}) {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&editor(), &event);
  }

  const QString typed = u"围绕馆藏保护，统筹推进"_s;
};

TEST_F(CompletionTest, TheGreyTextIsNoPartOfTheDraft) {
  ASSERT_TRUE(offered());
  EXPECT_EQ(text(), typed);
  EXPECT_EQ(window->check().text(), utf16(typed));
  editor().selectAll();
  EXPECT_EQ(draftText(*editor().document(), editor().selected()), utf16(typed));
}

TEST_F(CompletionTest, TabTakesAllAndOneUndoTakesItBack) {
  ASSERT_TRUE(offered());
  const QString ghost = editor().ghost();
  press(Qt::Key_Tab);
  EXPECT_EQ(text(), typed + ghost);
  EXPECT_TRUE(editor().textCursor().atEnd());
  run(Act::Undo);
  EXPECT_EQ(text(), typed);
  run(Act::Redo);
  EXPECT_EQ(text(), typed + ghost);
}

TEST_F(CompletionTest, WhatIsTypedAfterTakingIsAnUndoStepOfItsOwn) {
  ASSERT_TRUE(offered());
  const QString ghost = editor().ghost();
  press(Qt::Key_Tab);
  type(u"啊"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), typed + ghost);
}

TEST_F(CompletionTest, ControlRightTakesTheNextWordAndLeavesTheRestStanding) {
  ASSERT_TRUE(offered());
  const QString ghost = editor().ghost();
  press(Qt::Key_Right, Qt::ControlModifier);
  EXPECT_EQ(text(), typed + u"重点"_s);
  EXPECT_EQ(editor().ghost(), ghost.sliced(2));
}

TEST_F(CompletionTest, EscHidesUntilTheNextKey) {
  ASSERT_TRUE(offered());
  press(Qt::Key_Escape);
  EXPECT_TRUE(editor().ghost().isEmpty());
  QTest::qWait(100);
  EXPECT_TRUE(editor().ghost().isEmpty());
  EXPECT_EQ(text(), typed);
  type(u"重"_s);
  EXPECT_TRUE(until([this] { return !editor().ghost().isEmpty(); }));
}

TEST_F(CompletionTest, TypingWhatItSaysLeavesTheRest) {
  ASSERT_TRUE(offered());
  const QString ghost = editor().ghost();
  type(ghost.first(1));
  EXPECT_EQ(editor().ghost(), ghost.sliced(1));
}

TEST_F(CompletionTest, TypingSomethingElseTakesItAwayAtOnce) {
  ASSERT_TRUE(offered());
  type(u"鲤"_s);
  EXPECT_FALSE(editor().ghost().startsWith(u"重点"_s));
  EXPECT_EQ(text(), typed + u"鲤"_s);
}

TEST_F(CompletionTest, EnterStaysANewLine) {
  ASSERT_TRUE(offered());
  press(Qt::Key_Return);
  EXPECT_EQ(text(), typed + u"\n"_s);
}

TEST_F(CompletionTest, MovingTheCursorTakesItAway) {
  ASSERT_TRUE(offered());
  press(Qt::Key_Left);
  EXPECT_TRUE(editor().ghost().isEmpty());
  press(Qt::Key_Tab);
  EXPECT_FALSE(text().contains(u"重点"_s));
}

TEST_F(CompletionTest, AClickTakesItAway) {
  ASSERT_TRUE(offered());
  QTest::mouseClick(editor().viewport(), Qt::LeftButton, {}, editor().cursorRect().center());
  EXPECT_TRUE(editor().ghost().isEmpty());
  EXPECT_EQ(text(), typed);
}

TEST_F(CompletionTest, ComposingAcrossGreyTextShowsTheCompositionAlone) {
  ASSERT_TRUE(offered());
  compose(u"zhong"_s);
  EXPECT_TRUE(editor().ghost().isEmpty());
  EXPECT_EQ(editor().textCursor().block().layout()->preeditAreaText(), u"zhong"_s);
  QTest::qWait(100);
  EXPECT_TRUE(editor().ghost().isEmpty());
  EXPECT_EQ(editor().textCursor().block().layout()->preeditAreaText(), u"zhong"_s);
  compose({}, u"重"_s);
  EXPECT_EQ(text(), typed + u"重"_s);
  EXPECT_TRUE(until([this] { return editor().ghost().startsWith(u"点"_s); }));
}

TEST_F(CompletionTest, NoKeyIsTakenWhileComposing) {
  ASSERT_TRUE(offered());
  compose(u"zhong"_s);
  for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_1}) press(key);
  run(Act::Complete);
  QTest::qWait(50);
  EXPECT_FALSE(list().isVisible());
  compose({});
  EXPECT_FALSE(text().contains(u"重点"_s));
}

TEST_F(CompletionTest, AltSlashOpensTheListAndANumberPicks) {
  type(typed);
  press(Qt::Key_Slash, Qt::AltModifier);
  ASSERT_TRUE(until([this] { return list().isVisible(); }));
  ASSERT_GE(list().count(), 2);
  EXPECT_LE(list().count(), 5);
  const QString second = list().item(1)->data(Qt::UserRole).toString();
  press(Qt::Key_2);
  EXPECT_FALSE(list().isVisible());
  EXPECT_EQ(text(), typed + second);
  run(Act::Undo);
  EXPECT_EQ(text(), typed);
}

TEST_F(CompletionTest, TheListIsWalkedByArrowsAndLeftByEsc) {
  type(typed);
  run(Act::Complete);
  ASSERT_TRUE(until([this] { return list().isVisible(); }));
  press(Qt::Key_Down);
  EXPECT_EQ(list().currentRow(), 1);
  press(Qt::Key_Escape);
  EXPECT_FALSE(list().isVisible());
  EXPECT_EQ(text(), typed);
}

TEST_F(CompletionTest, AnOtherKeyClosesTheListAndIsTyped) {
  type(typed);
  run(Act::Complete);
  ASSERT_TRUE(until([this] { return list().isVisible(); }));
  press(Qt::Key_X);
  EXPECT_FALSE(list().isVisible());
  EXPECT_EQ(text(), typed + u"x"_s);
}

TEST_F(CompletionTest, SwitchedOffNothingIsShownButTheListStillOpens) {
  for (QAction* action : window->findChildren<QAction*>())
    if (action->text().startsWith(u"不显示"_s)) action->trigger();
  type(typed);
  QTest::qWait(150);
  EXPECT_TRUE(editor().ghost().isEmpty());
  run(Act::Complete);
  EXPECT_TRUE(until([this] { return list().isVisible(); }));
}

TEST_F(CompletionTest, NothingIsOfferedInTheMiddleOfALine) {
  type(u"。"_s);
  editor().moveCursor(QTextCursor::Start);
  type(typed);
  QTest::qWait(150);
  EXPECT_TRUE(editor().ghost().isEmpty());
}

TEST_F(CompletionTest, TheNextParagraphMovesDownForALongOfferAndComesBack) {
  type(u"\n第二段"_s);
  editor().moveCursor(QTextCursor::Start);
  type(u"　　我馆坚持以服务为本，多措并举，围绕馆藏保护，统筹推进"_s);
  ASSERT_TRUE(until([this] { return !editor().ghost().isEmpty(); }));
  editor().grab();
  const int lines = editor().document()->firstBlock().layout()->lineCount();
  EXPECT_GE(lines, 2);
  press(Qt::Key_Escape);
  editor().grab();
  EXPECT_LE(editor().document()->firstBlock().layout()->lineCount(), lines);
  EXPECT_TRUE(editor().document()->firstBlock().layout()->preeditAreaText().isEmpty());
}

TEST_F(CompletionTest, AScreenReaderHearsTheGreyTextAndTheCurrentLineOfTheList) {
  QSignalSpy announced(window->findChild<CompletionController*>(), &CompletionController::announced);
  ASSERT_TRUE(offered());
  ASSERT_FALSE(announced.isEmpty());
  EXPECT_EQ(announced.last().at(0).toString(), editor().ghost());
  run(Act::Complete);
  ASSERT_TRUE(until([this] { return list().isVisible(); }));
  const auto spoken = [this](int row) {
    return list().item(row)->data(Qt::AccessibleTextRole).toString();
  };
  EXPECT_EQ(announced.last().at(0).toString(), spoken(0));
  press(Qt::Key_Down);
  EXPECT_EQ(announced.last().at(0).toString(), spoken(1));
}

TEST_F(CompletionTest, AFieldInAnOfferIsSelectedWhenItIsTaken) {
  const QString line = u"依据〔文件名称〕开展专项督查。"_s;
  ASSERT_TRUE(services->corpus->state() == CorpusService::State::Ready);
  QString report = u"青岚区档案馆2022年工作总结\n一、主要工作\n"_s;
  for (const QString& part : {u"第一"_s, u"第二"_s, u"第三"_s, u"第四"_s, u"第五"_s})
    report += part + u"季度"_s + line + u"\n"_s;
  type(report + u"今年"_s + line.first(2));
  press(Qt::Key_Slash, Qt::AltModifier);
  ASSERT_TRUE(until([this] { return list().isVisible(); }));
  int row = -1;
  for (int i = 0; i < list().count(); ++i)
    if (list().item(i)->data(Qt::UserRole).toString().startsWith(u"〔文件名称〕"_s)) row = i;
  ASSERT_GE(row, 0);
  press(static_cast<Qt::Key>(Qt::Key_1 + row));
  EXPECT_EQ(draftText(*editor().document(), editor().selected()), u"〔文件名称〕");
}

TEST_F(CompletionTest, EverythingCanBeSwitchedOffAndIsOffInTheNextWindowToo) {
  for (QAction* action : window->findChildren<QAction*>())
    if (action->text().startsWith(u"不显示"_s)) action->trigger();
  window = std::make_unique<MainWindow>(*services);
  window->QWidget::show();
  type(typed);
  QTest::qWait(150);
  EXPECT_TRUE(editor().ghost().isEmpty());
}

TEST_F(CompletionTest, TheThreeStepsShowMoreAndMore) {
  const auto shownAfter = [this](const QString& step) {
    for (QAction* action : window->findChildren<QAction*>())
      if (action->text().startsWith(step)) action->trigger();
    editor().clear();
    int shown = 0;
    for (const QChar c : u"围绕档案接收，统筹推进重点任务落地见效。"_s) {
      type(QString(c));
      QTest::qWait(40);
      if (!editor().ghost().isEmpty()) ++shown;
    }
    return shown;
  };
  const int seldom = shownAfter(u"很有把握时"_s);
  const int often = shownAfter(u"尽量多"_s);
  EXPECT_GT(seldom, 0);
  EXPECT_LE(seldom, often);
}

}  // namespace
}  // namespace moxian

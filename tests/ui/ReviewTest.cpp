#include <QInputMethodEvent>
#include <QPlainTextEdit>
#include <QPushButton>

#include "core/exchange/Export.h"
#include "tests/ui/Window.h"
#include "ui/DraftText.h"
#include "ui/ReviewController.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

class ReviewTest : public WindowTest {
 protected:
  void begin(const QString& draft) {
    editor().setPlainText(draft);
    editor().moveCursor(QTextCursor::Start);
    QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    if (!reviewer().tracking()) reviewer().setTracking(true);
  }
  [[nodiscard]] Reviewer& reviewer() { return window->review().reviewer(); }
  void place(int at, int to = -1) {
    QTextCursor cursor = editor().textCursor();
    cursor.setPosition(at);
    if (to >= 0) cursor.setPosition(to, QTextCursor::KeepAnchor);
    editor().setTextCursor(cursor);
  }
  void compose(const QString& preedit, const QString& commit = {}) {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&editor(), &event);
  }
  [[nodiscard]] QString finalText() { return toQString(reviewer().finalText()); }
  [[nodiscard]] QString original() { return toQString(reviewer().originalText()); }
  void undoAll() {
    for (int i = 0; i < 100 && editor().document()->isUndoAvailable(); ++i) run(Act::Undo);
  }
};

TEST_F(ReviewTest, WhatIsDeletedWhileTrackingStaysVisible) {
  begin(u"全年完成投资"_s);
  place(4);
  press(Qt::Key_Backspace);
  press(Qt::Key_Backspace);
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_EQ(finalText(), u"全年投资"_s);
  EXPECT_EQ(editor().textCursor().position(), 2);
  press(Qt::Key_Delete);
  place(4);
  press(Qt::Key_Delete);
  EXPECT_EQ(finalText(), u"全年资"_s);
  EXPECT_EQ(reviewer().markup().changes().size(), 1U);
}

TEST_F(ReviewTest, TypingOverASelectionStrikesItAndPutsTheNewWordsBehind) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  QTest::keyClicks(&editor(), u"abc"_s);
  EXPECT_EQ(text(), u"全年完成abc投资"_s);
  EXPECT_EQ(finalText(), u"全年abc投资"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
  run(Act::Redo);
  EXPECT_EQ(finalText(), u"全年abc投资"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
}

TEST_F(ReviewTest, ComposingOverASelectionIsTrackedWhenItEnds) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  compose(u"shi"_s);
  EXPECT_TRUE(reviewer().markup().empty());
  compose(u"shixian"_s);
  compose({}, u"实现"_s);
  EXPECT_EQ(text(), u"全年完成实现投资"_s);
  EXPECT_EQ(finalText(), u"全年实现投资"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
  undoAll();
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, DeletingOnesOwnInsertionRemovesIt) {
  begin(u"全年投资"_s);
  place(2);
  type(u"完成"_s);
  press(Qt::Key_Backspace);
  press(Qt::Key_Backspace);
  EXPECT_EQ(text(), u"全年投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, ReplacingInManyPlacesMarksEachPlace) {
  begin(u"甲乙丙。甲乙丁。甲乙戊。"_s);
  editor().apply({{{0, 1}, u"子"}, {{4, 5}, u"丑"}, {{8, 9}, u"寅"}});
  EXPECT_EQ(finalText(), u"子乙丙。丑乙丁。寅乙戊。"_s);
  EXPECT_EQ(original(), u"甲乙丙。甲乙丁。甲乙戊。"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"甲乙丙。甲乙丁。甲乙戊。"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, JoiningParagraphsIsTrackedAndAccepted) {
  begin(u"第一段\n第二段"_s);
  place(3);
  press(Qt::Key_Delete);
  EXPECT_EQ(text(), u"第一段\n第二段"_s);
  window->findChild<QAction*>(u"acceptAll"_s)->trigger();
  EXPECT_EQ(text(), u"第一段第二段"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"第一段\n第二段"_s);
  EXPECT_EQ(reviewer().markup().changes().size(), 1U);
}

TEST_F(ReviewTest, UndoingWhatWasTypedBeforeTrackingIsNoDeletion) {
  type(u"全年"_s);
  const QString before = text();
  reviewer().setTracking(true);
  run(Act::Undo);
  EXPECT_NE(text(), before);
  EXPECT_TRUE(reviewer().markup().empty());
  run(Act::Redo);
  EXPECT_EQ(text(), before);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, EditsWithoutTrackingMoveTheMarks) {
  begin(u"全年完成投资"_s);
  place(4);
  type(u"工业"_s);
  reviewer().setTracking(false);
  place(0);
  type(u"今年"_s);
  EXPECT_EQ(reviewer().markup().changes()[0].range, (Span{6, 8}));
  run(Act::Undo);
  EXPECT_EQ(reviewer().markup().changes()[0].range, (Span{4, 6}));
}

TEST_F(ReviewTest, TheDockAcceptsAndRejectsByKeyboard) {
  begin(u"全年完成投资"_s);
  place(0);
  type(u"甲"_s);
  place(5);
  type(u"乙"_s);
  ReviewDock& dock = window->review().dock();
  dock.show();
  dock.refresh();
  auto& list = dock.list();
  ASSERT_EQ(list.model()->rowCount(), 2);
  list.setCurrentIndex(list.model()->index(0, 0));
  QTest::keyClick(&list, Qt::Key_R);
  EXPECT_EQ(text(), u"全年完成乙投资"_s);
  QTest::keyClick(&list, Qt::Key_A);
  EXPECT_EQ(text(), u"全年完成乙投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, ACommentIsWrittenAnsweredAndResolvedByKeyboard) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  ReviewDock& dock = window->review().dock();
  dock.beginComment();
  auto& words = child<QPlainTextEdit>(u"commentText"_s);
  QTest::keyClicks(&words, u"which?"_s);
  QTest::keyClick(&words, Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(reviewer().markup().comments().size(), 1U);
  EXPECT_EQ(reviewer().markup().comments()[0].quote, u"完成");
  dock.list().setCurrentIndex(dock.list().model()->index(0, 0));
  QTest::keyClicks(&words, u"this"_s);
  QTest::keyClick(&words, Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(reviewer().markup().comments().size(), 2U);
  EXPECT_EQ(reviewer().markup().comments()[1].parent, reviewer().markup().comments()[0].id);
  dock.list().setCurrentIndex(dock.list().model()->index(0, 0));
  child<QPushButton>(u"resolveComment"_s).click();
  EXPECT_EQ(reviewer().markup().comments()[0].state, CommentState::Resolved);
}

TEST_F(ReviewTest, TheViewsDoNotChangeTheDraft) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  type(u"实现"_s);
  const QString before = text();
  auto& reading = child<QPlainTextEdit>(u"reading"_s);
  window->review().setView(ReviewController::View::Final);
  EXPECT_EQ(reading.toPlainText(), u"全年实现投资"_s);
  window->review().setView(ReviewController::View::Original);
  EXPECT_EQ(reading.toPlainText(), u"全年完成投资"_s);
  window->review().setView(ReviewController::View::Simple);
  EXPECT_EQ(reading.toPlainText(), u"全年实现投资"_s);
  window->review().setView(ReviewController::View::All);
  EXPECT_EQ(text(), before);
  EXPECT_EQ(reviewer().markup().changes().size(), 2U);
}

TEST_F(ReviewTest, MarksAreSavedAndOpenedAgain) {
  begin(u"全年完成投资\n"_s);
  place(2, 4);
  type(u"实现"_s);
  place(0, 2);
  reviewer().commentSelection(u"哪一年？"_s);
  const auto changes = reviewer().markup().changes();
  script->paths.enqueue(path(u"稿.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  ASSERT_TRUE(window->files().newDraft());
  EXPECT_TRUE(reviewer().markup().empty());
  ASSERT_TRUE(window->files().open(path(u"稿.moxian"_s)));
  EXPECT_EQ(reviewer().markup().changes(), changes);
  EXPECT_EQ(reviewer().markup().comments().size(), 1U);
}

}  // namespace
}  // namespace moxian

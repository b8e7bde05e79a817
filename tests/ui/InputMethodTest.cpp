#include <QInputMethodEvent>
#include <QSignalSpy>

#include "tests/ui/Window.h"
#include "ui/DraftText.h"

namespace moxian {
namespace {

class InputMethodTest : public WindowTest {
 protected:
  void compose(const QString& preedit, const QString& commit = {}) {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&editor(), &event);
  }
};

TEST_F(InputMethodTest, NothingIsCheckedWhileComposing) {
  type(u"完成"_s);
  ASSERT_TRUE(checked());
  const auto revision = window->check().revision();
  QSignalSpy findings(&window->check(), &CheckController::findingsChanged);
  compose(u"x"_s);
  compose(u"xiang"_s);
  QTest::qWait(400);
  EXPECT_EQ(window->check().revision(), revision);
  EXPECT_EQ(findings.count(), 0);
  EXPECT_EQ(draftText(*editor().document()), u"完成");
}

TEST_F(InputMethodTest, TheCommittedWordsAreCheckedOnce) {
  compose(u"xiang"_s);
  compose({}, u"XX项"_s);
  EXPECT_EQ(text(), u"XX项"_s);
  EXPECT_TRUE(hasFinding(u"placeholder"_s));
  EXPECT_EQ(window->check().text(), u"XX项");
}

TEST_F(InputMethodTest, ACommitThatStartsTheNextCompositionIsNotLost) {
  compose(u"xiang"_s);
  compose(u"mu"_s, u"项"_s);
  compose({}, u"目"_s);
  EXPECT_EQ(text(), u"项目"_s);
  EXPECT_EQ(window->check().text(), u"项目");
}

TEST_F(InputMethodTest, ACancelledCompositionLeavesNothing) {
  type(u"甲"_s);
  compose(u"yi"_s);
  compose({});
  EXPECT_EQ(text(), u"甲"_s);
  EXPECT_FALSE(editor().composing());
}

TEST_F(InputMethodTest, KeysOfTheProgramWaitWhileComposing) {
  type(u"完成XX项"_s);
  editor().moveCursor(QTextCursor::Start);
  compose(u"x"_s);
  run(Act::NextFinding);
  EXPECT_TRUE(editor().selected().empty());
  press(Qt::Key_Tab);
  compose({});
  run(Act::NextFinding);
  EXPECT_FALSE(editor().selected().empty());
}

TEST_F(InputMethodTest, CandidatesOpenBesideTheCursorNotBesideThePage) {
  window->resize(1600, 900);
  type(u"云溪县"_s);
  const QRect cursor = editor().cursorRect();
  const QPoint wanted = editor().viewport()->mapTo(&editor(), cursor.topLeft());
  EXPECT_GT(editor().viewport()->x(), 0);
  const QRectF told = editor().inputMethodQuery(Qt::ImCursorRectangle).toRectF();
  EXPECT_NEAR(told.left(), wanted.x(), 2);
  EXPECT_NEAR(told.top(), wanted.y(), 2);
}

}  // namespace
}  // namespace moxian

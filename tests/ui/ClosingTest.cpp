#include "tests/ui/Window.h"

namespace moxian {
namespace {

using ClosingTest = WindowTest;

TEST_F(ClosingTest, AnUntouchedDraftClosesWithoutAQuestion) {
  EXPECT_TRUE(window->close());
  EXPECT_TRUE(script->asked.isEmpty());
}

TEST_F(ClosingTest, CancellingKeepsTheWindowAndTheText) {
  type(u"草稿"_s);
  script->answers.enqueue(u"取消"_s);
  EXPECT_FALSE(window->close());
  EXPECT_TRUE(window->isVisible());
  EXPECT_EQ(text(), u"草稿"_s);
}

TEST_F(ClosingTest, DiscardingCloses) {
  type(u"草稿"_s);
  script->answers.enqueue(u"不保存"_s);
  EXPECT_TRUE(window->close());
}

TEST_F(ClosingTest, SavingWritesAndCloses) {
  type(u"草稿"_s);
  script->answers.enqueue(u"保存"_s);
  script->paths.enqueue(path(u"草稿.txt"_s));
  EXPECT_TRUE(window->close());
  EXPECT_EQ(read(u"草稿.txt"_s), u"草稿"_s.toUtf8());
}

TEST_F(ClosingTest, ASaveThatFailsKeepsTheWindowOpen) {
  type(u"草稿"_s);
  script->answers.enqueue(u"保存"_s);
  script->answers.enqueue(u"取消"_s);
  script->paths.enqueue(path(u"没有/草稿.txt"_s));
  EXPECT_FALSE(window->close());
  EXPECT_EQ(text(), u"草稿"_s);
}

TEST_F(ClosingTest, UndoingEverythingLeavesNothingToAskAbout) {
  type(u"草稿"_s);
  while (editor().document()->isUndoAvailable()) run(Act::Undo);
  EXPECT_TRUE(window->close());
  EXPECT_TRUE(script->asked.isEmpty());
}

TEST_F(ClosingTest, AnotherFileAsksBeforeItReplacesTheDraft) {
  write(u"另.txt"_s, u"另一份"_s.toUtf8());
  type(u"草稿"_s);
  window->openFile(path(u"另.txt"_s));
  EXPECT_EQ(text(), u"草稿"_s);
  script->answers.enqueue(u"不保存"_s);
  window->openFile(path(u"另.txt"_s));
  EXPECT_EQ(text(), u"另一份"_s);
}

}  // namespace
}  // namespace moxian

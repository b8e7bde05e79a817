#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QPointer>
#include <QSemaphore>
#include <QShortcutEvent>
#include <QThread>
#include <QTimer>
#include <chrono>
#include <functional>

#include "tests/ui/Window.h"
#include "ui/Busy.h"
#include "ui/Worker.h"

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

TEST_F(ClosingTest, TheButtonsOfTheQuestionHaveAltKeys) {
  type(u"草稿"_s);
  script->answers.enqueue(u"取消"_s);
  EXPECT_FALSE(window->close());
  EXPECT_EQ(script->buttons, (QStringList{u"保存(&S)"_s, u"不保存(&N)"_s, u"取消(&C)"_s}));
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

TEST_F(ClosingTest, QuittingStopsTheJobOfAnotherWindowBeforeItGoes) {
  const QPointer<MainWindow> busy = new MainWindow(*services);
  busy->setAttribute(Qt::WA_DeleteOnClose);
  busy->QWidget::show();
  QTimer::singleShot(600, window.get(), [this] { run(Act::Quit); });  // the dialog is up by then
  bool stopped = false;
  runBusy(busy, u"正在导出…"_s, [&stopped](JobGate& gate) {
    for (int i = 0; i < 500 && !gate.cancelled(); ++i) QThread::msleep(10);
    stopped = gate.cancelled();
  });
  EXPECT_TRUE(stopped);
  ASSERT_FALSE(busy.isNull()) << "the window went while its job was at work";
  EXPECT_TRUE(until([&] { return busy.isNull() && !window->isVisible(); }));
}

TEST_F(ClosingTest, KeysSentWhileASaveIsAtWorkGoIntoTheDraft) {
  type(u"草稿"_s);
  int typed = 0;
  QTimer keys;
  QObject::connect(&keys, &QTimer::timeout, [&] {
    if (typed++ < 3) QTest::keyClick(&editor(), Qt::Key_A);
  });
  keys.start(50);
  QSemaphore release;
  runBusy(window.get(), u"保存"_s, [&](JobGate&) { release.tryAcquire(1, 400); }, &editor());
  keys.stop();
  EXPECT_EQ(text(), u"草稿aaa"_s);
}

TEST_F(ClosingTest, ClicksBehindASaveWaitAndKeepTheirOrder) {
  type(u"草稿"_s);
  QTimer::singleShot(50, [&] {
    QTest::mouseClick(editor().viewport(), Qt::LeftButton, {}, {2, 8});
    QTest::keyClick(&editor(), Qt::Key_A);
    EXPECT_EQ(text(), u"草稿"_s);
  });
  QSemaphore release;
  runBusy(window.get(), u"保存"_s, [&](JobGate&) { release.tryAcquire(1, 300); }, &editor());
  EXPECT_TRUE(until([&] { return text() == u"a草稿"_s; })) << text().toStdString();
}

/// A save that takes longer than typing may go on beside it.
class LongSaveTest : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    setTypedPatience(std::chrono::milliseconds(60));
  }
  void TearDown() override {
    setTypedPatience(std::chrono::seconds(3));
    WindowTest::TearDown();
  }
  /// Does `meanwhile` before the dialog comes, and lets the save go on for long behind that.
  void saveWhile(const std::function<void()>& meanwhile, const std::function<void()>& before = {}) {
    QTimer::singleShot(10, window.get(), meanwhile);
    QTimer::singleShot(250, window.get(), [this, before] {
      EXPECT_NE(QApplication::activeModalWidget(), nullptr);
      if (before) before();
      m_release.release();
    });
    runBusy(window.get(), u"保存"_s, [&](JobGate&) { m_release.tryAcquire(1, 5000); }, &editor());
  }

 private:
  QSemaphore m_release;
};

TEST_F(LongSaveTest, ClicksWaitForItsEndAlsoWhenTheDialogCame) {
  type(u"草稿"_s);
  saveWhile(
      [&] {
        QTest::mouseClick(editor().viewport(), Qt::LeftButton, {}, {2, 8});
        QTest::keyClick(&editor(), Qt::Key_A);
      },
      [&] {
        EXPECT_EQ(text(), u"草稿"_s);
        EXPECT_EQ(editor().textCursor().position(), 2);
      });
  EXPECT_TRUE(until([&] { return text() == u"a草稿"_s; })) << text().toStdString();
}

TEST_F(LongSaveTest, AShortcutIsCarriedOutBehindIt) {
  type(u"草稿"_s);
  script->paths.enqueue(path(u"草稿.txt"_s));
  run(Act::Save);
  type(u"续"_s);
  saveWhile(
      [&] {
        QShortcutEvent save(QKeySequence::Save, 0);
        QCoreApplication::sendEvent(window->actionTable()[Act::Save], &save);
      },
      [&] { EXPECT_EQ(read(u"草稿.txt"_s), u"草稿"_s.toUtf8()); });
  EXPECT_TRUE(until([&] { return read(u"草稿.txt"_s) == u"草稿续"_s.toUtf8(); }));
}

TEST_F(LongSaveTest, WhatWasHeldWaitsForTheQuestionBehindIt) {
  type(u"草稿"_s);
  saveWhile([&] { QTest::mouseClick(editor().viewport(), Qt::LeftButton, {}, {2, 8}); });
  QDialog question(window.get());
  question.setModal(true);
  QTimer::singleShot(150, &question, [&] {
    EXPECT_EQ(editor().textCursor().position(), 2);
    question.accept();
  });
  question.exec();
  EXPECT_TRUE(until([&] { return editor().textCursor().position() == 0; }));
}

TEST_F(ClosingTest, AFileThatComesDuringASaveOpensBehindIt) {
  write(u"另.txt"_s, u"另一份"_s.toUtf8());
  type(u"草稿"_s);
  script->paths.enqueue(path(u"草稿.txt"_s));
  QTimer::singleShot(0, window.get(), [&] { window->openFile(path(u"另.txt"_s)); });
  run(Act::Save);
  EXPECT_EQ(text(), u"草稿"_s);
  EXPECT_TRUE(until([&] { return text() == u"另一份"_s; }));
  EXPECT_EQ(read(u"草稿.txt"_s), u"草稿"_s.toUtf8());
}

TEST_F(ClosingTest, ReloadingDuringASaveDoesNotTouchTheDocument) {
  type(u"草稿"_s);
  script->paths.enqueue(path(u"草稿.moxian"_s));
  run(Act::Save);
  type(u"续"_s);
  bool reloaded = true;
  QTimer::singleShot(0, window.get(), [&] { reloaded = window->files().reload(); });
  run(Act::Save);
  EXPECT_FALSE(reloaded);
  EXPECT_EQ(text(), u"草稿续"_s);
  EXPECT_FALSE(editor().document()->isModified());
}

TEST_F(ClosingTest, WhatIsTypedDuringASaveIsAskedAbout) {
  type(u"草稿"_s);
  script->paths.enqueue(path(u"草稿.moxian"_s));
  QTimer::singleShot(0, [&] { QTest::keyClick(&editor(), Qt::Key_A); });
  run(Act::Save);
  EXPECT_EQ(text(), u"草稿a"_s);
  EXPECT_TRUE(editor().document()->isModified());
  script->answers.enqueue(u"取消"_s);
  EXPECT_FALSE(window->close());
}

TEST_F(ClosingTest, ABusyWindowClosesWhenItsJobHasStopped) {
  QTimer::singleShot(600, window.get(), [this] { EXPECT_FALSE(window->close()); });
  runBusy(window.get(), u"正在导出…"_s, [](JobGate& gate) {
    for (int i = 0; i < 500 && !gate.cancelled(); ++i) QThread::msleep(10);
  });
  EXPECT_TRUE(until([this] { return !window->isVisible(); }));
}

TEST_F(ClosingTest, AWorkerThatGoesDoesNotWaitForThePieceAtWork) {
  QSemaphore begun;
  const auto mayEnd = std::make_shared<QSemaphore>();
  bool told = false;
  {
    Worker worker;
    worker.run(
        [&begun, mayEnd] {
          begun.release();
          mayEnd->acquire();
          return 1;
        },
        [&told](int) { told = true; });
    begun.acquire();
  }
  EXPECT_TRUE(Worker::anyLeftAtWork());
  mayEnd->release();
  EXPECT_TRUE(until([] { return !Worker::anyLeftAtWork(); }));
  EXPECT_FALSE(told);
}

}  // namespace
}  // namespace moxian

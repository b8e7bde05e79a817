#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTreeWidget>

#include "core/store/Recovery.h"
#include "tests/ui/Window.h"
#include "ui/RecoveryDialog.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

/// What the next start offers after the program ended without closing its windows.
class RecoveryTest : public WindowTest {
 protected:
  [[nodiscard]] QString journals() const { return path(u"state/moxian/journals"_s); }
  [[nodiscard]] qsizetype journalCount() const {
    return QDir(journals()).entryList({u"*.journal"_s}).size();
  }
  /// The window goes as in a crash: nothing is closed, the journal stays.
  void crash() {
    window.reset();
    QCoreApplication::processEvents();
  }
  [[nodiscard]] std::unique_ptr<RecoveryDialog> nextStart() {
    auto left = recoverable(toPath(journals()));
    EXPECT_TRUE(left.has_value());
    auto dialog = std::make_unique<RecoveryDialog>(*services, std::move(*left));
    dialog->show();
    return dialog;
  }
  static QTreeWidget& list(RecoveryDialog& dialog) {
    return *dialog.findChild<QTreeWidget*>(u"recoverable"_s);
  }
  static void click(RecoveryDialog& dialog, const QString& button) {
    QTest::mouseClick(dialog.findChild<QPushButton*>(button), Qt::LeftButton);
  }
  void openKept(OpenDocument::Opened kept) {
    window = std::make_unique<MainWindow>(*services);
    window->QWidget::show();
    window->files().show(std::move(kept));
  }
};

TEST_F(RecoveryTest, TypingReachesTheJournalWithinASecondAndClosingRemovesIt) {
  type(u"还没有保存的一句"_s);
  EXPECT_TRUE(QTest::qWaitFor([this] { return journalCount() == 1; }, 1000));
  const QFile file(journals() + u'/' + QDir(journals()).entryList({u"*.journal"_s}).first());
  EXPECT_EQ(file.permissions() &
                ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
            QFile::Permissions());
  script->answers.enqueue(u"不保存"_s);
  EXPECT_TRUE(window->close());
  EXPECT_EQ(journalCount(), 0);
}

TEST_F(RecoveryTest, AnUntitledDraftComesBackWholeAndUnsaved) {
  type(u"云溪县民政局工作总结\n一、主要工作\n办理35件。"_s);
  const QString typed = text();
  crash();
  const auto dialog = nextStart();
  ASSERT_EQ(list(*dialog).topLevelItemCount(), 1);
  EXPECT_TRUE(list(*dialog).topLevelItem(0)->text(0).contains(u"云溪县民政局"_s));
  click(*dialog, u"keep"_s);
  EXPECT_FALSE(dialog->isVisible()) << "nothing is left to decide";
  auto kept = dialog->takeKept();
  ASSERT_EQ(kept.size(), 1U);
  openKept(std::move(kept.front()));
  EXPECT_EQ(text(), typed);
  EXPECT_TRUE(window->isWindowModified());
  EXPECT_FALSE(window->notices().text().isEmpty());
  EXPECT_EQ(journalCount(), 1) << "it is still kept until it is saved";
}

TEST_F(RecoveryTest, ADocumentGoesOnWhereTypingStopped) {
  type(u"已经保存的"_s);
  script->paths.enqueue(path(u"稿.moxian"_s));
  run(Act::Save);
  type(u"没有保存的"_s);
  press(Qt::Key_Backspace);
  run(Act::Undo);
  const QString typed = text();
  crash();
  const auto dialog = nextStart();
  ASSERT_EQ(list(*dialog).topLevelItemCount(), 1);
  click(*dialog, u"keep"_s);
  auto kept = dialog->takeKept();
  ASSERT_EQ(kept.size(), 1U);
  openKept(std::move(kept.front()));
  EXPECT_EQ(text(), typed);
  EXPECT_TRUE(window->windowTitle().contains(u"稿.moxian"_s));
  run(Act::Save);
  EXPECT_EQ(journalCount(), 0);
}

TEST_F(RecoveryTest, SeveralDraftsAreOfferedTogether) {
  type(u"第一份"_s);
  {
    MainWindow second(*services);
    second.editor().setPlainText(u"第二份"_s);
  }
  crash();
  const auto dialog = nextStart();
  EXPECT_EQ(list(*dialog).topLevelItemCount(), 2);
  click(*dialog, u"keep"_s);
  EXPECT_EQ(dialog->takeKept().size(), 2U);
}

TEST_F(RecoveryTest, DiscardingAsksAndThenForgets) {
  type(u"不要了"_s);
  crash();
  const auto dialog = nextStart();
  click(*dialog, u"discard"_s);
  EXPECT_EQ(journalCount(), 1) << "the scripted user cancelled";
  script->answers.enqueue(u"丢弃"_s);
  click(*dialog, u"discard"_s);
  EXPECT_EQ(journalCount(), 0);
  EXPECT_TRUE(dialog->takeKept().empty());
}

TEST_F(RecoveryTest, LaterLeavesEverythingForTheNextStart) {
  type(u"以后再说"_s);
  crash();
  {
    const auto dialog = nextStart();
    click(*dialog, u"later"_s);
    EXPECT_TRUE(dialog->takeKept().empty());
  }
  EXPECT_EQ(list(*nextStart()).topLevelItemCount(), 1);
}

TEST_F(RecoveryTest, ADocumentThatChangedSinceIsOfferedAsACopy) {
  write(u"稿.txt"_s, u"开头"_s.toUtf8());
  window->openFile(path(u"稿.txt"_s));
  type(u"我的"_s);
  crash();
  write(u"稿.txt"_s, u"别人后来写的"_s.toUtf8());
  const auto dialog = nextStart();
  ASSERT_EQ(list(*dialog).topLevelItemCount(), 1);
  EXPECT_TRUE(list(*dialog).topLevelItem(0)->text(3).contains(u"改过"_s));
  click(*dialog, u"keep"_s);
  auto kept = dialog->takeKept();
  ASSERT_EQ(kept.size(), 1U);
  openKept(std::move(kept.front()));
  EXPECT_EQ(text(), u"我的开头"_s);
  EXPECT_FALSE(window->files().file().named());
  EXPECT_TRUE(window->windowTitle().contains(u"稿"_s));
  EXPECT_EQ(read(u"稿.txt"_s), u"别人后来写的"_s.toUtf8());
}

TEST_F(RecoveryTest, ADamagedJournalGivesItsValidPartAndSaysWhatIsMissing) {
  type(u"前面的一句"_s);
  ASSERT_TRUE(QTest::qWaitFor([this] { return journalCount() == 1; }, 1000));
  QTest::qWait(400);
  type(u"后面的一句"_s);
  crash();
  const QString name = journals() + u'/' + QDir(journals()).entryList({u"*.journal"_s}).first();
  QFile file(name);
  ASSERT_TRUE(file.open(QIODevice::ReadWrite));
  QByteArray bytes = file.readAll();
  bytes[bytes.size() - 3] = static_cast<char>(bytes[bytes.size() - 3] ^ 1);
  file.seek(0);
  file.write(bytes);
  file.close();
  const auto dialog = nextStart();
  ASSERT_EQ(list(*dialog).topLevelItemCount(), 1);
  EXPECT_TRUE(list(*dialog).topLevelItem(0)->text(3).contains(u"读不出"_s));
  click(*dialog, u"keep"_s);
  auto kept = dialog->takeKept();
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept.front().loaded.draft.text, u"前面的一句");
}

}  // namespace
}  // namespace moxian

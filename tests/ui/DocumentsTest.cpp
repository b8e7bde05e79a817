#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeWidget>
#include <fstream>

#include "core/store/OpenDocument.h"
#include "tests/ui/Window.h"
#include "ui/CompareDialog.h"
#include "ui/ReviewController.h"
#include "ui/Strings.h"
#include "ui/VersionsDialog.h"

namespace moxian {
namespace {

/// The .moxian document in the window, other people and other programs around it.
class DocumentsTest : public WindowTest {
 protected:
  void saveAs(const QString& name) {
    script->paths.enqueue(path(name));
    run(Act::SaveAs);
    ASSERT_FALSE(window->isWindowModified()) << script->asked.join(u'\n').toStdString();
  }
  [[nodiscard]] Result<MoxianFile::Opened> onDisk(const QString& name) const {
    return MoxianFile::open(toPath(path(name)));
  }
  /// Somebody else with the document open.
  [[nodiscard]] Result<OpenDocument::Opened> other(const QString& name) const {
    StoreSettings settings;
    settings.user = "周同志";
    settings.locks = toPath(path(u"state/moxian/locks"_s));
    return OpenDocument::open(toPath(path(name)), settings);
  }
  void pressInNotice(const QString& choice) {
    const auto press = [&] {  // a bar that is there already shows its new buttons a moment later
      for (QPushButton* button : window->notices().findChildren<QPushButton*>())
        if (button->text() == choice && button->isVisible()) return button->click(), true;
      return false;
    };
    if (until(press)) return;
    FAIL() << "no choice " << choice.toStdString() << " in "
           << window->notices().text().toStdString();
  }
  [[nodiscard]] bool told(const QString& part) {
    return until([&] { return window->notices().text().contains(part); });
  }
  VersionsDialog& versions() {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the one before
    run(Act::Versions);
    auto* dialog = window->findChild<VersionsDialog*>();
    EXPECT_NE(dialog, nullptr);
    return *dialog;
  }
  static void click(QWidget& dialog, const QString& button) {
    auto* found = dialog.findChild<QPushButton*>(button);
    ASSERT_NE(found, nullptr) << button.toStdString();
    ASSERT_TRUE(found->isEnabled()) << button.toStdString();
    QTest::mouseClick(found, Qt::LeftButton);
  }
};

TEST_F(DocumentsTest, AKindThatThisComputerDoesNotKnowIsTold) {
  Draft draft;
  draft.text = u"云溪县民政局2024年工作要点\n一、主要任务\n";
  draft.properties.profile = "water-office";
  ASSERT_TRUE(MoxianFile::create(toPath(path(u"要点.moxian"_s)), draft));
  window->openFile(path(u"要点.moxian"_s));
  EXPECT_TRUE(told(u"water-office"_s));
  EXPECT_EQ(child<QComboBox>(u"profile"_s).currentData(), u"auto"_s);
  EXPECT_FALSE(window->isWindowModified());
}

TEST_F(DocumentsTest, ADocumentKeepsTextAndChosenKind) {
  type(u"云溪县民政局2024年工作要点\n一、主要任务\n　　办理35件。"_s);
  auto& profiles = child<QComboBox>(u"profile"_s);
  profiles.setCurrentIndex(profiles.findData(u"work-plan"_s));
  Q_EMIT profiles.activated(profiles.currentIndex());
  const QString draft = text();
  saveAs(u"要点.moxian"_s);
  run(Act::New);
  EXPECT_EQ(profiles.currentData(), u"auto"_s);
  window->openFile(path(u"要点.moxian"_s));
  EXPECT_EQ(text(), draft);
  EXPECT_EQ(profiles.currentData(), u"work-plan"_s);
  EXPECT_FALSE(window->isWindowModified());
  EXPECT_FALSE(child<QToolButton>(u"encoding"_s).isVisible());
}

TEST_F(DocumentsTest, UnitAndYearAreKeptBesideTheText) {
  type(u"云溪县民政局2024年工作总结\n一、主要工作\n办理35件。"_s);
  ASSERT_TRUE(checked());
  saveAs(u"总结.moxian"_s);
  const auto opened = onDisk(u"总结.moxian"_s);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->draft.properties.unit, "云溪县民政局");
  EXPECT_EQ(opened->draft.properties.year, 2024);
}

TEST_F(DocumentsTest, ACopyIsWrittenAndTheDraftStaysWhereItWas) {
  type(u"第一稿"_s);
  saveAs(u"稿.moxian"_s);
  type(u"，再加一句"_s);
  script->paths.enqueue(path(u"副本.txt"_s));
  run(Act::SaveCopy);
  EXPECT_EQ(read(u"副本.txt"_s), u"第一稿，再加一句"_s.toUtf8());
  EXPECT_TRUE(window->isWindowModified());
  EXPECT_TRUE(window->windowTitle().contains(u"稿.moxian"_s));
}

TEST_F(DocumentsTest, GoingBackToTheSavedTextGivesUpTheRest) {
  type(u"第一稿"_s);
  saveAs(u"稿.moxian"_s);
  type(u"，不要这句"_s);
  script->answers.enqueue(u"重新载入"_s);
  run(Act::Reload);
  EXPECT_EQ(text(), u"第一稿"_s);
  EXPECT_FALSE(window->isWindowModified());
}

TEST_F(DocumentsTest, ADocxIsKeptInsideTheDocument) {
  type(u"云溪县民政局工作总结\n一、主要工作\n办理信访件35件。"_s);
  script->paths.enqueue(path(u"总结.docx"_s));
  run(Act::ExportDocx);
  script->answers.enqueue(u"不保存"_s);
  window->openFile(path(u"总结.docx"_s));
  saveAs(u"总结.moxian"_s);
  auto opened = onDisk(u"总结.moxian"_s);
  ASSERT_TRUE(opened.has_value());
  ASSERT_EQ(opened->file.attachments().size(), 1U);
  EXPECT_EQ(opened->file.attachments().front().name, "总结.docx");
  VersionsDialog& dialog = versions();
  dialog.findChild<QListWidget*>(u"attachments"_s)->setCurrentRow(0);
  script->paths.enqueue(path(u"取出.docx"_s));
  click(dialog, u"takeOut"_s);
  EXPECT_EQ(read(u"取出.docx"_s), read(u"总结.docx"_s));
}

TEST_F(DocumentsTest, SavingADocumentAsPlainTextAsksFirst) {
  type(u"第一稿"_s);
  saveAs(u"稿.moxian"_s);
  script->paths.enqueue(path(u"稿.txt"_s));
  run(Act::SaveAs);
  EXPECT_EQ(script->asked.size(), 1);
  EXPECT_FALSE(QFile::exists(path(u"稿.txt"_s)));
}

TEST_F(DocumentsTest, SavingPlainTextDoesNotDropCommentsUnasked) {
  write(u"稿.txt"_s, u"第一稿"_s.toUtf8());
  window->openFile(path(u"稿.txt"_s));
  Marks marks;
  marks.comments = {{1, 0, {0, 2}, "周同志", 1, u"请核对", u"第一", CommentState::Open}};
  window->review().reviewer().load(Markup({}, marks.comments, 3));
  window->files().setMarks(marks);
  type(u"改"_s);
  run(Act::Save);
  EXPECT_EQ(script->asked.size(), 1);
  EXPECT_EQ(read(u"稿.txt"_s), u"第一稿"_s.toUtf8()) << "the scripted user cancelled";
  script->answers.enqueue(u"另存为墨线文稿…"_s);
  script->paths.enqueue(path(u"稿.moxian"_s));
  run(Act::Save);
  EXPECT_TRUE(window->files().file().moxian());
  const auto saved = MoxianFile::open(toPath(path(u"稿.moxian"_s)));
  ASSERT_TRUE(saved.has_value());
  EXPECT_EQ(saved->draft.marks.comments.size(), 1U);
}

TEST_F(DocumentsTest, SavingPlainTextWithCommentsElsewhereSuggestsADocument) {
  write(u"稿.txt"_s, u"第一稿。"_s.toUtf8());
  ASSERT_TRUE(window->files().open(path(u"稿.txt"_s)));
  window->review().reviewer().addComment({0, 3}, u"请核对。"_s);
  script->paths.enqueue(path(u"稿.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  EXPECT_TRUE(script->lastSuggestion.endsWith(u"稿.moxian"_s))
      << script->lastSuggestion.toStdString();
}

TEST_F(DocumentsTest, TextAloneIsSavedWhereThatIsWantedAndAskedOnce) {
  write(u"稿.txt"_s, u"第一稿"_s.toUtf8());
  window->openFile(path(u"稿.txt"_s));
  Marks marks;
  marks.comments = {{1, 0, {0, 2}, "周同志", 1, u"请核对", u"第一", CommentState::Open}};
  window->review().reviewer().load(Markup({}, marks.comments, 3));
  window->files().setMarks(marks);
  script->answers.enqueue(u"只保存文字"_s);
  type(u"改"_s);
  run(Act::Save);
  type(u"再"_s);
  run(Act::Save);
  EXPECT_EQ(script->asked.size(), 1);
  EXPECT_EQ(read(u"稿.txt"_s), u"改再第一稿"_s.toUtf8());
}

TEST_F(DocumentsTest, ASecondOpenerIsToldWhoWritesAndOnlyReads) {
  type(u"大家的稿"_s);
  saveAs(u"稿.moxian"_s);
  run(Act::New);
  auto held = other(u"稿.moxian"_s);
  ASSERT_TRUE(held.has_value());
  window->openFile(path(u"稿.moxian"_s));
  EXPECT_TRUE(window->notices().text().contains(u"周同志"_s));
  EXPECT_TRUE(window->windowTitle().contains(u"只读"_s));
  type(u"改"_s);
  press(Qt::Key_Tab);
  EXPECT_EQ(text(), u"大家的稿"_s);
  Draft draft = held->loaded.draft;
  draft.text += u"，改过了";
  ASSERT_TRUE(held->document.save(draft).has_value());
  held->document.close();
  window->files().lookAtDisk();
  EXPECT_TRUE(until([this] { return !editor().isReadOnly(); }));
  EXPECT_EQ(text(), u"大家的稿，改过了"_s);
  EXPECT_FALSE(window->windowTitle().contains(u"只读"_s));
}

TEST_F(DocumentsTest, AReaderIsToldThatTheWriterSavedAndCanSeeIt) {
  type(u"大家的稿"_s);
  saveAs(u"稿.moxian"_s);
  run(Act::New);
  auto held = other(u"稿.moxian"_s);
  ASSERT_TRUE(held.has_value());
  window->openFile(path(u"稿.moxian"_s));
  Draft draft = held->loaded.draft;
  draft.text += u"，改过了";
  ASSERT_TRUE(held->document.save(draft).has_value());
  window->files().lookAtDisk();
  ASSERT_TRUE(told(u"刚保存了新的内容"_s));
  EXPECT_EQ(text(), u"大家的稿"_s) << "the place in the text stays until it is wanted";
  pressInNotice(u"看新的"_s);
  EXPECT_EQ(text(), u"大家的稿，改过了"_s);
  EXPECT_TRUE(told(u"周同志"_s)) << "still only to be read";
}

TEST_F(DocumentsTest, AReaderCanSaveElsewhereAndWriteThere) {
  type(u"大家的稿"_s);
  saveAs(u"稿.moxian"_s);
  run(Act::New);
  const auto held = other(u"稿.moxian"_s);
  window->openFile(path(u"稿.moxian"_s));
  script->paths.enqueue(path(u"我的.moxian"_s));
  pressInNotice(u"另存一份来修改…"_s);
  type(u"改"_s);
  EXPECT_EQ(text(), u"改大家的稿"_s);
}

TEST_F(DocumentsTest, WhatAnotherProgramWroteCanBeTaken) {
  write(u"共用.txt"_s, u"旧的"_s.toUtf8());
  window->openFile(path(u"共用.txt"_s));
  type(u"我"_s);
  write(u"共用.txt"_s, u"别人写的"_s.toUtf8());
  ASSERT_TRUE(told(u"共用.txt"_s));
  script->answers.enqueue(u"重新载入"_s);
  pressInNotice(u"取用磁盘上的"_s);
  EXPECT_EQ(text(), u"别人写的"_s);
}

TEST_F(DocumentsTest, KeysGoIntoTheDraftAgainAfterANoticeIsAnswered) {
  write(u"稿.txt"_s, u"第一稿"_s.toUtf8());
  window->openFile(path(u"稿.txt"_s));
  write(u"稿.txt"_s, u"别人写的"_s.toUtf8());
  ASSERT_TRUE(told(u"修改了"_s));
  for (QPushButton* button : window->notices().findChildren<QPushButton*>()) button->setFocus();
  pressInNotice(u"保留这里的"_s);
  EXPECT_EQ(window->focusWidget(), &editor());
}

TEST_F(DocumentsTest, WhatAnotherProgramWroteCanBeWrittenOver) {
  write(u"共用.txt"_s, u"旧的"_s.toUtf8());
  window->openFile(path(u"共用.txt"_s));
  type(u"我"_s);
  write(u"共用.txt"_s, u"别人写的"_s.toUtf8());
  ASSERT_TRUE(told(u"共用.txt"_s));
  pressInNotice(u"保留这里的"_s);
  run(Act::Save);
  EXPECT_TRUE(script->asked.isEmpty());
  EXPECT_EQ(read(u"共用.txt"_s), u"我旧的"_s.toUtf8());
}

TEST_F(DocumentsTest, TheOthersTextBecomesAVersionOfADocumentWrittenOver) {
  type(u"开头"_s);
  saveAs(u"稿.moxian"_s);
  {
    auto someone = MoxianFile::open(toPath(path(u"稿.moxian"_s)));
    ASSERT_TRUE(someone.has_value());
    Draft draft = someone->draft;
    draft.text = u"别人写的";
    ASSERT_TRUE(someone->file.save(draft).has_value());
  }
  ASSERT_TRUE(told(u"稿.moxian"_s));
  pressInNotice(u"保留这里的"_s);
  run(Act::Save);
  auto opened = onDisk(u"稿.moxian"_s);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->draft.text, u"开头");
  ASSERT_FALSE(opened->file.versions().empty());
  EXPECT_EQ(opened->file.versionText(opened->file.versions().back().id), u"别人写的");
}

TEST_F(DocumentsTest, ARenamedFileIsFollowedWhereWanted) {
  write(u"旧名.txt"_s, u"内容"_s.toUtf8());
  window->openFile(path(u"旧名.txt"_s));
  ASSERT_TRUE(QFile::rename(path(u"旧名.txt"_s), path(u"新名.txt"_s)));
  ASSERT_TRUE(told(u"新名.txt"_s));
  pressInNotice(u"保存到新的名字"_s);
  EXPECT_TRUE(window->windowTitle().contains(u"新名.txt"_s));
  EXPECT_FALSE(QFile::exists(path(u"旧名.txt"_s)));
}

TEST_F(DocumentsTest, ADeletedFileCanBeMadeAgain) {
  type(u"还在这里"_s);
  saveAs(u"稿.moxian"_s);
  ASSERT_TRUE(QFile::remove(path(u"稿.moxian"_s)));
  ASSERT_TRUE(told(u"删除"_s));
  EXPECT_TRUE(window->isWindowModified()) << "nothing on the disk holds it";
  pressInNotice(u"存回原处"_s);
  const auto opened = onDisk(u"稿.moxian"_s);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->draft.text, u"还在这里");
}

TEST_F(DocumentsTest, AVersionIsNamedComparedAndRestoredAsOneStep) {
  type(u"第一稿的内容"_s);
  saveAs(u"稿.moxian"_s);
  VersionsDialog& dialog = versions();
  script->texts.enqueue(u"送审稿"_s);
  click(dialog, u"saveVersion"_s);
  auto& list = *dialog.findChild<QTreeWidget*>(u"versions"_s);
  ASSERT_GE(list.topLevelItemCount(), 1);
  EXPECT_EQ(list.topLevelItem(0)->text(1), u"送审稿"_s);
  dialog.close();
  type(u"改动过的"_s);
  const QString changed = text();
  VersionsDialog& again = versions();
  auto& rows = *again.findChild<QTreeWidget*>(u"versions"_s);
  rows.setCurrentItem(rows.topLevelItem(0));
  int differences = 0;
  QTimer::singleShot(0, &again, [&] {
    auto* comparison = again.findChild<CompareDialog*>();
    ASSERT_NE(comparison, nullptr);
    differences = static_cast<int>(comparison->differences());
    comparison->close();
  });
  click(again, u"compareVersions"_s);
  EXPECT_EQ(differences, 1);
  click(again, u"restoreVersion"_s);
  EXPECT_EQ(text(), u"第一稿的内容"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), changed);
}

TEST_F(DocumentsTest, VersionsNameTheReviewerWhoSavedThem) {
  type(u"内容"_s);
  saveAs(u"稿.moxian"_s);
  window->files().saveVersion(u"初稿"_s);
  services->settings.set(settings::reviewer, u"李审"_s);
  window->files().saveVersion(u"复核稿"_s);
  VersionsDialog& dialog = versions();
  auto& list = *dialog.findChild<QTreeWidget*>(u"versions"_s);
  ASSERT_GE(list.topLevelItemCount(), 2);
  EXPECT_EQ(list.topLevelItem(0)->text(2), u"李审"_s);
  EXPECT_FALSE(list.topLevelItem(1)->text(2).isEmpty());
  EXPECT_NE(list.topLevelItem(1)->text(2), u"李审"_s) << "the account's";
}

TEST_F(DocumentsTest, BlankLinesAreNoDifferenceBetweenVersions) {
  type(u"工作总结\n\n全年巡查86次。"_s);
  saveAs(u"稿.moxian"_s);
  window->files().saveVersion(u"初稿"_s);
  editor().selectAll();
  type(u"工作总结\n全年巡查92次。"_s);
  VersionsDialog& dialog = versions();
  auto& rows = *dialog.findChild<QTreeWidget*>(u"versions"_s);
  rows.setCurrentItem(rows.topLevelItem(0));
  QString shown;
  QTimer::singleShot(0, &dialog, [&] {
    auto* comparison = dialog.findChild<CompareDialog*>();
    ASSERT_NE(comparison, nullptr);
    EXPECT_EQ(comparison->differences(), 1);
    shown = comparison->findChild<QTextEdit*>(u"comparison"_s)->toPlainText();
    comparison->close();
  });
  click(dialog, u"compareVersions"_s);
  EXPECT_EQ(shown, u"工作总结\n全年巡查8692次。"_s);
}

TEST_F(DocumentsTest, VersionsAreRenamedAndRemovedWithoutAnAlarmAboutTheFile) {
  type(u"内容"_s);
  saveAs(u"稿.moxian"_s);
  window->files().saveVersion(u"初稿"_s);
  VersionsDialog& dialog = versions();
  auto& list = *dialog.findChild<QTreeWidget*>(u"versions"_s);
  const int before = list.topLevelItemCount();
  list.setCurrentItem(list.topLevelItem(0));
  script->texts.enqueue(u"征求意见稿"_s);
  click(dialog, u"renameVersion"_s);
  EXPECT_EQ(list.topLevelItem(0)->text(1), u"征求意见稿"_s);
  list.setCurrentItem(list.topLevelItem(0));
  script->answers.enqueue(u"删除"_s);
  click(dialog, u"removeVersions"_s);
  EXPECT_EQ(list.topLevelItemCount(), before - 1);
  QTest::qWait(600);
  EXPECT_TRUE(window->notices().text().isEmpty()) << window->notices().text().toStdString();
  type(u"再写"_s);
  run(Act::Save);
  EXPECT_FALSE(window->isWindowModified());
}

TEST_F(DocumentsTest, PlainTextIsOfferedADocumentForItsVersions) {
  write(u"稿.txt"_s, u"内容"_s.toUtf8());
  window->openFile(path(u"稿.txt"_s));
  VersionsDialog& dialog = versions();
  script->paths.enqueue(path(u"稿.moxian"_s));
  click(dialog, u"saveVersion"_s);
  EXPECT_TRUE(window->files().file().moxian());
  const auto opened = onDisk(u"稿.moxian"_s);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->file.attachments().size(), 1U) << "the text file it came from";
}

TEST_F(DocumentsTest, ABackupStaysBesideWhereWanted) {
  type(u"一"_s);
  saveAs(u"稿.moxian"_s);
  const QByteArray before = read(u"稿.moxian"_s);
  services->settings.set(settings::backups, true);
  window->files().document().setBackups(true);
  type(u"二"_s);
  run(Act::Save);
  EXPECT_EQ(read(u"稿.moxian~"_s), before);
}

TEST_F(DocumentsTest, ADamagedDocumentOffersItsLastGoodVersionAndTheRest) {
  type(u"云溪县民政局工作总结"_s);
  saveAs(u"稿.moxian"_s);
  window->files().saveVersion(u"送审稿"_s);
  type(u"改动过的内容在这里"_s);
  run(Act::Save);
  run(Act::New);
  QByteArray bytes = read(u"稿.moxian"_s);
  const QString lost = u"改动过的内容"_s;
  const qsizetype place =
      bytes.indexOf(QByteArray(reinterpret_cast<const char*>(lost.utf16()), lost.size() * 2));
  ASSERT_GT(place, 0);
  bytes[place] = static_cast<char>(bytes[place] ^ 1);
  write(u"稿.moxian"_s, bytes);
  script->answers.enqueue(u"打开完好的版本"_s);
  window->openFile(path(u"稿.moxian"_s));
  EXPECT_EQ(text(), u"云溪县民政局工作总结"_s);
  EXPECT_TRUE(window->isWindowModified());
  EXPECT_FALSE(window->files().file().named()) << "the damaged file stays as it is";
  script->answers.enqueue(u"不保存"_s);
  script->answers.enqueue(u"全部导出…"_s);
  QDir(folder.path()).mkdir(u"出"_s);
  script->paths.enqueue(path(u"出"_s));
  window->openFile(path(u"稿.moxian"_s));
  EXPECT_TRUE(QFile::exists(path(u"出/draft.txt"_s)));
}

TEST_F(DocumentsTest, ANewerOrForeignFileIsOneSentence) {
  type(u"内容"_s);
  saveAs(u"稿.moxian"_s);
  run(Act::New);
  QByteArray bytes = read(u"稿.moxian"_s);
  bytes[63] = 99;  // user_version
  write(u"新.moxian"_s, bytes);
  write(u"非.moxian"_s, "not a database");
  window->openFile(path(u"新.moxian"_s));
  window->openFile(path(u"非.moxian"_s));
  ASSERT_EQ(script->told.size(), 2);
  EXPECT_TRUE(script->told[0].contains(u"升级"_s)) << script->told[0].toStdString();
  EXPECT_TRUE(script->told[1].contains(u"不是墨线文稿"_s)) << script->told[1].toStdString();
}

TEST_F(DocumentsTest, AnUnwritableStateFolderIsToldWhileTypingGoesOn) {
  QDir(path(u"state"_s)).removeRecursively();
  write(u"state"_s, "a file where a folder should be");
  run(Act::New);
  type(u"照样写"_s);
  EXPECT_TRUE(told(u"自动保护"_s));
  saveAs(u"稿.moxian"_s);
  EXPECT_EQ(onDisk(u"稿.moxian"_s)->draft.text, u"照样写");
}

TEST_F(DocumentsTest, WithoutAHomeFolderEveryDraftSaysThatItIsNotProtected) {
  const QByteArray home = qgetenv("HOME");
  write(u"稿.txt"_s, u"第一稿"_s.toUtf8());
  qunsetenv("HOME");
  qunsetenv("XDG_STATE_HOME");
  {
    MainWindow alone(*services);
    alone.QWidget::show();
    EXPECT_TRUE(alone.notices().text().contains(u"自动保护"_s));
    Q_EMIT services->corpus->failed({ErrorCode::FolderUnwritable, "HOME", {}});
    EXPECT_TRUE(alone.notices().text().contains(u"自动保护"_s))
        << "something lesser took its place";
    alone.openFile(path(u"稿.txt"_s));
    EXPECT_TRUE(alone.notices().text().contains(u"自动保护"_s));
  }
  qputenv("HOME", home);
}

TEST_F(DocumentsTest, ComparingShowsBothSidesAndTakesAnAnswer) {
  CompareDialog dialog({u"甲"_s, u"办理35件。\n第二段"}, {u"乙"_s, u"办理36件。\n第二段"},
                       {u"取用"_s}, window.get());
  EXPECT_EQ(dialog.differences(), 1);
  dialog.show();
  for (QPushButton* button : dialog.findChildren<QPushButton*>())
    if (button->text() == u"取用"_s) button->click();
  EXPECT_EQ(dialog.answer(), 0);
}

}  // namespace
}  // namespace moxian

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

#include "tests/ui/Window.h"
#include "ui/NoticeBar.h"
#include "ui/PdfPages.h"
#include "ui/RecentFiles.h"

namespace moxian {
namespace {

using FilesTest = WindowTest;

TEST_F(FilesTest, SavedAndOpenedAgainItIsTheSame) {
  const QString draft = u"云溪县民政局工作总结\n\n一、主要工作\n　　办理35件。"_s;
  type(draft);
  EXPECT_TRUE(window->isWindowModified());
  script->paths.enqueue(path(u"总结.txt"_s));
  run(Act::Save);
  EXPECT_FALSE(window->isWindowModified());
  EXPECT_EQ(read(u"总结.txt"_s), draft.toUtf8());
  run(Act::New);
  EXPECT_TRUE(text().isEmpty());
  script->paths.enqueue(path(u"总结.txt"_s));
  run(Act::Open);
  EXPECT_EQ(text(), draft);
  EXPECT_TRUE(window->windowTitle().contains(u"总结.txt"_s));
}

TEST_F(FilesTest, TheFirstLineIsOfferedAsTheNameOfANewFile) {
  type(u"云溪县民政局2024年工作总结\n正文"_s);
  run(Act::Save);
  EXPECT_TRUE(script->lastSuggestion.endsWith(u"云溪县民政局2024年工作总结.moxian"_s));
}

TEST_F(FilesTest, AGbkFileWithWindowsLineEndsKeepsBoth) {
  const QByteArray gbk = QByteArray::fromHex(
      "d4c6cfaacfd8c3f1d5febed6b9a4d7f7d7dcbde10d0a"
      "d2bba1a2d6f7d2aab9a4d7f70d0a");
  write(u"旧稿.txt"_s, gbk);
  window->openFile(path(u"旧稿.txt"_s));
  ASSERT_EQ(text(), u"云溪县民政局工作总结\n一、主要工作\n"_s);
  EXPECT_EQ(child<QToolButton>(u"encoding"_s).text(), u"GB18030"_s);
  editor().moveCursor(QTextCursor::End);
  type(u"局"_s);
  run(Act::Save);
  EXPECT_EQ(read(u"旧稿.txt"_s), gbk + QByteArray::fromHex("bed6"));
}

TEST_F(FilesTest, AFileCanBeReadAgainInAnotherEncoding) {
  write(u"繁體.txt"_s, QByteArray::fromHex("a4e5a4e5"));  // Big5 文文
  window->openFile(path(u"繁體.txt"_s));
  ASSERT_TRUE(window->files().reload(Encoding::Big5));
  EXPECT_EQ(text(), u"文文"_s);
}

TEST_F(FilesTest, InvalidBytesAreToldAndNotWrittenOverUnasked) {
  QByteArray bytes = u"云溪县民政局二〇二四年度工作总结，第一部分主要工作情况如下"_s.toUtf8();
  for (int i = 0; i < 6; ++i) bytes += bytes;
  const QByteArray broken = bytes + "\xff" + bytes;
  write(u"坏.txt"_s, broken);
  window->openFile(path(u"坏.txt"_s));
  if (window->files().file().invalid() == 0) GTEST_SKIP() << "read in an encoding that has them";
  EXPECT_FALSE(window->notices().text().isEmpty());
  type(u"新"_s);
  run(Act::Save);  // the scripted user cancels
  EXPECT_EQ(script->asked.size(), 1);
  EXPECT_EQ(read(u"坏.txt"_s), broken);
}

TEST_F(FilesTest, ASaveThatFailsKeepsTheTextAndSaysWhy) {
  type(u"不能丢的内容"_s);
  script->paths.enqueue(path(u"没有这个文件夹/总结.txt"_s));
  run(Act::Save);
  EXPECT_EQ(text(), u"不能丢的内容"_s);
  EXPECT_TRUE(window->isWindowModified());
  ASSERT_EQ(script->asked.size(), 1);
  EXPECT_TRUE(script->asked.front().contains(u"没有这个文件夹"_s));
  EXPECT_FALSE(window->files().file().named());
}

TEST_F(FilesTest, ACharacterThatTheEncodingLacksIsSavedAsUtf8WhereWanted) {
  write(u"旧.txt"_s, QByteArray::fromHex("a4e5a4e5"));
  window->openFile(path(u"旧.txt"_s));
  window->files().reload(Encoding::Big5);
  editor().moveCursor(QTextCursor::End);
  type(u"总结"_s);
  script->answers.enqueue(u"改用 UTF-8 保存"_s);
  run(Act::Save);
  EXPECT_EQ(read(u"旧.txt"_s), u"文文总结"_s.toUtf8());
  EXPECT_FALSE(window->isWindowModified());
}

TEST_F(FilesTest, AMissingFileIsOneSentenceAndLeavesTheDraftAlone) {
  type(u"草稿"_s);
  script->answers.enqueue(u"不保存"_s);
  window->openFile(path(u"没有.txt"_s));
  EXPECT_EQ(script->told.size(), 1);
  EXPECT_EQ(text(), u"草稿"_s);
}

TEST_F(FilesTest, ABinaryFileIsRefused) {
  write(u"图.txt"_s, QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000001000000"));
  window->openFile(path(u"图.txt"_s));
  EXPECT_EQ(script->told.size(), 1);
  EXPECT_TRUE(text().isEmpty());
}

TEST_F(FilesTest, AnEmptyFileOpens) {
  write(u"空.txt"_s, {});
  window->openFile(path(u"空.txt"_s));
  EXPECT_TRUE(script->told.isEmpty());
  EXPECT_TRUE(window->files().file().named());
}

TEST_F(FilesTest, ADroppedFileOpens) {
  write(u"拖.txt"_s, u"拖进来的文稿"_s.toUtf8());
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path(u"拖.txt"_s))});
  QDragEnterEvent enter(QPoint(60, 60), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(editor().viewport(), &enter);
  QDropEvent drop(QPointF(60, 60), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(editor().viewport(), &drop);
  EXPECT_TRUE(until([this] { return text() == u"拖进来的文稿"_s; }));
}

TEST_F(FilesTest, AFileThatAnotherProgramChangedIsNotOverwrittenUnasked) {
  write(u"共用.txt"_s, "a");
  window->openFile(path(u"共用.txt"_s));
  type(u"我的"_s);
  write(u"共用.txt"_s, u"别人的内容"_s.toUtf8());
  run(Act::Save);
  EXPECT_EQ(read(u"共用.txt"_s), u"别人的内容"_s.toUtf8());
  EXPECT_TRUE(until([this] { return !window->notices().text().isEmpty(); }));
  script->answers.enqueue(u"覆盖"_s);
  run(Act::Save);
  EXPECT_EQ(read(u"共用.txt"_s), u"我的a"_s.toUtf8());
}

TEST_F(FilesTest, RecentFilesAreRememberedNewestFirst) {
  write(u"甲.txt"_s, "1");
  write(u"乙.txt"_s, "2");
  window->openFile(path(u"甲.txt"_s));
  window->openFile(path(u"乙.txt"_s));
  EXPECT_EQ(RecentFiles(services->settings).paths(),
            (QStringList{path(u"乙.txt"_s), path(u"甲.txt"_s)}));
}

TEST_F(FilesTest, DocxAndPdfAndHtmlAndTextComeOut) {
  type(u"云溪县民政局工作总结\n一、主要工作\n办理信访件35件。"_s);
  for (const auto& [act, name, head] : {std::tuple{Act::ExportDocx, u"出.docx"_s, "PK"},
                                        std::tuple{Act::ExportPdf, u"出.pdf"_s, "%PDF"},
                                        std::tuple{Act::ExportHtml, u"出.html"_s, "<"},
                                        std::tuple{Act::ExportText, u"出.txt"_s, "\xe4\xba\x91"}}) {
    script->paths.enqueue(path(name));
    run(act);
    EXPECT_TRUE(read(name).trimmed().startsWith(head)) << name.toStdString();
  }
  EXPECT_TRUE(script->told.isEmpty()) << script->told.join(u'\n').toStdString();
  EXPECT_TRUE(window->notices().text().contains(u"出.txt"_s));
}

TEST_F(FilesTest, AnExportHasTheFormatThatWasAskedFor) {
  type(u"云溪县民政局工作总结\n办理信访件35件。"_s);
  script->paths.enqueue(path(u"总结v1.2"_s));
  run(Act::ExportDocx);
  EXPECT_TRUE(read(u"总结v1.2.docx"_s).startsWith("PK"));
  script->paths.enqueue(path(u"总结.pdf"_s));
  run(Act::ExportDocx);
  EXPECT_TRUE(read(u"总结.pdf.docx"_s).startsWith("PK"));
  EXPECT_FALSE(QFile::exists(path(u"总结.pdf"_s)));
  EXPECT_TRUE(script->told.isEmpty()) << script->told.join(u'\n').toStdString();
}

TEST_F(FilesTest, AnEndingThatIsAddedDoesNotReplaceAFileUnasked) {
  type(u"办理信访件35件。"_s);
  write(u"总结v1.2.docx"_s, "old");
  script->paths.enqueue(path(u"总结v1.2"_s));
  run(Act::ExportDocx);  // the scripted user cancels
  EXPECT_EQ(script->asked.size(), 1);
  EXPECT_EQ(read(u"总结v1.2.docx"_s), "old");
}

TEST_F(FilesTest, AnExportSaysWhatIsStillToBeFilled) {
  type(u"云溪县民政局工作总结\n办理信访件XX件，走访〔户数〕户。"_s);
  ASSERT_TRUE(checked());
  script->paths.enqueue(path(u"总结.docx"_s));
  run(Act::ExportDocx);
  EXPECT_TRUE(window->notices().text().contains(u"还有 2 处未填内容"_s))
      << window->notices().text().toStdString();
  editor().setDraft(u"云溪县民政局工作总结\n办理信访件35件。");
  ASSERT_TRUE(checked());
  script->paths.enqueue(path(u"总结.docx"_s));
  run(Act::ExportDocx);
  EXPECT_FALSE(window->notices().text().contains(u"未填"_s));
}

TEST_F(FilesTest, AFileThatCannotBeShownLeavesNoEmptyWindow) {
  const auto windows = [] {
    return std::ranges::count_if(QApplication::topLevelWidgets(), [](QWidget* widget) {
      return widget->isVisible() && qobject_cast<MainWindow*>(widget) != nullptr;
    });
  };
  write(u"总结.txt"_s, "1");
  window->openFile(path(u"总结.txt"_s));
  MainWindow::show(*services, path(u"总结.txt"_s));
  EXPECT_EQ(windows(), 1) << "it is open already";
  MainWindow::show(*services, path(u"没有.txt"_s));
  EXPECT_EQ(script->told.size(), 1);
  EXPECT_EQ(windows(), 1) << "it does not exist";
}

TEST_F(FilesTest, ADocxOpensAsANewDraftThatIsSavedElsewhere) {
  type(u"云溪县民政局工作总结\n一、主要工作\n办理信访件35件。"_s);
  script->paths.enqueue(path(u"总结.docx"_s));
  run(Act::ExportDocx);
  const QByteArray before = read(u"总结.docx"_s);
  script->answers.enqueue(u"不保存"_s);
  window->openFile(path(u"总结.docx"_s));
  EXPECT_TRUE(text().contains(u"办理信访件35件。"_s));
  EXPECT_FALSE(window->isWindowModified()) << "all of it is in the file that it came from";
  EXPECT_FALSE(window->notices().text().isEmpty());
  run(Act::Save);
  EXPECT_TRUE(script->lastSuggestion.endsWith(u"总结.moxian"_s));
  EXPECT_EQ(read(u"总结.docx"_s), before);
}

TEST_F(FilesTest, AnExportThatFailsSaysWhy) {
  type(u"文稿"_s);
  script->paths.enqueue(path(u"没有这个文件夹/出.pdf"_s));
  run(Act::ExportPdf);
  EXPECT_EQ(script->told.size(), 1);
}

TEST_F(FilesTest, AnExportOntoWhatCannotBeReplacedSaysWhyAndLeavesIt) {
  type(u"文稿"_s);
  for (const auto& [act, name] :
       {std::pair{Act::ExportDocx, u"锁.docx"_s}, std::pair{Act::ExportPdf, u"锁.pdf"_s},
        std::pair{Act::ExportText, u"锁.txt"_s}}) {
    ASSERT_TRUE(QDir(folder.path()).mkpath(name + u"/里面"_s));
    script->told.clear();
    script->paths.enqueue(path(name));
    run(act);
    EXPECT_EQ(script->told.size(), 1) << name.toStdString();
    EXPECT_TRUE(QDir(path(name)).exists(u"里面"_s));
  }
  EXPECT_EQ(QDir(folder.path()).entryList({u"*锁*"_s}, QDir::AllEntries | QDir::Hidden).size(), 3);
}

TEST_F(FilesTest, AnExportOverAFileThatLibreOfficeHasOpenAsksFirst) {
  type(u"文稿"_s);
  write(u"出.docx"_s, "old");
  write(u".~lock.出.docx#"_s,
        QString(u"王核,wang,pc7,01.02.2026 09:30,file:///home/wang;"_s).toUtf8());
  script->paths.enqueue(path(u"出.docx"_s));
  script->answers.enqueue(u"取消"_s);
  run(Act::ExportDocx);
  EXPECT_EQ(read(u"出.docx"_s), "old");
  ASSERT_FALSE(script->asked.isEmpty());
  EXPECT_TRUE(script->asked.last().contains(u"王核（电脑 pc7）"_s))
      << script->asked.last().toStdString();
  EXPECT_TRUE(script->asked.last().contains(u"LibreOffice"_s));
  script->paths.enqueue(path(u"出.docx"_s));
  script->answers.enqueue(u"仍要覆盖"_s);
  run(Act::ExportDocx);
  EXPECT_NE(read(u"出.docx"_s), "old");
}

TEST_F(FilesTest, AnExportOverAFileThatMayBeOpenSaysWhichOtherItMayBe) {
  type(u"文稿"_s);
  write(u"上半年区直机关工作总结.docx"_s, "old");
  write(u"下半年区直机关工作总结.docx"_s, "old");
  write(u"~$年区直机关工作总结.docx"_s, QByteArray(162, '\0'));
  script->paths.enqueue(path(u"下半年区直机关工作总结.docx"_s));
  script->answers.enqueue(u"取消"_s);
  run(Act::ExportDocx);
  ASSERT_FALSE(script->asked.isEmpty());
  EXPECT_TRUE(script->asked.last().contains(u"“上半年区直机关工作总结.docx”，从留下的标记看不出"_s))
      << script->asked.last().toStdString();
  EXPECT_EQ(read(u"下半年区直机关工作总结.docx"_s), "old");
}

TEST_F(FilesTest, TheExportNoticeSaysWhenTheTextHasChangedSince) {
  type(u"文稿"_s);
  script->paths.enqueue(path(u"出.txt"_s));
  run(Act::ExportText);
  EXPECT_FALSE(window->notices().text().contains(u"又改过了"_s));
  type(u"续"_s);
  EXPECT_TRUE(window->notices().text().contains(u"出.txt"_s));
  EXPECT_TRUE(window->notices().text().contains(u"又改过了"_s));
  const QString once = window->notices().text();
  type(u"写"_s);
  EXPECT_EQ(window->notices().text(), once);
}

TEST_F(FilesTest, ASecondNoticeDoesNotSwallowTheFirst) {
  NoticeBar& bar = window->notices();
  bar.clear();
  bar.post({u"第一条"_s, Severity::Warning, {}});
  bar.post({u"第二条"_s, Severity::Hint, {{u"好"_s, {}}}});
  EXPECT_EQ(bar.text(), u"第二条"_s);
  EXPECT_EQ(child<QLabel>(u"noticesWaiting"_s).text(), u"下面还有 1 条"_s);
  for (QPushButton* button : bar.findChildren<QPushButton*>())
    if (button->text() == u"好"_s) button->click();
  EXPECT_EQ(bar.text(), u"第一条"_s);
  bar.post({u"磁盘一"_s, Severity::Hint, {}, u"disk"_s});
  bar.post({u"磁盘二"_s, Severity::Hint, {}, u"disk"_s});
  bar.withdraw(u"disk"_s);
  EXPECT_EQ(bar.text(), u"第一条"_s) << "one about the same takes the place of the former";
  bar.post({u"次要"_s, Severity::Hint, {}}, NoticeBar::Where::Under);
  EXPECT_EQ(bar.text(), u"第一条"_s);
  bar.findChild<QToolButton*>()->click();
  EXPECT_EQ(bar.text(), u"次要"_s);
  bar.findChild<QToolButton*>()->click();
  EXPECT_FALSE(bar.isVisible());
}

TEST_F(FilesTest, PrintingWritesTheSamePages) {
  type(u"云溪县民政局工作总结\n办理信访件35件。"_s);
  script->printer = path(u"打印.pdf"_s);
  run(Act::Print);
  const auto pages = PdfPages::load(read(u"打印.pdf"_s).toStdString());
  ASSERT_TRUE(pages.has_value());
  EXPECT_EQ(pages->count(), 1);
}

}  // namespace
}  // namespace moxian

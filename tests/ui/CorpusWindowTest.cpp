#include "ui/CorpusWindow.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTreeWidget>

#include "tests/ui/Window.h"
#include "ui/NoticeBar.h"

namespace moxian {
namespace {

class CorpusWindowTest : public WindowTest {
 protected:
  [[nodiscard]] QDialog* opened() {
    services->corpus->start();
    const auto ready = [this] { return services->corpus->state() == CorpusService::State::Ready; };
    if (!until(ready)) return nullptr;
    run(Act::CorpusWindow);
    return window->findChild<QDialog*>(u"corpusWindow"_s);
  }
};

TEST_F(CorpusWindowTest, SearchesByPinyinAndPutsASentenceIntoTheDraft) {
  QDialog* dialog = opened();
  ASSERT_NE(dialog, nullptr);
  QTest::keyClicks(dialog->findChild<QLineEdit*>(u"corpusQuery"_s), u"zwgk"_s);
  auto* list = dialog->findChild<QListWidget*>(u"corpusSentences"_s);
  ASSERT_TRUE(
      until([list] { return list->count() > 0 && list->item(0)->text().contains(u"政务公开"_s); }));
  QTest::mouseClick(dialog->findChild<QPushButton*>(u"insertSentence"_s), Qt::LeftButton);
  EXPECT_TRUE(text().contains(u"政务公开"_s));
}

TEST_F(CorpusWindowTest, TypingOnWhileASearchRunsShowsWhatWasTypedLast) {
  QDialog* dialog = opened();
  ASSERT_NE(dialog, nullptr);
  auto* query = dialog->findChild<QLineEdit*>(u"corpusQuery"_s);
  auto* list = dialog->findChild<QListWidget*>(u"corpusSentences"_s);
  query->setText(u"zwgk"_s);
  query->setText(u"低保"_s);  // before the first answer can come
  ASSERT_TRUE(until([list] { return list->count() > 0; }));
  for (int row = 0; row < list->count(); ++row)
    EXPECT_TRUE(list->item(row)->text().contains(u"低保"_s)) << row;
  query->setText(u"qxvkz"_s);
  EXPECT_TRUE(until([list] { return list->count() == 0; }));
}

TEST_F(CorpusWindowTest, SourcesListTheStarterCorpusWhichCannotBeRemoved) {
  QDialog* dialog = opened();
  ASSERT_NE(dialog, nullptr);
  auto* sources = dialog->findChild<QTreeWidget*>(u"corpusSources"_s);
  ASSERT_GT(sources->topLevelItemCount(), 10);
  sources->setCurrentItem(sources->topLevelItem(0));
  EXPECT_FALSE(dialog->findChild<QPushButton*>(u"removeSource"_s)->isEnabled());
}

TEST_F(CorpusWindowTest, ADraftIsTurnedIntoTheOtherScriptAndBackByOneUndo) {
  type(u"青岚区信息公开工作总结"_s);
  run(Act::ToTraditional);
  EXPECT_EQ(text(), u"青嵐區信息公開工作總結"_s);
  editor().undo();
  EXPECT_EQ(text(), u"青岚区信息公开工作总结"_s);
}

TEST_F(CorpusWindowTest, UndoingAConversionLeavesCursorAndViewAtTheirPlace) {
  editor().setDraft(u"青岚区信息公开工作总结\n"_s.repeated(200).toStdU16String());
  const QTextBlock far = editor().document()->findBlockByNumber(150);
  const auto place = static_cast<std::size_t>(far.position()) + 4;
  editor().select({place, place});
  const int shown = editor().verticalScrollBar()->value();
  ASSERT_GT(shown, 0);
  run(Act::ToTraditional);
  ASSERT_TRUE(text().startsWith(u"青嵐區"_s));
  EXPECT_EQ(editor().selected(), (Span{place, place}));
  EXPECT_EQ(editor().verticalScrollBar()->value(), shown);
  run(Act::Undo);
  ASSERT_TRUE(text().startsWith(u"青岚区"_s));
  EXPECT_EQ(editor().selected(), (Span{place, place}));
  EXPECT_EQ(editor().verticalScrollBar()->value(), shown);
}

TEST_F(CorpusWindowTest, TheKeysGoToTheSearchAsSoonAsItOpens) {
  QDialog* dialog = opened();
  ASSERT_NE(dialog, nullptr);
  EXPECT_EQ(dialog->focusWidget(), dialog->findChild<QLineEdit*>(u"corpusQuery"_s));
}

TEST_F(CorpusWindowTest, AnImportStartedHereTellsHereWhatItDid) {
  QDialog* dialog = opened();
  ASSERT_NE(dialog, nullptr);
  write(
      u"去年.txt"_s,
      u"云溪县民政局2023年工作总结\n一、主要工作\n我局组织护理员开展技能培训，考核合格后持证上岗，"
      "养老服务质量明显提高。\n"_s.toUtf8());
  script->paths.enqueue(path(u"去年.txt"_s));
  dialog->findChild<QPushButton*>(u"addFiles"_s)->click();
  const auto* notices = dialog->findChild<NoticeBar*>(u"corpusNotices"_s);
  EXPECT_TRUE(until([&] { return notices->text().contains(u"读了 1 个文件"_s); }));
  EXPECT_TRUE(notices->isVisible());
  EXPECT_FALSE(window->notices().text().contains(u"读了"_s));
  EXPECT_EQ(services->settings.get(settings::lastFolder), folder.path());
}

}  // namespace
}  // namespace moxian

#include "ui/CorpusWindow.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

#include "tests/ui/Window.h"

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

}  // namespace
}  // namespace moxian

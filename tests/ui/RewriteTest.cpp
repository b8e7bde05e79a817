#include <QComboBox>
#include <QStatusBar>

#include "tests/ui/Window.h"
#include "ui/DraftText.h"
#include "ui/ReviewController.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

class RewriteTest : public WindowTest {
 protected:
  std::u16string chosen() { return draftText(*editor().document(), editor().selected()); }
  void select(const QString& words) {
    const qsizetype at = text().indexOf(words);
    ASSERT_GE(at, 0);
    const auto begin = static_cast<std::size_t>(at);
    editor().select({begin, begin + static_cast<std::size_t>(words.size())});
  }
  CardList& list() { return child<CardList>(u"suggestionsList"_s); }
};

TEST_F(RewriteTest, LinesBecomeARunInOneUndoStep) {
  type(u"前一段。\n完善制度\n加强培训\n后一段。"_s);
  const QString before = text();
  select(u"制度\n加强"_s);
  run(Act::LinesToRun);
  EXPECT_EQ(text(), u"前一段。\n一是完善制度；二是加强培训。\n后一段。"_s);
  EXPECT_EQ(chosen(), u"一是完善制度；二是加强培训。");
  run(Act::Undo);
  EXPECT_EQ(text(), before);
}

TEST_F(RewriteTest, WhatATrackedDeletionTookOutIsNotWovenIn) {
  type(u"完善制度\n作废的事项\n加强培训"_s);
  Reviewer& reviewer = window->review().reviewer();
  reviewer.setTracking(true);
  select(u"作废的事项\n"_s);
  press(Qt::Key_Delete);
  ASSERT_EQ(reviewer.finalText(), u"完善制度\n加强培训");
  editor().selectAll();
  run(Act::LinesToRun);
  EXPECT_EQ(toQString(reviewer.finalText()), u"一是完善制度；二是加强培训。"_s);
  EXPECT_EQ(toQString(reviewer.originalText()), u"完善制度\n作废的事项\n加强培训"_s);
}

TEST_F(RewriteTest, TheSentenceBehindATrackedDeletionIsTheOneMeant) {
  type(u"旧的一句话很长很长。公开信息20条，其中甲类12条、乙类8条。"_s);
  Reviewer& reviewer = window->review().reviewer();
  reviewer.setTracking(true);
  select(u"旧的一句话很长很长。"_s);
  press(Qt::Key_Delete);
  select(u"其中"_s);
  editor().moveCursor(QTextCursor::Left);
  run(Act::SentenceToTable);
  EXPECT_EQ(toQString(reviewer.finalText()),
            u"公开信息20条，具体见下表。\n|项目|数量（条）|\n|甲类|12|\n|乙类|8|\n|合计|20|"_s);
}

TEST_F(RewriteTest, ARunBecomesLinesWithoutASelection) {
  type(u"主要做法：一是完善制度；二是加强培训。"_s);
  run(Act::RunToLines);
  EXPECT_EQ(text(), u"主要做法：\n完善制度。\n加强培训。"_s);
}

TEST_F(RewriteTest, TheTableAtTheCursorBecomesASentence) {
  type(u"公开情况如下。\n|类别|数量（条）|\n|甲类|12|\n|乙类|8|\n后一段。"_s);
  select(u"乙类"_s);
  editor().moveCursor(QTextCursor::Right);
  run(Act::TableToSentence);
  EXPECT_EQ(text(), u"公开情况如下。\n共20条，其中甲类12条、乙类8条。\n后一段。"_s);
}

TEST_F(RewriteTest, TheSentenceAtTheCursorBecomesATableOnLinesOfItsOwn) {
  type(u"各项工作平稳。公开信息20条，其中甲类12条、乙类8条。"_s);
  type(u"均已更新。"_s);
  select(u"其中"_s);
  editor().moveCursor(QTextCursor::Left);
  run(Act::SentenceToTable);
  EXPECT_EQ(text(),
            u"各项工作平稳。公开信息20条，具体见下表。\n|项目|数量（条）|\n|甲类|12|\n|乙类|8|\n"
            "|合计|20|\n均已更新。"_s);
}

TEST_F(RewriteTest, WhatCannotBeRewrittenStaysAndIsSaid) {
  type(u"各项工作平稳。"_s);
  for (const Act act :
       {Act::LinesToRun, Act::RunToLines, Act::TableToSentence, Act::SentenceToTable}) {
    window->statusBar()->clearMessage();
    run(act);
    EXPECT_EQ(text(), u"各项工作平稳。"_s);
    EXPECT_FALSE(window->statusBar()->currentMessage().isEmpty());
  }
}

TEST_F(RewriteTest, ASelectedFieldIsStillAPlaceToWriteAt) {
  services->corpus->start();
  type(u"云溪县民政局2024年工作总结\n一、存在的问题\n〔哪里不足、什么原因〕。"_s);
  ASSERT_TRUE(checked());
  select(u"〔哪里不足、什么原因〕"_s);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
  EXPECT_FALSE(
      list().parentWidget()->findChild<QComboBox*>()->itemText(0).startsWith(u"换个说法"_s));
}

TEST_F(RewriteTest, OtherWordingsOfTheSentenceReplaceIt) {
  services->corpus->start();
  const QString head = u"云溪县民政局2024年工作总结\n一、存在的问题\n"_s;
  const QString sentence = u"部分栏目更新不够及时，政策解读形式单一。"_s;
  type(head + sentence + u"人员力量不足。"_s);
  ASSERT_TRUE(checked());
  select(u"栏目"_s);
  editor().moveCursor(QTextCursor::Left);
  auto& place = *list().parentWidget()->findChild<QComboBox*>();
  run(Act::Reword);
  EXPECT_EQ(chosen(), utf16(sentence));
  ASSERT_TRUE(until([&] { return place.itemText(0).startsWith(u"换个说法"_s); }));
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
  const QString other = list().model()->index(0, 0).data(Qt::DisplayRole).toString();
  EXPECT_NE(other, sentence);
  list().setCurrentIndex(list().model()->index(0, 0));
  QTest::keyClick(&list(), Qt::Key_Return);
  EXPECT_EQ(text(), head + other + u"人员力量不足。"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), head + sentence + u"人员力量不足。"_s);
}

}  // namespace
}  // namespace moxian

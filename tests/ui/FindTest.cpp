#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>

#include "tests/ui/Window.h"
#include "ui/FindBar.h"
#include "ui/Search.h"

namespace moxian {
namespace {

class FindTest : public WindowTest {
 protected:
  FindBar& bar() { return child<FindBar>(u"findBar"_s); }
  void look(const QString& words) {
    run(Act::Replace);
    child<QLineEdit>(u"findWords"_s).setText(words);
  }
  QString count() { return child<QLabel>(u"findCount"_s).text(); }
};

TEST_F(FindTest, NextAndPreviousGoRound) {
  type(u"甲乙甲乙甲"_s);
  editor().moveCursor(QTextCursor::Start);
  look(u"甲"_s);
  EXPECT_EQ(count(), u"共 3 处"_s);
  run(Act::FindNext);
  EXPECT_EQ(editor().selected(), (Span{0, 1}));
  EXPECT_EQ(count(), u"1 / 3"_s);
  run(Act::FindPrevious);
  EXPECT_EQ(editor().selected(), (Span{4, 5}));
  run(Act::FindNext);
  EXPECT_EQ(editor().selected(), (Span{0, 1}));
}

TEST_F(FindTest, EnterInTheFieldFindsTheNext) {
  type(u"甲乙甲"_s);
  editor().moveCursor(QTextCursor::Start);
  look(u"甲"_s);
  auto& words = child<QLineEdit>(u"findWords"_s);
  QTest::keyClick(&words, Qt::Key_Return);
  QTest::keyClick(&words, Qt::Key_Return);
  EXPECT_EQ(editor().selected(), (Span{2, 3}));
}

TEST_F(FindTest, ReplacingAllIsOneUndoStep) {
  const QString before = u"网路资讯\n网路安全\n别的"_s;
  type(before);
  look(u"网路"_s);
  child<QLineEdit>(u"findReplacement"_s).setText(u"网络"_s);
  bar().replaceAll();
  EXPECT_EQ(text(), u"网络资讯\n网络安全\n别的"_s);
  EXPECT_EQ(count(), u"替换了 2 处"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), before);
}

TEST_F(FindTest, TheNumberOfReplacementsStaysToBeRead) {
  type(u"网路资讯\n网路安全"_s);
  look(u"网路"_s);
  child<QLineEdit>(u"findReplacement"_s).setText(u"网络"_s);
  bar().replaceAll();
  QTest::qWait(500);  // longer than the pause after which matches are counted anew
  EXPECT_EQ(count(), u"替换了 2 处"_s);
  run(Act::Undo);
  EXPECT_TRUE(until([this] { return count() == u"共 2 处"_s; })) << count().toStdString();
}

TEST_F(FindTest, ReplacingAllKeepsTheCursorInItsSentence) {
  type(u"网路一\n网路二\n网路三"_s);
  editor().select({6, 6});  // behind 网路 of the second line
  look(u"网路"_s);
  child<QLineEdit>(u"findReplacement"_s).setText(u"互联网"_s);
  bar().replaceAll();
  EXPECT_EQ(editor().textCursor().blockNumber(), 1);
  run(Act::Undo);
  EXPECT_EQ(editor().textCursor().blockNumber(), 1);
}

TEST_F(FindTest, TabLeadsFromTheWordsToTheirReplacement) {
  look(u"甲"_s);
  QTest::keyClick(&child<QLineEdit>(u"findWords"_s), Qt::Key_Tab);
  EXPECT_EQ(window->focusWidget(), &child<QLineEdit>(u"findReplacement"_s));
}

TEST_F(FindTest, ReplacingOneGoesOnToTheNext) {
  type(u"甲乙甲"_s);
  editor().moveCursor(QTextCursor::Start);
  look(u"甲"_s);
  child<QLineEdit>(u"findReplacement"_s).setText(u"丙丁"_s);
  bar().replaceOne();  // the first press only goes there
  bar().replaceOne();
  EXPECT_EQ(text(), u"丙丁乙甲"_s);
  EXPECT_EQ(editor().selected(), (Span{3, 4}));
}

TEST_F(FindTest, AMistakeInAnExpressionIsSaid) {
  type(u"甲"_s);
  run(Act::Find);
  bar().findChildren<QCheckBox*>().last()->setChecked(true);
  child<QLineEdit>(u"findWords"_s).setText(u"（("_s);
  EXPECT_TRUE(count().startsWith(u"表达式有误"_s)) << count().toStdString();
}

TEST_F(FindTest, EscapeGoesBackToTheDraft) {
  look(u"甲"_s);
  QTest::keyClick(&child<QLineEdit>(u"findWords"_s), Qt::Key_Escape);
  EXPECT_FALSE(bar().isVisible());
}

TEST_F(FindTest, TheWordsHaveAsMuchRoomAsTheReplacementInEnglish) {
  ASSERT_TRUE(services->language.use(u"en"_s).has_value());
  window->resize(1280, 800);
  run(Act::Replace);
  const auto& words = child<QLineEdit>(u"findWords"_s);
  const auto& replacement = child<QLineEdit>(u"findReplacement"_s);
  ASSERT_TRUE(until([&] { return replacement.isVisible() && replacement.width() > 100; }));
  EXPECT_GT(words.width() * 4, replacement.width() * 3);
  ASSERT_TRUE(services->language.use(u"zh_CN"_s).has_value());
}

TEST_F(FindTest, SelectedWordsAreLookedFor) {
  type(u"甲乙丙"_s);
  editor().select({1, 3});
  run(Act::Find);
  EXPECT_EQ(child<QLineEdit>(u"findWords"_s).text(), u"乙丙"_s);
}

std::size_t hits(const SearchQuery& query, const QString& text) {
  const auto wanted = pattern(query);
  return wanted ? matchesIn(text, *wanted).size() : 999;
}

TEST(SearchTest, DotsAreDotsUnlessItIsAnExpression) {
  EXPECT_EQ(hits({u"1.5"_s}, u"1.5和155"_s), 1U);
  EXPECT_EQ(hits({u"1.5"_s, false, false, true}, u"1.5和155"_s), 2U);
}

TEST(SearchTest, CaseCountsOnlyWhereAsked) {
  EXPECT_EQ(hits({u"app"_s}, u"APP与app"_s), 2U);
  EXPECT_EQ(hits({u"app"_s, true}, u"APP与app"_s), 1U);
}

TEST(SearchTest, WholeWordsEndAtLettersAndDigits) {
  EXPECT_EQ(hits({u"12"_s, false, true}, u"12、123、（12）"_s), 2U);
}

TEST(SearchTest, GroupsFillTheReplacement) {
  const auto wanted = pattern({u"(\\d+)年(\\d+)月"_s, false, false, true});
  ASSERT_TRUE(wanted.has_value());
  const auto edits = replacements(u"2024年5月"_s, *wanted, u"\\2月/\\1"_s, true);
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits.front().with, u"5月/2024");
}

TEST(SearchTest, AnExpressionThatMatchesNothingAtAllFindsNothing) {
  EXPECT_EQ(hits({u"x*"_s, false, false, true}, u"甲乙"_s), 0U);
}

}  // namespace
}  // namespace moxian

#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>

#include "tests/ui/Window.h"
#include "ui/DraftText.h"

namespace moxian {
namespace {

class RollOverWindowTest : public WindowTest {
 protected:
  void rollOver(const QString& works = u"2023年，接收档案1,234卷，开放560件。"_s) {
    write(u"去年.txt"_s, u"青岚区档案馆2023年工作总结\n一、主要工作\n%1\n"_s.arg(works).toUtf8());
    script->paths.enqueue(path(u"去年.txt"_s));
    run(Act::NewFromLastYear);
  }
  [[nodiscard]] QToolButton& counter() { return child<QToolButton>(u"openSlots"_s); }
  [[nodiscard]] QTreeWidget& list() { return child<QTreeWidget>(u"openSlotsList"_s); }
  /// Waits for the list of what is open to hold so many rows.
  [[nodiscard]] bool listed(int rows) {
    return until([&] { return list().topLevelItemCount() == rows; });
  }
  std::u16string chosen() { return draftText(*editor().document(), editor().selected()); }
};

TEST_F(RollOverWindowTest, LastYearsFiguresComeAsSlotsToWalkThrough) {
  rollOver();
  EXPECT_EQ(text(),
            u"青岚区档案馆2024年工作总结\n一、主要工作\n"
            "2024年，接收档案〔去年：1,234〕卷，开放〔去年：560〕件。\n"_s);
  EXPECT_EQ(chosen(), u"〔去年：1,234〕");
  type(u"1,300"_s);
  press(Qt::Key_Tab);
  EXPECT_EQ(chosen(), u"〔去年：560〕");
  EXPECT_TRUE(editor().document()->isModified());
  EXPECT_FALSE(window->notices().text().isEmpty());
}

TEST_F(RollOverWindowTest, TheStatusBarCountsWhatIsStillOpen) {
  EXPECT_FALSE(counter().isVisible());
  rollOver();
  ASSERT_TRUE(until([this] { return counter().text().contains(u'2'); }));
  EXPECT_TRUE(counter().isVisible());
  type(u"1,300"_s);
  EXPECT_TRUE(until([this] { return counter().text().contains(u'1'); }));
  QTest::mouseClick(&counter(), Qt::LeftButton);
  EXPECT_EQ(chosen(), u"〔去年：560〕");
  type(u"600"_s);
  EXPECT_TRUE(until([this] { return !counter().isVisible(); }));
}

TEST_F(RollOverWindowTest, AListShowsWhatIsOpenWithLastYearsValues) {
  rollOver();
  ASSERT_TRUE(listed(2));
  EXPECT_TRUE(list().isVisible());
  EXPECT_EQ(list().topLevelItem(0)->text(1), u"1,234"_s);
  EXPECT_EQ(list().topLevelItem(1)->text(1), u"560"_s);
  EXPECT_TRUE(list().topLevelItem(0)->text(0).contains(u"接收档案〔　〕卷"_s));
  EXPECT_TRUE(child<QLabel>(u"openSlotsCount"_s).text().contains(u'2'));
  Q_EMIT list().itemClicked(list().topLevelItem(1), 0);
  EXPECT_EQ(chosen(), u"〔去年：560〕");
  type(u"600"_s);
  EXPECT_TRUE(listed(1));
  EXPECT_TRUE(child<QLabel>(u"openSlotsCount"_s).text().contains(u'1'));
}

TEST_F(RollOverWindowTest, LastYearsValuesAreNotCutInANarrowList) {
  rollOver();
  ASSERT_TRUE(listed(2));
  EXPECT_GE(list().columnWidth(1), list().fontMetrics().horizontalAdvance(u"1,234"_s));
  EXPECT_TRUE(list().isColumnHidden(2)) << "no slot has a prompt";
  EXPECT_GT(list().columnWidth(0), list().columnWidth(1));
  EXPECT_EQ(list().topLevelItem(0)->toolTip(1), u"1,234"_s);
  int width = 0;
  for (int column = 0; column < 4; ++column) width += list().columnWidth(column);
  EXPECT_LE(width, list().viewport()->width());
}

TEST_F(RollOverWindowTest, TheListSaysWhichYearToCompareWith) {
  rollOver(u"接收量较2022年增长。"_s);
  ASSERT_TRUE(listed(1));
  EXPECT_EQ(list().topLevelItem(0)->text(1), u"2022年"_s);
  EXPECT_EQ(list().topLevelItem(0)->text(2), u"今年应为2023年"_s);
}

TEST_F(RollOverWindowTest, TheListIsThereForOtherDraftsToo) {
  type(u"完成〔数量〕件。"_s);
  run(Act::ShowSlots);
  ASSERT_TRUE(listed(1));
  EXPECT_EQ(list().topLevelItem(0)->text(1), QString());
  EXPECT_EQ(list().topLevelItem(0)->text(2), u"数量"_s);
}

TEST_F(RollOverWindowTest, TheFileOfLastYearStaysAsItIsAndUndoEmptiesTheDraft) {
  rollOver();
  EXPECT_TRUE(read(u"去年.txt"_s).contains(u"1,234卷"_s.toUtf8()));
  run(Act::Undo);
  EXPECT_EQ(text(), QString());
}

TEST_F(RollOverWindowTest, CancellingLeavesTheDraft) {
  type(u"写了一半"_s);
  run(Act::NewFromLastYear);
  EXPECT_EQ(text(), u"写了一半"_s);
}

}  // namespace
}  // namespace moxian

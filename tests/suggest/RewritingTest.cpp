#include "core/suggest/Rewriting.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

const Measures& measures() {
  static const Measures loaded = Measures::load().value();
  return loaded;
}

std::u16string sentence(std::u16string_view table) {
  return tableAsSentence(table, measures()).value_or(u"(nothing)");
}

std::u16string table(std::u16string_view sentence) {
  return sentenceAsTable(sentence, measures()).value_or(u"(nothing)");
}

TEST(LinesAsRun, NumbersAndMarksOfTheLinesGo) {
  EXPECT_EQ(linesAsRun(u"（一）完善制度；\n2.加强培训\n　　③强化督查。\n- 改进平台"),
            u"一是完善制度；二是加强培训；三是强化督查；四是改进平台。");
}

TEST(LinesAsRun, AFirstLineWithAColonLeads) {
  EXPECT_EQ(linesAsRun(u"主要做法：\n完善制度\n加强培训"),
            u"主要做法：一是完善制度；二是加强培训。");
}

TEST(LinesAsRun, ItemsOfSeveralSentencesEndWithFullStops) {
  EXPECT_EQ(linesAsRun(u"完善制度。出台办法\n加强培训"), u"一是完善制度。出台办法。二是加强培训。");
}

TEST(LinesAsRun, AFigureAtTheStartIsNoNumber) {
  EXPECT_EQ(linesAsRun(u"1.5万户完成改造\n新增岗位300个"),
            u"一是1.5万户完成改造；二是新增岗位300个。");
}

TEST(LinesAsRun, CountsBeyondTen) {
  std::u16string lines;
  for (int i = 0; i < 12; ++i) lines += u"做好工作\n";
  EXPECT_NE(linesAsRun(lines)->find(u"；十二是做好工作。"), std::u16string::npos);
}

TEST(LinesAsRun, OneLineOrATableIsNoList) {
  EXPECT_FALSE(linesAsRun(u"完善制度"));
  EXPECT_FALSE(linesAsRun(u"|项目|数量|\n|甲|3|"));
  EXPECT_FALSE(linesAsRun(u""));
}

TEST(RunAsLines, EachItemStandsOnItsLine) {
  EXPECT_EQ(runAsLines(u"主要做法：一是完善制度；二是加强培训，做到应会尽会；三是强化督查。"),
            u"主要做法：\n完善制度。\n加强培训，做到应会尽会。\n强化督查。");
}

TEST(RunAsLines, WordsLikeTheNumberInsideAClauseAreNone) {
  EXPECT_FALSE(runAsLines(u"统一是关键，二是补充。"));
}

TEST(RunAsLines, GoesBackToTheSameRun) {
  const std::u16string run = u"一是完善制度；二是加强培训。";
  EXPECT_EQ(linesAsRun(*runAsLines(run)), run);
}

TEST(TableAsSentence, TheTotalComesFirstThenItsParts) {
  EXPECT_EQ(sentence(u"|类别|数量（条）|\n|政策文件|38|\n|就业服务|217|\n|合计|255|"),
            u"共255条，其中政策文件38条、就业服务217条。");
}

TEST(TableAsSentence, WithoutARowOfTotalsTheSumIsGiven) {
  EXPECT_EQ(sentence(u"|类别|数量|\n|---|---|\n|甲类|12.5万元|\n|乙类|3万元|"),
            u"共15.5万元，其中甲类12.5万元、乙类3万元。");
}

TEST(TableAsSentence, EachColumnOfFiguresIsAClause) {
  EXPECT_EQ(sentence(u"|类别|2023年（条）|2024年（条）|\n|甲类|10|12|\n|乙类|5|4|"),
            u"2023年共15条，其中甲类10条、乙类5条；2024年共16条，其中甲类12条、乙类4条。");
}

TEST(TableAsSentence, ATableWithMoreThanFiguresStaysAsItIs) {
  EXPECT_EQ(sentence(u"|类别|数量（件）|牵头单位|\n|食品|12|甲科|\n|药品|8|乙科|"), u"(nothing)");
  EXPECT_EQ(sentence(u"|类别|数量（件）|\n|食品|12|含保健食品|\n|药品|8|"), u"(nothing)");
}

TEST(TableAsSentence, PercentagesAreNotAddedUp) {
  EXPECT_EQ(sentence(u"|类别|占比|\n|甲类|40%|\n|乙类|60%|"), u"占比：甲类40%、乙类60%。");
}

TEST(TableAsSentence, TextAroundTheTableStays) {
  EXPECT_EQ(sentence(u"公开情况见下表。\n项目\t数量（件）\n甲\t1\n乙\t2\n以上为全年数据。"),
            u"公开情况见下表。\n共3件，其中甲1件、乙2件。\n以上为全年数据。");
}

TEST(TableAsSentence, WithoutFiguresThereIsNothingToSay) {
  EXPECT_EQ(sentence(u"|姓名|职务|\n|甲|乙|"), u"(nothing)");
  EXPECT_EQ(sentence(u"一段文字。"), u"(nothing)");
}

TEST(SentenceAsTable, PartsAndTotalStandBelowTheSentence) {
  EXPECT_EQ(table(u"全年公开政府信息255条，其中政策文件38条、就业服务217条。"),
            u"全年公开政府信息255条，具体见下表。\n|项目|数量（条）|\n|政策文件|38|\n|就业服务|217|"
            u"\n|合计|255|");
}

TEST(SentenceAsTable, RoughFiguresAreNotMadeExact) {
  EXPECT_FALSE(sentenceAsTable(u"全年办件50件，其中网上申请30余件、信函5件。", measures()));
  EXPECT_FALSE(sentenceAsTable(u"全年办件约50件，其中网上申请30件、信函5件。", measures()));
}

TEST(SentenceAsTable, PartsThatDoNotAddUpAreNotCalledASum) {
  EXPECT_EQ(
      table(u"办理申请1,234件，其中：网上200件，信函34件。"),
      u"办理申请1,234件，具体见下表。\n|项目|数量（件）|\n|网上|200|\n|信函|34|\n|总数|1,234|");
}

TEST(SentenceAsTable, TenThousandsGoIntoTheHead) {
  EXPECT_EQ(
      table(u"发放资金15.5万元，其中低保12.5万元、救助3万元。"),
      u"发放资金15.5万元，具体见下表。\n|项目|数量（万元）|\n|低保|12.5|\n|救助|3|\n|合计|15.5|");
}

TEST(SentenceAsTable, DifferentUnitsStayWithTheirFigures) {
  EXPECT_EQ(table(u"开展活动20场，其中培训5次、讲座15场。"),
            u"开展活动20场，具体见下表。\n|项目|数量|\n|培训|5次|\n|讲座|15场|\n|总数|20场|");
}

TEST(SentenceAsTable, WhatFollowsStaysBelow) {
  EXPECT_TRUE(table(u"共3件，其中甲类1件、乙类2件。均已办结。").ends_with(u"|合计|3|\n均已办结。"));
}

TEST(SentenceAsTable, ProseBehindIsNoEnumeration) {
  EXPECT_EQ(table(u"公开信息255条，其中多数为政策文件，占比较高。"), u"(nothing)");
  EXPECT_EQ(table(u"公开信息255条。"), u"(nothing)");
}

TEST(SentenceAsTable, ATableMadeOfItGivesTheFiguresBack) {
  const std::u16string made = table(u"共255条，其中政策文件38条、就业服务217条。");
  EXPECT_EQ(sentence(made), u"共255条，具体见下表。\n共255条，其中政策文件38条、就业服务217条。");
}

}  // namespace
}  // namespace moxian

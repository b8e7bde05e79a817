#include "tests/report/Reading.h"

namespace moxian {
namespace {

using testing::read;
using testing::Reading;

/// A report's worth of text below a title.
std::string body() {
  return "一、主要工作\n全年完成重点任务36项，组织培训12期，参训人员达到860人次，群众满意度稳步提高"
         "。"
         "办理来信来访214件，按期办结率达到100%；修订内部制度9项，压减办事材料87份。\n"
         "二、存在问题\n基层力量薄弱，信息化手段运用不够，部分工作推进偏慢，与群众期盼还有差距。\n";
}

std::vector<std::size_t> starts(const Reading& reading) {
  std::vector<std::size_t> lines;
  for (const Report& report : reading.outline.reports) lines.push_back(report.firstLine + 1);
  return lines;
}

using Lines_ = std::vector<std::size_t>;

TEST(Splitting, AnEmptyTextHasNoReport) {
  EXPECT_TRUE(read("").outline.reports.empty());
  EXPECT_TRUE(read("\n  \n\n").outline.reports.empty());
}

TEST(Splitting, ATitleAloneIsOneReportWithAllPartsMissing) {
  const auto reading = read("云溪县科技局2023年工作总结");
  ASSERT_EQ(reading.outline.reports.size(), 1U);
  EXPECT_EQ(toUtf8(reading.report().title), "云溪县科技局2023年工作总结");
  for (const RequiredPart& part : reading.report().required) {
    EXPECT_EQ(part.presence, Presence::Missing);
  }
}

TEST(Splitting, AHalfTypedDraftIsOneReport) {
  const auto reading = read("云溪县科技局2023年工作总结\n一、主要工作\n（一）抓好");
  EXPECT_EQ(starts(reading), (Lines_{1}));
  EXPECT_TRUE(reading.report().truncated);
}

TEST(Splitting, AReportOfPlansAndWorkStaysOne) {
  const auto reading = read("青岚区民政局2023年工作总结和2024年工作计划\n2023年工作总结\n" +
                            body() + "2024年工作计划\n一、做实社会救助\n6月底前完成低保复核。\n");
  EXPECT_EQ(starts(reading), (Lines_{1}));
  EXPECT_EQ(reading.role(7), "next_steps");
}

TEST(Splitting, ABareTitleRepeatedBeforeReportsOfTheirOwnSplits) {
  const std::string title = "年度工作总结\n";
  EXPECT_EQ(starts(read(title + body() + title + body() + title + body())), (Lines_{1, 6, 11}));
  const std::string small =
      "一、主要工作\n走访困难老人460户。\n二、存在的问题\n人手不足，登记偏慢。\n";
  EXPECT_EQ(starts(read(title + small + title + small)), (Lines_{1, 6}));
}

TEST(Splitting, ABareTitleAtTheHeadOfEachPageDoesNotSplit) {
  const std::string title = "年度工作总结\n";
  const std::string more =
      "三、下一步打算\n每月通报一次办理进度，年底前补齐人员，完成全部培训任务。\n";
  EXPECT_EQ(starts(read(title + body() + title + more)), (Lines_{1}));
  EXPECT_EQ(starts(read(title + title + body())).size(), 1U);
  const std::string intro =
      "全年围绕中心任务，统筹安排各项工作，克服人员少、任务重的困难，较好地完成了年初确定的目标。"
      "各股室分工协作，月月有调度、季季有通报，干部作风有了新的变化，群众的评价稳步提高，"
      "各项指标均达到序时进度。现将有关情况总结如下。\n";
  EXPECT_EQ(starts(read(title + intro + title + body())), (Lines_{1}));
}

TEST(Splitting, EntriesOfAContentsListStartReports) {
  const auto reading = read(
      "2023年工作总结汇编（3篇）\n目录\n1.云溪县民政局2023年工作总结 1\n"
      "2.云溪县教育局2023年度工作总结 5\n3.云溪县水务局2023年工作总结 9\n"
      "云溪县民政局2023年工作总结\n" +
      body() + "云溪县教育局2023年工作总结\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{6, 11}));
  EXPECT_EQ(reading.kind(3), "noise");
  ASSERT_EQ(reading.outline.missingBodies.size(), 1U);
  EXPECT_EQ(toUtf8(reading.outline.missingBodies.front()), "云溪县水务局2023年工作总结");
}

TEST(Splitting, AContentsListMayBeDrawnWithBars) {
  const auto reading = read(
      "工作总结汇编（2篇）\n目录\n1.街道2025年政务公开工作总结 | ………… | 2 |\n"
      "2镇乡2025政务公开总结 | ………… | 5 |\n街道2025年政务公开工作总结\n" +
      body() + "镇乡2025政务公开总结\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{5, 10}));
  EXPECT_TRUE(reading.outline.missingBodies.empty());
}

TEST(Splitting, AContentsListOfHeadingsBelongsToItsReport) {
  const auto reading =
      read("云溪县民政局2023年工作总结\n目录\n一、主要工作……1\n二、存在问题……3\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{1}));
  EXPECT_EQ(reading.kind(3), "noise");
  EXPECT_EQ(reading.kind(5), "heading");
}

TEST(Splitting, PartsInAContentsListAreNoReports) {
  const auto reading = read(
      "云溪县水务局2024年工作总结暨2025年工作计划\n目录\n第一部分　2024年工作总结……1\n"
      "第二部分　2025年工作计划……4\n第一部分　2024年工作总结\n" +
      body() + "第二部分　2025年工作计划\n一、抓好巡查\n全年巡查河道不少于90次。\n");
  EXPECT_EQ(starts(reading), (Lines_{1}));
}

TEST(Splitting, ATitleWithAFullStopIsATitle) {
  const auto reading = read("云溪县水务局2024年工作总结。\n" + body());
  ASSERT_EQ(reading.outline.reports.size(), 1U);
  EXPECT_EQ(toUtf8(reading.report().title), "云溪县水务局2024年工作总结");
}

TEST(Splitting, MarkersStartReportsInEveryForm) {
  const std::vector<std::pair<std::string, std::string>> forms = {
      {"篇1", "篇2"},
      {"篇一：", "篇二："},
      {"【篇一】", "【篇二】"},
      {"第一篇", "第二篇"},
      {"第一篇：白石镇2023年工作总结", "第二篇：沙洲镇2023年工作总结"},
      {"范文一", "范文二"},
      {"政务公开年度工作总结 篇1", "政务公开年度工作总结 篇2"}};
  for (const auto& [one, two] : forms) {
    const auto reading = read("工作总结范文\n" + one + "\n" + body() + two + "\n" + body());
    EXPECT_EQ(starts(reading), (Lines_{2, 7})) << one;
    EXPECT_EQ(reading.kind(1), "noise") << one;
  }
}

TEST(Splitting, ALinkListOfMarkersIsNoReport) {
  const auto reading = read("工作总结（2篇）\n工作总结 篇1\n工作总结 篇2\n工作总结 篇1\n" + body() +
                            "工作总结 篇2\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{4, 9}));
}

TEST(Splitting, BracketsAloneSeparateReportsOnlyWithReportsBelowThem) {
  const std::string longBody = body() + body() + body();
  const auto reports = read("工作总结两篇\n（一）\n" + longBody + "（二）\n" + longBody);
  EXPECT_EQ(starts(reports), (Lines_{2, 15}));
  const auto sections =
      read("云溪县民政局2023年工作总结\n（一）\n走访420户。\n（二）\n发放补贴36万元。\n");
  EXPECT_EQ(starts(sections), (Lines_{1}));
}

TEST(Splitting, OneTitleWithOrdinalsStartsReports) {
  const auto reading =
      read("政务公开工作总结报告（最新）\n政务公开工作总结报告1\n" + body() +
           "政务公开工作总结报告2\n" + body() + "政务公开工作总结报告3\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{2, 7, 12}));
}

TEST(Splitting, TitlesBuiltAlikeStartReports) {
  const auto reading = read("云溪县民政局2023年工作总结\n" + body() +
                            "青岚区教育局2023年工作总结\n" + body() + "附件：项目清单\n");
  EXPECT_EQ(starts(reading), (Lines_{1, 6}));
}

TEST(Splitting, WhatAWebPageShowsAboveItsArticleIsOutside) {
  const auto reading = read(
      "首页>公文范文>工作总结>\n工作总结 阅读（2.3W）\n"
      "发布时间：2023-01-18 来源：网友投稿\n南汀县科技局2022年工作总结\n" +
      body());
  EXPECT_EQ(starts(reading), (Lines_{4}));
  EXPECT_EQ(reading.outline.noise.size(), 3U);
}

TEST(Splitting, ATailThatBreaksOffIsKeptAndMarked) {
  const auto cut =
      read("篇1\n" + body() + "篇2\n一、主要工作\n一是建立首问负责制，做到件件有着落、事事有\n");
  EXPECT_EQ(cut.outline.reports.size(), 2U);
  EXPECT_FALSE(cut.report(0).truncated);
  EXPECT_FALSE(cut.report(1).truncated) << "a missing full stop alone is no proof";
  EXPECT_TRUE(read("白石镇2023年工作总结\n一、主要工作\n新建公路12公里，改造危房\n三、下一步打算\n")
                  .report()
                  .truncated);
  EXPECT_TRUE(
      read("白石镇2023年工作总结\n一、主要工作\n制定了《白石镇河道管理\n").report().truncated);
}

TEST(Splitting, AVeryLongLineIsRead) {
  std::string text = "云溪县2023年工作总结\n";
  for (int i = 0; i < 20000; ++i) text += "全年办结事项312件，群众满意";
  const auto reading = read(text);
  EXPECT_EQ(starts(reading), (Lines_{1}));
  EXPECT_EQ(reading.kind(2), "paragraph");
}

TEST(Splitting, TitlesThatACompilerNumberedBeginReports) {
  for (const char* mark : {"、", "."}) {
    const std::string one = *mark == '.' ? "1" : "一";
    const std::string two = *mark == '.' ? "2" : "二";
    const auto reading = read(one + mark + "青岚区民政局2023年工作总结\n" + body() + two + mark +
                              "青岚区水务局2023年工作总结\n" + body());
    EXPECT_EQ(starts(reading), (Lines_{1, 6}));
    EXPECT_EQ(toUtf8(reading.report(1).title), "青岚区水务局2023年工作总结");
    EXPECT_EQ(toUtf8(reading.report(1).unit), "青岚区水务局");
  }
}

TEST(Splitting, NumberedSummaryAndPlanOfOneOfficeAreOneReport) {
  const auto reading = read("青岚区民政局工作情况报告\n一、青岚区民政局2023年工作总结\n" + body() +
                            "二、青岚区民政局2024年工作计划\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{1}));
}

TEST(Splitting, AnOfficeAboveALaterTitleBelongsToIt) {
  const auto reading =
      read("青岚区民政局\n2023年工作总结\n" + body() + "青岚区水务局\n2023年工作总结\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{1, 7}));
  EXPECT_EQ(toUtf8(reading.report(1).title), "青岚区水务局2023年工作总结");
}

TEST(Splitting, MaterialsAreMarkers) {
  const auto reading = read("材料一：青岚区民政局2023年工作总结\n" + body() +
                            "材料二：青岚区水务局2023年工作总结\n" + body());
  EXPECT_EQ(starts(reading), (Lines_{1, 6}));
}

}  // namespace
}  // namespace moxian

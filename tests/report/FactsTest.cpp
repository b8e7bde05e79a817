#include "tests/report/Reading.h"

namespace moxian {
namespace {

using testing::read;

TEST(Facts, UnitYearAndTopicComeFromTheTitle) {
  struct Case {
    const char* title;
    const char* unit;
    int year;
    const char* topic;
  };
  for (const Case& wanted : {
           Case{"云溪县民政局2023年政务公开工作总结", "云溪县民政局", 2023, "政务公开"},
           Case{"2023年青岚区乡村振兴工作总结", "青岚区", 2023, "乡村振兴"},
           Case{"关于临澜市数据资源局2024年度工作情况的报告", "临澜市数据资源局", 2024, ""},
           Case{"二〇二三年白石镇党建工作总结", "白石镇", 2023, "党建"},
           Case{"嵐山縣教育局2022年工作總結", "嵐山縣教育局", 2022, "教育"},
           Case{"沙洲街道2025政务公开总结", "沙洲街道", 2025, "政务公开"},
           Case{"本溪县民政局2024年工作总结", "本溪县民政局", 2024, "民政"},
           Case{"全县2024年工作总结", "", 2024, ""},
       }) {
    const auto reading = read(std::string(wanted.title) + "\n一、主要工作\n办结事项312件。\n");
    EXPECT_EQ(toUtf8(reading.report().unit), wanted.unit) << wanted.title;
    EXPECT_EQ(reading.report().year, wanted.year) << wanted.title;
    EXPECT_EQ(toUtf8(reading.report().topic), wanted.topic) << wanted.title;
  }
}

TEST(Facts, AnOfficeAboveTheTitleBelongsToIt) {
  const auto reading =
      read("临澜市人民政府\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息86条。\n");
  EXPECT_EQ(toUtf8(reading.report().title), "临澜市人民政府2023年政府信息公开工作年度报告");
  EXPECT_EQ(toUtf8(reading.report().unit), "临澜市人民政府");
}

TEST(Facts, WithoutATitleTheTextTells) {
  const auto reading = read(
      "篇1\n2022年，南汀县审计局在县委领导下，紧紧围绕中心工作，完成审计项目26个，依据《审计署2019"
      "年工作要点》开展工作，"
      "促进增收节支1200万元，提出审计建议96条，被采纳93条，移送线索4件，整改完成率达到97%。\n"
      "篇2\n我局认真组织落实有关工作，按照〔2011〕40号文件要求，规范各项制度，确保信息质量，全年公"
      "开信息若干条，"
      "主要公开形式包括门户网站、公示栏、电子屏、报刊、广播、电视等，群众查阅更加方便，答复申请更加"
      "规范，全部按期办结。\n");
  EXPECT_EQ(toUtf8(reading.report(0).unit), "南汀县审计局");
  EXPECT_EQ(reading.report(0).year, 2022);
  EXPECT_EQ(toUtf8(reading.report(1).unit), "");
  EXPECT_EQ(reading.report(1).year, std::nullopt);
}

TEST(Facts, TheSignatureNamesTheOffice) {
  const auto reading = read(
      "工作总结\n2023年，各项工作有序推进。\n一、主要工作\n办结事项312件。\n云溪县林业局\n2024年1月"
      "8日\n");
  EXPECT_EQ(toUtf8(reading.report().unit), "云溪县林业局");
}

TEST(Facts, TheOfficeEndsBeforeWhatItWorksOn) {
  const auto reading = read(
      "第一篇：望江镇2022年农业农村工作总结\n2022年，望江镇农业农村工作紧扣稳粮增收主线，较好完成了"
      "目标任务。\n一、主要成效\n"
      "落实粮食面积5.2万亩，总产2."
      "6万吨，发放种粮补贴412万元。新增家庭农场19家，白茶基地扩种800亩，建成冷库2座，带动农户增收。"
      "\n"
      "第二篇：望江镇2022年文化工作总结\n一、工作开展\n送戏下乡24场，新增图书3600册。\n");
  ASSERT_EQ(reading.outline.reports.size(), 2U);
  EXPECT_EQ(toUtf8(reading.report(0).unit), "望江镇");
  EXPECT_EQ(toUtf8(reading.report(1).unit), "望江镇");
}

TEST(Facts, YearsOfTheCalendarOfTaiwanAreYears) {
  const auto reading =
      read("望海縣衛生局113年上半年工作檢討報告\n一、執行成果\n新設日照中心4處。\n");
  EXPECT_EQ(reading.report().year, 2024);
  EXPECT_EQ(toUtf8(reading.report().unit), "望海縣衛生局");
  const auto old = read("青岚区档案馆建馆110年工作总结\n一、主要工作\n接待群众460人次。\n");
  EXPECT_NE(old.report().year, 2021);
}

}  // namespace
}  // namespace moxian

#include "tests/report/Reading.h"

namespace moxian {
namespace {

using testing::read;

TEST(Presence, AHeadingWithoutTextDeliversNothing) {
  const auto reading = read(
      "白石镇2023年工作总结\n一、主要工作\n新建农村公路12公里，改造危房46户。\n"
      "二、存在的问题\n三、下一步打算\n一是进一步加强学习\n");
  EXPECT_EQ(reading.presence(Role::Problems), "missing");
  EXPECT_EQ(reading.presence(Role::NextSteps), "missing");
}

TEST(Presence, AGenericSentenceIsThinAndAConcreteOneIsNot) {
  const std::string start =
      "白石镇2023年工作总结\n一、主要工作\n新建农村公路12公里，改造危房46户。\n二、存在的问题\n";
  EXPECT_EQ(read(start + "工作的质量有待进一步提高。\n").presence(Role::Problems), "thin");
  EXPECT_EQ(
      read(start + "全镇仍有3个村没有公共停车场，节假日车辆占道严重。\n").presence(Role::Problems),
      "present");
}

TEST(Presence, AnItemThatSaysAllInItsOwnLineIsText) {
  const auto reading = read(
      "白石镇2023年工作总结\n一、主要工作\n新建农村公路12公里，改造危房46户，调解纠纷31起，接待来访"
      "64批次。\n"
      "二、存在的问题\n全镇仍有3个村没有公共停车场，节假日车辆占道严重。\n三、下一步打算\n"
      "（一）为3个村各建停车场1处，6月底前全部投入使用。\n"
      "（二）充实执法力量，为镇综合执法队增配协管员2名，节假日上路疏导。\n");
  EXPECT_EQ(reading.presence(Role::NextSteps), "present");
  EXPECT_FALSE(reading.report().truncated);
  EXPECT_TRUE(read("白石镇2023年工作总结\n一、主要工作\n新建农村公路12公里。\n二、下一步打算\n")
                  .report()
                  .truncated);
}

TEST(Presence, APartOfPromptsAndEmptyFieldsIsNotYetWritten) {
  const auto reading = read(
      "白石镇2024年工作总结\n2024年，我镇围绕〔中心任务〕，扎实推进各项工作。\n"
      "一、主要工作\n（一）〔第一项重点工作〕\n"
      "〔采取了什么做法〕，〔完成了多少、与上年相比有什么变化〕，〔取得了什么效果〕。\n"
      "（二）〔第二项重点工作〕\n"
      "〔采取了什么做法〕，〔完成了多少、与上年相比有什么变化〕，〔取得了什么效果〕。\n"
      "二、存在的问题\n对照要求还有差距：一是〔第一个问题：哪里不足、什么原因〕；二是〔第二个问题：哪里不足、"
      "什么原因〕；三是〔第三个问题：哪里不足、什么原因〕。\n"
      "三、下一步打算\n重点做好以下工作：一是针对〔第一个问题〕，〔由谁在何时前采取什么措施〕；二是针对"
      "〔第二个问题〕，〔由谁在何时前采取什么措施〕；三是针对〔第三个问题〕，〔由谁在何时前采取什么措施〕。\n");
  for (const Role role : {Role::WorkDone, Role::Problems, Role::NextSteps}) {
    EXPECT_EQ(reading.presence(role), "thin");
  }
}

TEST(Presence, TheNumberOfADocumentIsNoEmptyField) {
  EXPECT_EQ(read("白石镇2023年工作总结\n一、主要工作\n按照青政办〔2023〕12号文件，新建农村公路12公里。\n"
                 "二、存在的问题\n全镇仍有3个村没有公共停车场，节假日车辆占道严重。\n")
                .presence(Role::Problems),
            "present");
}

TEST(Presence, EvidenceLeadsToTheHeadingOrTheText) {
  const auto reading = read(
      "白石镇2023年工作总结\n一、主要工作\n新建农村公路12公里，改造危房46户，调解纠纷31起，接待来访"
      "64批次。\n"
      "我们也清醒认识到，工作中还存在不少困难，村集体经济薄弱，年收入不足5万元的村还有3个。\n");
  const auto evidence = [&](Role role) {
    for (const RequiredPart& part : reading.report().required) {
      if (part.role == role) return toUtf8(part.evidence.of(reading.text));
    }
    return std::string();
  };
  EXPECT_EQ(evidence(Role::WorkDone), "主要工作");
  EXPECT_TRUE(evidence(Role::Problems).starts_with("我们也清醒认识到"));
  EXPECT_EQ(evidence(Role::NextSteps), "");
}

TEST(Presence, TheStatutoryReportHasSixNamedSections) {
  const auto reading = read(
      "2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开情况。公开信息286条。\n"
      "二、主动公开政府信息情况\n| 规章 | 0 |\n三、收到和处理政府信息公开申请情况\n| 新收 | 5 |\n"
      "五、存在的主要问题及改进情况\n一是栏目更新不够及时。针对上述问题，我局将每月检查一次。\n"
      "六、其他需要报告的事项\n没有收取信息处理费。\n");
  EXPECT_EQ(reading.report().profile, "disclosure-annual-report");
  ASSERT_EQ(reading.report().sections.size(), 6U);
  EXPECT_EQ(toUtf8(reading.report().sections[1].heading.of(reading.text)), "主动公开政府信息情况");
  EXPECT_TRUE(reading.report().sections[3].heading.empty()) << "行政复议、行政诉讼情况 is missing";
  EXPECT_EQ(reading.presence(Role::Problems), "thin");
  EXPECT_NE(reading.presence(Role::NextSteps), "missing");
}

}  // namespace
}  // namespace moxian

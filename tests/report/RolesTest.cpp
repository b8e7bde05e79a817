#include "tests/report/Reading.h"

namespace moxian {
namespace {

using testing::read;

TEST(Roles, AHeadingThatNamesTwoPartsIsDividedBelow) {
  const auto reading = read(
      "临澜市气象局2023年政务公开工作总结\n"
      "一、工作开展情况\n发布预警信号187条。\n"
      "二、存在问题和2024年工作计划\n"
      "一年来的工作还存在不少薄弱环节，解读形式单一，信息更新不够及时。下一步，我局将每季度开展一次"
      "检查。\n"
      "一是增设图解栏目。二是定期组织培训。\n");
  EXPECT_EQ(reading.role(4), "problems_and_next");
  EXPECT_EQ(reading.roleOf("解读形式单一"), "problems");
  EXPECT_EQ(reading.roleOf("我局将每季度"), "next_steps");
  EXPECT_EQ(reading.roleOf("二是定期组织培训"), "next_steps");
}

TEST(Roles, ProblemsAreFoundInsideASectionOnWork) {
  const auto reading = read(
      "政府工作报告\n——2024年1月22日在县第十六届人民代表大会第三次会议上\n各位代表：\n"
      "现在，我代表县人民政府，向大会报告工作，请予审议。\n"
      "一、2023年工作回顾\n全县地区生产总值增长5.8%。\n"
      "我们也清醒看到，全县发展还面临不少困难和挑战：经济总量偏小，财政收支矛盾突出。对这些问题，我"
      "们将认真加以解决。\n"
      "二、2024年重点工作\n实施重点项目96个。\n三、加强政府自身建设\n自觉接受监督。\n"
      "各位代表！让我们锐意进取，奋力谱写新篇章！\n");
  EXPECT_EQ(reading.role(3), "intro");
  EXPECT_EQ(reading.role(6), "work_done");
  EXPECT_EQ(reading.role(7), "problems");
  EXPECT_TRUE(reading.block(7).spans.empty()) << "the pledge that ends it belongs to it";
  EXPECT_EQ(reading.role(9), "next_steps");
  EXPECT_EQ(reading.role(10), "next_steps") << "goes on with the plans";
  EXPECT_EQ(reading.role(12), "closing");
}

TEST(Roles, AParagraphMayTurnTwice) {
  const auto reading = read(
      "南汀县图书馆2024年工作总结\n一、阅读服务\n全年接待读者21.6万人次。\n二、队伍和经费\n"
      "全馆现有工作人员14人。需要看到的是，馆员平均年龄偏大，古籍修复岗位后继乏人。明年，我馆将招录"
      "3名专业人员。\n");
  EXPECT_EQ(reading.roleOf("全馆现有"), "work_done");
  EXPECT_EQ(reading.roleOf("馆员平均年龄"), "problems");
  EXPECT_EQ(reading.roleOf("我馆将招录"), "next_steps");
}

TEST(Roles, WorkOnProblemsIsWork) {
  const auto reading = read(
      "青岚区住房和城乡建设局2023年工作总结\n"
      "一、关注底线问题，守牢安全防线\n针对检查发现的问题，逐项建立清单，全部整改到位。\n"
      "二、坚持问题导向，破解停车难题\n新增车位1900个。\n"
      "三、抓好巡察反馈问题整改\n制定整改措施61条，已全部完成。\n"
      "四、对标先进查找差距\n对照先进地区查找自身存在的不足和差距，将办理时限压缩到3个工作日。\n"
      "五、工作措施\n一是成立领导小组，召开会议12次。\n"
      "六、年初工作计划完成情况\n32项任务全部完成。\n");
  for (std::size_t line = 2; line <= 13; ++line) EXPECT_EQ(reading.role(line), "work_done") << line;
  EXPECT_EQ(reading.presence(Role::Problems), "missing");
  EXPECT_EQ(reading.presence(Role::NextSteps), "missing");
}

TEST(Roles, AReportWithoutHeadingsIsReadByItsWording) {
  const auto reading = read(
      "沙洲镇2023年信访工作总结\n"
      "2023年，我镇信访工作以化解积案为主线，保持了总体平稳。\n"
      "健全接访制度。全年接待群众236批418人次。\n"
      "抓实矛盾排查。每月组织村（社区）开展一次排查，化解纠纷169件。\n"
      "工作中也存在一些不足。个别村干部答复简单，引发重复来访；跨部门事项协调时间偏长。\n"
      "2024年，我镇将从两个方面改进工作。一是3月底前完成村干部轮训。二是聘请法律顾问驻点坐诊。\n");
  EXPECT_EQ(reading.role(2), "intro");
  EXPECT_EQ(reading.role(3), "work_done");
  EXPECT_EQ(reading.role(4), "work_done");
  EXPECT_EQ(reading.role(5), "problems");
  EXPECT_EQ(reading.role(6), "next_steps");
}

TEST(Roles, ASloganAtTheEndIsNoPlan) {
  const auto reading = read(
      "锦屏社区2023年工作总结\n一、主要工作\n开展便民服务活动26次，调解邻里纠纷41起。\n"
      "今后，我们将继续努力，以更加务实的作风，把社区建设得更加美好，让居民满意。\n");
  EXPECT_EQ(reading.role(4), "closing");
  EXPECT_EQ(reading.presence(Role::NextSteps), "missing");
}

TEST(Roles, AHeadingOverASloganStillAnnouncesPlans) {
  const auto reading = read(
      "锦屏社区2023年工作总结\n一、主要工作\n开展便民服务活动26次。\n二、下一步打算\n"
      "下一步，社区将紧跟上级部署，推动各项工作再上新台阶。\n");
  EXPECT_EQ(reading.role(5), "next_steps");
  EXPECT_EQ(reading.presence(Role::NextSteps), "thin");
}

TEST(Roles, AWorkPlanIsPlansThroughout) {
  const auto reading = read(
      "临澜市2025年政务公开工作要点\n为做好2025年政务公开工作，制定本要点。\n"
      "一、围绕经济发展深化公开\n各部门要及时公开惠企政策。\n"
      "二、加强解决突出问题的公开\n完善答复工作机制。\n");
  EXPECT_EQ(reading.report().profile, "work-plan");
  EXPECT_EQ(reading.role(2), "intro");
  for (std::size_t line = 3; line <= 6; ++line) EXPECT_EQ(reading.role(line), "next_steps") << line;
}

TEST(Roles, ThePartsOfAChapteredReportKeepTheirSections) {
  const auto reading = read(
      "云溪县数据局2023年工作总结\n第一部分 2023年工作情况\n一、数据共享\n接入部门46个。\n"
      "第二部分 "
      "存在的问题\n一、数据质量\n同一企业在不同系统中名称不一。\n二、队伍建设\n专业人员只有6人。\n"
      "第三部分 下一步打算\n一、数据质量\n开展比对核查。\n");
  EXPECT_EQ(reading.role(3), "work_done");
  EXPECT_EQ(reading.role(8), "problems");
  EXPECT_EQ(reading.role(9), "problems");
  EXPECT_EQ(reading.role(11), "next_steps");
}

TEST(Roles, AreTheSameInBothScripts) {
  const auto reading = read(
      "嵐山縣教育局2023年工作總結\n一、主要做法\n釋出招生資訊16條。\n"
      "二、存在的不足\n資料更新滯後，解讀形式單一。\n三、未來展望\n每季度舉辦一次開放日。\n");
  EXPECT_EQ(reading.role(3), "work_done");
  EXPECT_EQ(reading.role(5), "problems");
  EXPECT_EQ(reading.role(7), "next_steps");
}

TEST(Roles, ThisYearIsThePlanOfAReportOnThePastOne) {
  const auto reading = read(
      "政府工作报告\n2023年1月8日在湘岩市第九届人民代表大会第三次会议上\n湘岩市市长 "
      "方既明\n各位代表：\n"
      "现在，我代表市人民政府，向大会报告工作，请予审议。\n"
      "一、过去一年的工作\n新增国家级专精特新企业9家，改造农村危房3100户。\n"
      "二、今年的主要工作\n（一）全力以赴扩内需。新建改造农贸市场18个，争取专项债券60亿元。\n");
  EXPECT_EQ(reading.kind(2), "title");
  EXPECT_EQ(reading.role(7), "work_done");
  EXPECT_EQ(reading.role(8), "next_steps");
  EXPECT_EQ(reading.role(9), "next_steps");
  const auto summary =
      read("云溪县水利局2023年工作总结\n一、今年主要工作\n全年巡查河道326次，清淤12公里。\n");
  EXPECT_EQ(summary.role(2), "work_done");
}

TEST(Roles, AYearAfterTheOneReviewedIsThePlan) {
  const auto reading = read(
      "2022年政府工作报告\n我代表县人民政府向大会作工作报告，请予审议。\n"
      "一、2021年工作回顾\n实施重点项目126个，完成投资78.6亿元。\n"
      "二、2022年主要工作\n新增规上企业12户，工业投资增长15%。\n");
  EXPECT_EQ(reading.role(4), "work_done");
  EXPECT_EQ(reading.role(5), "next_steps");
  EXPECT_EQ(reading.role(6), "next_steps");
}

TEST(Roles, EachSectionMayGoThroughToItsOwnNextSteps) {
  const auto reading = read(
      "清河集团工会2023年工作情况汇报\n"
      "一、组织建设方面\n新建基层工会6家，发展会员840人。目前有3家单位仍未建会，工会主席多为兼职，"
      "精力顾不上。明年拟由集团统一派驻干事，一季度全部建会。\n"
      "二、维权帮扶方面\n调处劳动争议28起，帮助追回欠薪216万元。下一步，按季度复核困难职工档案。\n"
      "三、文体活动方面\n举办职工运动会等活动17场，参与5200人次。\n");
  EXPECT_EQ(reading.roleOf("新建基层工会"), "work_done");
  EXPECT_EQ(reading.roleOf("仍未建会"), "problems");
  EXPECT_EQ(reading.roleOf("统一派驻"), "next_steps");
  EXPECT_EQ(reading.role(4), "work_done");
  EXPECT_EQ(reading.roleOf("调处劳动争议"), "work_done");
  EXPECT_EQ(reading.roleOf("按季度复核"), "next_steps");
  EXPECT_EQ(reading.role(6), "work_done");
  EXPECT_EQ(reading.role(7), "work_done");
}

TEST(Roles, AHeadingMayAnnounceThePrefaceOrTheClosing) {
  const auto reading = read(
      "澄湖市政府資訊局112年度工作總結\n"
      "壹、前言\n資訊局為市府推動智慧治理之專責單位，茲將辦理情形摘述如下：\n"
      "貳、重要執行成果\n一、整合14個局處之申辦系統，全年受理案件計21萬件。\n"
      "參、檢討\n部分局處資料格式未臻一致，資訊人力長期不足。\n"
      "肆、未來精進方向\n訂定資料交換標準，於113年6月底前完成5類共通格式。\n"
      "伍、結語\n本局將秉持以民為本之精神，持續精進各項服務。\n");
  EXPECT_EQ(reading.report().year, 2023);
  EXPECT_EQ(reading.role(3), "intro");
  EXPECT_EQ(reading.role(5), "work_done");
  EXPECT_EQ(reading.role(7), "problems");
  EXPECT_EQ(reading.role(9), "next_steps");
  EXPECT_EQ(reading.role(10), "closing");
  EXPECT_EQ(reading.role(11), "closing");
}

TEST(Roles, WhatAnInspectionFoundAreProblems) {
  const auto reading = read(
      "关于补贴资金自查自纠情况的报告\n一、自查工作开展情况\n分4个组入户核对1862户。\n"
      "二、自查发现的问题\n1.死亡人员未及时停发补贴7人，涉及资金1.14万元。\n"
      "三、整改措施\n责成有关村重新公示，期限不少于7天。\n");
  EXPECT_EQ(reading.role(4), "problems");
  EXPECT_EQ(reading.role(5), "problems");
  EXPECT_EQ(reading.role(7), "next_steps");
}

TEST(Roles, APlanMayTellWhereThingsStand) {
  const auto reading = read(
      "白塔中学2023—2024学年第二学期工作计划\n一、工作目标\n体质健康优良率达到62%。\n"
      "二、存在的问题\n新入职教师11人，课堂驾驭能力偏弱；运动场地不足，大课间难以全员铺开。\n"
      "三、主要措施\n学期内每位青年教师至少上2节汇报课。\n");
  EXPECT_EQ(reading.role(5), "problems");
  EXPECT_EQ(reading.role(7), "next_steps");
}

}  // namespace
}  // namespace moxian

#include "tests/report/Reading.h"

namespace moxian {
namespace {

using testing::read;

TEST(Headings, StandOnTheirLineOrRunIntoTheParagraph) {
  const auto reading = read(
      "云溪县民政局2023年工作总结\n"
      "一、工作开展情况\n"
      "（一）加强领导。局党组每月听取一次汇报。\n"
      "（二）健全制度，落实责任\n"
      "修订制度12项。\n"
      "1."
      "我局高度重视这项工作，成立了由局长任组长、分管副局长任副组长的领导小组，各科室负责人为成员，"
      "定期会商。\n"
      "2.公开信息56条。\n"
      "3.公开目录4份。\n");
  EXPECT_EQ(reading.kind(1), "title");
  EXPECT_EQ(reading.head(2), "工作开展情况");
  EXPECT_EQ(reading.head(3), "加强领导");
  EXPECT_TRUE(reading.block(3).runIn);
  EXPECT_EQ(reading.head(4), "健全制度，落实责任");
  EXPECT_FALSE(reading.block(4).runIn);
  EXPECT_EQ(reading.kind(5), "paragraph");
  for (const std::size_t item : {6U, 7U, 8U}) {
    EXPECT_EQ(reading.kind(item), "paragraph") << item;
    EXPECT_EQ(reading.block(item).level, 3) << item;
  }
}

TEST(Headings, TheLastOfSentencesIsAnItemLikeItsSiblings) {
  const auto reading = read(
      "云溪县水务局2025年工作总结\n"
      "一、2026年工作打算\n"
      "（一）续建青石水库除险加固工程，计划投资860万元。\n"
      "（二）新建农村供水工程6处。\n"
      "各项工作按月调度，确保完成。\n"
      "二、保障措施\n"
      "（一）我局将成立专班，由主要负责人任组长，分管负责人任副组长，各股室负责人为成员，定期会商。"
      "\n"
      "（二）加强资金调度。\n"
      "按月拨付工程款。\n"
      "（三）严格考核\n"
      "每季度通报一次进度。\n");
  for (const std::size_t item : {3U, 4U, 7U, 8U})
    EXPECT_EQ(reading.kind(item), "paragraph") << item;
  EXPECT_EQ(reading.head(10), "严格考核");
}

TEST(Headings, AnItemOfTwoSentencesIsNoRunInHeading) {
  const auto reading = read(
      "云溪县水务局2025年工作总结\n"
      "一、工作开展情况\n"
      "1、修复渠道12公里。\n"
      "2、检查取水口86处，约谈企业3家。\n"
      "3、开展节水宣传6次，发放资料1200份。群众满意。\n"
      "4、开展节水宣传6次。群众满意。\n"
      "二、重点工作\n"
      "1、建成项目3个，完成投资860万元。按期验收。\n"
      "2、节水宣传。发放资料1200份。\n"
      "3、修复渠道12公里。\n");
  EXPECT_EQ(reading.kind(4), "paragraph");
  EXPECT_EQ(reading.kind(5), "paragraph");
  // One sibling with a heading makes the others headings.
  EXPECT_EQ(reading.kind(8), "heading");
  EXPECT_EQ(reading.head(9), "节水宣传");
}

TEST(Headings, SentencesWithTextOfTheirOwnStayHeadings) {
  const auto reading = read(
      "云溪县水务局2025年工作总结\n"
      "一、抓好工程建设。\n"
      "（一）加强供水保障。\n"
      "新建水厂2座。\n"
      "（二）加强河道管护。\n"
      "巡河420次。\n"
      "二、抓好行业监管。\n"
      "三、存在的问题。\n"
      "1.人员不足。\n"
      "2.经费不足。\n"
      "需要逐步解决。\n");
  for (const std::size_t heading : {2U, 3U, 5U, 8U}) {
    EXPECT_EQ(reading.kind(heading), "heading") << heading;
  }
  for (const std::size_t item : {9U, 10U}) EXPECT_EQ(reading.kind(item), "paragraph") << item;
}

TEST(Headings, KeepTheMarkAsTyped) {
  const auto reading = read(
      "青岚区水务局2023年工作总结\n"
      "一. 主要工作\n"
      "(一)河湖管护。巡河420次。\n"
      "？？二、存在问题\n"
      "管护经费不足，部分河段仍有漂浮物。\n");
  const Block first = reading.block(2);
  EXPECT_EQ(first.number->mark, u'.');
  EXPECT_EQ(toUtf8(first.number->span.of(reading.text)), "一.");
  EXPECT_TRUE(reading.block(3).number->halfWidth);
  EXPECT_EQ(reading.block(3).number->mark, u')');
  EXPECT_FALSE(reading.block(4).number->halfWidth);
  EXPECT_EQ(toUtf8(reading.block(4).number->span.of(reading.text)), "二、");
  EXPECT_EQ(reading.role(5), "problems");
}

TEST(Headings, AreReadThroughPinyinAndTraditionalCharacters) {
  const auto reading = read(
      "嵐山縣水務局2022年工作總結(jié)\n"
      "二、存在的問(wèn)題(tí)和不足\n"
      "設(shè)施老化，經(jīng)費(fèi)不足。\n");
  EXPECT_EQ(reading.head(2), "存在的問(wèn)題(tí)和不足");
  EXPECT_EQ(reading.role(2), "problems");
  EXPECT_EQ(reading.report().script, Script::Traditional);
}

TEST(Headings, NeedNoNumberIfTheyNameAPart) {
  const auto reading = read(
      "白石镇2023年工作总结\n"
      "2023年，白石镇各项工作有序推进。\n"
      "主要工作情况\n"
      "新建农村公路12公里。\n"
      "存在的问题：\n"
      "集体经济薄弱的村还有3个。\n"
      "综合档案室\n"
      "管理档案420卷。\n");
  EXPECT_EQ(reading.kind(3), "heading");
  EXPECT_EQ(reading.head(5), "存在的问题");
  EXPECT_EQ(reading.kind(7), "paragraph");
}

TEST(Tables, AreLinesOfCells) {
  const auto reading = read(
      "临澜市气象局2023年工作总结\n"
      "| 项目 | 数量 |\n"
      "| 一、预警 | 187 |\n"
      "类别\t本年\t上年\n"
      "一、\t总体情况\n");
  EXPECT_EQ(reading.kind(2), "table");
  EXPECT_EQ(reading.kind(3), "table");
  EXPECT_EQ(reading.kind(4), "table");
  EXPECT_EQ(reading.kind(5), "heading");
}

TEST(Tables, CopiedFromPdfKeepTheirLostCells) {
  const auto reading = read(
      "2023年政府信息公开工作年度报告\n"
      "三、收到和处理政府信息公开申请情况\n"
      "一、本年新收\t5\t5\n"
      "三、本年度\n"
      "办理结果\n"
      "（一）予以公开\t4\t4\n"
      "四、政府信息公开行政复议、行政诉讼情况\n"
      "没有发生。\n");
  EXPECT_EQ(reading.kind(4), "table");
  EXPECT_EQ(reading.kind(5), "table");
  EXPECT_EQ(reading.kind(7), "heading");
}

TEST(Noise, IsFoundInsideReports) {
  const auto reading = read(
      "云溪县气象局2023年工作总结\n"
      "一、主要工作\n"
      "发布预警信号96条。\n"
      "?\n"
      "- 3 -\n"
      "开展科普活动21次，在微信公众号推送文章120篇。\n"
      "如若转载，请注明出处：https://www.example.com/1.html\n");
  EXPECT_EQ(reading.kind(4), "noise");
  EXPECT_EQ(reading.kind(5), "noise");
  EXPECT_EQ(reading.kind(6), "paragraph");
  EXPECT_EQ(reading.kind(7), "noise");
}

TEST(Signature, MayHaveADateThatIsToBeFilledIn) {
  const auto reading = read(
      "云溪县气象局2023年工作总结\n"
      "二、下一步打算\n"
      "6月底前完成3个站点改造。\n"
      "云溪县气象局\n"
      "〔去年：2023年1月8日〕\n");
  EXPECT_EQ(reading.role(4), "closing");
  EXPECT_EQ(reading.role(5), "closing");
  EXPECT_FALSE(reading.report().truncated);
}

TEST(Attachments, AreNoHeadingsOfTheSectionAbove) {
  const auto reading = read(
      "云溪县水务局2025年工作总结\n"
      "一、2026年工作打算\n"
      "新建农村供水工程6处。\n"
      "附件：1.供水工程清单\n"
      "　　　2.2025年供水水质检测结果\n"
      "云溪县水务局\n"
      "2025年12月26日\n");
  for (const std::size_t line : {4U, 5U}) {
    EXPECT_EQ(reading.kind(line), "paragraph") << line;
    EXPECT_EQ(reading.role(line), "closing") << line;
    EXPECT_FALSE(reading.block(line).number) << line;
  }
}

TEST(Attachments, MayAllStandBelowTheirWord) {
  const auto reading = read(
      "云溪县水务局2025年工作总结\n一、2026年工作打算\n新建农村供水工程6处。\n"
      "附件：\n1.供水工程清单\n2.水质检测结果\n");
  EXPECT_EQ(reading.kind(5), "paragraph");
  EXPECT_EQ(reading.kind(6), "paragraph");
}

TEST(Attachments, HaveHeadingsOfTheirOwn) {
  const auto reading = read(
      "云溪县水务局2025年工作总结\n一、2026年工作打算\n新建农村供水工程6处。\n"
      "附件1\n供水工程清单\n1.新建工程\n青石水厂1座。\n");
  EXPECT_EQ(reading.kind(6), "heading");
}

TEST(Signature, ClosesTheText) {
  const auto reading = read(
      "云溪县气象局2023年工作总结\n"
      "二、下一步打算\n"
      "6月底前完成3个站点改造。\n"
      "云溪县气象局\n"
      "2024年1月8日\n");
  EXPECT_EQ(reading.role(3), "next_steps");
  EXPECT_EQ(reading.role(4), "closing");
  EXPECT_EQ(reading.role(5), "closing");
  EXPECT_FALSE(reading.report().truncated);
}

TEST(Titles, ALineAboveTheAddresseeIsTheTitleWhateverItNames) {
  const auto reading = read(
      "上半年全县交通运输安全生产形势分析和下半年工作措施\n县安委会：\n现将有关情况报告如下。\n"
      "一、总体形势\n上半年发生事故4起，同比下降33%"
      "。\n二、下半年工作措施\n10月底前完成护栏11公里。\n");
  EXPECT_EQ(reading.kind(1), "title");
  EXPECT_EQ(reading.role(3), "intro");
  EXPECT_EQ(reading.role(5), "work_done");
}

TEST(Titles, ALineBehindADashGoesOnWithTheTitle) {
  const auto reading = read(
      "奋力书写营商环境新答卷\n——临港新区行政审批局2023年工作综述\n"
      "一、改出加速度\n14个项目拿地当天领证。\n");
  EXPECT_EQ(toUtf8(reading.report().title),
            "奋力书写营商环境新答卷——临港新区行政审批局2023年工作综述");
  EXPECT_EQ(toUtf8(reading.report().unit), "临港新区行政审批局");
  EXPECT_EQ(reading.report().year, 2023);
}

}  // namespace
}  // namespace moxian

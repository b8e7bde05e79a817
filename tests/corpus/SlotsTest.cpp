#include "core/corpus/Slots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/Utf.h"

namespace moxian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const SlotFinder& finder() {
  static const SlotFinder shared = SlotFinder::load().value();
  return shared;
}

/// The slots of a text as "kind:text".
std::vector<std::string> found(std::u16string_view text) {
  std::vector<std::string> out;
  for (const auto& slot : finder().find(text)) {
    out.push_back(slot.kind + ":" + toUtf8(slot.span.of(text)));
  }
  return out;
}

std::string emptied(std::u16string_view text) {
  std::vector<Span> slots;
  return toUtf8(finder().emptied(text, slots));
}

TEST(Slots, FiguresWithTheirUnits) {
  EXPECT_THAT(found(u"全年巡查326次，投入29.95万元，合格率98.5%。"),
              ElementsAre("figure:326次", "figure:29.95万元", "figure:98.5%"));
  EXPECT_THAT(found(u"参加培训2,300余人次。"), ElementsAre("figure:2,300余人次"));
  EXPECT_THAT(found(u"补助每人XX元。"), ElementsAre("figure:XX元"));
}

TEST(Slots, AFigureThatBeginsLikeATelephoneNumberIsAFigure) {
  EXPECT_THAT(found(u"走访1200余户，受理投诉12345件，出诊120次。"),
              ElementsAre("figure:1200余户", "figure:12345件", "figure:120次"));
  EXPECT_THAT(found(u"接到120急救中心和119指挥中心的通报。"), IsEmpty());
}

TEST(Slots, Dates) {
  EXPECT_THAT(found(u"截至2023年12月31日，较2022年有所增长。"),
              ElementsAre("date:2023年12月31日", "date:2022年"));
  EXPECT_THAT(found(u"2023年1月1日至12月18日的情况。"), ElementsAre("date:2023年1月1日至12月18日"));
  EXPECT_THAT(found(u"1—9月份的支出。"), ElementsAre("date:1—9月份"));
  EXPECT_THAT(found(u"20XX年度的工作。"), ElementsAre("date:20XX年度"));
}

TEST(Slots, DocumentTitlesAndNumbers) {
  EXPECT_THAT(found(u"印发《云溪县河道管护办法》（云政办〔2023〕21号）。"),
              ElementsAre("title:《云溪县河道管护办法》", "number:云政办〔2023〕21号"));
  EXPECT_THAT(found(u"认真贯彻《中华人民共和国档案法》。"), IsEmpty());
}

TEST(Slots, WordsForTheWritingUnit) {
  EXPECT_THAT(found(u"我局组织全县各镇开展排查，本中心配合。"),
              ElementsAre("self:我局", "self:全县", "self:本中心"));
  EXPECT_THAT(found(u"坚持全局观念，我国经济，本年度，全面落实。"), IsEmpty());
}

TEST(Slots, NamedPlacesAndUnits) {
  EXPECT_THAT(found(u"由青岚区民政局牵头，在锦溪村召开会议。"),
              ElementsAre("unit:青岚区民政局", "place:锦溪村"));
  EXPECT_THAT(found(u"配合市卫健委做好工作。"), ElementsAre("unit:市卫健委"));
  EXPECT_THAT(found(u"XX县的做法。"), ElementsAre("place:XX县"));
  EXPECT_THAT(found(u"加强社区和乡镇建设，改造老旧小区，方便辖区群众。"), IsEmpty());
}

TEST(Slots, NamesInsideClausesAreFound) {
  EXPECT_THAT(found(u"代表岚屏区出战，协助临澜市民政局举办，已抄告市政务服务中心。"),
              ElementsAre("place:岚屏区", "unit:临澜市民政局", "unit:市政务服务中心"));
  EXPECT_THAT(found(u"发动村“两委”，通过镇人代会审议，优化区域布局，推进合理区划。"), IsEmpty());
}

TEST(Slots, AUnitEndsBeforeWhatItDoes) {
  EXPECT_THAT(found(u"市国动办主动公开政府信息，镇党委高度重视政府网站。"),
              ElementsAre("unit:市国动办", "unit:镇党委"));
}

TEST(Slots, PersonsAreFoundAndOfficesWithoutNamesAreNot) {
  EXPECT_THAT(found(u"分管领导周岚副主任带队，由常务副主任协调。"),
              ElementsAre("person:周岚副主任"));
}

TEST(Slots, AwardsMediaAndEventsAreFound) {
  EXPECT_THAT(found(u"荣获省级文明单位称号，在“稻香杯”演讲比赛中获得二等奖。"),
              ElementsAre("other:省级文明单位", "other:“稻香杯”演讲比赛", "other:二等奖"));
  EXPECT_THAT(found(u"与云溪新闻网、临澜广播电视台合作，通过官方微信公众号发布。"),
              ElementsAre("other:云溪新闻网", "other:临澜广播电视台"));
}

TEST(Slots, NumbersOfItemsAreNoFigures) {
  EXPECT_THAT(found(u"（1）改造泵站15座。"), ElementsAre("figure:15座"));
  EXPECT_THAT(found(u"3.新增步道2公里。"), ElementsAre("figure:2公里"));
}

TEST(Slots, PartsOfYearsAndMonthsBelongToTheDate) {
  EXPECT_THAT(found(u"截至6月底，20*上半年和2023年第一季度的情况。"),
              ElementsAre("date:6月底", "date:20*上半年", "date:2023年第一季度"));
}

TEST(Slots, SetPhrasesStay) {
  EXPECT_THAT(found(u"实施10项暖民心行动，健全“1+3+N”体系。"), IsEmpty());
  EXPECT_THAT(found(u"今年以来，持续推进“两化”工作，做到三版一致。"), IsEmpty());
  EXPECT_THAT(found(u"用好12345热线，落实24小时值班。"), IsEmpty());
  EXPECT_THAT(found(u"课后服务实现5+2全覆盖，推行1+3+N模式。"), IsEmpty());
  EXPECT_THAT(found(u"坚持第1责任人制度，部署IPv6网络。"), IsEmpty());
}

TEST(Slots, EmptyingKeepsTheMeasureAndWrittenSlots) {
  EXPECT_EQ(emptied(u"我局全年巡查326次，投入29.95万元。"),
            "〔本单位〕全年巡查〔数量〕次，投入〔数量〕万元。");
  EXPECT_EQ(emptied(u"全年培训〔人数〕人，覆盖12个镇。"), "全年培训〔人数〕人，覆盖〔数量〕个镇。");
}

TEST(Slots, TheYearOfADocumentNumberIsNoWrittenSlot) {
  EXPECT_THAT(writtenSlots(u"云政办〔2023〕21号，公开〔数量〕条"), ElementsAre(Span{15, 19}));
}

TEST(Slots, FiguresAndDatesInChineseNumeralsAreSlots) {
  EXPECT_THAT(found(u"三月中旬，一百二十余名种粮大户到场，总投资三点二亿元。"),
              ElementsAre("date:三月中旬", "figure:一百二十余名", "figure:三点二亿元"));
  EXPECT_THAT(found(u"二〇二三年，惠及四百三十七家企业，办结率达到百分之九十八点五。"),
              ElementsAre("date:二〇二三年", "figure:四百三十七家", "figure:百分之九十八点五"));
}

TEST(Slots, SmallAndRoundNumeralsAndOrdinalsAreNot) {
  EXPECT_THAT(found(u"坚持三个导向，抓好两个环节，一月一调度，百日攻坚，千家万户受益。"),
              IsEmpty());
  EXPECT_THAT(found(u"第一，压实责任；第二十条有规定；党的二十大和十九届六中全会精神。"),
              IsEmpty());
  EXPECT_THAT(found(u"“十四五”规划，“三张清单”，一户一策，百分之百落实。"), IsEmpty());
}

TEST(Slots, NamesBehindOfficesArePersons) {
  EXPECT_THAT(found(u"书记陆远山、镇长何静走访老党员周德昌等家庭。"),
              ElementsAre("person:陆远山", "person:何静", "person:周德昌"));
  EXPECT_THAT(found(u"由主任任组长，党员干部高标准推进，群众代表全程参与。"), IsEmpty());
}

TEST(Slots, BusinessesAndLandmarksWithANameAreFound) {
  EXPECT_THAT(found(u"联合青禾农机专业合作社举办演示会，改造鹿鸣大道、安澜桥。"),
              ElementsAre("unit:青禾农机专业合作社", "place:鹿鸣大道", "place:安澜桥"));
  EXPECT_THAT(found(u"扶持宏泰食品有限公司等企业。"), ElementsAre("unit:宏泰食品有限公司"));
  EXPECT_THAT(found(u"理清工作思路，培育农民合作社，建设口袋公园，拓宽就业门路，修好农村公路。"),
              IsEmpty());
}

TEST(Slots, EventsWithAnOrdinalOrAQuotedNameAreFound) {
  EXPECT_THAT(
      found(u"省十五届运动会期间，在“启明杯”青年教师教学竞赛中夺得团体一等奖。"),
      ElementsAre("other:省十五届运动会", "other:“启明杯”青年教师教学竞赛", "other:团体一等奖"));
}

TEST(Slots, AnyTextIsSafe) {
  for (const std::u16string_view text :
       {u"", u"《", u"〔", u"〔2023", u"20", u"X", u"我", u"1—", u"年月日"}) {
    EXPECT_NO_FATAL_FAILURE((void)finder().find(text));
  }
}

}  // namespace
}  // namespace moxian

#include "core/suggest/RollOver.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

RolledOver rolled(std::u16string_view text, std::optional<int> year = 2023) {
  static const SlotFinder finder = SlotFinder::load().value();
  return rollOver(text, finder, year);
}

TEST(RollOver, FiguresShowWhatTheyWereAndKeepTheirUnits) {
  const auto made = rolled(u"全年办理低保1,234户，发放资金56.7万元。");
  EXPECT_EQ(made.text, u"全年办理低保〔去年：1,234〕户，发放资金〔去年：56.7〕万元。");
  EXPECT_EQ(made.slots, 2U);
}

TEST(RollOver, AMaskedFigureKeepsItsUnitToo) {
  EXPECT_EQ(rolled(u"全年办理XX项，走访×××户。").text,
            u"全年办理〔去年：XX〕项，走访〔去年：×××〕户。");
}

TEST(RollOver, TheYearAndTheNextMoveOnByOne) {
  const auto made = rolled(u"2023年工作总结\n2024年打算");
  EXPECT_EQ(made.text, u"2024年工作总结\n2025年打算");
  EXPECT_EQ(made.years, 2U);
  EXPECT_EQ(made.slots, 0U);
}

TEST(RollOver, OtherYearsAndDaysAreAskedFor) {
  const auto made = rolled(u"2019年建成，2023年10月31日验收。");
  EXPECT_EQ(made.text.find(u"2019年建成"), std::u16string::npos);
  EXPECT_EQ(made.text, u"〔去年：2019年〕建成，〔去年：2023年10月31日〕验收。");
}

TEST(RollOver, ADocumentNumberStaysOneSlot) {
  const auto made = rolled(u"依据青政办〔2021〕21号办理。");
  EXPECT_EQ(writtenSlots(made.text).size(), 1U);
  EXPECT_NE(made.text.find(u"［2021］21号〕"), std::u16string::npos);
}

TEST(RollOver, AYearInsideADocumentTitleDoesNotStayUnnoticed) {
  const auto made = rolled(u"落实《岚山区2023年工作要点》和《河道整治行动计划（2021—2023年）》。");
  EXPECT_EQ(
      made.text,
      u"落实《岚山区〔去年：2023年〕工作要点》和《河道整治行动计划（〔去年：2021—2023年〕）》。");
  EXPECT_EQ(made.slots, 2U);
  EXPECT_EQ(made.years, 0U);
}

TEST(RollOver, ALawKeepsItsNameButNotThisReportsYear) {
  const std::u16string law = u"依照《河道管理条例》和《预算法实施条例（2020年修订）》办理。";
  EXPECT_EQ(rolled(law).text, law);
  EXPECT_EQ(rolled(u"《考核规定（2023年修订）》").text, u"《考核规定（〔去年：2023年〕修订）》");
}

TEST(RollOver, TheYearComparedWithSaysWhatItMustBeNow) {
  const auto made = rolled(u"较2022年增长12%，与2022年底相比多3件，2022年建成。");
  EXPECT_EQ(
      made.text,
      u"较〔去年：2022年，今年应为2023年〕增长〔去年：12%〕，与〔去年：2022年底，今年应为2023年底〕"
      u"相比多〔去年：3〕件，〔去年：2022年〕建成。");
  const auto open = writtenSlots(made.text);
  ASSERT_EQ(open.size(), made.slots);
  EXPECT_EQ(lastYearsValue(open[0].of(made.text)), u"2022年");
  EXPECT_EQ(thisYearsHint(open[0].of(made.text)), u"今年应为2023年");
  EXPECT_EQ(thisYearsHint(open[1].of(made.text)), u"");
}

TEST(RollOver, ASlotNeverStandsInsideASlot) {
  const std::u16string open = u"办理〔去年：1,234〕户，完成〔数量：约30件，2023年10月底前〕。";
  EXPECT_EQ(rolled(open).text, open);
  EXPECT_EQ(rolled(u"依据〔2023〕12号文件，青发［2023］5号。").text,
            u"依据〔去年：［2023］12号〕文件，青发〔去年：［2023］5号〕。");
}

TEST(RollOver, RangesDaysAndNamesDoNotCarryLastYearOn) {
  EXPECT_EQ(rolled(u"2023-2024学年度，2023/10/31验收，增长百分之五。").text,
            u"〔去年：2023-2024〕学年度，〔去年：2023/10/31〕验收，增长〔去年：百分之五〕。");
  EXPECT_EQ(rolled(u"举办“2023年全国科普日”活动。").text, u"举办“2024年全国科普日”活动。");
}

TEST(RollOver, NoFigureOfLastYearStaysOutsideASlot) {
  const auto made = rolled(
      u"青岚区民政局2023年工作总结\n一、主要工作\n（一）救助。累计救助3.2万人次，同比增长12.5%"
      u"，涉及18个镇。\n"
      u"10月底前完成，投入870万元。\n");
  std::u16string outside;
  std::size_t at = 0;
  for (const Span slot : writtenSlots(made.text)) {
    outside += made.text.substr(at, slot.begin - at);
    at = slot.end;
  }
  outside += made.text.substr(at);
  EXPECT_EQ(outside.find_first_of(u"0136789"), outside.find(u"024"));
  EXPECT_EQ(outside.find(u"12"), std::u16string::npos);
  EXPECT_EQ(outside.find(u"870"), std::u16string::npos);
}

TEST(RollOver, AFigureThatEqualsTheYearIsNotMovedOn) {
  for (const int year : {2023, 2024}) {
    const auto made = rolled(u"全年培训2024人次，发放2024元，2024年度考核合格。", year);
    EXPECT_EQ(made.text, u"全年培训〔去年：2024〕人次，发放〔去年：2024〕元，2025年度考核合格。");
    EXPECT_EQ(made.slots, 2U);
    EXPECT_EQ(made.years, 1U);
  }
  EXPECT_EQ(rolled(u"承办2023科普博览会。").text, u"承办〔去年：2023〕科普博览会。");
  const std::u16string open = u"培训〔数量：约2023人〕。";
  EXPECT_EQ(rolled(open).text, open);
}

TEST(RollOver, ThePeriodOfAPlanIsNotAskedFor) {
  for (const std::u16string line :
       {u"“十四五”（2021—2025年）收官，“十四五”规划（2021-2025）落地。",
        u"“十三五”期间（2016年至2020年）打下基础。",
        u"河湖清洁三年行动（2022—2024年）和《岚山区水网规划》（2023—2035年）有序实施。"}) {
    EXPECT_EQ(rolled(line).text, line);
  }
  EXPECT_EQ(rolled(u"培训（2022—2023年）两批，“十四五”（2023年）中期评估。").text,
            u"培训（〔去年：2022—2023年〕）两批，“十四五”（2024年）中期评估。");
}

TEST(RollOver, ADeadlineWithoutAYearIsAskedFor) {
  EXPECT_EQ(rolled(u"10.31前完成整改，9.30之前上报，12/15日前验收。").text,
            u"〔去年：10.31〕前完成整改，〔去年：9.30〕之前上报，〔去年：12/15〕日前验收。");
  EXPECT_EQ(rolled(u"在10月底前建成，6月30日前移交。").text,
            u"在〔去年：10月底〕前建成，〔去年：6月30日〕前移交。");
  EXPECT_EQ(rolled(u"十月底前建成，十一月十五日前移交，五月上旬前上报。").text,
            u"〔去年：十月底〕前建成，〔去年：十一月十五日〕前移交，〔去年：五月上旬〕前上报。");
  for (const std::u16string line : {u"三个月前启动，系统升级到V2.10前期版本。", u"二十一月前。"})
    EXPECT_EQ(rolled(line).text.find(u"去年"), std::u16string::npos);
}

TEST(RollOver, TheNumberOfAnOrderIsAskedFor) {
  EXPECT_EQ(rolled(u"落实第12号令要求，执行区政府令第8号，发布第十五号令。").text,
            u"落实〔去年：第12号〕令要求，执行区政府令〔去年：第8号〕，发布〔去年：第十五号〕令。");
  EXPECT_EQ(rolled(u"启动第3号泵站。").text.find(u"令"), std::u16string::npos);
}

TEST(RollOver, TheOrderOfABasisDocumentStays) {
  for (const std::u16string line :
       {u"依照《河道条例》（国务院令第588号）办理。", u"依照国务院令第588号和主席令第十二号办理。",
        u"依照《防汛条例》（2019年4月3日省政府令第21号修订）办理。"}) {
    EXPECT_EQ(rolled(line).text, line);
  }
}

TEST(RollOver, WithoutAYearEveryYearIsAskedFor) {
  EXPECT_EQ(rolled(u"2023年工作总结", {}).slots, 1U);
}

TEST(RollOver, WordsStayAsTheyAre) {
  const std::u16string text = u"坚持以人民为中心，做到“两个维护”，\n\n扎实推进各项工作。";
  EXPECT_EQ(rolled(text).text, text);
}

}  // namespace
}  // namespace moxian

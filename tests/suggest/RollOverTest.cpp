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

TEST(RollOver, NoFigureOfLastYearStaysOutsideASlot) {
  const auto made = rolled(
      u"青岚区民政局2023年工作总结\n一、主要工作\n（一）救助。累计救助3.2万人次，同比增长12.5%，涉及18个镇。\n"
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

TEST(RollOver, WithoutAYearEveryYearIsAskedFor) {
  EXPECT_EQ(rolled(u"2023年工作总结", {}).slots, 1U);
}

TEST(RollOver, WordsStayAsTheyAre) {
  const std::u16string text = u"坚持以人民为中心，做到“两个维护”，\n\n扎实推进各项工作。";
  EXPECT_EQ(rolled(text).text, text);
}

}  // namespace
}  // namespace moxian

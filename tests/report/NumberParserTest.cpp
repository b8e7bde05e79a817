#include "core/report/NumberParser.h"

#include "tests/report/Reading.h"

namespace moxian {
namespace {

struct Case {
  const char16_t* line;
  NumberForm form;
  int ordinal;
  std::size_t length;
};

TEST(NumberParser, ReadsTheFormsOfTheStandardAndThoseThatAreTyped) {
  const Case cases[] = {
      {u"一、总体情况", NumberForm::Chinese, 1, 2},
      {u"贰、执行成果", NumberForm::ChinesePart, 2, 2},
      {u"拾壹、附则", NumberForm::ChinesePart, 11, 3},
      {u"十二、其他事项", NumberForm::Chinese, 12, 3},
      {u"一.总体情况", NumberForm::Chinese, 1, 2},
      {u"一，总体情况", NumberForm::Chinese, 1, 2},
      {u"（一）主动公开", NumberForm::BracketedChinese, 1, 3},
      {u"（一）、主动公开", NumberForm::BracketedChinese, 1, 4},
      {u"（一、）主动公开", NumberForm::BracketedChinese, 1, 4},
      {u"二）主动公开", NumberForm::BracketedChinese, 2, 2},
      {u"㈢主动公开", NumberForm::BracketedChinese, 3, 1},
      {u"1.完善制度", NumberForm::Arabic, 1, 2},
      {u"1、完善制度", NumberForm::Arabic, 1, 2},
      {u"8。完善制度", NumberForm::Arabic, 8, 2},
      {u"10．完善制度", NumberForm::Arabic, 10, 3},
      {u"⒉完善制度", NumberForm::Arabic, 2, 1},
      {u"1.2023年民生实事", NumberForm::Arabic, 1, 2},
      {u"4.1.5亿元的项目开工", NumberForm::Arabic, 4, 2},
      {u"2、5G基站建设", NumberForm::Arabic, 2, 2},
      {u"3、12345热线办理", NumberForm::Arabic, 3, 2},
      {u"（1）完善制度", NumberForm::BracketedArabic, 1, 3},
      {u"1）完善制度", NumberForm::BracketedArabic, 1, 2},
      {u"⑴完善制度", NumberForm::BracketedArabic, 1, 1},
      {u"③完善制度", NumberForm::CircledArabic, 3, 1},
      {u"第一章总则", NumberForm::ChinesePart, 1, 3},
      {u"第二部分、存在问题", NumberForm::ChinesePart, 2, 5},
      {u"二、三农工作", NumberForm::Chinese, 2, 2},
  };
  for (const Case& wanted : cases) {
    const auto number = parseNumber(wanted.line);
    ASSERT_TRUE(number) << toUtf8(wanted.line);
    EXPECT_EQ(number->form, wanted.form) << toUtf8(wanted.line);
    EXPECT_EQ(number->ordinal, wanted.ordinal) << toUtf8(wanted.line);
    EXPECT_EQ(number->length, wanted.length) << toUtf8(wanted.line);
  }
}

TEST(NumberParser, LeavesFiguresDatesAndEnumerationWordsAlone) {
  for (const char16_t* line :
       {u"2023年，我局认真履职", u"1.5亿元资金已经到位", u"3、4月份开展检查", u"二、三产业融合发展",
        u"一是完善制度", u"第一，完善制度", u"第二十条 第（一）项", u"12345热线", u"（2023）1号",
        u"三季度以来", u"百年校庆", u"", u"1.2.3系统总体设计", u"5.18%的增长",
        u"一、二、三等奖共9名"}) {
    EXPECT_FALSE(parseNumber(line)) << toUtf8(line);
  }
}

TEST(NumberParser, CountsEnumerationWords) {
  EXPECT_EQ(enumerationWord(u"三是完善制度"), 3);
  EXPECT_EQ(enumerationWord(u"二要加强领导"), 2);
  EXPECT_EQ(enumerationWord(u"第四，完善制度"), 4);
  EXPECT_EQ(enumerationWord(u"首先，完善制度"), 1);
  EXPECT_EQ(enumerationWord(u"一切从实际出发"), 0);
  EXPECT_EQ(enumerationWord(u"三农工作"), 0);
}

}  // namespace
}  // namespace moxian

#include <gmock/gmock.h>

#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class SearchTest : public CorpusFixture {
 protected:
  SearchTest() : m_corpus(open()) {
    importInto(m_corpus, {write("a.txt", kReport)});
    write(
        "starter/it.txt",
        "# 领域：信息化\n# 机关：县数据局\n[work_done]\n建成IPv6网络节点，政务服务实现一网通办。\n"
        "[problems]\n数据共享不够充分，部分系统尚未打通。\n[next_steps]"
        "\n推动部分系统在明年完成对接。\n");
    EXPECT_TRUE(m_corpus.importStarter(file("starter")).has_value());
  }
  Corpus m_corpus;
};

TEST_F(SearchTest, FindsATwoCharacterWord) {
  EXPECT_THAT(search(m_corpus, u"供水"), SizeIs(2));
}

TEST_F(SearchTest, FindsOneCharacterWhereverItStands) {
  EXPECT_THAT(search(m_corpus, u"吨"), SizeIs(1));
  EXPECT_THAT(search(m_corpus, u"难"), SizeIs(1));
}

TEST_F(SearchTest, FindsAPhraseAcrossAMark) {
  EXPECT_THAT(search(m_corpus, u"较高，改造"), SizeIs(1));
  EXPECT_THAT(search(m_corpus, u"较高改造"), IsEmpty());
}

TEST_F(SearchTest, AsksForEveryWord) {
  EXPECT_THAT(search(m_corpus, u"老旧 资金"), SizeIs(1));
  EXPECT_THAT(search(m_corpus, u"老旧　工程"), SizeIs(1));
  EXPECT_THAT(search(m_corpus, u"老旧 漂浮"), IsEmpty());
}

TEST_F(SearchTest, KeepsToTheRoleAskedFor) {
  EXPECT_THAT(search(m_corpus, u"部分系统"), SizeIs(2));
  const auto problems = search(m_corpus, u"部分系统", Role::Problems);
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0], u"数据共享不够充分，部分系统尚未打通。");
  EXPECT_THAT(search(m_corpus, u"吨", Role::Problems), IsEmpty());
}

TEST_F(SearchTest, FindsLatinLettersInAnyCase) {
  EXPECT_THAT(search(m_corpus, u"ipv6"), SizeIs(1));
  EXPECT_THAT(search(m_corpus, u"IPV6网络"), SizeIs(1));
}

TEST_F(SearchTest, FindsWordsByInitialsAndFullPinyin) {
  const auto byWord = search(m_corpus, u"漂浮物");
  ASSERT_FALSE(byWord.empty());
  EXPECT_EQ(search(m_corpus, u"pfw"), byWord);
  EXPECT_EQ(search(m_corpus, u"piaofuwu"), byWord);
  EXPECT_EQ(search(m_corpus, u"piaofw"), byWord);
  EXPECT_EQ(search(m_corpus, u"pfw 巡查"), byWord);
  EXPECT_TRUE(search(m_corpus, u"qqqq").empty());
}

TEST_F(SearchTest, PinyinFindsWhatWasAddedAfterTheFirstSearch) {
  EXPECT_TRUE(search(m_corpus, u"ydhmmcx").empty());
  importInto(m_corpus, {write("b.txt", "云溪县公安局2023年工作总结\n一、主要工作\n"
                                       "开通异地户籍门窗查询服务，群众少跑一趟路程。\n")});
  EXPECT_THAT(search(m_corpus, u"ydhj"), SizeIs(1));
  ASSERT_TRUE(m_corpus.remove(file("b.txt").u16string()).has_value());
  EXPECT_THAT(search(m_corpus, u"ydhj"), IsEmpty());
}

TEST_F(SearchTest, FindsFigures) {
  EXPECT_THAT(search(m_corpus, u"8600"), SizeIs(1));
}

TEST_F(SearchTest, SyntaxOfTheIndexIsOrdinaryText) {
  EXPECT_THAT(search(m_corpus, u"\"供水\" OR * NOT ("), IsEmpty());
  EXPECT_THAT(search(m_corpus, u"'; DROP TABLE sentence; --"), IsEmpty());
}

TEST_F(SearchTest, AnEmptyQueryFindsNothing) {
  EXPECT_THAT(search(m_corpus, u"  "), IsEmpty());
  EXPECT_THAT(m_corpus.search(u"供水", {}, 0).value(), IsEmpty());
}

TEST_F(SearchTest, AMarkAloneIsFoundByReading) {
  EXPECT_THAT(search(m_corpus, u"；"), SizeIs(1));
}

TEST_F(SearchTest, WhatManyReportsHoldIsFoundBehindHundredsThatFewHold) {
  std::string many = "云溪县水利局2021年工作总结\n一、主要工作\n";
  const std::u16string places = u"东西南北上下前后左右春夏秋冬梅兰竹菊松柏";
  for (const char16_t a : places) {
    for (const char16_t b : places) {
      many += toUtf8(std::u16string(u"检修泵站所在") + a + b + u"河段的设备并造册登记。\n");
    }
  }
  const std::string common = "逐座检修泵站设备，汛前全部试车运行。\n";
  importInto(m_corpus, {write("many.txt", many)});
  for (const char* year : {"2019", "2020", "2022"}) {
    importInto(m_corpus,
               {write(std::string(year) + ".txt",
                      "青岚区水利局" + std::string(year) + "年工作总结\n一、主要工作\n" + common)});
  }
  const auto found = search(m_corpus, u"检修泵站");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].starts_with(u"逐座检修")) << toUtf8(found[0]);
}

TEST_F(SearchTest, SentencesThatMoreReportsHoldComeFirst) {
  std::string many = "白石镇2023年工作总结\n一、主要工作\n";
  for (const char* place : {"东", "南", "西", "北", "中"}) {
    many += "组织" + std::string(place) + "片网格员开展燃气入户排查，逐户登记胶管和阀门情况。\n";
  }
  const std::string common = "发动楼栋长配合做好燃气入户排查，登记住户的胶管和阀门。\n";
  importInto(m_corpus, {write("b.txt", many + common),
                        write("c.txt", "锦溪乡2022年工作总结\n一、主要工作\n" + common)});
  const auto found = m_corpus.search(u"燃气", {}, 3);
  ASSERT_TRUE(found.has_value());
  ASSERT_THAT(*found, SizeIs(3));
  EXPECT_EQ((*found)[0].count, 2);
  EXPECT_TRUE((*found)[0].text.starts_with(u"发动楼栋长"));
}

}  // namespace
}  // namespace moxian

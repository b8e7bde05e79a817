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
    write("starter/it.txt",
          "# 领域：信息化\n# 机关：县数据局\n[work_done]\n建成IPv6网络节点，政务服务实现一网通办。\n"
          "[problems]\n数据共享不够充分，部分系统尚未打通。\n[next_steps]\n推动部分系统在明年完成对接。\n");
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

}  // namespace
}  // namespace moxian

#include "core/suggest/TakenSentences.h"

#include "core/base/Files.h"
#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

class TakenSentencesTest : public CorpusFixture {};

const std::uint64_t kName = TakenSentences::nameOf(u"完善栏目巡查制度，每月通报一次。");

TEST_F(TakenSentencesTest, CountsOutlastTheProgram) {
  TakenSentences taken;
  taken.note(kName);
  taken.note(kName);
  ASSERT_TRUE(taken.save(file("taken.txt")).has_value());
  EXPECT_EQ(TakenSentences::load(file("taken.txt")).value().times(kName), 2U);
}

TEST_F(TakenSentencesTest, AMissingFileIsEmpty) {
  EXPECT_EQ(TakenSentences::load(file("none.txt")).value().times(kName), 0U);
}

TEST_F(TakenSentencesTest, DamagedLinesLeaveTheOthers) {
  TakenSentences taken;
  taken.note(kName);
  ASSERT_TRUE(taken.save(file("taken.txt")).has_value());
  const std::string good = readFile(file("taken.txt")).value();
  write("taken.txt", "garbage\n\n12 zz\n" + good + "ffff");
  EXPECT_EQ(TakenSentences::load(file("taken.txt")).value().times(kName), 1U);
}

}  // namespace
}  // namespace moxian

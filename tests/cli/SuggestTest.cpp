#include "core/base/Utf.h"
#include "tests/cli/Cli.h"

namespace moxian {
namespace {

constexpr const char* kDraft = R"(云溪县城管局2023年工作总结
一、工作开展情况
（一）市容秩序。全年清理占道经营1260处，规范停车秩序860次。
二、存在的问题
一是
三、下一步打算
)";

class SuggestTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    db = path("语料.db");
    ASSERT_EQ(run({"corpus", "import", "--starter", "--db", db}).exitCode, 0);
  }
  [[nodiscard]] Answer suggestAt(const std::string& place,
                                 const std::string& format = "json") const {
    return run({"suggest", "--db", db, "--text", file("稿.txt", kDraft), "--at", place, "-k", "4",
                "--format", format});
  }
  std::string db;
};

TEST_F(SuggestTest, OffersSentencesOfThePartAtTheCursor) {
  for (const auto& [place, role] : {std::pair{"5:3", "problems"}, {"7:1", "next_steps"}}) {
    const Answer answer = suggestAt(place);
    ASSERT_EQ(answer.exitCode, 0) << answer.err;
    const auto found = answer.json()["suggestions"];
    ASSERT_FALSE(found.empty()) << place;
    EXPECT_LE(found.size(), 4U);
    for (const auto& suggestion : found) EXPECT_EQ(suggestion["role"], role) << suggestion;
  }
}

TEST_F(SuggestTest, SlotsCoverTheEmptyFields) {
  std::size_t slots = 0;
  for (const char* place : {"3:1", "5:3", "7:1"}) {
    const auto found = suggestAt(place).json()["suggestions"];
    for (const auto& suggestion : found) {
      const std::u16string text = toUtf16(suggestion["text"].get<std::string>());
      for (const auto& slot : suggestion["slots"]) {
        ++slots;
        const auto begin = slot["begin"].get<std::size_t>();
        const auto end = slot["end"].get<std::size_t>();
        ASSERT_LT(begin, end);
        EXPECT_EQ(text.at(begin), u'〔') << suggestion;
        EXPECT_EQ(text.at(end - 1), u'〕') << suggestion;
      }
      EXPECT_TRUE(suggestion["score"].is_number());
      EXPECT_FALSE(suggestion["source"].get<std::string>().empty());
    }
  }
  EXPECT_GT(slots, 0U);
}

TEST_F(SuggestTest, TheTextFormatShowsTheSentences) {
  const Answer answer = suggestAt("5:3", "text");
  EXPECT_EQ(answer.exitCode, 0);
  EXPECT_NE(answer.out.find("存在问题"), std::string::npos) << answer.out;
}

TEST_F(SuggestTest, APlaceThatTheDraftHasNotIsRefused) {
  EXPECT_TRUE(failsWith(suggestAt("9999:1"), "没有“9999:1”这个位置"));
  EXPECT_TRUE(failsWith(suggestAt("5:4"), "没有“5:4”这个位置"));
  EXPECT_EQ(suggestAt("5:3").exitCode, 0) << "behind the last character";
}

TEST_F(SuggestTest, AMistypedPlaceIsRefused) {
  for (const char* place : {"5", "0:1", "5:x", ":", "5:3:1", "-1:2"}) {
    EXPECT_TRUE(failsWith(suggestAt(place), place));
  }
}

TEST_F(SuggestTest, AMissingCorpusIsTold) {
  const Answer answer =
      run({"suggest", "--db", path("gone.db"), "--text", file("a.txt", kDraft), "--at", "1:1"});
  EXPECT_TRUE(failsWith(answer, "gone.db"));
}

}  // namespace
}  // namespace moxian

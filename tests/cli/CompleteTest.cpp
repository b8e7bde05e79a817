#include <sstream>

#include "tests/cli/Cli.h"

namespace moxian {
namespace {

class CompleteTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    db = path("语料.db");
    ASSERT_EQ(run({"corpus", "import", "--starter", "--db", db}).exitCode, 0);
  }
  [[nodiscard]] Answer complete(const std::string& lines) const {
    return run({"complete", "--db", db, "-k", "3"}, {.stdinText = lines});
  }
  [[nodiscard]] static std::vector<nlohmann::json> answersOf(const Answer& answer) {
    std::vector<nlohmann::json> out;
    std::istringstream in(answer.out);
    for (std::string line; std::getline(in, line);) out.push_back(nlohmann::json::parse(line));
    return out;
  }
  std::string db;
};

TEST_F(CompleteTest, AnswersEachLineWithOneLine) {
  const Answer answer = complete(
      "{\"reset\":true,\"title\":\"云溪县民政局2023年工作总结\"}\n"
      "{\"append\":\"存\"}\n{\"append\":\"在的主要\"}\n");
  ASSERT_EQ(answer.exitCode, 0) << answer.err;
  const auto answers = answersOf(answer);
  ASSERT_EQ(answers.size(), 3U) << answer.out;
  for (const auto& one : answers) {
    EXPECT_LE(one["candidates"].size(), 3U);
    EXPECT_TRUE(one["micros"].is_number_unsigned()) << one;
    for (const auto& candidate : one["candidates"]) {
      EXPECT_FALSE(candidate["text"].get<std::string>().empty());
      EXPECT_GE(candidate["p"], 0.0);
      EXPECT_LE(candidate["p"], 1.0);
      EXPECT_TRUE(candidate["ghost"].is_boolean());
      EXPECT_TRUE(candidate["source"].is_string());
    }
  }
}

TEST_F(CompleteTest, ContinuesWhatTheCorpusKnows) {
  const auto answers = answersOf(complete("{\"reset\":true}\n{\"append\":\"下一步，将进一\"}\n"));
  ASSERT_EQ(answers.size(), 2U);
  bool found = false;
  for (const auto& candidate : answers[1]["candidates"]) {
    found |= candidate["text"].get<std::string>().starts_with("步");
  }
  EXPECT_TRUE(found) << answers[1];
}

TEST_F(CompleteTest, AResetForgetsTheDraftBefore) {
  const std::string fresh = "{\"reset\":true,\"title\":\"甲\"}\n{\"append\":\"全年\"}\n";
  const auto once = answersOf(complete(fresh));
  const auto twice = answersOf(complete(
      "{\"reset\":true,\"title\":\"乙\"}\n{\"append\":\"全年甲乙丙丁戊己。全年甲乙丙丁戊己。\"}\n" +
      fresh));
  ASSERT_EQ(twice.size(), 4U);
  EXPECT_EQ(once[1]["candidates"], twice[3]["candidates"]);
}

TEST_F(CompleteTest, EndsWithItsInput) {
  const Answer answer = complete("");
  EXPECT_EQ(answer.exitCode, 0);
  EXPECT_TRUE(answer.out.empty());
}

TEST_F(CompleteTest, ALineThatIsNoMessageIsNamed) {
  const Answer answer = complete("{\"reset\":true}\nhello\n");
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.err.find("第 2 行"), std::string::npos) << answer.err;
}

TEST_F(CompleteTest, AMissingCorpusIsTold) {
  EXPECT_TRUE(failsWith(run({"complete", "--db", path("gone.db")}), "gone.db"));
}

}  // namespace
}  // namespace moxian

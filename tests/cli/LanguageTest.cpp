#include "tests/cli/Cli.h"

namespace moxian {
namespace {

class LanguageTest : public CliTest {
 protected:
  [[nodiscard]] std::string told(std::map<std::string, std::string> environment,
                                 std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"outline", "gone.txt"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments, {.environment = std::move(environment)}).err;
  }
};

constexpr const char* kSimplified = "找不到“gone.txt”。请检查路径和文件名。\n";

TEST_F(LanguageTest, IsSimplifiedChineseWhereNothingIsSaid) {
  EXPECT_EQ(told({}), kSimplified);
  EXPECT_EQ(told({{"LC_ALL", "C.UTF-8"}}), kSimplified);
  EXPECT_EQ(told({{"LANG", "zh_CN.UTF-8"}}), kSimplified);
}

TEST_F(LanguageTest, FollowsTheLocale) {
  EXPECT_NE(told({{"LANG", "en_US.UTF-8"}}).find("was not found"), std::string::npos);
  EXPECT_NE(told({{"LC_ALL", "zh_TW.UTF-8"}, {"LANG", "en_US.UTF-8"}}).find("請檢查"),
            std::string::npos);
  EXPECT_NE(told({{"LC_ALL", "C.UTF-8"}, {"LANG", "zh_HK.UTF-8"}}).find("請檢查"),
            std::string::npos);
}

TEST_F(LanguageTest, AnOptionWinsOverTheLocale) {
  EXPECT_EQ(told({{"LANG", "en_US.UTF-8"}}, {"--lang", "zh_CN"}), kSimplified);
  EXPECT_NE(told({}, {"--lang=en"}).find("was not found"), std::string::npos);
  const Answer before = run({"--lang", "en", "outline", "gone.txt"});
  EXPECT_NE(before.err.find("was not found"), std::string::npos);
}

TEST_F(LanguageTest, AnUnknownOneIsRefused) {
  EXPECT_TRUE(failsWith(run({"--lang", "fr", "list-rules"}), "zh_CN|zh_TW|en"));
}

}  // namespace
}  // namespace moxian

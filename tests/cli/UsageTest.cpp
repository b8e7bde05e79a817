#include "core/base/Resources.h"
#include "tests/cli/Cli.h"

namespace moxian {
namespace {

class UsageTest : public CliTest {};

TEST_F(UsageTest, HelpIsInChineseAndNamesEveryCommand) {
  const Answer help = run({"--help"});
  EXPECT_EQ(help.exitCode, 0);
  for (const char* word : {"outline", "check", "list-rules", "corpus", "suggest", "complete",
                           "export", "review", "compare", "退出码", "用法", "选项", "命令"}) {
    EXPECT_NE(help.out.find(word), std::string::npos) << word << "\n" << help.out;
  }
  EXPECT_EQ(help.out.find("Options"), std::string::npos) << help.out;
  EXPECT_TRUE(help.err.empty()) << help.err;
}

TEST_F(UsageTest, EveryCommandExplainsItself) {
  for (const char* name :
       {"outline", "check", "list-rules", "corpus", "suggest", "complete", "export", "review",
        "compare", "slots"}) {
    const Answer help = run({name, "--help"});
    EXPECT_EQ(help.exitCode, 0) << name;
    EXPECT_NE(help.out.find("用法: moxian-cli " + std::string(name)), std::string::npos)
        << help.out;
    EXPECT_EQ(help.out.find("【"), std::string::npos) << help.out;
  }
}

TEST_F(UsageTest, VersionIsThatOfTheProgram) {
  const Answer version = run({"--version"});
  EXPECT_EQ(version.exitCode, 0);
  EXPECT_EQ(version.out, "moxian-cli " + std::string(moxian::version()) + "\n");
}

TEST_F(UsageTest, MistakesAreToldInOneChineseSentence) {
  EXPECT_TRUE(failsWith(run({}), "没有给出命令"));
  EXPECT_TRUE(failsWith(run({"outlin"}), "“outlin”"));
  EXPECT_TRUE(failsWith(run({"outline"}), "缺少 FILE"));
  EXPECT_TRUE(failsWith(run({"outline", "a", "b"}), "“b”"));
  EXPECT_TRUE(failsWith(run({"outline", "--bogus", "a"}), "“--bogus”"));
  EXPECT_TRUE(failsWith(run({"outline", "a", "--format", "xml"}), "text|json"));
  EXPECT_TRUE(failsWith(run({"outline", "a", "--format"}), "--format"));
  EXPECT_TRUE(failsWith(run({"check", "a", "--fail-on", "fatal"}), "error|warning|hint"));
  EXPECT_TRUE(failsWith(run({"outline", "a", "--encoding", "latin9"}), "“latin9”"));
}

TEST_F(UsageTest, AMistakeNamesTheHelpOfItsCommand) {
  EXPECT_NE(run({"outline"}).err.find("moxian-cli outline --help"), std::string::npos);
}

}  // namespace
}  // namespace moxian

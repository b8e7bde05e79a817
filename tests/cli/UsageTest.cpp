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

TEST_F(UsageTest, AnEmptyQueryIsAMistake) {
  for (const char* query : {"", "  ", "　"}) {
    EXPECT_TRUE(failsWith(run({"corpus", "search", query, "--db", "x.db"}), "没有给出要找的字词"));
  }
}

TEST_F(UsageTest, AFolderGivenAsAFileIsToldAsOne) {
  std::filesystem::create_directory(folder / "稿件.txt");
  EXPECT_TRUE(failsWith(run({"outline", "稿件.txt"}), "“稿件.txt”是文件夹"));
  const std::string draft = file("a.txt", "云溪县民政局工作总结\n一、工作情况\n全年办结126件。\n");
  EXPECT_TRUE(failsWith(run({"export", draft, "-o", "稿件.txt"}), "“稿件.txt”是文件夹"));
}

TEST_F(UsageTest, AnEmptyFileIsToldAsOne) {
  for (const char* command : {"outline", "check", "slots"}) {
    EXPECT_TRUE(failsWith(run({command, file("a.txt", "")}), "“" + path("a.txt") + "”中没有文字"));
    EXPECT_TRUE(failsWith(run({command, file("b.txt", " \n　\n\t\n")}), "中没有文字"));
  }
}

TEST_F(UsageTest, ADocxWithAPasswordAndABrokenOneAreToldInOneSentence) {
  std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(1000, '\0');
  for (const char c : std::string("EncryptedPackage")) locked += std::string{c, '\0'};
  locked += std::string(1000, '\0');
  EXPECT_TRUE(failsWith(run({"check", file("a.docx", locked)}), "设有密码"));
  const Answer broken = run({"check", file("b.docx", "PK\x03\x04 nothing more")});
  EXPECT_TRUE(failsWith(broken, "b.docx”已经损坏，不能读取。"));
}

TEST_F(UsageTest, AFolderThatIsNotThereIsTold) {
  const std::string draft = file("a.txt", "云溪县民政局工作总结\n一、工作情况\n全年办结126件。\n");
  EXPECT_TRUE(failsWith(run({"export", draft, "-o", path("没有/a.docx")}), "文件夹不存在"));
}

TEST_F(UsageTest, ColumnsOfTheHelpStandWhereChineseTakesTwoCells) {
  const std::string help = run({"suggest", "--help"}).out;
  EXPECT_NE(help.find("  --db FILE （必填）              语料库文件\n"), std::string::npos) << help;
}

TEST_F(UsageTest, AMistakeNamesTheHelpOfItsCommand) {
  EXPECT_NE(run({"outline"}).err.find("moxian-cli outline --help"), std::string::npos);
}

}  // namespace
}  // namespace moxian

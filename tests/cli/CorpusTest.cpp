#include "tests/cli/Cli.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReport = R"(青岚区水务局2022年工作总结
2022年，青岚区水务局围绕防汛保供，扎实推进各项工作。现将有关情况总结如下。
一、工作开展情况
（一）防汛备汛。汛前检查水库32座、堤防86公里，整改隐患41处，组织防汛演练6场。
（二）河湖管护。区镇村三级河长全年巡河12600次，清理乱占乱建问题27个，4个断面水质全部达标。
二、存在的问题
一是部分村镇供水管网建成年限较长，漏损率偏高，高峰时段水压不足。二是基层河长巡河记录不完整，个别问题销号不及时。
三、下一步打算
一是汛期前完成18处病险塘坝除险加固，逐处明确责任人和完成时限。二是分批改造老旧管网45公里，把漏损率控制在10%以内。
)";

class CorpusTest : public CliTest {
 protected:
  [[nodiscard]] std::string db() const { return path("语料.db"); }
  [[nodiscard]] Answer importReport() const {
    return run({"corpus", "import", file("水务.txt", kReport), "--db", db(), "--format", "json"});
  }
  [[nodiscard]] std::string fileOfSize(std::size_t size) const {
    return file("x.db", std::string(size, 'x'));
  }
};

TEST_F(CorpusTest, AMistypedFileIsToldInOneLine) {
  EXPECT_TRUE(failsWith(run({"corpus", "import", "nofile.txt", "--db", db()}), "nofile.txt"));
}

TEST_F(CorpusTest, ImportedSentencesAreFoundByTwoCharacters) {
  const auto summary = importReport().json();
  EXPECT_EQ(summary["files"], 1) << summary;
  EXPECT_EQ(summary["reports"], 1) << summary;
  EXPECT_GE(summary["added"], 5) << summary;
  const auto found = run({"corpus", "search", "管网", "--db", db(), "--format", "json"}).json();
  ASSERT_GE(found["sentences"].size(), 2U) << found;
  for (const auto& sentence : found["sentences"]) {
    EXPECT_NE(sentence["text"].get<std::string>().find("管网"), std::string::npos) << sentence;
    EXPECT_NE(sentence["source"].get<std::string>().find("水务.txt"), std::string::npos);
  }
}

TEST_F(CorpusTest, SearchKeepsToARoleAndALimit) {
  ASSERT_EQ(importReport().exitCode, 0);
  const auto problems =
      run({"corpus", "search", "管网", "--role", "problems", "--db", db(), "--format", "json"})
          .json();
  ASSERT_FALSE(problems["sentences"].empty()) << problems;
  for (const auto& sentence : problems["sentences"]) EXPECT_EQ(sentence["role"], "problems");
  const auto one =
      run({"corpus", "search", "管网", "-k", "1", "--db", db(), "--format", "json"}).json();
  EXPECT_EQ(one["sentences"].size(), 1U);
  const Answer none = run({"corpus", "search", "龙舟", "--db", db()});
  EXPECT_EQ(none.exitCode, 0);
  EXPECT_NE(none.out.find("没有找到"), std::string::npos);
}

TEST_F(CorpusTest, ImportingAgainChangesNothing) {
  ASSERT_EQ(importReport().exitCode, 0);
  const std::string before = run({"corpus", "stats", "--db", db(), "--format", "json"}).out;
  const auto again = importReport().json();
  EXPECT_EQ(again["unchanged"], 1) << again;
  EXPECT_EQ(again["added"], 0) << again;
  EXPECT_EQ(run({"corpus", "stats", "--db", db(), "--format", "json"}).out, before);
}

TEST_F(CorpusTest, ASourceCanBeTakenOutByItsName) {
  ASSERT_EQ(importReport().exitCode, 0);
  const auto stats = run({"corpus", "stats", "--db", db(), "--format", "json"}).json();
  ASSERT_EQ(stats["files"].size(), 1U) << stats;
  const std::string source = stats["files"][0]["source"];
  EXPECT_TRUE(failsWith(run({"corpus", "remove", "没有这个", "--db", db()}), "没有来源“没有这个”"));
  EXPECT_EQ(run({"corpus", "remove", source, "--db", db()}).exitCode, 0);
  const auto after = run({"corpus", "stats", "--db", db(), "--format", "json"}).json();
  EXPECT_EQ(after["sentences"], 0) << after;
}

TEST_F(CorpusTest, TheStarterCorpusIsThereOnRequest) {
  const Answer answer = run({"corpus", "import", "--starter", "--db", db()});
  EXPECT_EQ(answer.exitCode, 0) << answer.err;
  const auto stats = run({"corpus", "stats", "--db", db(), "--format", "json"}).json();
  EXPECT_GE(stats["sentences"], 150) << stats;
  for (const char* role : {"work_done", "problems", "next_steps"}) {
    EXPECT_GE(stats["by_role"][role], 20) << stats;
  }
}

TEST_F(CorpusTest, AFolderIsImportedAndItsBadFilesAreNamed) {
  fs::create_directory(folder / "往年");
  static_cast<void>(file("往年/水务.txt", kReport));
  static_cast<void>(file("往年/坏.txt", std::string("\x7F"
                                                    "ELF\2\1\1\0\0",
                                                    9)));
  const Answer answer = run({"corpus", "import", path("往年"), "--db", db()});
  EXPECT_EQ(answer.exitCode, 2) << "not everything could be read";
  EXPECT_NE(answer.err.find("坏.txt"), std::string::npos) << answer.err;
  const auto stats = run({"corpus", "stats", "--db", db(), "--format", "json"}).json();
  EXPECT_EQ(stats["reports"], 1) << "the good file is in";
}

TEST_F(CorpusTest, NothingToImportIsAMistake) {
  EXPECT_TRUE(failsWith(run({"corpus", "import", "--db", db()}), "要导入的文件"));
  EXPECT_TRUE(failsWith(run({"corpus"}), "没有给出命令"));
  EXPECT_TRUE(failsWith(run({"corpus", "stats"}), "--db"));
}

TEST_F(CorpusTest, AMissingDatabaseIsToldAndNotMade) {
  for (const char* command : {"stats", "search", "remove"}) {
    std::vector<std::string> arguments = {"corpus", command};
    if (std::string(command) != "stats") arguments.emplace_back("管网");
    arguments.insert(arguments.end(), {"--db", path("gone.db")});
    EXPECT_TRUE(failsWith(run(arguments), "gone.db")) << command;
    EXPECT_FALSE(fs::exists(path("gone.db"))) << command;
  }
}

TEST_F(CorpusTest, AFileThatIsNoDatabaseStaysAsItWas) {
  const std::string other = fileOfSize(5000);
  const std::string before = content(other);
  EXPECT_TRUE(failsWith(run({"corpus", "stats", "--db", other}), "x.db"));
  EXPECT_TRUE(failsWith(run({"corpus", "import", file("a.txt", kReport), "--db", other}), "x.db"));
  EXPECT_EQ(content(other), before);
}

TEST_F(CorpusTest, ADamagedDatabaseIsTold) {
  ASSERT_EQ(importReport().exitCode, 0);
  std::string bytes = content(db());
  ASSERT_GT(bytes.size(), 8192U);
  for (std::size_t at = 4096; at + 4096 < bytes.size(); ++at)
    bytes[at] = static_cast<char>(at * 31);
  const std::string bad = file("bad.db", bytes);
  const Answer answer = run({"corpus", "search", "管网", "--db", bad});
  EXPECT_TRUE(failsWith(answer, "bad.db"));
}

TEST_F(CorpusTest, ANewerDatabaseIsRefusedAndLeftAlone) {
  ASSERT_EQ(importReport().exitCode, 0);
  std::string bytes = content(db());
  bytes.replace(60, 4, std::string("\x7F\xFF\0\0", 4));  // user_version (SQLite file format 1.3)
  const std::string newer = file("newer.db", bytes);
  EXPECT_TRUE(failsWith(run({"corpus", "stats", "--db", newer}), "更新版本"));
  EXPECT_TRUE(failsWith(run({"corpus", "import", "--starter", "--db", newer}), "更新版本"));
  EXPECT_EQ(content(newer), bytes);
}

TEST_F(CorpusTest, ADatabaseOfAnotherProgramIsRefusedAndLeftAlone) {
  ASSERT_EQ(importReport().exitCode, 0);
  std::string bytes = content(db());
  bytes.replace(68, 4, "\x12\x34\x56\x78");  // application_id (SQLite file format 1.3)
  const std::string foreign = file("foreign.db", bytes);
  EXPECT_TRUE(failsWith(run({"corpus", "stats", "--db", foreign}), "其他程序"));
  EXPECT_TRUE(failsWith(run({"corpus", "import", "--starter", "--db", foreign}), "其他程序"));
  EXPECT_EQ(content(foreign), bytes);
}

TEST_F(CorpusTest, AFullDiskLosesNothingThatWasThere) {
  ASSERT_EQ(importReport().exitCode, 0);
  const std::string before =
      run({"corpus", "search", "管网", "--db", db(), "--format", "json"}).out;
  const auto size = static_cast<std::size_t>(fs::file_size(db()));
  const Answer answer =
      run({"corpus", "import", "--starter", "--db", db()}, {.fileSizeLimit = size + 4096});
  EXPECT_TRUE(failsWith(answer, "磁盘空间不足"));
  EXPECT_EQ(run({"corpus", "search", "管网", "--db", db(), "--format", "json"}).out, before);
}

}  // namespace
}  // namespace moxian

#include "tests/cli/Cli.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

/// app/main-job, which app/start runs where there is no display.
class MainJobTest : public CliTest {
 protected:
  [[nodiscard]] Answer runJob(const std::string& draft) const {
    return run({MOXIAN_CLI, draft}, {.program = MOXIAN_SOURCE "/app/main-job",
                                     .environment = {{"XDG_DATA_HOME", path("数据")}}});
  }
};

constexpr const char* kDraft = R"(云溪县教育局2023年工作总结
一、工作开展情况
（一）学位供给。全年新建幼儿园2所，新增学位540个，XX所学校完成运动场改造。
二、存在的问题
一是城区学位紧张，部分班额偏大。
)";

TEST_F(MainJobTest, ChecksSuggestsAndWritesBothDocuments) {
  const std::string draft = file("我的 稿件.txt", kDraft);
  const Answer answer = runJob(draft);
  ASSERT_EQ(answer.exitCode, 0) << answer.err;
  EXPECT_NE(answer.out.find("placeholder."), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("〔存在问题〕"), std::string::npos) << answer.out;
  for (const char* name : {"moxian-out/我的 稿件.docx", "moxian-out/我的 稿件.pdf"}) {
    EXPECT_NE(answer.out.find(path(name)), std::string::npos) << "told where it lies: " << name;
    EXPECT_GT(fs::file_size(path(name)), 1000U) << name;
  }
  EXPECT_TRUE(fs::exists(path("数据/moxian/corpus.db")));
  EXPECT_EQ(content(draft), kDraft);
}

TEST_F(MainJobTest, ADraftThatIsNotThereEndsIt) {
  const Answer answer = runJob(path("gone.txt"));
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.err.find("找不到"), std::string::npos) << answer.err;
}

}  // namespace
}  // namespace moxian

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "core/store/MoxianFile.h"
#include "tests/cli/Cli.h"

namespace moxian {
namespace {

class FolderTest : public CliTest {
 protected:
  void SetUp() override {
    CliTest::SetUp();
    std::filesystem::create_directories(folder / "drafts" / "deeper");
    static_cast<void>(
        file("drafts/good.txt",
             "南汀县教育局2023年工作总结\n一、工作开展情况\n全年举办培训12期，参训教师860人次，新建"
             "校园网络3处，更新教学设备215台，走访学校46所，解决办学难题28件，各项任务如期完成。\n"
             "二、存在问题\n一是部分乡村学校教师年龄偏大，信息技术应用能力不强。\n三、下一步打算\n"
             "一是每学期组织乡村教师轮训，安排骨干教师结对帮带，逐校检查应用成效。\n"));
    static_cast<void>(file("drafts/deeper/sum.txt", "共受理申请34件，其中线上20件、线下15件。\n"));
    static_cast<void>(file("drafts/broken.docx", "PK\x03\x04 no package"));
  }
};

TEST_F(FolderTest, WritesOneRowADraftAndGoesOnPastABadFile) {
  const Answer answer = run({"check", path("drafts"), "-o", path("report.json")});
  EXPECT_EQ(answer.exitCode, 1);
  EXPECT_TRUE(answer.err.contains("broken.docx"));
  const auto report = nlohmann::json::parse(content(path("report.json")));
  ASSERT_EQ(report["drafts"].size(), 3U);
  EXPECT_EQ(report["drafts"][0]["file"], "broken.docx");
  EXPECT_TRUE(report["drafts"][0]["error"].is_string());
  EXPECT_EQ(report["drafts"][1]["file"], "deeper/sum.txt");
  EXPECT_EQ(report["drafts"][1]["categories"]["arithmetic"], 1);
  EXPECT_NE(report["drafts"][2]["reports"][0]["required"]["problems"], "missing");
}

TEST_F(FolderTest, WritesAPageAndATable) {
  static_cast<void>(run({"check", path("drafts"), "-o", path("drafts/report.html")}));
  static_cast<void>(run({"check", path("drafts"), "-o", path("report.csv")}));
  const std::string page = content(path("drafts/report.html"));
  EXPECT_TRUE(page.contains("<mark>34件</mark>"));
  EXPECT_TRUE(content(path("report.csv")).contains("deeper/sum.txt"));
}

TEST_F(FolderTest, ChecksDocumentsWithTheirChangesAcceptedOrBefore) {
  std::filesystem::create_directory(folder / "own");
  const std::string before =
      file("before.txt", "云溪县水务局2023年工作总结\n一、工作开展情况\n巡查河道86次。\n");
  const std::string after =
      file("after.txt", "云溪县水务局2023年工作总结\n一、工作开展情况\n巡查河道XX次。\n");
  ASSERT_EQ(run({"compare", before, after, "-o", path("own/marked.moxian")}).exitCode, 0);
  const std::vector<std::string> check = {"check", path("own"), "--format", "json"};
  EXPECT_TRUE(run(check).out.contains("placeholder.mask"));
  const Answer original = run({"check", path("own"), "--changes", "reject", "--format", "json"});
  EXPECT_TRUE(original.out.contains("marked.moxian"));
  EXPECT_FALSE(original.out.contains("placeholder.mask"));
}

TEST_F(FolderTest, SaysWhichFilesAreNoDrafts) {
  static_cast<void>(run({"check", path("drafts"), "-o", path("drafts/old.html")}));
  static_cast<void>(
      file("drafts/deeper/sum.html", "<p>共受理申请34件，其中线上20件、线下15件。</p>"));
  static_cast<void>(file("drafts/sheet.txt", "审阅单\n一、审阅意见（0 条）\n"));
  const Answer answer = run({"check", path("drafts"), "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(answer.out)["drafts"].size(), 3U);
  EXPECT_EQ(nlohmann::json::parse(answer.out)["left_out"].size(), 3U);
  EXPECT_TRUE(answer.err.contains("deeper/sum.html"));
}

/// A document whose author left the first of two masks as it is.
void writeDocument(const std::string& path) {
  Draft draft;
  draft.text = u"云溪县水务局2023年工作总结\n一、工作开展情况\n巡查河道XX次，清理沟渠XX处。\n";
  draft.marks.dismissals = {
      {"placeholder.mask", u"XX", u"巡查河道XX次，清理", "审稿人", 1, u"涉密"}};
  ASSERT_TRUE(MoxianFile::create(path, draft));
}

TEST_F(FolderTest, WhatTheAuthorDismissedIsNotOpenInASingleCheck) {
  writeDocument(path("own.moxian"));
  const Answer answer = run({"check", path("own.moxian"), "--format", "json"});
  EXPECT_EQ(answer.json()["dismissed_count"], 1);
  const auto findings = answer.json()["findings"];
  const auto masks = std::ranges::count_if(
      findings, [](const auto& one) { return one["rule"] == "placeholder.mask"; });
  EXPECT_EQ(masks, 1) << answer.out;
  EXPECT_TRUE(run({"check", path("own.moxian")}).out.contains("另有 1 处已忽略"));
  EXPECT_TRUE(
      run({"check", path("own.moxian"), "--format", "html"}).out.contains("另有 1 处已忽略"));
}

TEST_F(FolderTest, WhatTheAuthorDismissedIsNotOpenInAFolderCheck) {
  std::filesystem::create_directory(folder / "own");
  writeDocument(path("own/own.moxian"));
  const Answer answer = run({"check", path("own"), "--format", "json"});
  const auto row = answer.json()["drafts"][0];
  EXPECT_EQ(row["dismissed_count"], 1);
  EXPECT_EQ(row["categories"]["placeholder"], 1) << answer.out;
  EXPECT_TRUE(run({"check", path("own")}).out.contains("另有 1 处已忽略"));
}

/// A work plan whose author had it read as a report of the kind `profile`.
void writeOfKind(const std::string& path, const std::string& profile) {
  Draft draft;
  draft.text = u"云溪县水务局2024年工作要点\n一、主要任务\n清理沟渠12处。\n";
  draft.properties.profile = profile;
  ASSERT_TRUE(MoxianFile::create(path, draft));
}

TEST_F(FolderTest, TheKindThatADocumentStoresIsCheckedBy) {
  std::filesystem::create_directory(folder / "own");
  writeOfKind(path("own/own.moxian"), "annual-summary");
  const auto missing = [](const Answer& answer) { return answer.out.contains("structure.missing-part"); };
  EXPECT_TRUE(missing(run({"check", path("own/own.moxian"), "--format", "json"})));
  EXPECT_TRUE(missing(run({"check", path("own/own.moxian"), "--format", "html"})));
  EXPECT_TRUE(missing(run({"check", path("own"), "--format", "json"})));
  EXPECT_FALSE(
      missing(run({"check", path("own/own.moxian"), "--profile", "none", "--format", "json"})));
  const Answer outline = run({"outline", path("own/own.moxian"), "--format", "json"});
  EXPECT_EQ(outline.json()["reports"][0]["profile"], "annual-summary");
}

TEST_F(FolderTest, AStoredKindThatIsNotKnownHereIsToldAndTheTitleDecides) {
  std::filesystem::create_directory(folder / "own");
  writeOfKind(path("own/own.moxian"), "water-office");
  const Answer alone = run({"check", path("own/own.moxian"), "--format", "json"});
  EXPECT_TRUE(alone.err.contains("water-office")) << alone.err;
  EXPECT_FALSE(alone.out.contains("structure.missing-part"));
  const Answer all = run({"check", path("own"), "--format", "html"});
  EXPECT_TRUE(all.err.contains("water-office")) << all.err;
  EXPECT_TRUE(all.out.contains("water-office"));
  EXPECT_FALSE(run({"check", path("own"), "--profile", "none"}).err.contains("water-office"));
}

TEST_F(FolderTest, AnEmptyFileIsNoCleanDraft) {
  std::filesystem::create_directory(folder / "own");
  const std::string empty = file("own/empty.txt", " \n\n");
  const Answer alone = run({"check", empty});
  EXPECT_EQ(alone.exitCode, 2);
  const Answer answer = run({"check", path("own"), "--format", "json"});
  EXPECT_EQ(answer.exitCode, 1);
  const auto row = answer.json()["drafts"][0];
  ASSERT_TRUE(row["error"].is_string());
  EXPECT_TRUE(alone.err.contains(row["error"].get<std::string>()));
  EXPECT_TRUE(row["error_count"].is_null());
}

TEST_F(FolderTest, LeavesReviewSheetsOfAnyLanguageOut) {
  std::filesystem::create_directory(folder / "own");
  static_cast<void>(file("own/1.txt", "審閱單\n一、審閱意見（0 條）\n"));
  static_cast<void>(file("own/2.txt", "\n《云溪县水务局2023年工作总结》审阅单\n没有批注。\n"));
  static_cast<void>(file("own/3.txt", "Review sheet of “Annual summary”\nNone.\n"));
  static_cast<void>(file("own/4.txt", "审阅单位的通知\n请按时报送。\n"));
  const auto report = run({"check", path("own"), "--format", "json"}).json();
  EXPECT_EQ(report["left_out"].size(), 3U);
  EXPECT_EQ(report["drafts"].size(), 1U);
}

TEST_F(FolderTest, RefusesAnotherEnding) {
  EXPECT_TRUE(failsWith(run({"check", path("drafts"), "-o", path("report.xls")}), "report.xls"));
}

TEST_F(FolderTest, FindsWhatStayedSinceLastYear) {
  const std::string last =
      file("last.txt",
           "云溪县水务局2022年工作总结\n一、工作开展情况\n全年巡查河道86次，清理垃圾12吨。\n");
  const std::string now =
      file("now.txt",
           "云溪县水务局2023年工作总结\n一、工作开展情况\n全年巡查河道86次，清理垃圾12吨。\n");
  const Answer answer = run({"check", now, "--previous", last, "--format", "json"});
  EXPECT_TRUE(answer.out.contains("copied.figures"));
  EXPECT_FALSE(run({"check", now, "--format", "json"}).out.contains("copied.figures"));
}

TEST_F(FolderTest, HoldsADraftAgainstTheOfficeItShouldBeFrom) {
  const std::string draft =
      file("d.txt", "青岚区水务局2023年工作总结\n一、工作开展情况\n全年巡查河道86次。\n");
  EXPECT_TRUE(run({"check", draft, "--unit", "云溪县水务局", "--format", "json"})
                  .out.contains("unit.expected"));
  EXPECT_FALSE(run({"check", draft, "--unit", "青岚区水务局", "--format", "json"})
                   .out.contains("unit.expected"));
}

}  // namespace
}  // namespace moxian

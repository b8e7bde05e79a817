#include "tests/cli/Cli.h"

namespace moxian {
namespace {

constexpr const char* kOld =
    "云溪县水利局2023年工作总结\n"
    "2023年，全县水利工作取得新成效。\n"
    "一、主要工作\n"
    "全年完成水利投资3.2亿元，新建堤防12公里。\n"
    "二、存在问题\n"
    "一是管护力量不足。二是资金缺口较大。\n";
constexpr const char* kNew =
    "云溪县水利局2023年工作总结\n"
    "2023年，全县水利工作取得新成效。\n"
    "一、主要工作\n"
    "全年完成水利投资3.5亿元，新建堤防12公里。\n"
    "全县新增灌溉面积1.5万亩。\n"
    "二、存在问题\n"
    "二是资金缺口较大。一是管护力量不足。\n";

class ReviewTest : public CliTest {
 protected:
  [[nodiscard]] std::string compared(const std::string& name) const {
    const Answer answer =
        run({"compare", file("旧稿.txt", kOld), file("新稿.txt", kNew), "-o", path(name)});
    EXPECT_EQ(answer.exitCode, 0) << answer.err;
    return path(name);
  }
  [[nodiscard]] std::string textOf(const std::string& marked, const std::string& changes) const {
    const Answer answer = run({"export", marked, "-o", path("out.txt"), "--changes", changes});
    EXPECT_EQ(answer.exitCode, 0) << answer.err;
    return content(path("out.txt"));
  }
};

TEST_F(ReviewTest, AComparisonHoldsBothTexts) {
  for (const char* name : {"m.docx", "m.moxian"}) {
    const std::string marked = compared(name);
    EXPECT_EQ(textOf(marked, "accept"), kNew) << name;
    EXPECT_EQ(textOf(marked, "reject"), kOld) << name;
  }
}

TEST_F(ReviewTest, AComparisonAsAPageShowsInsertionsAndDeletions) {
  const std::string page = content(compared("m.html"));
  EXPECT_NE(page.find(">3.2</del>"), std::string::npos);
  EXPECT_NE(page.find(">3.5</ins>"), std::string::npos);
}

TEST_F(ReviewTest, EveryChangeIsListedWithItsPlace) {
  const auto json = run({"review", "list", compared("m.moxian"), "--format", "json"}).json();
  ASSERT_FALSE(json.is_null());
  const auto& first = json["changes"][0];
  EXPECT_EQ(first["kind"], "deletion");
  EXPECT_EQ(first["text"], "3.2");
  EXPECT_EQ(first["line"], 4);
  EXPECT_EQ(first["column"], 9);
  const std::string all = json.dump();
  EXPECT_NE(all.find("moved_from"), std::string::npos);
  EXPECT_NE(all.find("moved_to"), std::string::npos);
}

TEST_F(ReviewTest, AcceptingOneChangeLeavesTheOthers) {
  const std::string marked = compared("m.docx");
  const auto before = run({"review", "list", marked, "--format", "json"}).json();
  const Answer answer = run({"review", "accept", marked, "--id", "1", "-o", path("one.docx")});
  ASSERT_EQ(answer.exitCode, 0) << answer.err;
  const auto after = run({"review", "list", path("one.docx"), "--format", "json"}).json();
  EXPECT_EQ(after["changes"].size() + 1, before["changes"].size());
  EXPECT_EQ(after["changes"][0]["text"], "3.5");
}

TEST_F(ReviewTest, AcceptingOrRejectingAllLeavesNone) {
  const std::string marked = compared("m.docx");
  for (const char* verb : {"accept", "reject"}) {
    ASSERT_EQ(run({"review", verb, marked, "--all", "-o", path("all.docx")}).exitCode, 0);
    const auto json = run({"review", "list", path("all.docx"), "--format", "json"}).json();
    EXPECT_TRUE(json["changes"].empty()) << verb;
  }
}

TEST_F(ReviewTest, OnlyTheChangesOfTheNamedAuthorAreSettled) {
  const Answer made = run({"compare", file("a.txt", kOld), file("b.txt", kNew), "--author", "李审",
                           "-o", path("m.docx")});
  ASSERT_EQ(made.exitCode, 0) << made.err;
  EXPECT_TRUE(failsWith(
      run({"review", "accept", path("m.docx"), "--author", "王审", "-o", path("w.docx")}), "王审"));
  ASSERT_EQ(
      run({"review", "accept", path("m.docx"), "--author", "李审", "-o", path("l.docx")}).exitCode,
      0);
  EXPECT_EQ(textOf(path("l.docx"), "reject"), kNew);
}

TEST_F(ReviewTest, ChecksLookAtTheFinalTextAndSaySo) {
  const Answer answer = run({"check", compared("m.docx"), "--fail-on", "error"});
  EXPECT_NE(answer.err.find("按已接受处理"), std::string::npos) << answer.err;
  EXPECT_NE(answer.exitCode, 2);
}

TEST_F(ReviewTest, FormatsThatCannotKeepChangesAreRefused) {
  const std::string marked = compared("m.docx");
  EXPECT_TRUE(
      failsWith(run({"export", marked, "-o", path("x.txt"), "--changes", "keep"}), "不能保留修订"));
  EXPECT_FALSE(std::filesystem::exists(path("x.txt")));
}

TEST_F(ReviewTest, TwoCopiesAreMergedAndDifferencesTold) {
  const auto copy = [&](const std::string& name, const std::string& figure) {
    std::string changed = kOld;
    changed.replace(changed.find("3.2"), 3, figure);
    EXPECT_EQ(run({"compare", file("o.txt", kOld), file("n.txt", changed), "--author", name, "-o",
                   path(name + ".docx")})
                  .exitCode,
              0);
    return path(name + ".docx");
  };
  const Answer answer =
      run({"review", "merge", copy("li", "3.3"), copy("wang", "3.4"), "-o", path("m.docx")});
  ASSERT_EQ(answer.exitCode, 0) << answer.err;
  EXPECT_NE(answer.out.find("3.3  |  3.4"), std::string::npos) << answer.out;
  EXPECT_EQ(textOf(path("m.docx"), "reject"), kOld);
  EXPECT_TRUE(failsWith(
      run({"review", "merge", path("li.docx"), file("x.txt", "别的稿件\n"), "-o", path("y.docx")}),
      "不是同一份"));
}

TEST_F(ReviewTest, AcceptingAllAfterAMergeLeavesWhatTwoReviewersPutForTheSameWords) {
  const std::string base = file("稿.txt", kOld);
  const auto copy = [&](const std::string& name, const std::string& figure) {
    std::string text = kOld;
    text.replace(text.find("3.2"), 3, figure);
    const Answer made = run({"compare", base, file(name + ".txt", text), "-o", path(name)});
    EXPECT_EQ(made.exitCode, 0) << made.err;
    return path(name);
  };
  const std::string first = copy("甲.moxian", "3.5");
  const std::string second = copy("乙.moxian", "3.9");
  const Answer merged = run({"review", "merge", first, second, "-o", path("合.moxian")});
  ASSERT_NE(merged.exitCode, 2) << merged.err;
  const Answer all = run({"review", "accept", path("合.moxian"), "--all", "-o", path("定.moxian")});
  EXPECT_EQ(all.exitCode, 1);
  EXPECT_NE(all.err.find("1 处"), std::string::npos) << all.err;
  EXPECT_EQ(textOf(path("定.moxian"), "reject"), kOld);
  const auto left = run({"review", "list", path("定.moxian"), "--format", "json"}).json();
  EXPECT_EQ(left["rivals"].size(), 1U) << left.dump();
}

TEST_F(ReviewTest, AnExportOfUnsettledRivalsSaysThatItJoinsThem) {
  const std::string base = file("稿.txt", "受理申请15件。\n另办结二十件。\n");
  const auto copy = [&](const std::string& name, const std::string& figure) {
    const std::string text = "受理申请" + figure + "件。\n另办结二十件。\n";
    EXPECT_EQ(run({"compare", base, file(name + ".txt", text), "-o", path(name)}).exitCode, 0);
    return path(name);
  };
  const std::string first = copy("甲.moxian", "16");
  const std::string second = copy("乙.moxian", "17");
  const std::string merged = path("合.moxian");
  ASSERT_NE(run({"review", "merge", first, second, "-o", merged}).exitCode, 2);
  const Answer joined = run({"export", merged, "-o", path("合.txt")});
  EXPECT_EQ(joined.exitCode, 0);
  for (const char* said : {"1 处改得不同", "第 1 行第 5 列", "“1617”", "--id"})
    EXPECT_NE(joined.err.find(said), std::string::npos) << said << ": " << joined.err;
  const Answer english = run({"--lang", "en", "check", merged});
  EXPECT_NE(english.err.find("line 1, column 5"), std::string::npos) << english.err;
  for (const char* changes : {"keep", "reject"}) {
    const Answer other = run({"export", merged, "-o", path("合.docx"), "--changes", changes});
    EXPECT_EQ(other.err.find("改得不同"), std::string::npos) << other.err;
  }
}

TEST_F(ReviewTest, WhichChangesMustBeSaid) {
  const std::string marked = compared("m.docx");
  EXPECT_TRUE(failsWith(run({"review", "accept", marked, "-o", path("x.docx")}), "--all"));
  EXPECT_TRUE(
      failsWith(run({"review", "accept", marked, "--id", "999", "-o", path("x.docx")}), "999"));
  EXPECT_TRUE(failsWith(run({"review", "accept", marked, "--all", "-o", marked}), "同一个文件"));
}

TEST_F(ReviewTest, AnAuthorWithoutChangesIsNamed) {
  const std::string marked = compared("m.docx");
  EXPECT_TRUE(failsWith(
      run({"review", "reject", marked, "--author", "Nobody", "-o", path("x.docx")}), "Nobody"));
  EXPECT_FALSE(std::filesystem::exists(path("x.docx")));
}

TEST_F(ReviewTest, ATextDoesNotDifferFromTheDocumentExportedFromIt) {
  const std::string text = file("稿.txt", "工作总结\n\n一、主要工作\n\n全年巡查86次。");
  ASSERT_EQ(run({"export", text, "-o", path("稿.docx")}).exitCode, 0);
  for (const bool turned : {false, true}) {
    const Answer answer = run({"compare", turned ? path("稿.docx") : text,
                               turned ? text : path("稿.docx"), "-o", path("m.moxian")});
    EXPECT_TRUE(answer.out.contains("0 处不同，记为 0 条修订")) << answer.out;
  }
}

TEST_F(ReviewTest, DifferencesAreCountedOnceAndChangesAsTheListCountsThem) {
  const std::string before = file("甲.txt", "全年巡查86次。\n清淤3公里。\n");
  const std::string after = file("乙.txt", "全年巡查92次。\n清淤3公里。\n");
  const Answer answer = run({"compare", before, after, "-o", path("m.moxian")});
  EXPECT_TRUE(answer.out.contains("1 处不同，记为 2 条修订")) << answer.out;
  EXPECT_EQ(run({"review", "list", path("m.moxian"), "--format", "json"}).json()["changes"].size(),
            2U);
}

TEST_F(ReviewTest, CheckingLooksAtTheFinalTextUnlessAskedOtherwise) {
  const std::string before = file("甲.txt", "全年完成投资，，共三亿元。\n");
  const std::string after = file("乙.txt", "全年完成投资，共三亿元。\n");
  ASSERT_EQ(run({"compare", before, after, "-o", path("m.docx")}).exitCode, 0);
  const auto doubled = [&](const char* changes) {
    return run({"check", path("m.docx"), "--changes", changes, "--format", "json"})
               .out.find("punctuation.doubled") != std::string::npos;
  };
  EXPECT_FALSE(doubled("accept"));
  EXPECT_TRUE(doubled("reject"));
}

TEST_F(ReviewTest, TheReviewSheetIsAFileOfItsOwn) {
  const std::string marked = compared("m.docx");
  const Answer answer = run({"review", "sheet", marked, "-o", path("单.txt")});
  ASSERT_EQ(answer.exitCode, 0) << answer.err;
  const std::string sheet = content(path("单.txt"));
  EXPECT_TRUE(sheet.starts_with("《云溪县水利局2023年工作总结》审阅单\n")) << sheet;
  EXPECT_NE(sheet.find("| 一、主要工作 | “3.2”改为“3.5” |"), std::string::npos) << sheet;
  EXPECT_NE(sheet.find("| 终审 | （未签） |"), std::string::npos) << sheet;
  EXPECT_EQ(run({"review", "sheet", marked, "-o", path("单.docx")}).exitCode, 0);
  ASSERT_EQ(run({"review", "sheet", marked, "-o", path("单.html")}).exitCode, 0);
  EXPECT_NE(content(path("单.html")).find("<h1>《云溪县水利局2023年工作总结》审阅单</h1>"),
            std::string::npos);
}

TEST_F(ReviewTest, TheReviewSheetTellsWhatBecameOfSettledChanges) {
  const std::string marked = compared("m.moxian");
  ASSERT_EQ(run({"review", "accept", marked, "--id", "1", "-o", path("half.moxian")}).exitCode, 0);
  ASSERT_EQ(
      run({"review", "reject", path("half.moxian"), "--all", "-o", path("all.moxian")}).exitCode,
      0);
  ASSERT_EQ(run({"review", "sheet", path("all.moxian"), "-o", path("sheet.txt")}).exitCode, 0);
  const std::string sheet = content(path("sheet.txt"));
  EXPECT_NE(sheet.find(" 接受，20"), std::string::npos) << sheet;
  EXPECT_NE(sheet.find(" 拒绝，20"), std::string::npos) << sheet;
  EXPECT_NE(sheet.find("| 一、主要工作 |"), std::string::npos) << sheet;
}

TEST_F(ReviewTest, TheReviewSheetGoesBehindAnExportAndLeavesItsMarks) {
  const std::string marked = compared("m.docx");
  ASSERT_EQ(run({"export", marked, "-o", path("附.docx"), "--changes", "keep", "--review-sheet"})
                .exitCode,
            0);
  const auto before = run({"review", "list", marked, "--format", "json"}).json();
  const auto after = run({"review", "list", path("附.docx"), "--format", "json"}).json();
  EXPECT_EQ(after["changes"], before["changes"]);
  ASSERT_EQ(run({"export", marked, "-o", path("附.txt"), "--review-sheet"}).exitCode, 0);
  const std::string text = content(path("附.txt"));
  EXPECT_TRUE(text.starts_with(std::string(kNew) + "附件\n《")) << text;
}

}  // namespace
}  // namespace moxian

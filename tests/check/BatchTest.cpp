#include <gtest/gtest.h>

#include <fstream>

#include "Fixtures.h"
#include "core/base/Utf.h"
#include "core/check/BatchReport.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

const Measures& measures() {
  static const Measures one = Measures::load().value();
  return one;
}

BatchTools tools() {
  return {reader(), rules(), measures(), {}};
}

constexpr std::u16string_view kDraft =
    u"南汀县教育局2023年工作总结\n一、工作开展情况\n全年举办培训12期，参训860人次。共受理申请34件，"
    u"其中线上20件、"
    u"线下15件。\n二、存在问题\n一是政策解读形式单一。二是基层队伍业务不熟。\n三、下一步工作打算\n"
    u"一是丰富政策解读"
    u"形式，每季制作图解。二是推进校园网络升级。\n";

CheckedDraft draft() {
  return checkedDraft("a.txt", kDraft, tools());
}

const PlacedCause& breakdown(const CheckedDraft& in) {
  return *std::ranges::find_if(in.causes, [](const PlacedCause& one) {
    return one.cause.finding.rule == "arithmetic.breakdown";
  });
}

TEST(Batch, ShowsAFindingWithTheWordsAroundIt) {
  const CheckedDraft one = draft();
  const PlacedCause& found = breakdown(one);
  EXPECT_EQ(found.at.line, 3U);
  EXPECT_EQ(toUtf8(found.excerpt), "34件");
  EXPECT_TRUE(found.before.ends_with(u"共受理申请"));
  EXPECT_TRUE(found.after.starts_with(u"，其中"));
}

TEST(Batch, ListsFiguresWithWhatTheyCount) {
  const CheckedDraft one = draft();
  ASSERT_GE(one.ledger.size(), 5U);
  EXPECT_EQ(toUtf8(one.ledger[0].noun), "全年举办培训");
  EXPECT_EQ(toUtf8(one.ledger[0].figure), "12期");
  EXPECT_EQ(toUtf8(one.ledger[1].figure), "860人次");
}

TEST(Batch, BeginsTheNounOfAFigureWhereAWordBegins) {
  const auto noun = [](std::u16string_view sentence) {
    const CheckedDraft one = checkedDraft("a.txt", sentence, tools());
    return one.ledger.empty() ? std::string() : toUtf8(one.ledger.back().noun);
  };
  EXPECT_EQ(noun(u"依申请公开办件量比2022年增长12.5%。\n"), "依申请公开办件量比2022年增长");
  EXPECT_EQ(noun(u"截至2023年12月底累计归集数据86条。\n"), "累计归集数据");
  EXPECT_EQ(noun(u"全市各级行政机关依托政务服务平台主动公开财政预算决算信息86条。\n"),
            "行政机关依托政务服务平台主动公开财政预算决算信息");
}

TEST(Batch, ShowsWholeWordsBesideAFinding) {
  const CheckedDraft one = checkedDraft(
      "a.txt",
      u"全市各级行政机关依托政务服务平台主动公开财政预算决算等群众关心的信息，共受理申请34件，"
      u"其中线上20件、线下15件。\n",
      tools());
  EXPECT_EQ(toUtf8(breakdown(one).before), "主动公开财政预算决算等群众关心的信息，共受理申请");
}

TEST(Batch, JoinsProblemsWithTheMeasuresThatShareTheirWords) {
  const CheckedDraft one = draft();
  ASSERT_EQ(one.problems.size(), 2U);
  EXPECT_EQ(toUtf8(one.problems[0].problem), "政策解读形式单一");
  ASSERT_EQ(one.problems[0].measures.size(), 1U);
  EXPECT_EQ(toUtf8(one.problems[0].measures[0]), "丰富政策解读形式");
}

TEST(Batch, OneUnreadableFileStopsNothing) {
  const auto read = [](const fs::path& file) -> Result<DraftContent> {
    if (file == "bad.txt") return fail(ErrorCode::FileUnreadable, "bad.txt");
    return DraftContent{std::u16string(kDraft)};
  };
  std::size_t told = 0;
  const auto drafts = checkDrafts({"a.txt", "bad.txt", "c.txt"}, read, tools(),
                                  [&](std::size_t done, std::size_t) { told = done; });
  ASSERT_EQ(drafts.size(), 3U);
  EXPECT_TRUE(drafts[1].error.has_value());
  EXPECT_EQ(drafts[0].causes.size(), drafts[2].causes.size());
  EXPECT_FALSE(drafts[2].causes.empty());
  EXPECT_EQ(told, 3U);
}

TEST(Batch, ShowsNoCountsForAFileThatWasNotRead) {
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  CheckedDraft bad;
  bad.file = "bad.docx";
  bad.error = Error{ErrorCode::DamagedFile, "bad.docx", {}};
  const std::string table = batchTable({bad}, {}, *messages);
  const std::string row = table.substr(table.find("bad.docx"));
  EXPECT_EQ(row.find('0'), row.npos) << row;
  EXPECT_TRUE(row.contains(",,,,"));
}

TEST(Batch, CountsWhatWasDismissedApartFromWhatIsOpen) {
  Dismissals dismissals;
  const CheckedDraft before = draft();
  dismissals.add(Dismissals::of(breakdown(before).cause.finding, kDraft, false));
  const CheckedDraft after = checkedDraft("a.txt", kDraft, tools(), dismissals);
  EXPECT_EQ(after.causes.size() + 1, before.causes.size());
  EXPECT_EQ(after.dismissed, 1U);
  const auto messages = Messages::load("zh_CN");
  EXPECT_TRUE(batchPage({after}, {}, *messages).contains("另有 1 处已忽略"));
  EXPECT_FALSE(batchPage({before}, {}, *messages).contains("已忽略"));
}

TEST(Batch, LooksIntoFoldersAndLeavesHiddenFilesOut) {
  const fs::path folder = fs::path(testing::TempDir()) / "moxian-batch";
  fs::remove_all(folder);
  fs::create_directories(folder / "b" / ".git");
  for (const auto* name : {"b/2.TXT", "1.txt", "b/.git/3.txt", ".hidden.txt", "4.exe"}) {
    std::ofstream(folder / name) << "x";
  }
  const auto files = draftsIn(folder);
  ASSERT_TRUE(files);
  EXPECT_EQ(files->drafts, (std::vector<fs::path>{folder / "1.txt", folder / "b" / "2.TXT"}));
  EXPECT_TRUE(files->leftOut.empty());
  fs::remove_all(folder);
}

TEST(Batch, CountsNeitherItsOwnReportsNorExportsAsDrafts) {
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  const fs::path folder = fs::path(testing::TempDir()) / "moxian-batch-own";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder / "report.html") << batchPage({draft()}, {}, *messages);
  for (const auto* name : {"a.txt", "a.docx", "a.pdf", "b.docx", "b.pdf", "c.html", "sheet.txt"}) {
    std::ofstream(folder / name) << "x";
  }
  const auto files = draftsIn(folder);
  ASSERT_TRUE(files);
  const auto read = [](const fs::path& file) -> Result<DraftContent> {
    return DraftContent{std::u16string(kDraft), {}, file.stem() == "sheet"};
  };
  auto drafts = checkDrafts(files->drafts, read, tools());
  std::vector<LeftOut> leftOut = files->leftOut;
  takeLeftOut(drafts, leftOut);
  std::vector<std::string> names;
  for (const CheckedDraft& one : drafts) names.push_back(one.file.filename().string());
  EXPECT_EQ(names, (std::vector<std::string>{"a.txt", "b.docx", "c.html"}));
  EXPECT_EQ(
      leftOutText(leftOut, *messages),
      "另有 5 个文件不是稿件，没有检查：检查报告 1 个，审阅单 1 个，与稿件同名同文的文件 3 个");
  fs::remove_all(folder);
}

TEST(Batch, ChecksAFileBesideADraftOfItsNameWithAnotherText) {
  const std::u16string whole(kDraft);
  const auto read = [&](const fs::path& file) -> Result<DraftContent> {
    if (file == "乙局.txt") return DraftContent{u"请于周五前报送。\n"};
    if (file == "丙局.docx") return DraftContent{whole + u"三是办好家长学校。\n"};
    if (file == "丙局.pdf") return DraftContent{u" " + whole + u"\n"};
    return DraftContent{whole};
  };
  auto drafts =
      checkDrafts({"乙局.docx", "乙局.txt", "丙局.docx", "丙局.moxian", "丙局.pdf"}, read, tools());
  std::vector<LeftOut> leftOut;
  takeLeftOut(drafts, leftOut);
  ASSERT_EQ(drafts.size(), 4U);
  EXPECT_EQ(drafts[0].file, "乙局.docx");
  EXPECT_FALSE(drafts[0].causes.empty());
  EXPECT_EQ(drafts[2].file, "丙局.docx");
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  const std::string said = leftOutNames(leftOut, {}, *messages);
  EXPECT_TRUE(said.ends_with("与稿件同名同文的文件 1 个（丙局.pdf）")) << said;
  EXPECT_TRUE(batchPage(drafts, {}, *messages, leftOut).contains("丙局.pdf"));
  EXPECT_TRUE(batchTable(drafts, {}, *messages, leftOut).contains("文字相同"));
}

TEST(Batch, PageStandsAloneAndEscapesTheDraft) {
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  const CheckedDraft one = checkedDraft("<b>.txt", u"<script>alert(1)</script>XX县", tools());
  const std::string page = batchPage({one, draft()}, {}, *messages);
  EXPECT_FALSE(page.contains("<script"));
  EXPECT_TRUE(page.contains("&lt;b&gt;.txt"));
  EXPECT_FALSE(page.contains("http"));
  EXPECT_TRUE(page.contains("<mark>34件</mark>"));
}

TEST(Batch, TableHasOneRowADraftAndNoFormulas) {
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  const CheckedDraft bad = checkedDraft("=cmd.txt", kDraft, tools());
  const std::string table = batchTable({draft(), bad}, {}, *messages);
  EXPECT_EQ(std::ranges::count(table, '\n'), 3);
  EXPECT_TRUE(table.contains("\n'=cmd.txt,"));
  EXPECT_TRUE(table.contains("年度工作总结"));
  EXPECT_FALSE(table.contains("annual-summary"));
}

TEST(Batch, NamesMeasuresThatAnswerNoProblem) {
  const std::u16string text = std::u16string(kDraft) + u"三是办好家长学校。\n";
  const CheckedDraft one = checkedDraft("a.txt", text, tools());
  EXPECT_TRUE(std::ranges::contains(one.otherMeasures, u"办好家长学校"));
  EXPECT_FALSE(std::ranges::contains(one.otherMeasures, u"丰富政策解读形式"));
}

TEST(Batch, TellsWhatStayedFromLastYearOnlyIfItIsGiven) {
  EXPECT_TRUE(draft().likeness.empty());
  CheckOptions options;
  options.previous = previousReport(std::u16string(kDraft), reader(), rules());
  const CheckedDraft one = checkedDraft("a.txt", kDraft, {reader(), rules(), measures(), options});
  EXPECT_GT(one.likeness.at(Role::WorkDone), 0.99);
}

}  // namespace
}  // namespace moxian

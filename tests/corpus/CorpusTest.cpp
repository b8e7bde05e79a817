#include <gmock/gmock.h>

#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class CorpusTest : public CorpusFixture {};

TEST_F(CorpusTest, KeepsSentencesWithTheRoleAndOriginOfTheirReport) {
  Corpus corpus = open();
  const auto summary = importInto(corpus, {write("a.txt", kReport)});
  EXPECT_EQ(summary.files, 1U);
  EXPECT_EQ(summary.reports, 1U);
  const auto found = corpus.search(u"管网漏损", {}, 5).value();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, u"部分老旧管网漏损较高，改造资金还有缺口。");
  EXPECT_EQ(found[0].role, Role::Problems);
  EXPECT_EQ(found[0].title, u"云溪县水利局2023年工作总结");
  EXPECT_EQ(found[0].year, 2023);
  EXPECT_EQ(found[0].source, toUtf16(file("a.txt").string()));
}

TEST_F(CorpusTest, TakesNoHeadingOrNumberAsPartOfASentence) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt", kReport)});
  EXPECT_THAT(search(corpus, u"巡查河道"),
              ElementsAre(u"全年巡查河道326次，清理漂浮物41吨，河面保持整洁。"));
  EXPECT_THAT(search(corpus, u"主要工作"), IsEmpty());
}

TEST_F(CorpusTest, ImportingAgainChangesNothing) {
  Corpus corpus = open();
  const fs::path path = write("a.txt", kReport);
  const auto first = importInto(corpus, {path});
  const auto before = corpus.stats().value();
  const auto again = importInto(corpus, {path});
  const auto after = corpus.stats().value();
  EXPECT_GT(first.added, 0U);
  EXPECT_EQ(again.added, 0U);
  EXPECT_EQ(again.unchanged, 1U);
  EXPECT_EQ(after.sentences, before.sentences);
  EXPECT_EQ(after.reports, before.reports);
}

TEST_F(CorpusTest, AChangedFileReplacesWhatItHeld) {
  Corpus corpus = open();
  const fs::path path = write("a.txt", kReport);
  importInto(corpus, {path});
  std::string changed = kReport;
  changed.replace(changed.find("部分老旧管网"), std::string("部分老旧管网").size(), "少数山区管网");
  write("a.txt", changed);
  importInto(corpus, {path});
  EXPECT_THAT(search(corpus, u"部分老旧管网"), IsEmpty());
  EXPECT_THAT(search(corpus, u"少数山区"), SizeIs(1));
  EXPECT_EQ(corpus.stats().value().sources, 1U);
}

TEST_F(CorpusTest, TheSameSentenceOfTwoFilesIsKeptOnceAndCounted) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt", kReport), write("b.txt", kReport)});
  const auto found = corpus.search(u"管网漏损", {}, 5).value();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].count, 2);
}

TEST_F(CorpusTest, RemovingASourceTakesOnlyWhatItAloneHeld) {
  Corpus corpus = open();
  std::string other = kReport;
  other += "继续推进节水型社会建设，争取再建成一批节水单位。\n";
  importInto(corpus, {write("a.txt", kReport), write("b.txt", other)});
  EXPECT_THAT(search(corpus, u"节水型"), SizeIs(1));
  EXPECT_TRUE(corpus.remove(toUtf16(file("b.txt").string())).value());
  EXPECT_THAT(search(corpus, u"节水型"), IsEmpty());
  const auto kept = corpus.search(u"管网漏损", {}, 5).value();
  ASSERT_THAT(kept, SizeIs(1));
  EXPECT_EQ(kept[0].count, 1);
  EXPECT_EQ(kept[0].source, toUtf16(file("a.txt").string()));
}

TEST_F(CorpusTest, RemovingTheFirstSourceLeavesTheSentenceWithTheOther) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt", kReport), write("b.txt", kReport)});
  EXPECT_TRUE(corpus.remove(toUtf16(file("a.txt").string())).value());
  const auto kept = corpus.search(u"管网漏损", {}, 5).value();
  ASSERT_THAT(kept, SizeIs(1));
  EXPECT_EQ(kept[0].source, toUtf16(file("b.txt").string()));
  EXPECT_TRUE(corpus.remove(toUtf16(file("b.txt").string())).value());
  EXPECT_EQ(corpus.stats().value().sentences, 0U);
  EXPECT_EQ(corpus.stats().value().reports, 0U);
}

TEST_F(CorpusTest, RemovingAnUnknownSourceSaysSo) {
  Corpus corpus = open();
  EXPECT_FALSE(corpus.remove(u"没有这个文件.txt").value());
}

TEST_F(CorpusTest, ImportsTheTextFilesOfAFolderAndItsFolders) {
  Corpus corpus = open();
  write("in/a.txt", kReport);
  write("in/deep/b.md", kReport);
  write("in/c.jpg", "no text");
  const auto summary = importInto(corpus, {file("in")});
  EXPECT_EQ(summary.files, 2U);
  EXPECT_THAT(summary.failed, IsEmpty());
}

TEST_F(CorpusTest, AMissingFileIsToldAndTheOthersAreIn) {
  Corpus corpus = open();
  const auto summary = importInto(corpus, {file("gone.txt"), write("a.txt", kReport)});
  ASSERT_THAT(summary.failed, SizeIs(1));
  EXPECT_EQ(summary.failed[0].code, ErrorCode::FileMissing);
  EXPECT_EQ(summary.files, 1U);
}

TEST_F(CorpusTest, StopsWhenToldTo) {
  Corpus corpus = open();
  const auto summary = corpus.import({write("a.txt", kReport), write("b.txt", "另一份没有内容。\n")},
                                     reader(), load, [](std::size_t, std::size_t) { return false; });
  EXPECT_EQ(summary.value().files, 1U);
}

TEST_F(CorpusTest, GivesBackTheFullTextOfReports) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt", kReport)});
  std::vector<CorpusReport> reports;
  ASSERT_TRUE(corpus.forEachReport([&](const CorpusReport& each) { reports.push_back(each); }));
  ASSERT_THAT(reports, SizeIs(1));
  EXPECT_THAT(toUtf8(reports[0].text), HasSubstr("一、主要工作\n（一）抓好河道管护。"));
}

TEST_F(CorpusTest, CountsRefusedSentencesByReason) {
  Corpus corpus = open();
  const auto summary = importInto(
      corpus, {write("a.txt", std::string(kReport) + "加强管护。\n对渠道（含支渠进行了全面清淤。\n")});
  EXPECT_EQ(summary.refused, 2U);
  EXPECT_EQ(summary.refusals.at(Refusal::TooShort), 1U);
  EXPECT_EQ(summary.refusals.at(Refusal::Unbalanced), 1U);
}

TEST_F(CorpusTest, TheStarterCorpusComesInOnce) {
  Corpus corpus = open();
  write("starter/shuili.txt",
        "# 领域：水利\n# 机关：县水利局\n\n[work_done]\n全年新建供水工程〔figure:数量〕处。\n"
        "[problems]\n部分管网年久失修，漏损偏高。\n");
  const auto first = corpus.importStarter(file("starter")).value();
  const auto again = corpus.importStarter(file("starter")).value();
  EXPECT_EQ(first.added, 2U);
  EXPECT_EQ(again.added, 0U);
  EXPECT_EQ(again.unchanged, 1U);
  const auto found = corpus.search(u"供水工程", {}, 5).value();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, u"全年新建供水工程〔数量〕处。");
  EXPECT_EQ(found[0].topic, u"水利");
  EXPECT_EQ(found[0].source, u"starter:水利");
  ASSERT_THAT(found[0].slots, SizeIs(1));
  EXPECT_EQ(found[0].slots[0].kind, "figure");
}

TEST_F(CorpusTest, AFrequentSentenceComesFirst) {
  Corpus corpus = open();
  std::string rare = "云溪县水利局工作总结\n一、主要工作\n我局清理了城区的排水沟渠和泵站。\n";
  std::string often = "云溪县水利局工作总结\n一、主要工作\n我局开展了防汛物资的清点和补充。\n";
  importInto(corpus, {write("a.txt", rare), write("b.txt", often), write("c.txt", often)});
  std::vector<std::u16string> order;
  ASSERT_TRUE(corpus.forEach({}, [&](const CorpusSentence& each) { order.push_back(each.text); }));
  ASSERT_THAT(order, SizeIs(2));
  EXPECT_EQ(order[0], u"我局开展了防汛物资的清点和补充。");
}

}  // namespace
}  // namespace moxian

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>

#include "core/base/Database.h"
#include "core/corpus/CorpusState.h"
#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ImportTest : public CorpusFixture {};

TEST_F(ImportTest, SentencesThatDifferInFiguresAreKeptOnceWithTheirSourcesCounted) {
  Corpus corpus = open();
  const std::string first = "云溪县司法局2023年工作总结\n全年调解矛盾纠纷312件，成功率98%。\n";
  const std::string second = "青岚区司法局2022年工作总结\n全年调解矛盾纠纷1,045件,成功率97.5%。\n";
  importInto(corpus, {write("a.txt", first)});
  const auto summary = importInto(corpus, {write("b.txt", second)});
  EXPECT_EQ(summary.added, 0U);
  EXPECT_EQ(summary.alike, 1U);
  const auto found = corpus.search(u"调解", {}, 5).value();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].count, 2);
  EXPECT_EQ(found[0].text, u"全年调解矛盾纠纷312件，成功率98%。");
}

TEST_F(ImportTest, TracesOfExtractionStayOutside) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt",
                            "云溪县水利局2023年工作总结\n"
                            "全年巡(xún)查河(hé)道326次，清理⽔面漂浮物41吨。\n")});
  EXPECT_THAT(search(corpus, u"巡查河道"), ElementsAre(u"全年巡查河道326次，清理水面漂浮物41吨。"));
}

TEST_F(ImportTest, TraditionalReportsAreFoundInSimplifiedCharacters) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt",
                            "雲溪縣司法局2023年工作總結\n"
                            "全年辦理法律援助案件318件，為農民工討薪426萬元。\n")});
  EXPECT_THAT(search(corpus, u"法律援助"),
              ElementsAre(u"全年办理法律援助案件318件，为农民工讨薪426万元。"));
}

TEST_F(ImportTest, EveryRefusedSentenceIsListedWithItsReasonAndLine) {
  Corpus corpus = open();
  const auto summary = importInto(corpus, {write("a.txt",
                                                 "云溪县水利局2023年工作总结\n"
                                                 "全年巡查河道326次，清理漂浮物41吨，河面整洁。\n"
                                                 "如若转载，请注明出处：某某文库网\n"
                                                 "处理问题***起，办结率（98%，群众比较满意。\n")});
  ASSERT_THAT(summary.refusedSentences, SizeIs(2));
  EXPECT_EQ(summary.refusedSentences[0].reason, Refusal::Advert);
  EXPECT_EQ(summary.refusedSentences[0].line, 2U);
  EXPECT_EQ(summary.refusedSentences[1].reason, Refusal::Damaged);
  EXPECT_EQ(summary.refusals.at(Refusal::Advert), 1U);
}

TEST_F(ImportTest, AReportThatBreaksOffIsInAndNamed) {
  Corpus corpus = open();
  const auto summary = importInto(
      corpus,
      {write(
          "a.txt",
          "云溪县水利局2023年工作总结\n"
          "一、主要工作\n"
          "全年巡查河道326次，清理漂浮物41吨，河面整洁。\n"
          "二、下一步打算\n"
          "一是继续做好河道管护，组织各镇按月巡查，及时清理漂浮物。二是推进农村供水管网改造，")});
  ASSERT_THAT(summary.truncated, SizeIs(1));
  EXPECT_EQ(summary.truncated[0].title, u"云溪县水利局2023年工作总结");
  EXPECT_THAT(search(corpus, u"漂浮物"), SizeIs(2));
}

TEST_F(ImportTest, ACorpusOfTheFirstVersionIsBroughtUpToDate) {
  {
    Corpus corpus = open();
    importInto(corpus, {write("a.txt", kReport)});
  }
  {
    auto old = Database::open(database(), Database::Mode::ReadWrite, kCorpusFormat, kCorpusSchema,
                              Database::Journal::Wal);
    ASSERT_TRUE(old.has_value());
    ASSERT_TRUE(old->run("DROP INDEX sentence_likeness; DROP INDEX sentence_often; ALTER TABLE "
                         "sentence DROP COLUMN likeness;"
                         "CREATE INDEX sentence_hash ON sentence(hash); DROP TABLE favourite;"
                         "PRAGMA user_version=1;")
                    .has_value());
  }
  {
    const Corpus reading = open(Corpus::Mode::ReadOnly);
    EXPECT_THAT(search(reading, u"漏损"), SizeIs(1));
    EXPECT_THAT(reading.favourites().value(), IsEmpty());
  }
  Corpus corpus = open();
  const auto summary = importInto(corpus, {write("b.txt", kReport)});
  EXPECT_EQ(summary.added, 0U);
  EXPECT_TRUE(corpus.setFavourite(1, true).has_value());
}

TEST_F(ImportTest, LevelAndKindOfOfficeComeFromItsName) {
  EXPECT_EQ(officeOf(u"云溪县民政局"), (Office{OfficeLevel::County, OfficeKind::Department}));
  EXPECT_EQ(officeOf(u"临澜市青岚区人民政府"),
            (Office{OfficeLevel::County, OfficeKind::Government}));
  EXPECT_EQ(officeOf(u"岚江省水利厅"), (Office{OfficeLevel::Province, OfficeKind::Department}));
  EXPECT_EQ(officeOf(u"石桥社区居民委员会"), (Office{OfficeLevel::Village, OfficeKind::Community}));
  EXPECT_EQ(officeOf(u"东坪镇中心小学"), (Office{OfficeLevel::Town, OfficeKind::Institution}));
  EXPECT_EQ(officeOf(u""), Office{});
}

TEST_F(ImportTest, FilesAreTakenInTheirOrderAndStopWhenAsked) {
  Corpus corpus = open();
  std::vector<std::filesystem::path> files;
  for (int n = 0; n < 40; ++n) {
    files.push_back(
        write(std::to_string(n) + ".txt", "云溪县第" + std::to_string(n) +
                                              "小学2023年工作总结\n一、主要工作\n开展第" +
                                              std::string(static_cast<std::size_t>(n), 'x') +
                                              "次家访活动，记录学生在家学习情况。\n"));
  }
  std::vector<std::size_t> seen;
  const auto summary = corpus.import(files, reader(), load, [&](std::size_t done, std::size_t all) {
    EXPECT_EQ(all, 40U);
    seen.push_back(done);
    return done < 25;
  });
  ASSERT_TRUE(summary.has_value());
  EXPECT_EQ(summary->files, 25U);
  EXPECT_EQ(seen.size(), 25U);
  EXPECT_TRUE(std::ranges::is_sorted(seen));
  const auto sources = corpus.sources();
  ASSERT_THAT(*sources, SizeIs(25));
  for (std::size_t n = 0; n < 25; ++n) EXPECT_EQ((*sources)[n].name, toUtf16(files[n].string()));
  EXPECT_EQ(importInto(corpus, files).unchanged, 25U) << "those that are in";
}

TEST_F(ImportTest, AFailureOfTheReaderOfFilesComesOut) {
  Corpus corpus = open();
  const TextLoader broken = [](const std::filesystem::path&) -> Result<std::u16string> {
    throw std::runtime_error("no memory");
  };
  EXPECT_THROW((void)corpus.import({write("a.txt", kReport)}, reader(), broken),
               std::runtime_error);
  EXPECT_EQ(importInto(corpus, {file("a.txt")}).files, 1U);
}

TEST_F(ImportTest, ACorpusOfTheSecondVersionIsSearchedAndBroughtUpToDate) {
  {
    Corpus corpus = open();
    importInto(corpus, {write("a.txt", kReport)});
  }
  {
    auto old = Database::open(database(), Database::Mode::ReadWrite, kCorpusFormat, kCorpusSchema,
                              Database::Journal::Wal);
    ASSERT_TRUE(old.has_value());
    ASSERT_TRUE(old->run("DROP INDEX sentence_often; PRAGMA user_version=2;").has_value());
  }
  {
    EXPECT_THAT(search(open(Corpus::Mode::ReadOnly), u"漏损"), SizeIs(1));
  }
  EXPECT_THAT(search(open(), u"漏损"), SizeIs(1));
}

}  // namespace
}  // namespace moxian

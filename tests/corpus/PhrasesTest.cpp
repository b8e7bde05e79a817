#include <gmock/gmock.h>

#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PhrasesTest : public CorpusFixture {
 protected:
  static std::vector<std::u16string> texts(const Result<std::vector<CorpusSentence>>& sentences) {
    std::vector<std::u16string> all;
    for (const auto& each : sentences.value()) all.push_back(each.text);
    return all;
  }
};

TEST_F(PhrasesTest, AFavouriteStaysMarkedUntilTheMarkIsTaken) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt", kReport)});
  const auto found = corpus.search(u"漏损", {}, 1).value().at(0);
  EXPECT_FALSE(found.favourite);
  ASSERT_TRUE(corpus.setFavourite(found.id, true).has_value());
  EXPECT_TRUE(corpus.search(u"漏损", {}, 1).value().at(0).favourite);
  EXPECT_THAT(texts(corpus.favourites()), ElementsAre(found.text));
  ASSERT_TRUE(corpus.setFavourite(found.id, false).has_value());
  EXPECT_THAT(texts(corpus.favourites()), IsEmpty());
}

TEST_F(PhrasesTest, AFavouriteGoesWithItsSource) {
  Corpus corpus = open();
  const auto path = write("a.txt", kReport);
  importInto(corpus, {path});
  ASSERT_TRUE(corpus.setFavourite(corpus.search(u"漏损", {}, 1).value().at(0).id, true).has_value());
  ASSERT_TRUE(corpus.remove(toUtf16(path.string())).value());
  EXPECT_THAT(texts(corpus.favourites()), IsEmpty());
}

TEST_F(PhrasesTest, OwnPhrasesAreSearchedLikeOtherSentences) {
  Corpus corpus = open();
  const auto id = corpus.addPhrase(Role::NextSteps, u"请镇街〔月份〕底前报送清单。");
  ASSERT_TRUE(id.has_value());
  EXPECT_THAT(texts(corpus.phrases()), ElementsAre(u"请镇街〔月份〕底前报送清单。"));
  const auto found = corpus.search(u"报送", Role::NextSteps, 5).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source, kOwnPhrases);
  EXPECT_EQ(found[0].slots.size(), 1U);
  ASSERT_TRUE(corpus.removePhrase(*id).has_value());
  EXPECT_THAT(search(corpus, u"报送"), IsEmpty());
}

TEST_F(PhrasesTest, APhraseThatAReportHoldsTooStaysWithTheReport) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt", kReport)});
  const std::u16string sentence = corpus.search(u"漏损", {}, 1).value().at(0).text;
  const auto id = corpus.addPhrase(Role::Problems, sentence);
  ASSERT_TRUE(id.has_value());
  ASSERT_TRUE(corpus.removePhrase(*id).has_value());
  EXPECT_THAT(search(corpus, u"漏损"), ElementsAre(sentence));
  EXPECT_THAT(texts(corpus.phrases()), IsEmpty());
}

TEST_F(PhrasesTest, ASentenceIsShownInItsReport) {
  Corpus corpus = open();
  importInto(corpus, {write("a.txt", kReport)});
  const auto found = corpus.search(u"漏损", {}, 1).value().at(0);
  const auto report = corpus.reportOf(found.id).value();
  ASSERT_TRUE(report.has_value());
  EXPECT_NE(report->text.find(found.text), std::u16string::npos);
  EXPECT_EQ(report->title, u"云溪县水利局2023年工作总结");
  EXPECT_FALSE(corpus.reportOf(found.id + 1000).value().has_value());
}

}  // namespace
}  // namespace moxian

#include "core/suggest/Suggester.h"

#include <gmock/gmock.h>

#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SuggesterTest : public CorpusFixture {
 protected:
  SuggesterTest() : m_corpus(open()) {
    write("starter/a.txt",
          "# 领域：政务公开\n# 机关：县政府办公室\n"
          "[work_done]\n〔self:我办〕对政府网站栏目逐一核对，更新〔figure:数量〕处。\n"
          "围绕群众关心的事项制作图文解读〔figure:数量〕篇。\n"
          "[problems]\n部分栏目更新不够及时，个别信息发布滞后。\n政策解读形式单一，图文解读偏少。\n"
          "部分栏目更新不够及时，少数信息发布滞后。\n"
          "[next_steps]\n完善栏目巡查制度，每月通报一次。\n");
    write("starter/b.txt",
          "# 领域：水利\n# 机关：县水利局\n"
          "[problems]\n部分管网老化严重，漏损偏高。\n[work_done]\n清理河道漂浮物〔figure:数量〕吨。\n");
    EXPECT_TRUE(m_corpus.importStarter(file("starter")).has_value());
  }

  [[nodiscard]] std::vector<Suggestion> suggest(const SuggestContext& context) const {
    return Suggester::make(m_corpus).value().suggest(context, 10);
  }

  Corpus m_corpus;
};

TEST_F(SuggesterTest, OffersOnlySentencesOfTheRole) {
  const auto found = suggest({.role = Role::Problems, .topic = {}, .typed = {}, .draft = {}});
  ASSERT_FALSE(found.empty());
  EXPECT_THAT(found, Each(Field(&Suggestion::role, Role::Problems)));
}

TEST_F(SuggesterTest, ABlankDraftIsOfferedEveryFieldInTurn) {
  const auto found = suggest({.role = Role::Problems, .topic = {}, .typed = {}, .draft = {}});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].source, u"政务公开");
  EXPECT_EQ(found[1].source, u"水利");
  EXPECT_EQ(found[2].source, u"政务公开");
}

TEST_F(SuggesterTest, ATitleAloneTellsTheField) {
  const auto found = suggest(
      {.role = Role::Problems, .topic = u"水利", .typed = {}, .draft = u"云溪县水利局2023年工作总结\n"});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].source, u"水利");
}

TEST_F(SuggesterTest, WhatWasTypedComesFirst) {
  const auto found = suggest({.role = Role::Problems, .topic = u"水利", .typed = u"政策解读", .draft = {}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, u"政策解读形式单一，图文解读偏少。");
}

TEST_F(SuggesterTest, OnlyTheSentenceBeingTypedDecides) {
  const auto found = suggest({.role = Role::Problems, .topic = {},
                              .typed = u"政策解读还不够。部分管网", .draft = {}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, u"部分管网老化严重，漏损偏高。");
}

TEST_F(SuggesterTest, TheTopicOfTheReportComesFirst) {
  const auto found = suggest({.role = Role::Problems, .topic = u"水利", .typed = {}, .draft = {}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, u"部分管网老化严重，漏损偏高。");
}

TEST_F(SuggesterTest, TheDraftTellsItsFieldWhateverTheCorpusCallsIt) {
  write("starter/c.txt",
        "# 领域：水务\n# 机关：县水务局\n"
        "[next_steps]\n下一步，逐段落实河道管护，汛前完成清淤。\n下一步，改造老旧管网，降低管网漏损。\n"
        "[problems]\n河道清淤不及时，管网漏损偏高。\n");
  write("starter/d.txt",
        "# 领域：党建\n# 机关：县直机关工委\n"
        "[next_steps]\n下一步，将抓实支部学习，按月检查学习记录。\n下一步，将规范支部党员大会，用好学习平台。\n"
        "[problems]\n支部学习不够经常，党员大会次数偏少。\n");
  ASSERT_TRUE(m_corpus.importStarter(file("starter")).has_value());
  const std::u16string draft =
      u"云溪县2023年工作总结\n全年河道清淤12公里，管网漏损下降。\n下一步，我局将压实责任，一是6月底";
  const auto found = suggest({.role = Role::NextSteps, .topic = {},
                              .typed = u"下一步，我局将压实责任，一是6月底", .draft = draft});
  ASSERT_GE(found.size(), 2U);
  EXPECT_TRUE(found[0].text.contains(u"河道") || found[0].text.contains(u"管网"));
  EXPECT_TRUE(found[1].text.contains(u"河道") || found[1].text.contains(u"管网"));
}

TEST_F(SuggesterTest, FavouritesAndOwnPhrasesComeFirst) {
  const SuggestContext context{.role = Role::Problems, .topic = u"水利", .typed = {}, .draft = {}};
  const auto found = m_corpus.search(u"政策解读形式单一", {}, 1);
  ASSERT_TRUE(found.has_value());
  ASSERT_THAT(*found, SizeIs(1));
  ASSERT_TRUE(m_corpus.setFavourite(found->front().id, true).has_value());
  EXPECT_EQ(suggest(context)[0].text, u"政策解读形式单一，图文解读偏少。");
  ASSERT_TRUE(m_corpus.setFavourite(found->front().id, false).has_value());
  ASSERT_TRUE(m_corpus.addPhrase(Role::Problems, u"基层业务力量比较薄弱，人员流动频繁。").has_value());
  EXPECT_EQ(suggest(context)[0].text, u"基层业务力量比较薄弱，人员流动频繁。");
}

TEST_F(SuggesterTest, WhatWasTakenBeforeComesSooner) {
  SuggestContext context{.role = Role::Problems, .topic = {}, .typed = {}, .draft = {}};
  const auto before = suggest(context);
  ASSERT_GE(before.size(), 3U);
  auto taken = std::make_shared<TakenSentences>();
  for (int times = 0; times < 4; ++times) taken->note(before.back().name);
  context.taken = taken;
  EXPECT_EQ(suggest(context)[0].text, before.back().text);
}

TEST_F(SuggesterTest, InitialsOfTheirPinyinFindSentences) {
  const auto found = suggest({.role = Role::Problems, .topic = u"水利", .typed = u"zcjd", .draft = {}});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].text, u"政策解读形式单一，图文解读偏少。");
}

TEST_F(SuggesterTest, LettersBehindWordsThatWereTypedCountWithThem) {
  const auto found =
      suggest({.role = Role::Problems, .topic = {}, .typed = u"部分栏目gx", .draft = {}});
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].text.starts_with(u"部分栏目更新"));
}

TEST_F(SuggesterTest, LettersThatSpellNothingFindNothing) {
  EXPECT_THAT(suggest({.role = Role::Problems, .topic = {}, .typed = u"qqqq", .draft = {}}), IsEmpty());
}

TEST_F(SuggesterTest, OtherWordingsShareWordsAndAreNotTheSame) {
  const auto found = Suggester::make(m_corpus).value().reworded(
      u"部分栏目更新不够及时，个别信息发布滞后。", Role::Problems, 5);
  ASSERT_FALSE(found.empty());
  for (const Suggestion& each : found) EXPECT_NE(each.text, u"部分栏目更新不够及时，个别信息发布滞后。");
  EXPECT_EQ(found[0].text, u"部分栏目更新不够及时，少数信息发布滞后。");
}

TEST_F(SuggesterTest, ALargeCorpusIsAskedForWhatIsNotKept) {
  const Suggester few = Suggester::make(m_corpus, 1).value();
  const SuggestContext context{.role = Role::Problems, .topic = {}, .typed = u"政策解读", .draft = {}};
  const auto found = few.suggest(context, 5, &m_corpus);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, u"政策解读形式单一，图文解读偏少。");
}

TEST_F(SuggesterTest, NoTwoAreAlike) {
  const auto found = suggest({.role = Role::Problems, .topic = {}, .typed = u"部分栏目", .draft = {}});
  EXPECT_EQ(std::ranges::count_if(found, [](const auto& s) { return s.text.starts_with(u"部分栏目"); }), 1);
}

TEST_F(SuggesterTest, NoTwoGoOnAlikeBehindWhatWasTyped) {
  write("starter/c.txt",
        "# 领域：水务\n# 机关：县水务局\n[work_done]\n"
        "加快推进老旧管网改造工程，全县供水保证率明显提高，群众用水投诉下降。\n"
        "加快推进老旧管网改造工程，逐村排查漏点，引入第三方检测并公示结果。\n"
        "加快推进河道清淤，汛前完成任务。\n");
  ASSERT_TRUE(m_corpus.importStarter(file("starter")).has_value());
  const auto found = suggest({.role = Role::WorkDone, .topic = {}, .typed = u"加快推进", .draft = {}});
  EXPECT_EQ(std::ranges::count_if(
                found, [](const auto& s) { return s.text.starts_with(u"加快推进老旧"); }), 1);
  EXPECT_EQ(std::ranges::count_if(
                found, [](const auto& s) { return s.text.starts_with(u"加快推进河道"); }), 1);
}

TEST_F(SuggesterTest, WhatTheDraftSaysAlreadyIsNotOffered) {
  const auto found = suggest({.role = Role::NextSteps, .topic = {}, .typed = {},
                              .draft = u"明年，完善栏目巡查制度，每月通报一次。"});
  EXPECT_THAT(found, IsEmpty());
}

TEST_F(SuggesterTest, SlotsOfTheStarterComeWithTheirRanges) {
  const auto found = suggest({.role = Role::WorkDone, .topic = {}, .typed = u"清理河道", .draft = {}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, u"清理河道漂浮物〔数量〕吨。");
  ASSERT_THAT(found[0].slots, SizeIs(1));
  EXPECT_EQ(found[0].slots[0].of(found[0].text), u"〔数量〕");
}

TEST_F(SuggesterTest, FiguresAndNamesOfImportedReportsComeEmpty) {
  importInto(m_corpus, {write("a.txt", kReport)});
  const auto found = suggest({.role = Role::WorkDone, .topic = {}, .typed = u"新建农村供水", .draft = {}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, u"新建农村供水工程〔数量〕处，解决了〔数量〕人的饮水困难；");
  EXPECT_THAT(found[0].slots, SizeIs(2));
  EXPECT_EQ(found[0].source, u"云溪县水利局2023年工作总结");
}

TEST_F(SuggesterTest, AnEmptyCorpusOffersNothing) {
  const auto empty = Corpus::open(file("empty.db"), Corpus::Mode::ReadWrite).value();
  EXPECT_THAT(Suggester::make(empty).value().suggest({}, 5), IsEmpty());
}

}  // namespace
}  // namespace moxian

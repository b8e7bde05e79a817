#include "core/review/FinalPlaces.h"

#include <gtest/gtest.h>
#include <random>

#include "core/review/Markup.h"

namespace moxian {
namespace {

const std::u16string kDraft = u"全年完成投资三亿元五亿元。";
// 三亿元 is struck out
const FinalPlaces kPlaces({{6, 9}});

TEST(FinalPlaces, LeadFromTheFinalTextToTheDraftAndBack) {
  EXPECT_EQ(kPlaces.inDraft(5), 5U);
  EXPECT_EQ(kPlaces.inDraft(6), 9U);
  EXPECT_EQ(kPlaces.inFinal(9), 6U);
  EXPECT_EQ(kPlaces.inFinal(7), 6U);
  EXPECT_EQ(kPlaces.inDraft(Span{4, 6}), (Span{4, 6})) << "not the struck words behind it";
  EXPECT_EQ(kPlaces.inDraft(Span{4, 7}), (Span{4, 10}));
}

TEST(FinalPlaces, AFixLeavesStruckWordsInsideItAlone) {
  const std::vector<Edit> edits = kPlaces.inDraft(Edit{{4, 8}, u"建设"});
  ASSERT_EQ(edits.size(), 2U);
  EXPECT_EQ(edits[0].span, (Span{4, 6}));
  EXPECT_TRUE(edits[0].with.empty());
  EXPECT_EQ(edits[1].span, (Span{9, 11}));
  EXPECT_EQ(edits[1].with, u"建设");
}

TEST(FinalPlaces, AFixThatOnlyInsertsGoesBehindStruckWords) {
  const std::vector<Edit> edits = kPlaces.inDraft(Edit{{6, 6}, u"，"});
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0].span, (Span{9, 9}));
}

TEST(FinalPlaces, EveryCharacterIsFoundAgain) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::u16string draft;
    std::vector<Span> hidden;
    for (int i = 0; i < 40; ++i) draft += static_cast<char16_t>(u'一' + i);
    for (std::size_t at = random() % 4; at < draft.size();) {
      const std::size_t end = std::min<std::size_t>(draft.size(), at + 1 + random() % 5);
      hidden.push_back({at, end});
      at = end + random() % 4;
    }
    const FinalPlaces places(hidden);
    const std::u16string text = without(draft, hidden);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::size_t there = places.inDraft(i);
      ASSERT_EQ(draft[there], text[i]);
      ASSERT_EQ(places.inFinal(there), i);
      for (std::size_t j = i + 1; j <= text.size(); ++j) {
        std::u16string changed = draft;
        const auto edits = places.inDraft(Edit{{i, j}, u"新"});
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
          changed.replace(edit->span.begin, edit->span.length(), edit->with);
        std::vector<Span> left = hidden;
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
          left = movedBy(left, edit->span, edit->with.size());
        std::u16string wanted = text;
        wanted.replace(i, j - i, u"新");
        ASSERT_EQ(without(changed, left), wanted);
      }
    }
  }
}

TEST(FinalPlaces, ManyFindingsAreLedLikeEachAlone) {
  std::mt19937 random(11);
  std::vector<Span> hidden;
  for (std::size_t at = 3; at < 4000; at += 5 + random() % 30) {
    hidden.push_back({at, at + 1 + random() % 4});
  }
  const FinalPlaces places(hidden);
  std::vector<Finding> findings(500);
  std::size_t at = 0;
  for (Finding& finding : findings) {
    at += random() % 7;
    const auto near = [&](std::size_t range) {
      const std::size_t begin = at + random() % range;
      return Span{begin, begin + random() % 12};
    };
    finding.span = {at, at + random() % 10};
    finding.related = {near(20), near(3000)};
    finding.fixes.resize(1);
    finding.fixes[0].edits = {{near(5), u"甲"}, {near(2000), u"乙"}};
  }
  std::vector<Finding> led = findings;
  places.intoDraft(led);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    ASSERT_EQ(led[i].span, places.inDraft(findings[i].span));
    for (std::size_t k = 0; k < 2; ++k) {
      ASSERT_EQ(led[i].related[k], places.inDraft(findings[i].related[k]));
    }
    std::vector<Edit> wanted;
    for (const Edit& edit : findings[i].fixes[0].edits) {
      for (const Edit& part : places.inDraft(edit)) wanted.push_back(part);
    }
    ASSERT_EQ(led[i].fixes[0].edits.size(), wanted.size());
    for (std::size_t k = 0; k < wanted.size(); ++k) {
      ASSERT_EQ(led[i].fixes[0].edits[k].span, wanted[k].span);
      ASSERT_EQ(led[i].fixes[0].edits[k].with, wanted[k].with);
    }
  }
}

TEST(FinalPlaces, TypingBesideStruckWordsDoesNotHideWhatIsTyped) {
  EXPECT_EQ(movedBy({{6, 9}}, {9, 9}, 2), (std::vector<Span>{{6, 9}}));
  EXPECT_EQ(movedBy({{6, 9}}, {6, 6}, 2), (std::vector<Span>{{8, 11}}));
  EXPECT_EQ(movedBy({{6, 9}}, {5, 10}, 1), std::vector<Span>());
}

}  // namespace
}  // namespace moxian

#include "core/review/Merge.h"

#include "core/review/BlankLines.h"

#include <gtest/gtest.h>

#include <random>

namespace moxian {
namespace {

const Stamp kLi{"李审", 1000};
const Stamp kWang{"王审", 2000};
const std::u16string kDraft = u"全年完成投资12亿元，新建学校6所。\n下一步抓好落实。\n";

TEST(Merge, ChangesOfBothCopiesStandInTheResult) {
  MarkedDraft li(kDraft);
  MarkedDraft wang(kDraft);
  li.trackedReplace({6, 8}, u"13", kLi);
  wang.trackedReplace({15, 16}, u"8", kWang);
  wang.addComment(
      {.range = {0, 2}, .author = "王审", .time = 5, .text = u"哪一年？", .quote = u"全年"});
  const auto merged = mergeCopies(li, wang);
  ASSERT_TRUE(merged);
  EXPECT_TRUE(merged->conflicts.empty());
  EXPECT_EQ(merged->draft.originalText(), kDraft);
  EXPECT_EQ(merged->draft.finalText(), u"全年完成投资13亿元，新建学校8所。\n下一步抓好落实。\n");
  EXPECT_EQ(merged->draft.markup().comments().size(), 1U);
}

TEST(Merge, DifferentChangesAtOnePlaceAreAConflictSideBySide) {
  MarkedDraft li(kDraft);
  MarkedDraft wang(kDraft);
  li.trackedReplace({6, 8}, u"13", kLi);
  wang.trackedReplace({6, 8}, u"14", kWang);
  const auto merged = mergeCopies(li, wang);
  ASSERT_TRUE(merged);
  ASSERT_EQ(merged->conflicts.size(), 1U);
  EXPECT_EQ(merged->conflicts[0].first.span.of(merged->draft.text()), u"13");
  EXPECT_EQ(merged->conflicts[0].second.span.of(merged->draft.text()), u"14");
  EXPECT_EQ(merged->draft.originalText(), kDraft);
}

TEST(Merge, ADeletionAroundAnothersInsertionIsAConflictSideBySide) {
  for (const bool swapped : {false, true}) {
    MarkedDraft li(kDraft);
    MarkedDraft wang(kDraft);
    li.trackedReplace({0, 17}, {}, kLi);  // the first sentence
    wang.trackedReplace({6, 6}, u"约", kWang);
    wang.trackedReplace({14, 15}, u"8", kWang);
    const auto merged = swapped ? mergeCopies(wang, li) : mergeCopies(li, wang);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->draft.originalText(), kDraft);
    ASSERT_EQ(merged->conflicts.size(), 1U);
    const MergeConflict& conflict = merged->conflicts[0];
    const MergeSide& struck = swapped ? conflict.second : conflict.first;
    const MergeSide& put = swapped ? conflict.first : conflict.second;
    EXPECT_TRUE(struck.strikes);
    EXPECT_EQ(wordsOf(struck, merged->draft), kDraft.substr(0, 17));
    EXPECT_FALSE(put.strikes);
    EXPECT_EQ(wordsOf(put, merged->draft), u"约8");
    std::vector<MergeConflict> none;
    MarkedDraft kept = merged->draft;
    refuse(struck, kept, none);
    EXPECT_EQ(kept.finalText(), wang.finalText());
    MarkedDraft gone = merged->draft;
    refuse(put, gone, none);
    EXPECT_EQ(gone.finalText(), li.finalText());
  }
}

TEST(Merge, AnInsertionBesideADeletionIsNoConflict) {
  MarkedDraft li(kDraft);
  MarkedDraft wang(kDraft);
  li.trackedReplace({4, 10}, {}, kLi);
  wang.trackedReplace({4, 4}, u"累计", kWang);
  wang.trackedReplace({12, 12}, u"共", kWang);
  const auto merged = mergeCopies(li, wang);
  ASSERT_TRUE(merged);
  EXPECT_TRUE(merged->conflicts.empty());
}

TEST(Merge, WhatBothCopiesHaveAlikeStandsOnce) {
  MarkedDraft li(kDraft);
  li.trackedReplace({6, 8}, u"13", kLi);
  li.addComment({.range = {0, 2}, .author = "李审", .time = 5, .text = u"？", .quote = u"全年"});
  MarkedDraft wang = li;
  wang.trackedReplace({0, 0}, u"今年", kWang);
  const auto merged = mergeCopies(li, wang);
  ASSERT_TRUE(merged);
  EXPECT_TRUE(merged->conflicts.empty());
  EXPECT_EQ(merged->draft.text(), wang.text());
  EXPECT_EQ(merged->draft.markup().changes().size(), 3U);
  EXPECT_EQ(merged->draft.markup().comments().size(), 1U);
}

TEST(Merge, AnInsertionFromBeforeTheyPartedStandsOnceWithWhatWasPutAgainstIt) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({0, 0}, u"上年度，", {"周起草", 500});
  MarkedDraft li = draft;
  MarkedDraft wang = draft;
  li.trackedReplace({4, 4}, u"我局", kLi);          // behind it
  wang.trackedReplace({0, 0}, u"据统计，", kWang);  // before it
  wang.trackedReplace({6, 7}, {}, kWang);           // in it: 度
  for (const bool swapped : {false, true}) {
    const auto merged = swapped ? mergeCopies(wang, li) : mergeCopies(li, wang);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->draft.originalText(), kDraft);
    EXPECT_EQ(merged->draft.finalText(), u"据统计，上年，我局" + kDraft);
    EXPECT_TRUE(merged->conflicts.empty());
  }
}

TEST(Merge, AnInsertionFromBeforeTheyPartedStandsOnceWithWhatWasPutIntoIt) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({0, 0}, u"上年度，", {"周起草", 500});
  MarkedDraft li = draft;
  MarkedDraft wang = draft;
  li.trackedReplace({17, 18}, u"；", kLi);
  wang.trackedReplace({2, 2}, u"一", kWang);
  for (const bool swapped : {false, true}) {
    const auto merged = swapped ? mergeCopies(wang, li) : mergeCopies(li, wang);
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->draft.finalText().starts_with(u"上年一度，全年"));
    EXPECT_TRUE(merged->conflicts.empty());
  }
}

TEST(Merge, WordsThatOnlyBeginAlikeAreNotTakenForOneChange) {
  const Stamp minute{"办公室", 60'000};  // both copies carry one name
  MarkedDraft li(kDraft);
  MarkedDraft wang(kDraft);
  li.trackedReplace({6, 8}, u"13", minute);
  wang.trackedReplace({6, 8}, u"14", minute);
  const auto merged = mergeCopies(li, wang);
  ASSERT_TRUE(merged);
  ASSERT_EQ(merged->conflicts.size(), 1U);
  EXPECT_EQ(merged->conflicts[0].first.span.of(merged->draft.text()), u"13");
  EXPECT_EQ(merged->conflicts[0].second.span.of(merged->draft.text()), u"14");
}

TEST(Merge, WhatTwoReviewersCorrectAlikeStandsOnce) {
  MarkedDraft li(kDraft);
  MarkedDraft wang(kDraft);
  for (MarkedDraft* copy : {&li, &wang}) {
    const Stamp& by = copy == &li ? kLi : kWang;
    copy->trackedReplace({15, 16}, u"8", by);
    copy->trackedReplace({6, 8}, u"13", by);
    copy->trackedReplace({2, 2}, u"累计", by);
  }
  const Merged merged = *mergeCopies(li, wang);
  EXPECT_EQ(merged.draft.originalText(), kDraft);
  EXPECT_EQ(merged.draft.finalText(), li.finalText());
  EXPECT_TRUE(merged.conflicts.empty());
  EXPECT_TRUE(rivalsIn(merged.draft.markup()).empty());
}

/// A draft in which 12 gave way to 13 before two got their copies.
MarkedDraft withFigureReplaced() {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({6, 8}, u"13", {"周起草", 500});
  return draft;
}

/// Two put words at the same place of a draft that had marks; in both orders of merging.
template <class Look>
void whereBothPut(const MarkedDraft& draft, std::size_t place, const std::u16string& first,
                  const std::u16string& second, Look look) {
  for (const bool turned : {false, true}) {
    MarkedDraft li = draft;
    MarkedDraft wang = draft;
    li.trackedReplace({place, place}, first, kLi);
    wang.trackedReplace({place, place}, second, kWang);
    const Merged merged = turned ? *mergeCopies(wang, li) : *mergeCopies(li, wang);
    ASSERT_EQ(merged.draft.originalText(), draft.originalText());
    look(merged, li.finalText());
  }
}

void expectOnce(const Merged& merged, const std::u16string& final) {
  EXPECT_EQ(merged.draft.finalText(), final);
  EXPECT_TRUE(merged.conflicts.empty());
  EXPECT_TRUE(rivalsIn(merged.draft.markup()).empty());
}

TEST(Merge, TheSameWordPutBesideAReplacementThatBothHadStandsOnce) {
  const MarkedDraft draft = withFigureReplaced();
  whereBothPut(draft, 10, u"余", u"余", expectOnce);  // behind it
  whereBothPut(draft, 6, u"约", u"约", expectOnce);   // before the words that it struck
  whereBothPut(draft, 8, u"约", u"约", expectOnce);   // between them and the new ones
  whereBothPut(draft, 9, u".", u".", expectOnce);     // in the new ones
  whereBothPut(draft, 10, u"余", u"余", [](const Merged& merged, const std::u16string&) {
    const auto changes = merged.draft.markup().changes();
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_TRUE((changes[2].author == "李审" && changes[2].time == 1000) ||
                (changes[2].author == "王审" && changes[2].time == 2000));
  });
}

TEST(Merge, WordsOfOnePutIntoAReplacementThatBothHadAreNoRivalOfIt) {
  for (const bool turned : {false, true}) {
    const MarkedDraft wang = withFigureReplaced();
    MarkedDraft li = wang;
    li.trackedReplace({8, 8}, u"约", kLi);
    expectOnce(turned ? *mergeCopies(wang, li) : *mergeCopies(li, wang), li.finalText());
  }
}

TEST(Merge, WordsOfOnePutIntoADeletionThatBothHadAreNoConflict) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({4, 10}, {}, {"周起草", 500});
  for (const bool turned : {false, true}) {
    MarkedDraft li = draft;
    li.trackedReplace({6, 6}, u"约", kLi);
    const Merged merged = turned ? *mergeCopies(draft, li) : *mergeCopies(li, draft);
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(merged.draft.finalText(), li.finalText());
  }
}

TEST(Merge, TheSameWordPutIntoAnInsertionThatBothHadStandsOnce) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({0, 0}, u"上年度，", {"周起草", 500});
  for (const std::size_t place : {0U, 1U, 4U}) {
    whereBothPut(draft, place, u"一", u"一", expectOnce);
  }
}

TEST(Merge, OtherWordsPutBesideAReplacementThatBothHadStandSideBySide) {
  for (const std::size_t place : {6U, 8U, 9U, 10U}) {
    whereBothPut(withFigureReplaced(), place, u"余", u"多",
                 [](const Merged& merged, const std::u16string&) {
                   EXPECT_EQ(merged.conflicts.size(), 1U);
                   EXPECT_NE(merged.draft.finalText().find(u"余"), std::u16string::npos);
                   EXPECT_NE(merged.draft.finalText().find(u"多"), std::u16string::npos);
                 });
  }
}

TEST(Merge, TheSameWordInPlaceOfMoreAndBesideAReplacementAreTwoProposals) {
  for (const bool turned : {false, true}) {
    MarkedDraft li = withFigureReplaced();
    MarkedDraft wang = li;
    li.trackedReplace({8, 10}, u"15", kLi);  // strikes 13
    wang.trackedReplace({10, 10}, u"15", kWang);
    const Merged merged = turned ? *mergeCopies(wang, li) : *mergeCopies(li, wang);
    EXPECT_EQ(merged.conflicts.size(), 1U);
  }
}

TEST(Merge, WhatTwoPutInPlaceOfAReplacementThatBothHadStandsOnce) {
  MarkedDraft li = withFigureReplaced();
  MarkedDraft wang = li;
  li.trackedReplace({8, 10}, u"15", kLi);
  wang.trackedReplace({8, 10}, u"15", kWang);
  expectOnce(*mergeCopies(li, wang), li.finalText());
}

TEST(Merge, TheSameWordsInPlaceOfDifferentOnesStayTwoProposals) {
  MarkedDraft li(kDraft);
  MarkedDraft wang(kDraft);
  li.trackedReplace({4, 8}, u"13", kLi);
  wang.trackedReplace({6, 8}, u"13", kWang);
  const Merged merged = *mergeCopies(li, wang);
  EXPECT_EQ(merged.conflicts.size(), 1U);
  EXPECT_EQ(rivalsIn(merged.draft.markup()).size(), 1U);
}

TEST(Merge, CopiesThatDifferInBlankLinesAreOfOneDraft) {
  const std::u16string spaced = u"\n全年完成投资12亿元，新建学校6所。\n\n下一步抓好落实。\n \n";
  for (const bool turned : {false, true}) {
    MarkedDraft li(kDraft.substr(0, kDraft.size() - 1));
    MarkedDraft wang(spaced);
    li.trackedReplace({6, 8}, u"13", kLi);
    wang.trackedReplace({20, 20}, u"两年任务一年完成。\n", kWang);
    const auto merged = turned ? mergeCopies(wang, li) : mergeCopies(li, wang);
    ASSERT_TRUE(merged);
    EXPECT_TRUE(merged->conflicts.empty());
    EXPECT_EQ(merged->draft.originalText(), turned ? spaced : kDraft);
    EXPECT_EQ(Unspaced(merged->draft.finalText()).text(),
              u"全年完成投资13亿元，新建学校6所。\n两年任务一年完成。\n下一步抓好落实。\n");
  }
}

TEST(Merge, ACommentThatWentThroughAWordProcessorStandsOnce) {
  MarkedDraft here(kDraft);
  MarkedDraft there(kDraft);
  Comment comment{
      .range = {0, 2}, .author = "王审", .time = 5'678, .text = u"哪一年？", .quote = u"全年"};
  here.addComment(comment);
  comment.time = 5'000;  // whole seconds
  there.addComment(comment);
  const auto merged = mergeCopies(here, there);
  ASSERT_TRUE(merged);
  EXPECT_EQ(merged->draft.markup().comments().size(), 1U);
}

TEST(Merge, WhateverTwoDoTheirDraftAndTheirCommentsAreThere) {
  std::mt19937 dice(11);
  const auto upTo = [&](std::size_t most) { return dice() % (most + 1); };
  const std::u16string words = u"全年完成投资新建学校";
  const auto work = [&](MarkedDraft& copy, const Stamp& by) {
    for (int i = 0; i < 5; ++i) {
      const std::size_t begin = upTo(copy.text().size());
      const Span span{begin, std::min(copy.text().size(), begin + upTo(6))};
      if (upTo(3) == 0) {
        copy.addComment({.range = span, .author = by.author, .text = u"？", .quote = u"？"});
      } else {
        copy.trackedReplace(span, words.substr(upTo(8), upTo(2)), by);
      }
    }
  };
  for (int round = 0; round < 1000; ++round) {
    MarkedDraft li(kDraft);
    if (round % 2 == 0) work(li, {"赵拟", 500});
    MarkedDraft wang = li;
    work(li, kLi);
    work(wang, kWang);
    MarkedDraft merged = mergeCopies(li, wang)->draft;
    ASSERT_EQ(merged.originalText(), kDraft) << round;
    for (const Comment& comment : merged.markup().comments()) {
      ASSERT_LE(comment.range.begin, comment.range.end) << round;
      ASSERT_LE(comment.range.end, merged.text().size()) << round;
    }
    const std::u16string before = merged.text();
    const std::size_t places = rivalsIn(merged.markup()).size();
    ASSERT_EQ(merged.settle({}, true).openPlaces, places) << round;
    ASSERT_TRUE(merged.undo());
    ASSERT_EQ(merged.text(), before) << round;
    (void)merged.settle({.author = "李审"}, true);
    (void)merged.settle({}, false);
    ASSERT_TRUE(merged.markup().changes().empty()) << round;
  }
}

TEST(Merge, CopiesOfDifferentDraftsAreRefused) {
  EXPECT_FALSE(mergeCopies(MarkedDraft(kDraft), MarkedDraft(u"另一份稿件")));
}

}  // namespace
}  // namespace moxian

#include "core/review/Rivals.h"

#include <gtest/gtest.h>

#include "core/review/Merge.h"

namespace moxian {
namespace {

const std::u16string kDraft = u"受理申请15件。\n下一步抓好落实。\n";
// both copies carry one name, as a shared computer gives it
const Stamp kFirst{"审稿人", 1001};
const Stamp kSecond{"审稿人", 2002};

MarkedDraft mergedFigures(const Stamp& first = kFirst, const Stamp& second = kSecond) {
  MarkedDraft a(kDraft);
  MarkedDraft b(kDraft);
  a.trackedReplace({4, 6}, u"16", first);
  b.trackedReplace({4, 6}, u"17", second);
  return mergeCopies(a, b)->draft;
}

std::int64_t idOf(const MarkedDraft& draft, std::u16string_view words) {
  for (const TrackedChange& change : draft.markup().changes()) {
    if (change.range.of(draft.text()) == words) return change.id;
  }
  return 0;
}

TEST(Rivals, AcceptingAllAfterAMergeDoesNotJoinTwoFigures) {
  MarkedDraft draft = mergedFigures();
  draft.trackedReplace({12, 13}, u"再", kFirst);
  const Settlement done = draft.settle({}, true);
  EXPECT_EQ(done.openPlaces, 1U);
  EXPECT_EQ(done.refused, 0U);
  ASSERT_EQ(rivalsIn(draft.markup()).size(), 1U);
  EXPECT_EQ(draft.markup().changes().size(), 3U) << "15, 16 and 17 wait";
  EXPECT_TRUE(draft.undo());
  EXPECT_EQ(draft.originalText(), kDraft);
}

TEST(Rivals, AcceptingOneFigureRejectsTheOtherInTheSameStep) {
  MarkedDraft draft = mergedFigures();
  const std::u16string text = draft.text();
  const Settlement done = draft.settle({.id = idOf(draft, u"16")}, true, Settler{{"李审", 9}});
  EXPECT_EQ(done.refused, 1U);
  EXPECT_EQ(draft.text(), u"受理申请16件。\n下一步抓好落实。\n");
  EXPECT_TRUE(draft.markup().empty());
  ASSERT_EQ(draft.markup().settled().size(), 3U);
  EXPECT_TRUE(draft.undo());
  EXPECT_EQ(draft.text(), text);
  EXPECT_EQ(rivalsIn(draft.markup()).size(), 1U);
}

TEST(Rivals, TheSecondFigureCanBeTakenAsWell) {
  MarkedDraft draft = mergedFigures();
  (void)draft.settle({.id = idOf(draft, u"17")}, true);
  EXPECT_EQ(draft.text(), u"受理申请17件。\n下一步抓好落实。\n");
}

TEST(Rivals, AcceptingOnePersonsChangesRejectsWhatAnotherPutInTheirPlace) {
  MarkedDraft draft = mergedFigures({"李审", 1001}, {"王审", 2002});
  (void)draft.settle({.author = "王审"}, true);
  EXPECT_EQ(draft.finalText(), u"受理申请17件。\n下一步抓好落实。\n");
}

TEST(Rivals, ASelectionOverBothLeavesBoth) {
  MarkedDraft draft = mergedFigures();
  const std::u16string text = draft.text();
  EXPECT_EQ(draft.settle({.within = Span{0, 11}}, true).openPlaces, 1U);
  EXPECT_EQ(draft.text(), text);
}

TEST(Rivals, AcceptingTheStruckFigureAloneWaitsForTheChoice) {
  MarkedDraft draft = mergedFigures();
  EXPECT_EQ(draft.settle({.id = idOf(draft, u"15")}, true).openPlaces, 1U);
  EXPECT_EQ(rivalsIn(draft.markup()).size(), 1U);
}

TEST(Rivals, RejectingAllGivesTheOriginal) {
  MarkedDraft draft = mergedFigures();
  EXPECT_EQ(draft.settle({}, false).openPlaces, 0U);
  EXPECT_EQ(draft.text(), kDraft);
}

TEST(Rivals, WordsPutIntoASentenceThatAnotherStrikesAreRivals) {
  MarkedDraft a(kDraft);
  MarkedDraft b(kDraft);
  a.trackedReplace({0, 8}, {}, {"李审", 1001});
  b.trackedReplace({4, 4}, u"约", {"王审", 2002});
  MarkedDraft draft = mergeCopies(a, b)->draft;
  EXPECT_EQ(draft.settle({}, true).openPlaces, 1U);
  (void)draft.settle({.id = idOf(draft, u"约")}, true);
  EXPECT_EQ(draft.text(), u"受理申请约15件。\n下一步抓好落实。\n");
  EXPECT_TRUE(draft.markup().empty());
}

TEST(Rivals, WhatOnePersonTypesOnIsNoRival) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({4, 6}, u"16", kFirst);
  draft.trackedReplace({8, 8}, u"余", kSecond);
  draft.trackedReplace({9, 10}, u"宗", {"审稿人", 3003});
  EXPECT_TRUE(rivalsIn(draft.markup()).empty());
  EXPECT_EQ(draft.settle({}, true).openPlaces, 0U);
  EXPECT_EQ(draft.text(), u"受理申请16余宗。\n下一步抓好落实。\n");
}

TEST(Rivals, WordProcessorsMinutesOfOneAuthorAreNoRivals) {
  const std::vector<TrackedChange> changes = {{1, ChangeKind::Deletion, {4, 6}, "李审", 60'000},
                                              {2, ChangeKind::Insertion, {6, 8}, "李审", 60'000},
                                              {3, ChangeKind::Insertion, {8, 9}, "李审", 120'000}};
  EXPECT_TRUE(rivalsIn(Markup(changes, {}, 20)).empty());
}

TEST(Rivals, AdditionsSideBySideWithNothingStruckStandTogether) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({8, 8}, u"办结16件。", {"李审", 1001});
  draft.trackedReplace({14, 14}, u"无一超期。", {"王审", 2002});
  EXPECT_TRUE(rivalsIn(draft.markup()).empty());
}

}  // namespace
}  // namespace moxian

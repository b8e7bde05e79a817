#include "core/review/Rivals.h"

#include <gtest/gtest.h>
#include <format>
#include <random>

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

std::string named(Span a, Span b) {
  return std::format("{}-{} and {}-{}", a.begin, a.end, b.begin, b.end);
}

/// Does `look` for all that two can do in words of six characters, in both orders of merging.
template <class Look>
void forAllPairs(Look look) {
  const std::u16string words = u"完成三项任务。\n";
  for (std::size_t a = 0; a <= 6; ++a) {
    for (std::size_t b = a; b <= 6; ++b) {
      for (std::size_t c = 0; c <= 6; ++c) {
        for (std::size_t d = c; d <= 6; ++d) {
          MarkedDraft first(words);
          MarkedDraft second(words);
          first.trackedReplace({a, b}, u"甲甲", {"李审", 1001});
          second.trackedReplace({c, d}, u"乙", {"王审", 2002});
          SCOPED_TRACE(named({a, b}, {c, d}));
          look(first, second, Span{a, b}, Span{c, d});
        }
      }
    }
  }
}

TEST(Rivals, WhoeverReplacesSomeOfTheSameWordsIsARivalAndNobodyElse) {
  forAllPairs([](const MarkedDraft& first, const MarkedDraft& second, Span a, Span b) {
    const MarkedDraft merged = mergeCopies(first, second)->draft;
    ASSERT_EQ(merged.originalText(), first.originalText());
    const bool same = a.overlaps(b) || (a.empty() && b.begin < a.begin && a.begin < b.end) ||
                      (b.empty() && a.begin < b.begin && b.begin < a.end);
    ASSERT_EQ(rivalsIn(merged.markup()).size(), same ? 1U : 0U);
    MarkedDraft all = merged;
    EXPECT_EQ(all.settle({}, true).openPlaces, same ? 1U : 0U);
  });
}

TEST(Rivals, TakingOneOfTwoGivesWhatThatReviewerWrote) {
  forAllPairs([](const MarkedDraft& first, const MarkedDraft& second, Span, Span) {
    const MarkedDraft merged = mergeCopies(first, second)->draft;
    if (rivalsIn(merged.markup()).empty()) return;
    for (const bool one : {true, false}) {
      MarkedDraft draft = merged;
      (void)draft.settle({.id = idOf(merged, one ? u"甲甲" : u"乙")}, true);
      EXPECT_EQ(draft.text(), (one ? first : second).finalText());
      EXPECT_TRUE(draft.markup().empty());
      EXPECT_TRUE(draft.undo());
      EXPECT_EQ(draft.text(), merged.text());
      (void)draft.settle({.author = one ? "李审" : "王审"}, true);
      EXPECT_EQ(draft.finalText(), (one ? first : second).finalText());
    }
  });
}

TEST(Rivals, RefusingOneCopyAtAPlaceLeavesWhatTheOtherWrote) {
  forAllPairs([](const MarkedDraft& first, const MarkedDraft& second, Span, Span) {
    const Merged merged = *mergeCopies(first, second);
    if (rivalsIn(merged.draft.markup()).empty()) return;
    ASSERT_EQ(merged.conflicts.size(), 1U);
    std::vector<MergeConflict> others;
    MarkedDraft draft = merged.draft;
    refuse(merged.conflicts[0].second, draft, others);
    EXPECT_EQ(draft.finalText(), first.finalText());
    draft = merged.draft;
    refuse(merged.conflicts[0].first, draft, others);
    EXPECT_EQ(draft.finalText(), second.finalText());
  });
}

template <class Ids>
bool among(const std::unordered_set<std::int64_t>& some, const Ids& ids) {
  return std::ranges::any_of(some, [&](std::int64_t id) { return ids.contains(id); });
}

/// Whether the two of a conflict stand on two sides of one of the places.
bool namedBy(const std::vector<RivalPlace>& places, const MergeConflict& conflict) {
  return std::ranges::any_of(places, [&](const RivalPlace& place) {
    const auto sideOf = [&](const MergeSide& side) {
      return std::ranges::find_if(place.sides,
                                  [&](const auto& ids) { return among(side.changes, ids); });
    };
    const auto first = sideOf(conflict.first);
    const auto second = sideOf(conflict.second);
    return first != place.sides.end() && second != place.sides.end() && first != second;
  });
}

/// Changes that a draft still has.
std::unordered_set<std::int64_t> idsIn(const MarkedDraft& draft) {
  std::unordered_set<std::int64_t> ids;
  for (const TrackedChange& change : draft.markup().changes()) ids.insert(change.id);
  return ids;
}

TEST(Rivals, WhatAMergeReportsAboutStruckWordsIsNamedAndWaits) {
  std::mt19937 dice(5);
  const auto upTo = [&](std::size_t most) { return dice() % (most + 1); };
  const std::u16string words = u"全年完成投资新建学校";
  std::size_t met = 0;
  for (int round = 0; round < 4000; ++round) {
    MarkedDraft li(u"完成三项任务，惠及群众。\n");
    MarkedDraft wang = li;
    const auto work = [&](MarkedDraft& copy, const Stamp& by) {
      const std::size_t begin = upTo(copy.text().size());
      const Span span{begin, std::min(copy.text().size(), begin + upTo(6))};
      copy.trackedReplace(span, words.substr(upTo(8), upTo(2)), by);
    };
    work(li, {"李审", 1001});
    work(wang, {round % 2 == 0 ? "王审" : "李审", 2002});
    const Merged merged = *mergeCopies(li, wang);
    const std::vector<RivalPlace> places = rivalsIn(merged.draft.markup());
    MarkedDraft all = merged.draft;
    (void)all.settle({}, true);
    for (const MergeConflict& each : merged.conflicts) {
      if (!each.first.strikes && !each.second.strikes) continue;  // additions stand together
      ++met;
      ASSERT_TRUE(namedBy(places, each)) << round;
      ASSERT_TRUE(among(each.first.changes, idsIn(all))) << round;
      ASSERT_TRUE(among(each.second.changes, idsIn(all))) << round;
    }
  }
  EXPECT_GT(met, 100U);
}

TEST(Rivals, ReplacingTheFirstOfTheWordsThatAnotherStrikesIsARival) {
  for (const bool turned : {false, true}) {
    for (const bool oneName : {false, true}) {
      MarkedDraft li(kDraft);
      MarkedDraft wang(kDraft);
      li.trackedReplace({4, 6}, u"16", {"李审", 1001});
      wang.trackedReplace({4, 7}, {}, {oneName ? "李审" : "王审", 2002});
      const Merged merged = turned ? *mergeCopies(wang, li) : *mergeCopies(li, wang);
      EXPECT_EQ(merged.conflicts.size(), 1U);
      const std::vector<RivalPlace> places = rivalsIn(merged.draft.markup());
      ASSERT_EQ(places.size(), 1U);
      EXPECT_EQ(places[0].span, (Span{4, 9}));
      EXPECT_EQ(
          wordsOf(turned ? merged.conflicts[0].first : merged.conflicts[0].second, merged.draft),
          u"15件");
      MarkedDraft draft = merged.draft;
      EXPECT_EQ(draft.settle({}, true).openPlaces, 1U);
      EXPECT_EQ(draft.text(), merged.draft.text());
      (void)draft.settle({.id = idOf(draft, u"16")}, true);
      EXPECT_EQ(draft.text(), li.finalText());
      draft = merged.draft;
      (void)draft.settle({.id = idOf(draft, u"件")}, true);
      EXPECT_EQ(draft.text(), wang.finalText());
      draft = merged.draft;
      (void)draft.settle({}, false);
      EXPECT_EQ(draft.text(), kDraft);
    }
  }
}

TEST(Rivals, AReplacementBesideWordsThatAnotherStrikesIsNone) {
  for (const bool turned : {false, true}) {
    MarkedDraft li(kDraft);
    MarkedDraft wang(kDraft);
    li.trackedReplace({4, 6}, u"16", {"李审", 1001});
    wang.trackedReplace({6, 7}, {}, {"王审", 2002});
    const Merged merged = turned ? *mergeCopies(wang, li) : *mergeCopies(li, wang);
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_TRUE(rivalsIn(merged.draft.markup()).empty());
    MarkedDraft draft = merged.draft;
    EXPECT_EQ(draft.settle({}, true).openPlaces, 0U);
    EXPECT_EQ(draft.text(), u"受理申请16。\n下一步抓好落实。\n");
  }
}

TEST(Rivals, WhatOneTypesBeforeWordsAndStrikesThemIsNone) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({4, 4}, u"16", {"李审", 60'001});
  draft.trackedReplace({6, 8}, {}, {"李审", 61'002});
  draft.trackedReplace({8, 9}, {}, {"李审", 62'003});
  EXPECT_TRUE(rivalsIn(draft.markup()).empty());
  // another replaced what stands behind
  draft = MarkedDraft(kDraft);
  draft.trackedReplace({4, 4}, u"16", {"李审", 60'001});
  draft.trackedReplace({6, 8}, {}, {"李审", 61'002});
  draft.trackedReplace({8, 9}, u"项", {"王审", 62'003});
  EXPECT_TRUE(rivalsIn(draft.markup()).empty());
}

TEST(Rivals, AnAdditionBehindWhatAnotherReplacedStandsBesideIt) {
  for (const bool turned : {false, true}) {
    MarkedDraft a(kDraft);
    MarkedDraft b(kDraft);
    a.trackedReplace({4, 6}, u"16", kFirst);
    b.trackedReplace({6, 6}, u"余", kSecond);
    MarkedDraft draft = (turned ? mergeCopies(b, a) : mergeCopies(a, b))->draft;
    EXPECT_TRUE(rivalsIn(draft.markup()).empty());
    EXPECT_EQ(draft.settle({}, true).openPlaces, 0U);
    EXPECT_EQ(draft.text(), u"受理申请16余件。\n下一步抓好落实。\n");
  }
}

TEST(Rivals, CopiesOfOneNameAreToldApartByTheTimesOfTyping) {
  const auto typed = [](const std::u16string& figure, Time from) {
    MarkedDraft draft(kDraft);
    draft.trackedReplace({4, 6}, {}, {"审稿人", from});
    for (std::size_t i = 0; i < figure.size(); ++i) {
      draft.trackedReplace({6 + i, 6 + i}, figure.substr(i, 1),
                           {"审稿人", from + 700 * static_cast<Time>(i + 1)});
    }
    return draft;
  };
  MarkedDraft adds(kDraft);
  adds.trackedReplace({6, 6}, u"余", {"审稿人", 900'123});
  const MarkedDraft early = typed(u"160", 5'001);
  const MarkedDraft late = typed(u"17", 600'011);
  EXPECT_EQ(rivalsIn(mergeCopies(early, late)->draft.markup()).size(), 1U);
  EXPECT_EQ(rivalsIn(mergeCopies(late, early)->draft.markup()).size(), 1U);
  EXPECT_TRUE(rivalsIn(mergeCopies(early, adds)->draft.markup()).empty());
  EXPECT_TRUE(rivalsIn(mergeCopies(adds, late)->draft.markup()).empty());
}

TEST(Rivals, ThreeReplacementsOfOneFigureAreAllRivals) {
  MarkedDraft third(kDraft);
  third.trackedReplace({4, 6}, u"18", {"赵审", 3003});
  const MarkedDraft two = mergedFigures({"李审", 1001}, {"王审", 2002});
  for (const bool turned : {false, true}) {
    MarkedDraft draft = (turned ? mergeCopies(third, two) : mergeCopies(two, third))->draft;
    ASSERT_EQ(rivalsIn(draft.markup()).size(), 1U);
    EXPECT_EQ(rivalsIn(draft.markup())[0].sides.size(), 3U);
    (void)draft.settle({.id = idOf(draft, u"17")}, true);
    EXPECT_EQ(draft.text(), u"受理申请17件。\n下一步抓好落实。\n");
  }
}

TEST(Rivals, TwoFiguresChangedInASentenceThatAnotherRewritesGoWithIt) {
  const std::u16string before = u"新建6所，改建9所，全年开放。\n";
  MarkedDraft a(before);
  MarkedDraft b(before);
  a.trackedReplace({0, 9}, u"新改建15所", {"李审", 1001});
  b.trackedReplace({7, 8}, u"8", {"王审", 2002});
  b.trackedReplace({2, 3}, u"7", {"王审", 2003});
  MarkedDraft draft = mergeCopies(a, b)->draft;
  EXPECT_EQ(draft.settle({}, true).openPlaces, 2U);
  MarkedDraft rewritten = draft;
  (void)rewritten.settle({.id = idOf(draft, u"新改建15所")}, true);
  EXPECT_EQ(rewritten.text(), a.finalText());
  (void)draft.settle({.author = "王审"}, true);
  EXPECT_EQ(draft.text(), b.finalText());
}

TEST(Rivals, AStrikeThatWaitsAtOneOfItsPlacesIsNotAcceptedAtAnother) {
  MarkedDraft li(kDraft);
  MarkedDraft wang(kDraft);
  const Stamp other{"王审", 2000};
  li.trackedReplace({0, 7}, {}, {"李审", 1000});
  wang.trackedReplace({2, 2}, u"甲", other);
  wang.trackedReplace({5, 5}, u"乙", other);
  MarkedDraft merged = mergeCopies(li, wang)->draft;
  const std::u16string before = merged.text();
  // all but the second of the words that were put between
  ChangeFilter most{.among = std::unordered_set<std::int64_t>()};
  for (const TrackedChange& change : merged.markup().changes()) {
    if (change.range.of(before) != u"乙") most.among->insert(change.id);
  }
  Markup markup = merged.markup();
  const Settlement done = settleChanges(markup, before, most, true);
  EXPECT_TRUE(done.out.empty());
  EXPECT_GT(done.openPlaces, 0U);
  EXPECT_EQ(markup.count({}), merged.markup().count({}));
}

TEST(Rivals, WhatIsPutIntoAReplacementThatStandsThereIsNoRival) {
  MarkedDraft draft(kDraft);
  draft.trackedReplace({4, 6}, u"16", {"李审", 1001});
  draft.trackedReplace({6, 6}, u"约", {"王审", 2002});
  EXPECT_TRUE(rivalsIn(draft.markup()).empty());
  EXPECT_EQ(draft.settle({}, true).openPlaces, 0U);
  EXPECT_EQ(draft.text(), u"受理申请约16件。\n下一步抓好落实。\n");
}

}  // namespace
}  // namespace moxian

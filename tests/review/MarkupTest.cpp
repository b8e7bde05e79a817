#include "core/review/Markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/review/MarkedDraft.h"

namespace moxian {
namespace {

const Stamp kLi{"李审", 1000};
const Stamp kWang{"王审", 2000};

TEST(Markup, TypingInOnesOwnInsertionExtendsIt) {
  MarkedDraft draft(u"全县完成投资。");
  draft.trackedReplace({2, 2}, u"今年", kLi);
  draft.trackedReplace({4, 4}, u"累计", kLi);
  draft.trackedReplace({3, 3}, u"天", kLi);
  ASSERT_EQ(draft.markup().changes().size(), 1U);
  EXPECT_EQ(draft.markup().changes()[0].range, (Span{2, 7}));
}

TEST(Markup, DeletingOnesOwnInsertionRemovesIt) {
  MarkedDraft draft(u"全县完成投资。");
  draft.trackedReplace({2, 2}, u"今年", kLi);
  draft.trackedReplace({2, 4}, {}, kLi);
  EXPECT_EQ(draft.text(), u"全县完成投资。");
  EXPECT_TRUE(draft.markup().empty());
}

TEST(Markup, DeletingAnothersInsertionKeepsItVisible) {
  MarkedDraft draft(u"全县完成投资。");
  draft.trackedReplace({2, 2}, u"今年", kLi);
  draft.trackedReplace({2, 4}, {}, kWang);
  EXPECT_EQ(draft.text(), u"全县今年完成投资。");
  EXPECT_EQ(draft.finalText(), u"全县完成投资。");
  EXPECT_EQ(draft.originalText(), u"全县完成投资。");
  EXPECT_EQ(draft.markup().changes().size(), 2U);
}

TEST(Markup, AcceptingADeletedParagraphMarkJoinsWithoutLosingText) {
  MarkedDraft draft(u"一是抓项目。\n二是抓招商。\n");
  draft.trackedReplace({6, 7}, {}, kLi);
  draft.resolve({}, true);
  EXPECT_EQ(draft.text(), u"一是抓项目。二是抓招商。\n");
}

TEST(Markup, RejectingAnInsertedParagraphMarkJoinsWithoutLosingText) {
  MarkedDraft draft(u"一是抓项目。二是抓招商。\n");
  draft.trackedReplace({6, 6}, u"\n", kLi);
  draft.resolve({}, false);
  EXPECT_EQ(draft.text(), u"一是抓项目。二是抓招商。\n");
  EXPECT_TRUE(draft.markup().empty());
}

TEST(Markup, OnlyTheSelectedPartIsAccepted) {
  MarkedDraft draft(u"完成投资");
  draft.trackedReplace({2, 2}, u"工业固定资产", kLi);
  draft.resolve({.within = Span{4, 6}}, true);
  ASSERT_EQ(draft.markup().changes().size(), 2U);
  draft.resolve({}, false);
  EXPECT_EQ(draft.text(), u"完成固定投资");
}

TEST(Markup, BothHalvesOfAMoveAreSettledTogether) {
  Markup markup;
  const auto from = markup.mark(ChangeKind::MovedFrom, {0, 4}, kLi);
  const auto to = markup.mark(ChangeKind::MovedTo, {8, 12}, kLi);
  markup.pair(from, to);
  EXPECT_EQ(markup.count({.id = to}), 2U);
  EXPECT_THAT(markup.resolve({.id = from}, true), testing::ElementsAre(Span{0, 4}));
  EXPECT_TRUE(markup.empty());
}

TEST(Markup, SettlingOneHalfOfAMoveByItsRangeSettlesBoth) {
  for (const bool accept : {true, false}) {
    Markup markup({}, {}, 12);
    const auto from = markup.mark(ChangeKind::MovedFrom, {0, 4}, kLi);
    const auto to = markup.mark(ChangeKind::MovedTo, {8, 12}, kLi);
    markup.pair(from, to);
    const std::vector<Span> out = markup.resolve({.within = Span{8, 12}}, accept);
    EXPECT_TRUE(markup.empty());
    EXPECT_EQ(out, (std::vector<Span>{accept ? Span{0, 4} : Span{8, 12}}));
  }
}

TEST(Markup, ACommentSurvivesEditsOfItsText) {
  MarkedDraft draft(u"全年完成投资12亿元。");
  draft.addComment({.range = {2, 6}, .author = "李审", .text = u"口径？", .quote = u"完成投资"});
  draft.replace({4, 4}, u"工业");
  draft.replace({0, 0}, u"　　");
  EXPECT_EQ(draft.markup().comments()[0].range, (Span{4, 10}));
  draft.replace({4, 10}, u"投产项目");
  EXPECT_EQ(draft.markup().comments()[0].range.of(draft.text()), u"投产项目");
  draft.trackedReplace({4, 8}, u"投资", kWang);
  EXPECT_EQ(draft.markup().comments()[0].range.of(draft.text()), u"投产项目投资");
}

TEST(Markup, ACommentWhoseTextIsGoneStandsDetachedWithTheOldWords) {
  MarkedDraft draft(u"全年完成投资12亿元。");
  draft.addComment({.range = {2, 6}, .author = "李审", .text = u"口径？", .quote = u"完成投资"});
  draft.replace({1, 8}, {});
  ASSERT_EQ(draft.markup().comments().size(), 1U);
  EXPECT_TRUE(draft.markup().comments()[0].detached());
  EXPECT_EQ(draft.markup().comments()[0].quote, u"完成投资");
  draft.undo();
  EXPECT_FALSE(draft.markup().comments()[0].detached());
}

TEST(Markup, RemovingACommentTakesItsRepliesAlong) {
  MarkedDraft draft(u"全年完成投资。");
  const auto id = draft.addComment({.range = {2, 6}, .text = u"口径？", .quote = u"完成投资"});
  draft.addComment({.parent = id, .text = u"统计口径。", .quote = u"完成投资"});
  EXPECT_EQ(draft.markup().comments()[1].range, (Span{2, 6}));
  draft.removeComment(id);
  EXPECT_TRUE(draft.markup().comments().empty());
  draft.undo();
  EXPECT_EQ(draft.markup().comments().size(), 2U);
}

TEST(Markup, StoredMarksOfADamagedFileAreCutToTheText) {
  const Markup markup({{.id = 1, .range = {2, 90}, .author = "李审"}, {.id = 2, .range = {50, 60}}},
                      {{.id = 1, .range = {80, 70}, .text = u"？"}}, 5);
  ASSERT_EQ(markup.changes().size(), 1U);
  EXPECT_EQ(markup.changes()[0].range, (Span{2, 5}));
  EXPECT_EQ(markup.comments()[0].range, (Span{5, 5}));
}

}  // namespace
}  // namespace moxian

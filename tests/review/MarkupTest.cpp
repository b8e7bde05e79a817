#include "core/review/Markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <tuple>

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

using Told = std::tuple<Span, ChangeKind, std::string>;

/// What is marked; an old mark that is joined with a new one has the new one's time.
std::vector<Told> toldIn(const Markup& markup) {
  std::vector<Told> all;
  for (const TrackedChange& each : markup.changes()) {
    all.emplace_back(each.range, each.kind, each.author);
  }
  return all;
}

TEST(Markup, ManyEditsAtOnceAreMarkedAsOneAfterAnother) {
  std::mt19937 dice(3);
  const auto upTo = [&](std::size_t most) { return dice() % (most + 1); };
  const std::u16string words = u"全年完成投资新建学校";
  for (int round = 0; round < 2000; ++round) {
    std::u16string text = u"全年完成投资十二亿元，新建学校六所，惠及群众三万人。\n";
    Markup markup;
    for (int i = 0; i < 5; ++i) {
      const std::size_t begin = upTo(text.size());
      const Span span{begin, std::min(text.size(), begin + upTo(4))};
      applyEdits(text, markup.track(span, words.substr(upTo(8), upTo(2)),
                                    {i % 2 == 0 ? "李审" : "王审", 1}));
      const std::size_t on = upTo(text.size());
      markup.addComment({.range = {on, std::min(text.size(), on + upTo(6))}, .quote = u"？"});
    }
    std::vector<Edit> edits;
    for (std::size_t at = upTo(5); at < text.size(); at += 1 + upTo(5)) {
      const Span span{at, std::min(text.size(), at + upTo(4))};
      edits.push_back({span, words.substr(upTo(8), upTo(2))});
      at = span.end;
    }
    const Stamp stamp{"李审", 2};
    Markup once = markup;
    std::u16string onceText = text;
    applyEdits(onceText, once.track(edits, stamp));
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      applyEdits(text, markup.track(edit->span, edit->with, stamp));
    }
    ASSERT_EQ(onceText, text) << round;
    ASSERT_TRUE(toldIn(once) == toldIn(markup)) << round;
    ASSERT_EQ(once.commentPlaces(), markup.commentPlaces()) << round;
    std::set<std::int64_t> ids;
    for (const TrackedChange& change : once.changes()) ASSERT_TRUE(ids.insert(change.id).second);
  }
}

}  // namespace
}  // namespace moxian

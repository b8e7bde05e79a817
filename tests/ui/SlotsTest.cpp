#include "ui/Slots.h"

#include <gtest/gtest.h>

#include "core/corpus/Corpus.h"

namespace moxian {
namespace {

Suggestion suggestion(std::u16string text) {
  Suggestion made;
  made.slots = writtenSlots(text);
  made.text = std::move(text);
  return made;
}

TEST(SlotsTest, TheYearOfADocumentNumberIsNoSlot) {
  EXPECT_TRUE(openSlots(u"云政办发〔2024〕21号").empty());
  EXPECT_EQ(openSlots(u"办理〔数字〕件，答复〔数字〕件").size(), 2U);
}

TEST(SlotsTest, NextAndPreviousGoRound) {
  const std::u16string text = u"〔甲〕中〔乙〕后";
  EXPECT_EQ(slotAfter(text, {0, 3}), (Span{4, 7}));
  EXPECT_EQ(slotAfter(text, {4, 7}), (Span{0, 3}));
  EXPECT_EQ(slotBefore(text, {4, 7}), (Span{0, 3}));
  EXPECT_EQ(slotBefore(text, {0, 3}), (Span{4, 7}));
  EXPECT_EQ(slotAfter(u"没有", {0, 0}), std::nullopt);
}

TEST(JoinedTest, WhatIsTypedAlreadyIsNotRepeated) {
  const Insertion made = joined(u"一是加强队伍", suggestion(u"加强队伍建设，提升服务水平。"));
  EXPECT_EQ(made.text, u"建设，提升服务水平。");
  EXPECT_EQ(made.dropped, 0U);
}

TEST(JoinedTest, TypedFiguresStandForSlots) {
  const Insertion made =
      joined(u"全年办理信访件35件", suggestion(u"全年办理信访件〔数字〕件，办结率〔数字〕。"));
  EXPECT_EQ(made.text, u"，办结率〔数字〕。");
  ASSERT_EQ(made.slots.size(), 1U);
  EXPECT_EQ(made.slots.front().of(made.text), u"〔数字〕");
}

TEST(JoinedTest, SearchWordsAreReplacedByTheSentence) {
  const Insertion made = joined(u"上年度。队伍建设", suggestion(u"加强队伍建设，提升水平。"));
  EXPECT_EQ(made.dropped, 4U);
  EXPECT_EQ(made.text, u"加强队伍建设，提升水平。");
}

TEST(JoinedTest, AfterAFinishedSentenceTheWholeGoesIn) {
  const Insertion made = joined(u"办理35件。", suggestion(u"加强队伍建设。"));
  EXPECT_EQ(made.text, u"加强队伍建设。");
  EXPECT_EQ(made.dropped, 0U);
}

TEST(JoinedTest, OneSharedCharacterIsChance) {
  const Insertion made = joined(u"今年的", suggestion(u"的确良。"));
  EXPECT_EQ(made.text, u"的确良。");
}

TEST(JoinedTest, OtherWordsStayAndTheSentenceFollows) {
  const Insertion made = joined(u"同时，", suggestion(u"加强队伍建设。"));
  EXPECT_EQ(made.text, u"加强队伍建设。");
  EXPECT_EQ(made.dropped, 0U);
}

}  // namespace
}  // namespace moxian

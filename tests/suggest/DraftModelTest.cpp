#include "core/suggest/DraftModel.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace moxian {
namespace {

DraftModel draft(std::u16string_view typed, std::u16string_view title = {}) {
  DraftModel model;
  model.reset(title);
  for (std::size_t i = 0; i < typed.size(); ++i) model.append(typed.substr(i, 1));
  return model;
}

std::vector<DraftModel::Match> matches(const DraftModel& model) {
  std::vector<DraftModel::Match> found;
  model.matches(model.tail(), 22, 50, found);
  return found;
}

TEST(DraftModel, KnowsWhatFollowedTheSameWordsBefore) {
  const auto found = matches(draft(u"加强队伍建设，加强队"));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].symbol, u'伍');
  EXPECT_EQ(found[0].length, 3U);
}

TEST(DraftModel, TypingInOneGoOrByKeyIsTheSame) {
  const std::u16string text = u"一、加强2023年队伍建设。\n二、加强队";
  DraftModel atOnce;
  atOnce.reset({});
  atOnce.append(text);
  const auto byKey = matches(draft(text));
  const auto found = matches(atOnce);
  ASSERT_EQ(found.size(), byKey.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].symbol, byKey[i].symbol);
  EXPECT_EQ(atOnce.resolved(symbol::kYear), u"2023");
}

TEST(DraftModel, TheTitleIsAContextButHoldsNoFigure) {
  const DraftModel model = draft(u"云溪", u"云溪县2023年工作总结");
  const auto found = matches(model);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].symbol, u'县');
  EXPECT_EQ(model.resolved(symbol::kYear), u"");
}

TEST(DraftModel, TheYearTheDraftSpeaksOfMost) {
  EXPECT_EQ(draft(u"2022年基础上，2023年有新进展，2023年底").resolved(symbol::kYear), u"2023");
  EXPECT_EQ(draft(u"共20235件。").resolved(symbol::kYear), u"");
}

TEST(DraftModel, TheWordForTheUnitAndItsArea) {
  const DraftModel model = draft(u"我局在全县开展，我局还");
  EXPECT_EQ(model.resolved(symbol::kSelf), u"局");
  EXPECT_EQ(model.resolved(symbol::kArea), u"县");
  EXPECT_EQ(draft(u"我市认真").resolved(symbol::kArea), u"市");
  EXPECT_EQ(draft(u"今年以来").resolved(symbol::kSelf), u"");
}

TEST(DraftModel, EnumerationsGoOn) {
  const DraftModel model = draft(u"一、情况\n（一）公开。\n（二）服务。一是做好，二是做细，");
  EXPECT_EQ(model.resolved(symbol::kChapter), u"二");
  EXPECT_EQ(model.resolved(symbol::kSection), u"三");
  EXPECT_EQ(model.resolved(symbol::kItem), u"三");
  EXPECT_EQ(draft(u"一、情况\n（一）公开。\n二、问题\n").resolved(symbol::kSection), u"一");
  EXPECT_EQ(draft(u"1.加强\n2.推进\n").resolved(symbol::kArabicItem), u"3");
}

TEST(DraftModel, AnEnumerationEndsAtItsLastNumeral) {
  std::u16string text;
  for (const char16_t c : kNumerals) text += std::u16string(1, c) + u"是做好，";
  EXPECT_EQ(draft(text).resolved(symbol::kItem), u"");
}

TEST(DraftModel, FiguresAreNeverFilledIn) {
  EXPECT_EQ(draft(u"共120件，").resolved(symbol::kFigure), u"");
}

TEST(DraftModel, ALongDraftOfOneCharacterIsQuick) {
  EXPECT_FALSE(matches(draft(std::u16string(20000, u'的'))).empty());
}

TEST(Symbols, PlacesThatDifferOnlyInAFigureOrNumeralAreOneContext) {
  const std::u16string a = u"。三是完成12项，我局";
  const std::u16string b = u"。五是完成98项，我县";
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(keyOf(a, i), keyOf(b, i)) << i;
  EXPECT_NE(keyOf(u"第三产业", 1), keyOf(u"第一产业", 1));
}

TEST(Symbols, TellsYearsFromFigures) {
  EXPECT_EQ(symbolOf(u"2023年", 0), symbol::kYear);
  EXPECT_EQ(symbolOf(u"2023件", 0), symbol::kFigure);
  EXPECT_EQ(symbolOf(u"12023年", 1), symbol::kFigure);
  EXPECT_EQ(symbolOf(u"\n3.推进", 1), symbol::kArabicItem);
  EXPECT_EQ(symbolOf(u"3.5万元", 2), symbol::kFigure);
  EXPECT_EQ(symbolOf(u"\uE003私用", 0), symbol::kFigure);
}

}  // namespace
}  // namespace moxian

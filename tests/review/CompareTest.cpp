#include "core/review/Compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace moxian {
namespace {

const Stamp kStamp{"比较", 1};

std::vector<std::u16string> told(const MarkedDraft& draft) {
  constexpr const char16_t* kSigns[] = {u"", u"+", u"-", u"<", u">"};
  std::vector<std::u16string> out;
  for (const TrackedChange& change : draft.markup().changes()) {
    out.push_back(kSigns[static_cast<int>(change.kind)] +
                  std::u16string(change.range.of(draft.text())));
  }
  return out;
}

TEST(Compare, AChangedFigureIsAChangedFigure) {
  const auto draft = compare(u"全年完成固定资产投资12.5亿元，增长8.3%。\n", u"全年完成固定资产投资13.1亿元，增长9.3%。\n", kStamp);
  EXPECT_THAT(told(draft), testing::ElementsAre(u"-12.5", u"+13.1", u"-8.3", u"+9.3"));
}

TEST(Compare, AMovedSentenceIsAMove) {
  const auto draft = compare(u"新建学校6所，改扩建9所。全年培训教师三百人次。集团办学覆盖三十一所学校。\n",
                             u"全年培训教师三百人次。集团办学覆盖三十一所学校。新建学校6所，改扩建9所。\n", kStamp);
  EXPECT_THAT(told(draft), testing::UnorderedElementsAre(u"<新建学校6所，改扩建9所。", u">新建学校6所，改扩建9所。"));
  const auto changes = draft.markup().changes();
  EXPECT_EQ(changes[0].partner, changes[1].id);
}

TEST(Compare, AMovedParagraphIsOneMove) {
  const auto draft = compare(u"一是抓好项目建设。做实前期工作。\n二是抓好招商引资。\n三是抓好民生实事。\n",
                             u"二是抓好招商引资。\n三是抓好民生实事。\n一是抓好项目建设。做实前期工作。\n", kStamp);
  EXPECT_THAT(told(draft), testing::UnorderedElementsAre(u"<一是抓好项目建设。做实前期工作。\n", u">一是抓好项目建设。做实前期工作。\n"));
}

TEST(Compare, AnAddedParagraphIsAddedWhole) {
  const auto draft = compare(u"甲段写工作成效。\n丙段写下步打算。\n", u"甲段写工作成效。\n乙段是另外加进来的内容。\n丙段写下步打算。\n", kStamp);
  EXPECT_THAT(told(draft), testing::ElementsAre(u"+乙段是另外加进来的内容。\n"));
}

TEST(Compare, TheTwoTextsComeOutAgain) {
  std::mt19937 random(7);
  const std::vector<std::u16string> words = {u"全年", u"完成", u"投资", u"12.5", u"亿元", u"，", u"。", u"\n", u"增长", u"8%", u"项目", u"的", u"；", u" "};
  for (int round = 0; round < 400; ++round) {
    std::u16string before;
    std::u16string after;
    for (int i = 0; i < 120; ++i) {
      const auto& word = words[random() % words.size()];
      const auto kind = random() % 12;
      if (kind != 0) before += word;
      if (kind != 1) after += kind == 2 ? words[random() % words.size()] : word;
    }
    if (round % 3 == 0 && after.size() > 20) after = after.substr(20) + after.substr(0, 20);
    const auto draft = compare(before, after, kStamp);
    ASSERT_EQ(draft.originalText(), before);
    ASSERT_EQ(draft.finalText(), after);
    std::u16string edited = before;
    applyEdits(edited, editsBetween(before, after));
    ASSERT_EQ(edited, after);
  }
}

}  // namespace
}  // namespace moxian

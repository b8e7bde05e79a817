#include "core/review/Compare.h"
#include "core/review/TextEdits.h"

#include "core/review/BlankLines.h"
#include "core/text/Characters.h"

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

/// A text without its blank lines and the end of its last line.
std::u16string words(std::u16string_view text) {
  std::u16string out = Unspaced(text).text();
  out.resize(trimmedSpan(out).end);
  return out;
}

TEST(Compare, AChangedFigureIsAChangedFigure) {
  const auto draft = compare(u"全年完成固定资产投资12.5亿元，增长8.3%。\n",
                             u"全年完成固定资产投资13.1亿元，增长9.3%。\n", kStamp);
  EXPECT_THAT(told(draft), testing::ElementsAre(u"-12.5", u"+13.1", u"-8.3", u"+9.3"));
}

TEST(Compare, AMovedSentenceIsAMove) {
  const auto draft = compare(
      u"新建学校6所，改扩建9所。全年培训教师三百人次。集团办学覆盖三十一所学校。\n",
      u"全年培训教师三百人次。集团办学覆盖三十一所学校。新建学校6所，改扩建9所。\n", kStamp);
  EXPECT_THAT(told(draft), testing::UnorderedElementsAre(u"<新建学校6所，改扩建9所。",
                                                         u">新建学校6所，改扩建9所。"));
  const auto changes = draft.markup().changes();
  EXPECT_EQ(changes[0].partner, changes[1].id);
}

TEST(Compare, AMovedParagraphIsOneMove) {
  const auto draft = compare(
      u"一是抓好项目建设。做实前期工作。\n二是抓好招商引资。\n三是抓好民生实事。\n",
      u"二是抓好招商引资。\n三是抓好民生实事。\n一是抓好项目建设。做实前期工作。\n", kStamp);
  EXPECT_THAT(told(draft), testing::UnorderedElementsAre(u"<一是抓好项目建设。做实前期工作。\n",
                                                         u">一是抓好项目建设。做实前期工作。\n"));
}

TEST(Compare, AnAddedParagraphIsAddedWhole) {
  const auto draft =
      compare(u"甲段写工作成效。\n丙段写下步打算。\n",
              u"甲段写工作成效。\n乙段是另外加进来的内容。\n丙段写下步打算。\n", kStamp);
  EXPECT_THAT(told(draft), testing::ElementsAre(u"+乙段是另外加进来的内容。\n"));
}

TEST(Compare, TheTwoTextsComeOutAgain) {
  std::mt19937 random(7);
  const std::vector<std::u16string> pieces = {u"全年", u"完成", u"投资", u"12.5", u"亿元", u"，",
                                              u"。",   u"\n",   u"增长", u"8%",   u"项目", u"的",
                                              u"；",   u" ",    u"\n\n", u"\n \n"};
  for (int round = 0; round < 400; ++round) {
    std::u16string before;
    std::u16string after;
    for (int i = 0; i < 120; ++i) {
      const auto& word = pieces[random() % pieces.size()];
      const auto kind = random() % 12;
      if (kind != 0) before += word;
      if (kind != 1) after += kind == 2 ? pieces[random() % pieces.size()] : word;
    }
    if (round % 3 == 0 && after.size() > 20) after = after.substr(20) + after.substr(0, 20);
    const auto draft = compare(before, after, kStamp);
    ASSERT_EQ(words(draft.originalText()), words(before));
    ASSERT_EQ(draft.finalText(), after);
    std::u16string edited = before;
    applyEdits(edited, editsBetween(before, after));
    ASSERT_EQ(edited, after);
  }
}

TEST(Compare, BlankLinesAloneAreNoDifference) {
  const std::u16string spaced = u"\n工作总结\n\n一、主要工作\n\n  \n全年巡查86次。\n\n";
  const std::u16string plain = u"工作总结\n一、主要工作\n全年巡查86次。\n";
  for (const auto& [before, after] : {std::pair(spaced, plain), std::pair(plain, spaced)}) {
    const auto draft = compare(before, after, kStamp);
    EXPECT_TRUE(draft.markup().empty());
    EXPECT_EQ(draft.finalText(), after);
    EXPECT_TRUE(differences(before, after).empty());
  }
}

TEST(Compare, TheEndOfTheLastLineAloneIsNoDifference) {
  const std::u16string ended = u"全年巡查86次。\n清淤3公里。\n\n";
  const std::u16string open = u"全年巡查86次。\n清淤3公里。";
  EXPECT_TRUE(compare(ended, open, kStamp).markup().empty());
  EXPECT_TRUE(compare(open, ended, kStamp).markup().empty());
  EXPECT_TRUE(differences(open, ended).empty());
  EXPECT_EQ(compare(ended, open, kStamp).finalText(), open);
  EXPECT_THAT(told(compare(ended, u"全年巡查86次。", kStamp)),
              testing::ElementsAre(u"-\n清淤3公里。"));
}

TEST(Compare, AmongBlankLinesOnlyWhatChangedIsMarked) {
  const auto draft =
      compare(u"工作总结\n\n全年巡查86次，清淤3公里。\n\n下一步抓好落实。\n",
              u"工作总结\n全年巡查92次，清淤3公里。\n新开工水闸两座。\n下一步抓好落实。\n", kStamp);
  EXPECT_THAT(told(draft), testing::ElementsAre(u"-86", u"+92", u"+新开工水闸两座。\n"));
  EXPECT_EQ(draft.originalText(), u"工作总结\n全年巡查86次，清淤3公里。\n下一步抓好落实。\n");
}

TEST(Compare, AParagraphThatWentTakesItsBlankLineWithIt) {
  const auto draft = compare(u"甲段写工作成效。\n\n乙段写存在问题。\n\n丙段写下步打算。\n",
                             u"甲段写工作成效。\n\n丙段写下步打算。\n", kStamp);
  EXPECT_THAT(told(draft), testing::ElementsAre(u"-乙段写存在问题。\n\n"));
}

TEST(Compare, DifferencesStandInBothTextsAsTheyAre) {
  const std::u16string before = u"工作总结\n\n全年巡查86次，清淤3公里。\n\n下一步抓好落实。\n";
  const std::u16string after =
      u"工作总结\n全年巡查92次，清淤3公里。\n新开工水闸两座。\n\n下一步抓好落实。";
  const std::vector<Difference> found = differences(before, after);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].before.of(before), u"86");
  EXPECT_EQ(found[0].after.of(after), u"92");
  EXPECT_TRUE(found[1].before.empty());
  EXPECT_NE(found[1].after.of(after).find(u"新开工水闸两座"), std::u16string::npos);
}

/// Edits as "old>new".
std::vector<std::u16string> toldEdits(std::u16string_view before, std::u16string_view after) {
  std::vector<std::u16string> out;
  for (const Edit& edit : editsBetween(before, after)) {
    out.push_back(std::u16string(edit.span.of(before)) + u">" + edit.with);
  }
  return out;
}

TEST(TextEdits, AnotherScriptDiffersInTheCharactersThatAreWrittenOtherwise) {
  EXPECT_THAT(toldEdits(u"全年工作总结，新建信息平台两个。\n落实责任。\n",
                        u"全年工作總結，新建資訊平臺兩個。\n落實責任。\n"),
              testing::ElementsAre(u"总结>總結", u"信息>資訊", u"台两个>臺兩個", u"实责>實責"));
}

TEST(TextEdits, ALongDraftInAnotherScriptDiffersInCharactersToo) {
  std::u16string before;
  std::u16string after;
  for (int i = 0; i < 6000; ++i) {
    before += u"全年工作总结抓好落实。\n";
    after += u"全年工作總結抓好落實。\n";
  }
  const std::vector<Edit> edits = editsBetween(before, after);
  ASSERT_EQ(edits.size(), 12'000U);
  for (const Edit& edit : edits) ASSERT_LE(edit.with.size(), 2U);
  applyEdits(before, edits);
  EXPECT_EQ(before, after);
}

TEST(TextEdits, HundredsOfReplacedWordsInALongDraftAreHundredsOfEdits) {
  std::u16string before;
  std::u16string after;
  for (int i = 0; i < 4000; ++i) {
    const std::u16string number = std::u16string(1, static_cast<char16_t>(u'一' + i % 500));
    const bool hit = i % 10 == 0;
    before +=
        number + (hit ? u"抓好办公室交办工作，全年办结。\n" : u"推进其他各项工作落地见效。\n");
    after += number + (hit ? u"抓好办公厅交办工作，全年办结。\n" : u"推进其他各项工作落地见效。\n");
  }
  EXPECT_EQ(editsBetween(before, after).size(), 400U);
}

}  // namespace
}  // namespace moxian

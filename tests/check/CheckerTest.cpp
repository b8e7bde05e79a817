#include "core/check/Checker.h"

#include <gtest/gtest.h>

#include <random>

#include "Fixtures.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

Checker checkerOf(std::u16string text, CheckOptions options = {"none", {}}) {
  Checker checker(reader(), rules(), std::move(options));
  checker.setText(std::move(text));
  return checker;
}

/// What a list of findings says, for comparison.
std::vector<std::string> lines(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const Finding& f : findings) {
    std::string line = f.rule + " " + std::to_string(f.span.begin) + "-" +
                       std::to_string(f.span.end) + " " + f.variant;
    for (const Span& span : f.related) line += " r" + std::to_string(span.begin);
    for (const Fix& fix : f.fixes) {
      for (const Edit& edit : fix.edits) {
        line += " " + std::to_string(edit.span.begin) + "=" + toUtf8(edit.with);
      }
    }
    out.push_back(std::move(line));
  }
  return out;
}

TEST(Checker, FindsInTheLineThatWasTyped) {
  Checker checker = checkerOf(u"一、总体情况\n任务完成。\n");
  EXPECT_TRUE(checker.findings().empty());
  checker.edit({11, 11}, u"。");
  ASSERT_EQ(checker.findings().size(), 1U);
  EXPECT_EQ(checker.findings()[0].rule, "punctuation.doubled");
  EXPECT_EQ(checker.findings()[0].span, (Span{11, 13}));
}

TEST(Checker, LeavesWhatAFieldHoldsToThePlaceholderRule) {
  // 办里 for 办理, a space, a doubled mark and last year's number stand inside the fields.
  const Checker checker = checkerOf(u"共收到〔去年：申请 12 件，，按青政发[2023]5号办里〕申请。");
  ASSERT_EQ(checker.findings().size(), 1U);
  EXPECT_EQ(checker.findings()[0].rule, "placeholder.slot");
}

TEST(Checker, ReadsALongRemarkInFieldBracketsAsText) {
  const std::u16string remark =
      u"〔注：以上数据由办公室会同各科室汇总，，并经主要负责同志审定后对外公布，与统计部门口径一致"
      u"，供参考使用，不作考核依据〕";
  const Checker checker = checkerOf(u"全年办件86件" + remark + u"。");
  ASSERT_EQ(checker.findings().size(), 1U);
  EXPECT_EQ(checker.findings()[0].rule, "punctuation.doubled");
}

TEST(Checker, MovesFindingsBelowAnInsertedLine) {
  Checker checker = checkerOf(u"甲\n完成。。");
  checker.edit({1, 1}, u"乙\n丙丁");
  ASSERT_EQ(checker.findings().size(), 1U);
  EXPECT_EQ(checker.findings()[0].span.of(checker.text()), u"。。");
}

TEST(Checker, DropsDocumentFindingsOfTheEditedRangeAndMovesTheOthers) {
  Checker checker = checkerOf(u"一、甲\n好。\n三、乙\n好。\n五、丙\n好。");
  ASSERT_TRUE(checker.adopt(checker.documentJob()()));
  ASSERT_EQ(checker.findings().size(), 2U);
  checker.edit({7, 8}, u"二");
  ASSERT_EQ(checker.findings().size(), 1U);
  EXPECT_EQ(checker.findings()[0].span.of(checker.text()), u"五、");
}

TEST(Checker, RefusesTheResultOfAnOlderText) {
  Checker checker = checkerOf(u"一、甲\n三、乙\n");
  const auto job = checker.documentJob();
  checker.edit({0, 0}, u"题\n");
  EXPECT_FALSE(checker.adopt(job()));
  EXPECT_TRUE(checker.findings().empty());
}

TEST(Checker, LeavesOutRulesThatAreSwitchedOff) {
  Checker checker = checkerOf(u"完成。。");
  checker.setOptions({"none", {"punctuation.doubled"}});
  EXPECT_TRUE(checker.findings().empty());
  checker.setOptions({"none", {}});
  EXPECT_EQ(checker.findings().size(), 1U);
}

TEST(Checker, ToleratesEditsPastTheEnd) {
  Checker checker = checkerOf(u"甲");
  checker.edit({5, 9}, u"乙。。");
  EXPECT_EQ(checker.text(), u"甲乙。。");
  EXPECT_EQ(checker.findings().size(), 1U);
}

TEST(Checker, GivesTheFindingsOfARange) {
  Checker checker = checkerOf(u"甲。。\n乙。。\n丙。。");
  EXPECT_EQ(checker.findingsIn({4, 7}).size(), 1U);
  EXPECT_EQ(checker.findingsIn({0, 11}).size(), 3U);
}

TEST(Checker, LeavesOverlongLinesToTheDocumentCheck) {
  std::u16string text(30'000, u'字');
  text += u"。。";
  Checker checker = checkerOf(text);
  EXPECT_TRUE(checker.findings().empty());
  ASSERT_TRUE(checker.adopt(checker.documentJob()()));
  EXPECT_EQ(checker.findings().size(), 1U);
  EXPECT_EQ(check(text).size(), 1U);
}

TEST(Checker, FindsTheSameByEditsAsFromScratch) {
  std::mt19937 random(7);
  const std::u16string_view pieces[] = {u"。",
                                        u"一、",
                                        u"，",
                                        u"“",
                                        u"”",
                                        u"（",
                                        u"）",
                                        u"\n",
                                        u"XX县",
                                        u"20XX年",
                                        u"其中：",
                                        u"3件",
                                        u"、",
                                        u"***",
                                        u"__",
                                        u"年月日",
                                        u"全年办理12件，其中甲3件、其他4件。",
                                        u"1、",
                                        u"工作"};
  Checker checker = checkerOf(u"");
  for (int step = 0; step < 400; ++step) {
    const std::size_t size = checker.text().size();
    const std::size_t begin = random() % (size + 1);
    const std::size_t end = std::min(size, begin + (random() % 3 == 0 ? random() % 6 : 0));
    checker.edit({begin, end}, pieces[random() % std::size(pieces)]);
    if (step % 10 != 0) continue;
    ASSERT_TRUE(checker.adopt(checker.documentJob()()));
    ASSERT_EQ(lines(checker.findings()), lines(check(checker.text()))) << toUtf8(checker.text());
  }
}

TEST(Checker, EndsWithTheSameFindingsAfterUndo) {
  Checker checker = checkerOf(u"办结12件。。\n（一）甲\n");
  const auto before = lines(checker.findings());
  checker.edit({4, 10}, u"新的\n文字，，");
  checker.edit({4, 11}, u"件。。\n（一");
  EXPECT_EQ(checker.text(), u"办结12件。。\n（一）甲\n");
  EXPECT_EQ(lines(checker.findings()), before);
}

TEST(Fixes, OfferThePlaceOfTheMarkThatClosesATitle) {
  const std::u16string text =
      u"一、工作情况\n认真学习《公开条例要求，落实责任。\n二、存在问题\n更新不及时。\n";
  const std::vector<Finding> found = check(text, std::string_view("punctuation.unpaired-bracket"));
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].fixes.size(), 2U);
  EXPECT_EQ(applied(text, found[0].fixes[1]),
            u"一、工作情况\n认真学习《公开条例》要求，落实责任。\n二、存在问题\n更新不及时。\n");
}

TEST(Fixes, AreMadeFromBackToFront) {
  const Fix fix{"replace", {}, {{{0, 1}, u"长长"}, {{2, 2}, u"插"}, {{3, 4}, u""}}};
  EXPECT_EQ(applied(u"甲乙丙丁戊", fix), u"长长乙插丙戊");
}

}  // namespace
}  // namespace moxian

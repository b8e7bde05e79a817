#include <gtest/gtest.h>

#include "Fixtures.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

std::filesystem::path folderOf(std::string_view rule) {
  return std::filesystem::path(MOXIAN_TEST_DATA) / "rules" / rule;
}

class RuleFixtures : public testing::TestWithParam<std::string> {};

TEST_P(RuleFixtures, AlarmWhereTheyShould) {
  const std::vector<Case> cases = casesOf(folderOf(GetParam()) / "alarm.txt");
  ASSERT_FALSE(cases.empty()) << "a rule needs texts that must alarm";
  for (const Case& one : cases) {
    const auto found = check(one.text, GetParam(), one.options);
    EXPECT_EQ(described(one.text, spansOf(found)), described(one.text, one.expected))
        << toUtf8(one.text);
  }
}

TEST_P(RuleFixtures, StaySilentWhereTheyShould) {
  const std::vector<Case> cases = casesOf(folderOf(GetParam()) / "silent.txt");
  ASSERT_FALSE(cases.empty()) << "a rule needs texts that must stay silent";
  for (const Case& one : cases) {
    const auto found = check(one.text, GetParam(), one.options);
    EXPECT_EQ(described(one.text, spansOf(found)), "") << toUtf8(one.text);
  }
}

TEST_P(RuleFixtures, LeaveTheExpectedTextAfterTheFix) {
  for (const Case& one : casesOf(folderOf(GetParam()) / "alarm.txt")) {
    if (one.fixed.empty()) continue;
    const auto found = check(one.text, GetParam(), one.options);
    ASSERT_FALSE(found.empty()) << toUtf8(one.text);
    ASSERT_FALSE(found.front().fixes.empty()) << toUtf8(one.text);
    EXPECT_EQ(toUtf8(applied(one.text, found.front().fixes.front())), toUtf8(one.fixed));
  }
}

TEST_P(RuleFixtures, SilenceAFindingByItsFix) {
  for (const Case& one : casesOf(folderOf(GetParam()) / "alarm.txt")) {
    const auto found = check(one.text, GetParam(), one.options);
    for (const Finding& finding : found) {
      for (const Fix& fix : finding.fixes) {
        const auto left = check(applied(one.text, fix), GetParam(), one.options);
        EXPECT_LT(left.size(), found.size()) << toUtf8(one.text) << "\n" << fix.title;
      }
    }
  }
}

TEST_P(RuleFixtures, KeepEditsInsideTheTextAndInOrder) {
  for (const Case& one : casesOf(folderOf(GetParam()) / "alarm.txt")) {
    for (const Finding& finding : check(one.text, GetParam(), one.options)) {
      EXPECT_LE(finding.span.end, one.text.size());
      EXPECT_FALSE(finding.span.empty());
      for (const Fix& fix : finding.fixes) {
        std::size_t done = 0;
        for (const Edit& edit : fix.edits) {
          EXPECT_GE(edit.span.begin, done);
          EXPECT_LE(edit.span.end, one.text.size());
          done = edit.span.end;
        }
      }
    }
  }
}

std::vector<std::string> ids() {
  std::vector<std::string> out;
  for (const RuleInfo* info : rules().infos()) out.emplace_back(info->id);
  return out;
}

std::string testName(const testing::TestParamInfo<std::string>& info) {
  std::string out = info.param;
  for (char& c : out) {
    if (c == '.' || c == '-') c = '_';
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(Each, RuleFixtures, testing::ValuesIn(ids()), testName);

TEST(Rules, HaveIdsOfTheirOwn) {
  std::vector<std::string> all = ids();
  std::ranges::sort(all);
  EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
}

TEST(Rules, HaveNoFixtureFolderWithoutARule) {
  const auto all = ids();
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(MOXIAN_TEST_DATA) / "rules")) {
    EXPECT_NE(std::ranges::find(all, entry.path().filename().string()), all.end()) << entry.path();
  }
}

TEST(Rules, OneSelfNameOfAnotherLevelIsAWarning) {
  const std::u16string once =
      u"青岚区教育局2024年工作总结\n一、工作开展情况\n我区举办培训6次，"
      u"我县各学校参加人数860人。";
  const auto single = check(once, std::string_view("unit.title"));
  ASSERT_EQ(single.size(), 1U);
  EXPECT_EQ(single[0].severity, Severity::Warning);
  const auto twice = check(once + u"我县教师踊跃报名。", std::string_view("unit.title"));
  ASSERT_EQ(twice.size(), 2U);
  EXPECT_EQ(twice[0].severity, Severity::Error);
}

TEST(Rules, AnOpenBracketCanBeClosedWhereItsPlaceIsClear) {
  const std::u16string text = u"全年培训86人（含线上。";
  const auto found = check(text, std::string_view("punctuation.unpaired-bracket"));
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].fixes.size(), 2U);
  EXPECT_EQ(toUtf8(applied(text, found[0].fixes[1])), "全年培训86人（含线上）。");
  const auto unclear =
      check(u"全年培训86人（含线上，满意率98%。", std::string_view("punctuation.unpaired-bracket"));
  ASSERT_EQ(unclear.size(), 1U);
  EXPECT_EQ(unclear[0].fixes.size(), 1U);
}

TEST(Rules, AnOpenMarkAtTheEndOfAParagraphIsOneFinding) {
  const std::u16string before = u"一、工作情况\n全年巡查河道86次，认真落实";
  const std::u16string after = u"河道管理条例\n二、存在问题\n更新不及时。";
  for (const char16_t mark : std::u16string_view(u"《（〔【“")) {
    const auto found = check(before + mark + after);
    ASSERT_EQ(found.size(), 1U) << toUtf8(std::u16string(1, mark));
    EXPECT_EQ(found[0].span.of(before + mark + after), std::u16string(1, mark));
  }
  const std::u16string text = before + u"《" + after;
  const auto found = check(text);
  ASSERT_EQ(found[0].fixes.size(), 2U);
  EXPECT_EQ(toUtf8(applied(text, found[0].fixes[1])),
            toUtf8(before + u"《河道管理条例》。\n二、存在问题\n更新不及时。"));
}

TEST(Rules, AnOpenSingleQuoteIsOneFinding) {
  const std::u16string text =
      u"一、工作情况\n全年巡查河道86次，开展‘回头看活动\n二、存在问题\n更新不及时。";
  const auto found = check(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "punctuation.quotes");
  EXPECT_EQ(found[0].span.of(text), u"‘");
}

TEST(Rules, AMaskInAnEmptySlotIsOneFinding) {
  for (const std::u16string slot :
       {u"〔去年：XX〕", u"〔去年：某某〕", u"〔去年：20XX年〕", u"〔去年：**〕"}) {
    const auto found = check(u"全年办理" + slot + u"项，群众满意。");
    ASSERT_EQ(found.size(), 1U) << toUtf8(slot);
    EXPECT_EQ(found[0].rule, "placeholder.slot");
  }
}

TEST(Rules, AnOpenMarkWhereTheTextBreaksOffIsOneFinding) {
  for (const char16_t mark : std::u16string_view(u"《（“")) {
    const auto found =
        check(std::u16string(u"一、工作情况\n全年巡查河道86次，认真落实") + mark + u"河道管理条例");
    ASSERT_EQ(found.size(), 1U) << toUtf8(std::u16string(1, mark));
    EXPECT_EQ(found[0].rule, "truncated.end");
  }
}

/// The ids of the findings of a report, in order of place.
std::vector<std::string> idsOf(const std::u16string& text, const std::string& profile) {
  std::vector<std::string> out;
  for (const Finding& finding : check(text, profile)) out.push_back(finding.rule);
  return out;
}

const std::u16string kWork =
    u"全年巡查河道86次，清理漂浮物12吨，处置问题46个，培训巡查员86人，发放宣传手册1200份，办理群众"
    u"来信23件，按时答复率100%。完成河道整治3条、共12公里，新建监测站4座，发布水情信息214条，群众"
    u"满意度稳步提高。\n";
const std::u16string kProblems =
    u"二、存在问题\n巡查人员只有4名，平均年龄53岁；监测站12座中3座设备老化，数据上传不及时。\n";
const std::u16string kPlans =
    u"三、2025年工作打算\n一是增配巡查人员2名，6月底前全部到岗；二是新建监测站3座，每月巡查不少"
    u"于8次。\n云溪县水务局\n2024年12月20日";

TEST(Rules, AWrongYearInTheTitleIsOneFinding) {
  const std::u16string text =
      u"云溪县水务局2023年度工作总结及2025年工作打算\n2024年，我局扎实做好各项工作。\n"
      u"一、2024年主要工作\n" +
      kWork + kProblems + kPlans;
  EXPECT_EQ(idsOf(text, "auto"), std::vector<std::string>{"date.title-year"});
  const auto found = check(text, std::string_view("date.title-year"), "auto");
  EXPECT_EQ(check(applied(text, found[0].fixes.front()), std::string("auto")).size(), 0U);
}

TEST(Rules, AnEmptyRequiredSectionIsOneError) {
  const std::u16string head = u"云溪县水务局2024年工作总结\n2024年，我局扎实做好各项工作。\n";
  const std::u16string middle = head + u"一、主要工作\n" + kWork + u"二、存在问题\n" + kPlans;
  const auto found = check(middle, std::string("auto"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "structure.empty-section");
  EXPECT_EQ(found[0].severity, Severity::Error);
  const std::u16string end = head + u"一、主要工作\n" + kWork + kProblems + u"三、下一步打算\n";
  EXPECT_EQ(idsOf(end, "auto"), std::vector<std::string>{"truncated.end"});
}

TEST(Rules, ASignatureWithASpokenDayIsNoBreak) {
  const std::u16string text =
      u"云溪县水务局2024年工作总结\n2024年，我局扎实做好各项工作。\n一、主要工作\n" + kWork +
      kProblems + kPlans.substr(0, kPlans.size() - 1) + u"号";
  EXPECT_EQ(idsOf(text, "auto"), std::vector<std::string>{"style.numerals"});
}

TEST(Rules, ALongLineOfOneMotifIsCheckedAtOnce) {
  for (const std::u16string motif :
       {u"12万元，其中", u"全年主动公开信息12条，其中政策3条。", u"其中3条，", u"3件，", u"3件、",
        u"一是…；", u"，一是甲。", u"（", u"（一）", u"1", u"，234", u"1，234人", u"“"}) {
    std::u16string line;
    while (line.size() < 300'000) line += motif;
    static_cast<void>(check(line));
  }
}

}  // namespace
}  // namespace moxian

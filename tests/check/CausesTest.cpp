#include "core/check/Causes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/Utf.h"
#include "core/check/Batch.h"
#include "core/check/BatchReport.h"
#include "core/check/Dismissals.h"
#include "tests/check/Fixtures.h"

namespace moxian {
namespace {

constexpr std::u16string_view kDraft =
    u"云溪县水务局2025年工作总结\n一、工作情况\n（一）、河道管理\n1.巡查河道。全年巡查86次。\n"
    u"2、清理沟渠。全年清理12处。\n3、检测水质。全年检测210份。\n4。送水抗旱。全年送水42车。\n"
    u"（二）、农村供水\n5月起改造管网18公里。\n";

std::vector<Cause> marks() {
  return causesOf(check(kDraft, std::string_view("numbering.mark")));
}

TEST(Causes, WrongMarksOfOneFormAreOne) {
  const std::vector<Cause> found = marks();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(described(kDraft, found[0].places), "23-27 （一）、\n97-101 （二）、\n");
  EXPECT_EQ(found[1].places.size(), 3U);
}

TEST(Causes, TheGravestOfThemGivesTheSeverity) {
  EXPECT_EQ(marks()[1].finding.severity, Severity::Error);  // for "4。"
}

TEST(Causes, OneFixMendsAllPlaces) {
  std::u16string text = applied(kDraft, marks()[1].finding.fixes.front());
  EXPECT_TRUE(text.contains(u"2.清理")) << toUtf8(text);
  EXPECT_TRUE(text.contains(u"3.检测")) << toUtf8(text);
  EXPECT_TRUE(text.contains(u"4.送水")) << toUtf8(text);
  EXPECT_TRUE(text.contains(u"（一）、")) << toUtf8(text);
}

constexpr std::u16string_view kJumps =
    u"云溪县水务局2025年工作总结\n一、工作情况\n1.巡查河道。全年巡查86次。\n2."
    u"清理沟渠。全年清理12处。\n"
    u"二、存在问题\n1.人手不足。现有技术人员3名。\n2.设备老旧。\n";

TEST(Causes, AHabitOfSkippingALevelIsOne) {
  const auto found = causesOf(check(kJumps, std::string_view("numbering.level")));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].places.size(), 2U);
  const std::u16string text = applied(kJumps, found[0].finding.fixes.front());
  EXPECT_TRUE(text.contains(u"（二）清理")) << toUtf8(text);
  EXPECT_TRUE(text.contains(u"（二）设备")) << toUtf8(text);
}

TEST(Causes, AListThatIsDismissedIsSparedAsAWhole) {
  const auto found = check(kJumps, std::string_view("numbering.level"));
  ASSERT_EQ(found.size(), 2U);
  Dismissals dismissals;
  dismissals.add(Dismissals::of(found[0], kJumps, false));
  const auto left = dismissals.left(found, kJumps);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].fixes.size(), 1U);
  EXPECT_TRUE(applied(kJumps, left[0].fixes[0]).contains(u"1.巡查"));
}

TEST(Causes, OtherFindingsStandAlone) {
  const auto findings = check(kDraft);
  const auto causes = causesOf(findings);
  EXPECT_EQ(causes.size() + 3, findings.size());
  EXPECT_TRUE(std::ranges::is_sorted(causes, {}, [](const Cause& c) { return c.places.front(); }));
}

TEST(Causes, AReportTellsACauseOnceWithAllItsLines) {
  const auto measures = Measures::load();
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(measures && messages);
  const BatchTools tools{reader(), rules(), *measures, {}};
  const CheckedDraft draft = checkedDraft("a.txt", kDraft, tools);
  const std::string page = batchPage({draft}, {}, *messages);
  EXPECT_TRUE(page.contains("（同类共 3 处）")) << page;
  EXPECT_TRUE(page.contains("同类还有：第 6、7 行"));
  EXPECT_EQ(draft.count(Category::Numbering), 2U);
}

}  // namespace
}  // namespace moxian

#include <gtest/gtest.h>

#include "Fixtures.h"
#include "core/check/Dismissals.h"

#include "core/check/Causes.h"

namespace moxian {
namespace {

constexpr std::u16string_view kDraft = u"按时跟新内容。\n每周信息跟新一次，定期信息跟新通报。\n";

std::vector<Finding> typos(std::u16string_view text) {
  return check(text, std::string_view("typo.word"));
}

TEST(Dismissals, HidesTheOneThatWasDismissed) {
  Dismissals dismissals;
  const auto found = typos(kDraft);
  ASSERT_EQ(found.size(), 3U);
  dismissals.add(Dismissals::of(found[1], kDraft, false));
  const auto left = dismissals.left(found, kDraft);
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[0].span, found[0].span);
  EXPECT_EQ(left[1].span, found[2].span);
}

TEST(Dismissals, LastsWhileTheTextAroundIsEdited) {
  Dismissals dismissals;
  dismissals.add(Dismissals::of(typos(kDraft)[1], kDraft, false));
  const std::u16string edited =
      u"新的一行。\n按时跟新内容。\n每周信息跟新两次，定期信息跟新通报。\n";
  EXPECT_EQ(dismissals.left(typos(edited), edited).size(), 2U);
}

TEST(Dismissals, EverywhereHidesAllWithTheseWords) {
  Dismissals dismissals;
  dismissals.add(Dismissals::of(typos(kDraft)[1], kDraft, true, u"专用名"));
  EXPECT_EQ(dismissals.left(typos(kDraft), kDraft).size(), 1U);
  EXPECT_EQ(dismissals.all().front().reason, u"专用名");
  dismissals.removeAt(0);
  EXPECT_EQ(dismissals.left(typos(kDraft), kDraft).size(), 3U);
}

TEST(Dismissals, AFixForAllLeavesTheDismissedPlaceAlone) {
  const std::u16string draft =
      u"云溪县水务局2025年工作总结\n一、工作情况\n（一）河道管理\n1.巡查河道。全年巡查86次。\n"
      u"2、清理沟渠。全年清理12处。\n3、检测水质。全年检测210份。\n4、送水抗旱。全年送水42车。\n";
  const auto found = check(draft, std::string_view("numbering.mark"));
  ASSERT_EQ(found.size(), 3U);
  Dismissals dismissals;
  dismissals.add(Dismissals::of(found[0], draft, false));
  const auto left = causesOf(dismissals.left(found, draft));
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].finding.fixes.front().arguments, std::vector<std::string>{"2"});
  for (const Edit& edit : left[0].finding.fixes.front().edits) {
    EXPECT_FALSE(edit.span.overlaps(found[0].span));
  }
  dismissals.add(Dismissals::of(found[1], draft, false));
  EXPECT_EQ(causesOf(dismissals.left(found, draft)).front().finding.fixes.size(), 1U);
}

TEST(Dismissals, DoesNotHideAnotherRule) {
  Dismissals dismissals;
  DismissedFinding other = Dismissals::of(typos(kDraft)[0], kDraft, true);
  other.rule = "typo.other";
  dismissals.add(other);
  EXPECT_EQ(dismissals.left(typos(kDraft), kDraft).size(), 3U);
}

}  // namespace
}  // namespace moxian

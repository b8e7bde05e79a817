#include "core/suggest/Skeleton.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "core/check/Checker.h"
#include "core/corpus/Slots.h"
#include "core/text/Lines.h"
#include "tests/corpus/Fixture.h"

namespace moxian {
namespace {

constexpr std::string_view kKinds[] = {"annual-summary", "half-year-summary", "work-plan",
                                       "disclosure-annual-report", "summary-speech"};

std::u16string made(std::string_view kind, const std::u16string& topic = u"政务公开") {
  return skeletonOf(kind, {u"青岚区民政局", 2024, topic}).value();
}

const ReportReader& reader() {
  static const ReportReader loaded = ReportReader::load().value();
  return loaded;
}

TEST(Skeleton, EveryShippedKindOfReportHasOneThatIsReadAsThatKind) {
  for (const auto& [name, profile] : reader().profiles().all()) {
    if (profile.parts.empty()) continue;  // not a report
    ASSERT_TRUE(hasSkeleton(name)) << name;
    const std::u16string text = made(name);
    const Outline outline = reader().read(text, Lines(text));
    ASSERT_EQ(outline.reports.size(), 1U) << name;
    EXPECT_EQ(outline.reports[0].profile, name);
    EXPECT_EQ(outline.reports[0].unit, u"青岚区民政局") << name;
    EXPECT_EQ(outline.reports[0].year, 2024) << name;
  }
}

TEST(Skeleton, TheHeadingsAnnounceEveryPartThatTheKindRequires) {
  for (const std::string_view kind : kKinds) {
    const std::u16string text = made(kind);
    const Outline outline = reader().read(text, Lines(text));
    for (const RequiredPart& part : outline.reports.at(0).required) {
      const auto& parts = reader().profiles().find(kind)->parts;
      const auto wanted = std::ranges::find(parts, part.role, &ProfilePart::role);
      if (wanted->leastCharacters > 0) {
        EXPECT_NE(part.presence, Presence::Missing) << kind << ' ' << name(part.role);
      }
    }
  }
}

TEST(Skeleton, UnitYearAndFieldStandWhereTheyBelong) {
  const std::u16string text = made("annual-summary");
  EXPECT_TRUE(text.starts_with(u"青岚区民政局2024年政务公开工作总结\n"));
  EXPECT_NE(text.find(u"2024年，我局"), text.npos);
  EXPECT_NE(text.find(u"2025年，我局"), text.npos);
}

TEST(Skeleton, WithoutAFieldTheTitleHasNoGap) {
  EXPECT_TRUE(made("annual-summary", {}).starts_with(u"青岚区民政局2024年工作总结\n"));
}

TEST(Skeleton, WithoutAUnitThereIsAFieldForIt) {
  const std::u16string text = skeletonOf("annual-summary", {{}, 2024, {}}).value();
  EXPECT_TRUE(text.starts_with(u"〔单位名称〕2024年工作总结\n"));
  EXPECT_NE(text.find(u"我单位"), text.npos);
}

TEST(Skeleton, EveryProblemHasAStubAmongTheNextSteps) {
  for (const std::string_view kind : kKinds) {
    const std::u16string text = made(kind);
    for (const std::u16string_view which : {u"第一个问题", u"第二个问题", u"第三个问题"}) {
      if (text.find(std::u16string(u"〔").append(which).append(u"：")) == text.npos) continue;
      EXPECT_NE(text.find(std::u16string(u"针对〔").append(which).append(u"〕")), text.npos)
          << kind;
    }
  }
}

TEST(Skeleton, HoldsPromptsAndNoFigureButTheYears) {
  for (const std::string_view kind : kKinds) {
    std::u16string text = made(kind);
    const auto slots = writtenSlots(text);
    EXPECT_GE(slots.size(), 8U) << kind;
    EXPECT_EQ(text.find_first_of(u"{}"), text.npos) << kind;
  }
}

TEST(Skeleton, UnitsCallThemselvesByTheirNames) {
  EXPECT_EQ(selfName(u"青岚区民政局"), u"我局");
  EXPECT_EQ(selfName(u"云溪县人民政府"), u"我县");
  EXPECT_EQ(selfName(u"云溪县人民政府办公室"), u"我办");
  EXPECT_EQ(selfName(u"青岚区发展和改革委员会"), u"我委");
  EXPECT_EQ(selfName(u"望湖街道办事处"), u"我街道");
  EXPECT_EQ(selfName(u"青岚区档案馆"), u"我单位");
  EXPECT_EQ(selfName(u""), u"我单位");
}

class OwnSkeletonTest : public CorpusFixture {};

TEST_F(OwnSkeletonTest, TheUsersOwnComesFirst) {
  write("skeletons/annual-summary.txt",
        "# 自己的\r\n{单位}{年}年总结（接{上年}年）\r\n〔正文〕\r\n");
  EXPECT_EQ(skeletonOf("annual-summary", {u"甲局", 2024, {}}, file("")).value(),
            u"甲局2024年总结（接2023年）\n〔正文〕\n");
}

TEST_F(OwnSkeletonTest, AnUnknownWordIsRefusedWithItsLine) {
  write("skeletons/annual-summary.txt", "{单位}总结\n{部门}\n");
  const auto refused = skeletonOf("annual-summary", {u"甲局", 2024, {}}, file(""));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::ResourceInvalid);
  EXPECT_NE(refused.error().detail.find("line 2"), std::string::npos);
}

TEST_F(OwnSkeletonTest, AKindWithoutOneIsAnError) {
  EXPECT_FALSE(hasSkeleton("no-such-kind"));
  EXPECT_EQ(skeletonOf("no-such-kind", {}).error().code, ErrorCode::ResourceMissing);
}

}  // namespace
}  // namespace moxian

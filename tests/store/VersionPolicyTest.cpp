#include "core/store/VersionPolicy.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace moxian {
namespace {

constexpr Time kMinute = 60'000;
constexpr Time kNow = 1'700'000'000'000;

VersionInfo version(std::int64_t id, Time time, VersionKind kind = VersionKind::Automatic) {
  VersionInfo out;
  out.id = id;
  out.time = time;
  out.kind = kind;
  return out;
}

SaveRequest applied(const std::vector<VersionInfo>& versions, const Hash& text) {
  SaveRequest request;
  request.time = kNow;
  applyPolicy({}, versions, text, "周同志", request);
  return request;
}

const Hash kOther = hashOf(u"另一文");

TEST(VersionPolicy, TheFirstSaveMakesAVersion) {
  EXPECT_TRUE(applied({}, kOther).version.has_value());
}

TEST(VersionPolicy, NoVersionOfATextThatTheLastOneHolds) {
  EXPECT_FALSE(applied({version(1, 0)}, Hash{}).version.has_value());
}

TEST(VersionPolicy, WaitsForTheInterval) {
  EXPECT_FALSE(applied({version(1, kNow - 9 * kMinute)}, kOther).version.has_value());
  EXPECT_TRUE(applied({version(1, kNow - 10 * kMinute)}, kOther).version.has_value());
}

TEST(VersionPolicy, AClockSetBackDoesNotStopVersions) {
  EXPECT_TRUE(applied({version(1, kNow + 1000 * kMinute)}, kOther).version.has_value());
}

TEST(VersionPolicy, KeepsTheYoungestTenAndAllNamedOnes) {
  std::vector<VersionInfo> versions;
  for (std::int64_t id = 1; id <= 80; ++id) {
    versions.push_back(version(id, kNow - (81 - id) * kMinute * 20,
                               id % 8 == 0 ? VersionKind::Named : VersionKind::Automatic));
  }
  const SaveRequest request = applied(versions, kOther);
  EXPECT_EQ(request.removeVersions.size(), 21U);  // 70 automatic ones and the new one, 50 stay
  for (const std::int64_t id : request.removeVersions) {
    EXPECT_NE(id % 8, 0);
    EXPECT_LE(id, 69);
  }
  EXPECT_FALSE(std::ranges::contains(request.removeVersions, 1));
}

TEST(VersionPolicy, VersionsCloseTogetherGoFirst) {
  std::vector<VersionInfo> versions;
  for (std::int64_t id = 1; id <= 51; ++id) versions.push_back(version(id, id * 60 * kMinute));
  versions[20].time = versions[19].time + kMinute;
  EXPECT_TRUE(std::ranges::contains(applied(versions, kOther).removeVersions, 21));
}

}  // namespace
}  // namespace moxian

#include <gmock/gmock.h>

#include "core/base/Utf.h"
#include "tests/cli/Cli.h"

namespace moxian {
namespace {

class SlotsTest : public CliTest {
 protected:
  /// The slots of a text as "kind:words".
  [[nodiscard]] std::vector<std::string> slots(const std::string& text) const {
    const auto json = run({"slots", file("a.txt", text), "--format", "json"}).json();
    std::vector<std::u16string> lines{{}};
    for (const char16_t c : toUtf16(text)) {
      if (c == u'\n') {
        lines.emplace_back();
      } else {
        lines.back() += c;
      }
    }
    std::vector<std::string> found;
    for (const auto& slot : json["slots"]) {
      const std::u16string& line = lines.at(slot["line"].get<std::size_t>() - 1);
      const std::size_t begin = offsetOfCodePoint(line, slot["begin"].get<std::size_t>());
      const std::size_t end = offsetOfCodePoint(line, slot["end"].get<std::size_t>());
      found.push_back(slot["kind"].get<std::string>() + ":" + toUtf8(line.substr(begin, end - begin)));
    }
    return found;
  }
};

using testing::ElementsAre;

TEST_F(SlotsTest, FiguresDatesTitlesAndUnitsAreListedWithTheirPlace) {
  EXPECT_THAT(slots("标题行\n2023年6月，我局印发《青岚区适老化改造工作方案》，为310户老人加装扶手。\n"),
              ElementsAre("date:2023年6月", "self:我局", "title:《青岚区适老化改造工作方案》", "figure:310户"));
}

TEST_F(SlotsTest, CharactersBeyondTheBasicPlaneCountOnce) {
  EXPECT_THAT(slots("𠮷水街道建成食堂12个。\n"), testing::Contains("figure:12个"));
}

TEST_F(SlotsTest, PinyinNotesAndTraditionalCharactersHideNoSlot) {
  EXPECT_THAT(slots("全(quán)年(nián)走(zǒu)访(fǎng)1200余户。\n"), testing::Contains("figure:1200余户"));
  EXPECT_THAT(slots("2023 年度，我區辦理建議 45 件。\n"),
              testing::IsSupersetOf({"date:2023 年度", "self:我區", "figure:45 件"}));
}

TEST_F(SlotsTest, TheTextReportNamesTheKinds) {
  const Answer answer = run({"slots", file("a.txt", "全县新建泵站15座。\n")});
  EXPECT_EQ(answer.exitCode, 0) << answer.err;
  EXPECT_NE(answer.out.find("1:7  数量：15座"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("1:1  自称：全县"), std::string::npos) << answer.out;
}

TEST_F(SlotsTest, AMissingFileIsRefused) {
  EXPECT_TRUE(failsWith(run({"slots", path("gone.txt")}), "找不到"));
}

}  // namespace
}  // namespace moxian

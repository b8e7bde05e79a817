#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/Utf.h"
#include "core/exchange/TextWidth.h"
#include "core/exchange/TitleLines.h"

namespace moxian {
namespace {

std::vector<std::string> broken(std::u16string_view title) {
  std::vector<std::string> lines;
  for (const auto& line : titleLines(title, 20)) lines.push_back(toUtf8(line));
  return lines;
}

TEST(TitleLines, ShortTitleStaysOnOneLine) {
  EXPECT_THAT(broken(u"青岚区民政局2023年工作总结"), testing::SizeIs(1));
}

TEST(TitleLines, LongTitleBreaksAtAJointOfItsSense) {
  EXPECT_THAT(broken(u"云溪县教育局关于2023年工作总结和2024年工作打算的报告"),
              testing::ElementsAre("云溪县教育局关于2023年工作总结", "和2024年工作打算的报告"));
}

TEST(TitleLines, NoWordOrNameIsBroken) {
  for (const auto& title :
       {u"临澜市人力资源和社会保障局2023年度法治政府建设情况的报告",
        u"青岚区卫生健康委员会关于报送2023年工作总结和2024年工作计划的报告",
        u"云溪县人民政府办公室2023年政府信息公开工作年度报告暨下一年度工作安排"}) {
    for (const std::string& line : broken(title)) {
      EXPECT_THAT(line,
                  testing::Not(testing::AnyOf(testing::StartsWith("的"), testing::StartsWith("局"),
                                              testing::StartsWith("年"), testing::StartsWith("县"),
                                              testing::EndsWith("工"), testing::EndsWith("报"))));
    }
  }
}

TEST(TitleLines, LinesAreNeverAnHourglass) {
  const auto lines = titleLines(
      u"青岚区农业农村局关于2023年推进乡村振兴和农业农村现代化建设工作情况及2024年重点任务安排的报"
      u"告",
      20);
  ASSERT_EQ(lines.size(), 3U);
  const double middle = widthInCharacters(lines[1]);
  EXPECT_FALSE(middle < widthInCharacters(lines[0]) && middle < widthInCharacters(lines[2]));
}

TEST(TitleLines, KeepsTheWritersOwnLinesAndEveryCharacter) {
  EXPECT_THAT(broken(u"云溪县人民政府\n2023年工作报告"),
              testing::ElementsAre("云溪县人民政府", "2023年工作报告"));
  std::u16string endless(5000, u'长');
  std::u16string joined;
  for (const auto& line : titleLines(endless, 20)) {
    EXPECT_LE(line.size(), 20U);
    joined += line;
  }
  EXPECT_EQ(joined, endless);
}

}  // namespace
}  // namespace moxian

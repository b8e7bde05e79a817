#include "core/text/Lines.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

TEST(Lines, AnEmptyTextHasOneEmptyLine) {
  const Lines lines(u"");
  ASSERT_EQ(lines.count(), 1U);
  EXPECT_TRUE(lines.span(0).empty());
}

TEST(Lines, EveryOffsetBelongsToItsLine) {
  const std::u16string_view text = u"甲乙\n\n丙\n";
  const Lines lines(text);
  ASSERT_EQ(lines.count(), 4U);
  EXPECT_EQ(lines.span(0).of(text), u"甲乙");
  EXPECT_EQ(lines.span(2).of(text), u"丙");
  EXPECT_EQ(lines.lineAt(2), 0U);
  EXPECT_EQ(lines.lineAt(3), 1U);
  EXPECT_EQ(lines.lineAt(text.size()), 3U);
}

TEST(Lines, ColumnsCountCharactersBeyondTheBmpOnce) {
  const std::u16string_view text = u"一\n𠮷野家";
  const Lines lines(text);
  const Position position = positionAt(text, lines, 4);
  EXPECT_EQ(position.line, 2U);
  EXPECT_EQ(position.column, 2U);
  EXPECT_EQ(offsetAt(text, lines, position), 4U);
  EXPECT_EQ(offsetAt(text, lines, {9, 9}), text.size());
}

}  // namespace
}  // namespace moxian

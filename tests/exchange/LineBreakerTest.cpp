#include <gtest/gtest.h>

#include "core/exchange/LineBreaker.h"

namespace moxian {
namespace {

/// One cluster a character: letters are half as wide, "。" may hang and starts no line, "）" only
/// starts no line.
std::vector<Cluster> clusters(std::u16string_view text) {
  std::vector<Cluster> all;
  for (const char16_t c : text) {
    Cluster cluster{.width = 10, .kind = ClusterKind::Full, .breakBefore = true};
    if (c == u' ') cluster = {.width = 5, .kind = ClusterKind::Space};
    if (c >= u'a' && c <= u'z') {
      cluster = {.width = 5, .kind = ClusterKind::Letter};
      cluster.breakBefore = all.empty() || all.back().kind != ClusterKind::Letter;
    }
    cluster.hanging = c == u'。';
    if (c == u'。' || c == u'）') cluster.breakBefore = false;
    all.push_back(cluster);
  }
  return all;
}

std::vector<std::size_t> ends(std::u16string_view text, const LineBox& box) {
  std::vector<std::size_t> all;
  for (const BrokenLine& line : brokenLines(clusters(text), box)) all.push_back(line.end);
  return all;
}

using Ends = std::vector<std::size_t>;

TEST(LineBreaker, FillsEachLineToItsWidth) {
  EXPECT_EQ(ends(u"一二三四五六七八九十", {.width = 40}), (Ends{4, 8, 10}));
  EXPECT_EQ(ends(u"一二三四五六七八九十", {.width = 40, .firstIndent = 20}), (Ends{2, 6, 10}));
  EXPECT_TRUE(ends(u"", {.width = 40}).empty());
}

TEST(LineBreaker, FullStopHangsAtTheEndOfALine) {
  EXPECT_EQ(ends(u"一二三四。五六", {.width = 40}), (Ends{5, 7}));
}

TEST(LineBreaker, BracketTakesTheCharacterBeforeItToTheNextLine) {
  EXPECT_EQ(ends(u"一二三四）五六", {.width = 40}), (Ends{3, 7}));
  EXPECT_EQ(ends(u"一二三四。）六", {.width = 40}), (Ends{3, 7}))
      << "a stop before a bracket cannot hang";
}

TEST(LineBreaker, StretchesAllLinesButTheLast) {
  const auto lines = brokenLines(clusters(u"一二三四）五六"), {.width = 40, .justified = true});
  EXPECT_DOUBLE_EQ(lines[0].stretch, 5);
  EXPECT_DOUBLE_EQ(lines[1].stretch, 0);
}

TEST(LineBreaker, WordsStayWholeUnlessTheyFillALine) {
  EXPECT_EQ(ends(u"一二三abcd四", {.width = 40}), (Ends{3, 8}));
  EXPECT_EQ(ends(u"abcdefghijkl", {.width = 40}), (Ends{8, 12}));
}

TEST(LineBreaker, SpacesVanishAtTheEndOfALine) {
  const auto lines = brokenLines(clusters(u"一二三四  五"), {.width = 40, .justified = true});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].end, 4U);
  EXPECT_EQ(lines[1].begin, 6U);
}

TEST(LineBreaker, CharacterWiderThanTheLineStillGetsOne) {
  EXPECT_EQ(ends(u"一二", {.width = 4}), (Ends{1, 2}));
}

}  // namespace
}  // namespace moxian

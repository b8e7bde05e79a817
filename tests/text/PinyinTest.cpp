#include "core/text/Pinyin.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

TEST(Pinyin, InitialsFullReadingsAndMixturesFindAWord) {
  const Pinyin& pinyin = *Pinyin::shared().value();
  const std::u16string_view text = u"做好政务公开工作";
  for (const char* query : {"zwgk", "zhengwugongkai", "zhengwgk", "zhengwugongk"}) {
    EXPECT_EQ(pinyin.find(text, query), 2U) << query;
  }
  EXPECT_EQ(pinyin.find(text, "zwkg"), std::u16string_view::npos);
  EXPECT_EQ(pinyin.find(u"", "zw"), std::u16string_view::npos);
}

TEST(Pinyin, OnlySmallLettersAreAQuery) {
  EXPECT_TRUE(Pinyin::isQuery(u"zwgk"));
  EXPECT_FALSE(Pinyin::isQuery(u"z"));
  EXPECT_FALSE(Pinyin::isQuery(u"5g"));
  EXPECT_FALSE(Pinyin::isQuery(std::u16string(41, u'a')));
}

}  // namespace
}  // namespace moxian

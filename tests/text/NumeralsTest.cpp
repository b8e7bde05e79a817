#include "core/text/Numerals.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

TEST(Numerals, ReadsWhatHeadingsWrite) {
  EXPECT_EQ(chineseNumeral(u"一"), 1);
  EXPECT_EQ(chineseNumeral(u"十"), 10);
  EXPECT_EQ(chineseNumeral(u"十二"), 12);
  EXPECT_EQ(chineseNumeral(u"二十"), 20);
  EXPECT_EQ(chineseNumeral(u"廿三"), 23);
  EXPECT_EQ(chineseNumeral(u"一百零三"), 103);
  EXPECT_EQ(chineseNumeral(u"二〇二三"), 2023);
}

TEST(Numerals, RefusesWhatIsNoNumeral) {
  for (const auto* text : {u"", u"一些", u"十十", u"百", u"第一"}) EXPECT_FALSE(chineseNumeral(text));
}

TEST(Numerals, WritesEveryNumeralSoThatItReadsBack) {
  for (int value = 1; value <= 999; ++value) EXPECT_EQ(chineseNumeral(toChineseNumeral(value)), value);
  EXPECT_EQ(toChineseNumeral(11), u"十一");
  EXPECT_EQ(toChineseNumeral(110), u"一百一十");
}

}  // namespace
}  // namespace moxian

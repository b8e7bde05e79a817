#include "core/base/Utf.h"

#include <gtest/gtest.h>

#include "core/base/Span.h"

namespace moxian {
namespace {

TEST(Utf, GoesThereAndBack) {
  const std::string text = "云溪县𠮷水村2023年，IPv6";
  EXPECT_EQ(toUtf8(toUtf16(text)), text);
  EXPECT_EQ(toUtf16(""), u"");
}

TEST(Utf, BrokenTextBecomesReplacementCharacters) {
  EXPECT_EQ(toUtf16("工\xFF作"), u"工\uFFFD作");
  const std::u16string half = {u'工', char16_t{0xD842}};
  EXPECT_EQ(toUtf8(half), "工\uFFFD");
}

TEST(Utf, CountsCharactersBeyondTheBmpOnce) {
  EXPECT_EQ(codePoints(u"𠮷水村"), 3U);
  EXPECT_EQ(codePoints(u""), 0U);
}

TEST(Utf, FindsTheOffsetOfACharacter) {
  EXPECT_EQ(offsetOfCodePoint(u"𠮷水村", 0), 0U);
  EXPECT_EQ(offsetOfCodePoint(u"𠮷水村", 1), 2U);
  EXPECT_EQ(offsetOfCodePoint(u"𠮷水村", 3), 4U);
  EXPECT_EQ(offsetOfCodePoint(u"𠮷水村", 99), 4U);
}

TEST(Span, PastTheEndIsCut) {
  EXPECT_EQ((Span{1, 99}.of(u"工作")), u"作");
  EXPECT_EQ((Span{5, 9}.of(u"工作")), u"");
}

TEST(Span, TouchingRangesDoNotOverlap) {
  EXPECT_FALSE((Span{0, 2}.overlaps({2, 4})));
  EXPECT_TRUE((Span{0, 3}.overlaps({2, 4})));
}

}  // namespace
}  // namespace moxian

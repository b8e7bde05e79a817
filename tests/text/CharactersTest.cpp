#include "core/text/Characters.h"

#include <gtest/gtest.h>

namespace moxian {
namespace {

TEST(Characters, WordCountIsThatOfWordProcessors) {
  EXPECT_EQ(wordCount(u""), 0U);
  EXPECT_EQ(wordCount(u"主动公开信息"), 6U);
  EXPECT_EQ(wordCount(u"全年公开 1280 条，增长12.5%。"), 11U);
  EXPECT_EQ(wordCount(u"支持IPv6访问\n第二行"), 8U);
}

TEST(Characters, SentencesKeepTheQuoteThatClosesThem) {
  const std::u16string_view text = u"坚持“应公开尽公开。”效果较好；下一步继续。 ";
  const auto found = sentences(text);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].of(text), u"坚持“应公开尽公开。”");
  EXPECT_EQ(found[1].of(text), u"效果较好；");
  EXPECT_EQ(found[2].of(text), u"下一步继续。");
}

TEST(Characters, TrimmingKnowsIdeographicSpaces) {
  EXPECT_EQ(trimmed(u"\u3000\u3000正文 \t"), u"正文");
  EXPECT_TRUE(isBlank(u" \u3000"));
}

}  // namespace
}  // namespace moxian

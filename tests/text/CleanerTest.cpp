#include "core/text/Cleaner.h"

#include <gtest/gtest.h>

#include "core/base/Utf.h"

namespace moxian {
namespace {

std::string cleaned(std::u16string_view text) {
  static const auto cleaner = Cleaner::load();
  return toUtf8(cleaner.value().clean(text).text);
}

TEST(Cleaner, PinyinNotesGo) {
  EXPECT_EQ(cleaned(u"政务(wù)公开工作(zuò)总结"), "政务公开工作总结");
  EXPECT_EQ(cleaned(u"公文（wen）办理"), "公文办理");
  EXPECT_EQ(cleaned(u"统一(yī / yì)部署"), "统一部署");
  EXPECT_EQ(cleaned(u"服务(wù)(wu)群众"), "服务群众");
  EXPECT_EQ(cleaned(u"服务(wu4)群众，政务(zhengwu)公开"), "服务群众，政务公开");
}

TEST(Cleaner, ALongLineOfBracketsIsReadAtOnce) {
  for (const std::u16string motif : {u"（一）", u"()", u"（）"}) {
    std::u16string line;
    while (line.size() < 1'000'000) line += motif;
    EXPECT_EQ(cleaned(line), toUtf8(line));
  }
}

TEST(Cleaner, BracketsThatAreNoPinyinStay) {
  for (const auto* text : {u"支持互联网协议第六版(IPv6)", u"（一）加强领导", u"虚拟现实(VR)技术",
                           u"全年(见附表)完成", u"上传文档(word)", u"村(居)务公开", u"同比(%)"}) {
    EXPECT_EQ(cleaned(text), toUtf8(text));
  }
}

TEST(Cleaner, StrayQuestionMarksGoAndQuestionsStay) {
  EXPECT_EQ(cleaned(u"?四、用好政策"), "四、用好政策");
  EXPECT_EQ(cleaned(u"第一平台,?进一步做好公开"), "第一平台,进一步做好公开");
  EXPECT_EQ(cleaned(u"管理和服务129?条"), "管理和服务129条");
  EXPECT_EQ(cleaned(u"政策怎么落实?群众来评判"), "政策怎么落实?群众来评判");
  EXPECT_EQ(cleaned(u"群众满意吗?"), "群众满意吗?");
  EXPECT_EQ(cleaned(u"网址 http://a.example/?id=3"), "网址 http://a.example/?id=3");
}

TEST(Cleaner, RadicalsBecomeIdeographs) {
  EXPECT_EQ(cleaned(u"⼯作⼈员⻓期坚持"), "工作人员长期坚持");
}

TEST(Cleaner, InvisibleCharactersGo) {
  EXPECT_EQ(cleaned(u"政务\u200B公开\uFEFF工\uE123作"), "政务公开工作");
}

TEST(Cleaner, PageNumbersInsideSentencesGoOnlyWhenTheyCountUp) {
  EXPECT_EQ(cleaned(u"推进信息 2 公开工作。\n完善审核 3 流程。\n强化日常 4 监督。"),
            "推进信息公开工作。\n完善审核流程。\n强化日常监督。");
  EXPECT_EQ(cleaned(u"普查单位 108 个，普查个体 396 个"), "普查单位 108 个，普查个体 396 个");
}

TEST(Cleaner, EveryPositionMapsBackToTheOriginal) {
  const std::u16string_view text = u"政务(wù)公开?\n⼯作\u200B总结";
  const auto cleaner = Cleaner::load();
  const CleanText clean = cleaner.value().clean(text);
  ASSERT_EQ(toUtf8(clean.text), "政务公开\n工作总结");
  ASSERT_EQ(clean.damages.size(), 4U);
  for (std::size_t at = 0; at < clean.text.size(); ++at) {
    const char16_t original = text[clean.map.toOriginal(at)];
    EXPECT_TRUE(original == clean.text[at] || original == u'⼯') << at;
    EXPECT_EQ(clean.map.toClean(clean.map.toOriginal(at)), at);
  }
  const auto opened = clean.text.find(u"公开");
  EXPECT_EQ(clean.map.toOriginal(Span{opened, opened + 2}).of(text), u"公开");
  EXPECT_EQ(clean.map.toOriginal(Span{0, 4}).of(text), u"政务(wù)公开");
}

TEST(Cleaner, AnUndamagedTextComesBackAsItWas) {
  const std::u16string_view text = u"2023年，全局公开信息1280条（其中政策解读36条）。";
  const auto cleaner = Cleaner::load();
  const CleanText clean = cleaner.value().clean(text);
  EXPECT_EQ(clean.text, text);
  EXPECT_TRUE(clean.map.identity());
}

}  // namespace
}  // namespace moxian

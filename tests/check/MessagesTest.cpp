#include <gtest/gtest.h>

#include <set>

#include "Fixtures.h"
#include "core/base/Names.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

constexpr const char* kLanguages[] = {"zh_CN", "zh_TW", "en"};

Messages messagesIn(const char* language) {
  auto loaded = Messages::load(language);
  EXPECT_TRUE(loaded) << language;
  return loaded ? *loaded : Messages();
}

std::set<std::string> keysIn(const char* language) {
  const Messages messages = messagesIn(language);
  std::set<std::string> out;
  for (const auto& [key, text] : messages.all()) out.insert(key);
  return out;
}

TEST(CheckMessages, HoldTheSameKeysInAllLanguages) {
  for (const char* language : kLanguages) EXPECT_EQ(keysIn("zh_CN"), keysIn(language)) << language;
}

TEST(CheckMessages, TellNameSentenceReasonAndExampleOfEveryRule) {
  for (const char* language : kLanguages) {
    const Messages messages = messagesIn(language);
    for (const RuleInfo* info : rules().infos()) {
      for (const char* part : {"name", "message", "why", "source", "wrong", "right"}) {
        const std::string key = "rules." + std::string(info->id) + "." + part;
        EXPECT_TRUE(messages.has(key)) << language << " " << key;
      }
    }
  }
}

TEST(CheckMessages, NameEveryCategoryAndSeverity) {
  for (const char* language : kLanguages) {
    const Messages messages = messagesIn(language);
    for (int c = 0; c <= static_cast<int>(Category::Contradiction); ++c) {
      EXPECT_TRUE(messages.has("category." + std::string(name(static_cast<Category>(c)))));
    }
    for (const Severity s : {Severity::Hint, Severity::Warning, Severity::Error}) {
      EXPECT_TRUE(messages.has("severity." + std::string(name(s))));
    }
  }
}

TEST(CheckMessages, HaveASentenceForEveryFindingAndFixOfTheFixtures) {
  const Messages messages = messagesIn("zh_CN");
  for (const RuleInfo* info : rules().infos()) {
    const auto file = std::filesystem::path(MOXIAN_TEST_DATA) / "rules" / info->id / "alarm.txt";
    for (const Case& one : casesOf(file)) {
      for (const Finding& finding : check(one.text, info->id, one.options)) {
        EXPECT_FALSE(message(finding, messages).contains("【")) << message(finding, messages);
        for (const Fix& fix : finding.fixes) {
          EXPECT_TRUE(messages.has("fixes." + fix.title)) << fix.title;
        }
      }
    }
  }
}

std::string firstMessage(std::u16string_view text, std::string_view rule,
                         const std::string& profile = "none") {
  const auto found = check(text, rule, profile);
  return found.empty() ? std::string() : message(found.front(), messagesIn("zh_CN"));
}

TEST(CheckMessages, GiveTheRightNumberAsItIsWritten) {
  EXPECT_EQ(firstMessage(u"一、工作情况\n（一）抓培训。\n（二）抓公开。\n（四）抓考核。\n",
                         "numbering.order"),
            "序号跳到“（四）”，应为“（三）”");
  EXPECT_EQ(firstMessage(u"一、工作情况\n⑴抓培训。\n⑵抓公开。\n⑷抓考核。\n", "numbering.order"),
            "序号跳到“⑷”，应为“（3）”");
}

TEST(CheckMessages, CallPartsAsTheLanguageDoes) {
  const auto found = check(u"云溪县民政局2024年工作总结\n一、主要工作\n全年办结126件。\n",
                           "structure.missing-part", std::string("annual-summary"));
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(message(found.front(), messagesIn("zh_CN")).contains("存在问题"));
  EXPECT_TRUE(message(found.front(), messagesIn("en")).contains("Problems"));
  const Messages english = messagesIn("en");
  for (const auto& [name, profile] : reader().profiles().all()) {
    EXPECT_NE(named(toUtf8(profile.label), english), toUtf8(profile.label)) << name;
    for (const ProfilePart& part : profile.parts) {
      const std::string words = toUtf8(part.headings.front());
      EXPECT_NE(named(words, english), words) << name;
    }
    for (const ProfileSection& section : profile.sections) {
      EXPECT_NE(named(toUtf8(section.name), english), toUtf8(section.name)) << name;
    }
  }
}

TEST(CheckMessages, TellABreakdownWithoutIdleSpaces) {
  EXPECT_EQ(firstMessage(u"全年受理申请34件，办结29件，在办6件。", "arithmetic.breakdown"),
            "分项相加得29+6=35，与总数34件不符，相差1");
}

TEST(CheckMessages, TellAPartOfEmptyFieldsFromAShortOne) {
  const std::u16string head =
      u"云溪县民政局2024年工作总结\n一、工作开展情况\n全年办结126件。\n二、存在问题\n一是人手不足。"
      u"\n"
      u"三、下一步打算\n";
  EXPECT_TRUE(
      firstMessage(head + u"继续努力，再上新台阶。", "structure.thin-part", "annual-summary")
          .contains("不少于"));
  const auto found =
      check(head +
                u"下一步，〔单位〕将逐项核对公开目录，对超过〔期限〕没有更新的栏目逐一督办整改，"
                u"并把整改结果在门户网站上向社会公布。",
            "structure.thin-part", "annual-summary");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(message(found.back(), messagesIn("zh_CN")).contains("空着没填"))
      << message(found.back(), messagesIn("zh_CN"));
}

}  // namespace
}  // namespace moxian

#include <gtest/gtest.h>

#include <set>

#include "Fixtures.h"

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
      for (const char* part : {"name", "message", "why", "wrong", "right"}) {
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
    const auto file =
        std::filesystem::path(MOXIAN_TEST_DATA) / "rules" / info->id / "alarm.txt";
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

}  // namespace
}  // namespace moxian

#include "core/base/Messages.h"

#include <gtest/gtest.h>

#include <array>
#include <regex>
#include <set>

#include "core/base/Utf.h"
#include "tests/base/SourceTree.h"

namespace moxian {
namespace {

constexpr std::array kLanguages = {"zh_CN", "zh_TW", "en"};

Messages messagesOf(std::string_view language) {
  auto loaded = Messages::load(language);
  EXPECT_TRUE(loaded.has_value()) << (loaded ? "" : loaded.error().detail);
  return loaded ? std::move(*loaded) : Messages();
}

std::set<std::string> placeholders(const std::string& text) {
  static const std::regex slot("\\{[^}]*\\}");
  return {std::sregex_token_iterator(text.begin(), text.end(), slot), std::sregex_token_iterator()};
}

TEST(Messages, AllLanguagesHoldTheSameKeys) {
  const Messages first = messagesOf(kLanguages[0]);
  for (const char* language : kLanguages) {
    const Messages other = messagesOf(language);
    for (const auto& [key, text] : first.all())
      EXPECT_TRUE(other.has(key)) << language << ' ' << key;
    for (const auto& [key, text] : other.all())
      EXPECT_TRUE(first.has(key)) << language << ' ' << key;
  }
}

TEST(Messages, AllLanguagesTakeTheSameArguments) {
  const Messages first = messagesOf(kLanguages[0]);
  for (const char* language : kLanguages) {
    const Messages other = messagesOf(language);
    for (const auto& [key, text] : first.all()) {
      const auto found = other.all().find(key);
      if (found == other.all().end()) continue;
      EXPECT_EQ(placeholders(text), placeholders(found->second)) << language << ' ' << key;
    }
  }
}

TEST(Messages, NoSentenceIsEmptyAndNoPlaceholderIsMistyped) {
  for (const char* language : kLanguages) {
    const Messages messages = messagesOf(language);
    for (const auto& [key, text] : messages.all()) {
      EXPECT_FALSE(text.empty()) << language << ' ' << key;
      for (const std::string& slot : placeholders(text)) {
        EXPECT_TRUE(std::regex_match(slot, std::regex("\\{[0-9]\\}"))) << language << ' ' << key;
      }
    }
  }
}

TEST(Messages, EveryErrorHasASentenceThatNamesItsSubject) {
  const Messages messages = messagesOf("zh_CN");
  for (int code = 0; code <= static_cast<int>(ErrorCode::Cancelled); ++code) {
    const Error error{static_cast<ErrorCode>(code), "某文件", "why"};
    EXPECT_TRUE(messages.has("errors." + std::string(name(error.code)))) << name(error.code);
    EXPECT_EQ(messages.text(error).find("【"), std::string::npos) << name(error.code);
  }
}

TEST(Messages, TheTraditionalFileIsWrittenInTraditionalCharacters) {
  // characters that only simplified text has, the commonest of those that messages use
  const std::u16string simplified =
      u"这个们来为国说时会对过发种经么学现当没动还进样开从实军无与长机业关点将两间问应战头体见产"
      u"话内给门东声员论处义几认条气题尔别变总电数报结务场计资许统区队决马书则听却达强难权设记类据"
      u"边张该规万觉术领确传师观识带导争运织构检训网审项农乡镇党纪责绩县办厅创优环卫医疗贫贯彻议财"
      u"税执诉调隐廉风险稳层级协档单简热举复请栏维护阵职质继续坚围绕紧较仅亿户显参综预备标费拨"
      u"补贴获奖谈访换错误读写长号码转输选择销启闭夹键";
  const Messages traditional = messagesOf("zh_TW");
  for (const auto& [key, text] : traditional.all()) {
    if (key.ends_with(".wrong") || key.ends_with(".right")) continue;  // examples from drafts
    for (const char16_t c : toUtf16(text)) {
      EXPECT_EQ(simplified.find(c), simplified.npos) << key << ": " << toUtf8({&c, 1});
    }
  }
}

TEST(Messages, FillsArgumentsIn) {
  const Messages messages = messagesOf("zh_CN");
  const std::string text = messages.text(Error{ErrorCode::FileMissing, "a{1}.txt", "x"});
  EXPECT_NE(text.find("“a{1}.txt”"), std::string::npos) << text;
  EXPECT_EQ(messages.text("no.such.key"), "【no.such.key】");
}

TEST(Messages, AMissingLanguageIsAnError) {
  const auto loaded = Messages::load("tlh");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::ResourceMissing);
}

TEST(Messages, TheCommandLineUsesOnlyKeysThatExist) {
  const Messages messages = messagesOf("zh_CN");
  const std::regex said("say\\(\\s*\"([a-z_.]+[a-z])\"");
  std::size_t seen = 0;
  for (const SourceFile& file : sourceTree()) {
    if (!file.path.starts_with("app/cli/")) continue;
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), said), end; at != end; ++at) {
      ++seen;
      EXPECT_TRUE(messages.has("cli." + (*at)[1].str())) << file.path << ' ' << (*at)[1];
    }
  }
  EXPECT_GT(seen, 10U);
}

}  // namespace
}  // namespace moxian

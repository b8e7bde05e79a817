#include "core/check/RuleTable.h"

#include <gtest/gtest.h>

#include "Fixtures.h"
#include "core/base/Files.h"
#include "core/base/Resources.h"

namespace moxian {
namespace {

std::vector<RuleEntry> entriesIn(const char* language) {
  const auto messages = Messages::load(language);
  EXPECT_TRUE(messages);
  return ruleEntries(rules(), *messages);
}

TEST(RuleTable, HoldsEveryRuleOnceByCategory) {
  const auto entries = entriesIn("zh_CN");
  EXPECT_EQ(entries.size(), rules().infos().size());
  EXPECT_TRUE(std::ranges::is_sorted(entries, {}, &RuleEntry::category));
}

TEST(RuleTable, SpeaksTheLanguageOfItsReader) {
  const auto latin = [](const std::string& text) {
    return std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; });
  };
  for (const RuleEntry& entry : entriesIn("zh_CN")) {
    EXPECT_LT(latin(entry.source), 20) << entry.id << ": " << entry.source;
  }
}

/// Write it anew with moxian-cli --lang zh_CN list-rules --format markdown.
TEST(RuleTable, IsTheManualThatIsShipped) {
  const auto messages = Messages::load("zh_CN");
  ASSERT_TRUE(messages);
  const auto shipped = readFile(resourceRoot() / "manual" / "rules.md");
  ASSERT_TRUE(shipped);
  EXPECT_EQ(*shipped, rulesManual(ruleEntries(rules(), *messages), *messages));
}

}  // namespace
}  // namespace moxian

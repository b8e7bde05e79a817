#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "Fixtures.h"

namespace moxian {
namespace {

/// A reader that knows one more kind of report, in which doubled marks weigh as a hint.
Result<ReportReader> readerWith(const std::string& severity) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "moxian-severity";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "ours.toml")
      << "label = \"本单位总结\"\n[severity]\n\"punctuation.doubled\" = \"" << severity << "\"\n";
  return ReportReader::load(folder);
}

constexpr std::u16string_view kText = u"云溪县水务局2024年工作总结\n任务全部完成。。";

TEST(Severity, IsTheRulesOwnUnlessTheProfileSaysOtherwise) {
  const auto found = check(kText, std::string_view("punctuation.doubled"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Severity::Error);
}

TEST(Severity, OfAProfileHoldsInReportsOfItsKind) {
  const auto own = readerWith("hint");
  ASSERT_TRUE(own);
  const Lines lines(kText);
  const auto found = checkText(kText, lines, own->read(kText, lines, "ours"), *own, rules(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Severity::Hint);
}

TEST(Severity, OfAProfileHoldsWhileTyping) {
  auto own = readerWith("hint");
  ASSERT_TRUE(own);
  Checker checker(*own, rules(), {"ours", {}});
  checker.setText(std::u16string(kText));
  ASSERT_TRUE(checker.adopt(checker.documentJob()()));
  ASSERT_EQ(checker.findings().size(), 1U);
  EXPECT_EQ(checker.findings()[0].severity, Severity::Hint);
}

TEST(Severity, OfAProfileIsOneOfThreeWords) {
  const auto own = readerWith("grave");
  ASSERT_FALSE(own);
  EXPECT_EQ(own.error().code, ErrorCode::ResourceInvalid);
}

}  // namespace
}  // namespace moxian

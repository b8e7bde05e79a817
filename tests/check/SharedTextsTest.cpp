#include <gtest/gtest.h>

#include "Fixtures.h"
#include "core/base/Files.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

const std::filesystem::path kShared = MOXIAN_SHARED;

/// The text of a shared file without its first line, which names its source.
std::u16string sharedText(const std::filesystem::path& file) {
  const auto bytes = readFile(file);
  if (!bytes) return {};
  return toUtf16(std::string_view(*bytes).substr(bytes->find('\n') + 1));
}

TEST(SharedTexts, StatutoryReportGivesNoError) {
  const std::u16string text = sharedText(kShared / "samples" / "annual-report-huaian-2024.txt");
  if (text.empty()) GTEST_SKIP() << "the shared texts are not here";
  for (const Finding& finding : check(text, std::string("auto"))) {
    EXPECT_NE(finding.severity, Severity::Error) << finding.rule << " "
                                                 << toUtf8(finding.span.of(text));
  }
}

TEST(SharedTexts, OfficialReportsGiveHardlyAnAlarm) {
  if (!std::filesystem::exists(kShared / "clean")) GTEST_SKIP() << "the shared texts are not here";
  std::size_t characters = 0;
  std::size_t alarms = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kShared / "clean")) {
    const std::u16string text = sharedText(entry.path());
    characters += text.size();
    for (const Finding& finding : check(text, std::string("none"))) {
      alarms += finding.severity == Severity::Hint ? 0 : 1;
    }
  }
  EXPECT_LE(alarms * 20'000, characters);
}

}  // namespace
}  // namespace moxian

#include <gtest/gtest.h>

#include "Fixtures.h"
#include "core/base/Files.h"
#include "core/base/Utf.h"
#include "core/check/rules/TableCells.h"

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

TEST(SharedTexts, EachChangedDigitOfTheStatutoryTablesHasOneCause) {
  const std::u16string text = sharedText(kShared / "samples" / "annual-report-huaian-2024.txt");
  if (text.empty()) GTEST_SKIP() << "the shared texts are not here";
  const Lines lines(text);
  std::size_t changed = 0;
  for (std::size_t n = 0; n < lines.count(); ++n) {
    const Span line = lines.span(n);
    const std::vector<Cell> cells = loneFigures(line.of(text));
    if (cells.size() < 7) continue;  // the tables without identities have fewer columns
    for (const Cell& cell : cells) {
      for (std::size_t at = line.begin + cell.span.begin; at < line.begin + cell.span.end; ++at) {
        std::u16string other = text;
        other[at] = text[at] == u'9' ? u'8' : static_cast<char16_t>(text[at] + 1);
        std::vector<Finding> found = check(other, std::string("auto"));
        std::erase_if(found, [](const Finding& one) { return one.severity != Severity::Error; });
        EXPECT_EQ(found.size(), 1U) << toUtf8(line.of(other));
        ++changed;
      }
    }
  }
  EXPECT_GT(changed, 190U);
}

}  // namespace
}  // namespace moxian

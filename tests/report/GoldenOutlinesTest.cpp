#include <algorithm>
#include <cstdlib>
#include <format>
#include <vector>

#include "tests/report/Reading.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;
using testing::Reading;
using testing::readDraft;

const fs::path kData = MOXIAN_TEST_DATA;

std::string describe(const Block& block, const std::u16string& text) {
  std::string line = std::format("{:>3} {:<9} {:<17} {}", block.line + 1, name(block.kind),
                                 name(block.role), toUtf8(block.span.of(text).substr(0, 16)));
  if (!block.headText.empty()) {
    line += std::format("  [{}{}]", toUtf8(block.headText.of(text)), block.runIn ? " …" : "");
  }
  line += '\n';
  for (const RoleSpan& span : block.spans) {
    line += std::format("      → {:<17} {}\n", name(span.role),
                        toUtf8(span.span.of(text).substr(0, 16)));
  }
  return line;
}

/// The whole outline as people can read and compare it.
std::string describe(const Reading& reading) {
  std::string out;
  for (const Block& block : reading.outline.noise) out += describe(block, reading.text);
  for (const auto& title : reading.outline.missingBodies) {
    out += std::format("no body: {}\n", toUtf8(title));
  }
  for (const Report& report : reading.outline.reports) {
    out += std::format("== {}-{} {} | {} | {} | {} | {} ({} {}) | {}{}\n", report.firstLine + 1,
                       report.lastLine + 1, toUtf8(report.title), toUtf8(report.unit),
                       report.year.value_or(0), isoCode(report.script), report.profile,
                       name(report.profileReason), toUtf8(report.profileEvidence),
                       toUtf8(report.topic), report.truncated ? " | truncated" : "");
    for (const RequiredPart& part : report.required) {
      out += std::format("   {}: {}\n", name(part.role), name(part.presence));
    }
    for (const Block& block : report.blocks) out += describe(block, reading.text);
  }
  return out;
}

std::vector<fs::path> drafts() {
  std::vector<fs::path> files;
  for (const char* folder : {"drafts", "outlines"}) {
    for (const auto& entry : fs::directory_iterator(kData / folder)) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

class GoldenOutline : public ::testing::TestWithParam<fs::path> {};

// To change goldens on purpose: run with MOXIAN_UPDATE_GOLDENS=1, then read the difference.
TEST_P(GoldenOutline, IsAsRead) {
  const fs::path golden = kData / "outlines" / (GetParam().stem().string() + ".outline");
  const std::string now = describe(readDraft(GetParam()));
  if (std::getenv("MOXIAN_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(golden) << now;
    GTEST_SKIP() << "written: " << golden;
  }
  const auto expected = readFile(golden);
  ASSERT_TRUE(expected) << golden << " is missing";
  EXPECT_EQ(now, *expected);
}

std::string nameOf(const ::testing::TestParamInfo<fs::path>& file) {
  std::string stem = file.param.stem().string();
  std::ranges::replace(stem, '-', '_');
  return stem;
}

INSTANTIATE_TEST_SUITE_P(All, GoldenOutline, ::testing::ValuesIn(drafts()), nameOf);

}  // namespace
}  // namespace moxian

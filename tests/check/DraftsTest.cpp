#include <gtest/gtest.h>

#include <map>
#include <set>

#include "Fixtures.h"
#include "core/base/Files.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

const std::filesystem::path kDrafts = std::filesystem::path(MOXIAN_TEST_DATA) / "drafts";

/// What tests/data/drafts/README.md says is missing, thin or converted; all else is in order.
const std::map<std::string, std::multiset<std::string>> kExpected{
    {"compilation-contents.txt",
     {"contents.count", "contents.missing", "structure.missing-part", "structure.thin-part"}},
    {"compilation-markers.txt", {"structure.missing-part"}},
    {"traditional-mainland.txt", {"structure.missing-part"}},
    {"traditional-taiwan-wording.txt", {"terminology.taiwan"}},
};

TEST(Drafts, AlarmOnlyWhereSomethingIsMissing) {
  for (const auto& entry : std::filesystem::directory_iterator(kDrafts)) {
    if (entry.path().extension() != ".txt") continue;
    const std::u16string text = toUtf16(readFile(entry.path()).value());
    std::multiset<std::string> found;
    for (const Finding& finding : check(text, std::string("auto"))) found.insert(finding.rule);
    const auto expected = kExpected.find(entry.path().filename().string());
    EXPECT_EQ(found, expected == kExpected.end() ? std::multiset<std::string>{} : expected->second)
        << entry.path();
  }
}

}  // namespace
}  // namespace moxian

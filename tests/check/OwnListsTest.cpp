#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "Fixtures.h"
#include "core/base/Resources.h"

namespace moxian {
namespace {

/// A configuration folder of the test's own.
class OwnLists : public testing::Test {
 protected:
  void SetUp() override {
    if (const char* before = std::getenv("XDG_CONFIG_HOME")) m_before = before;
    m_folder = std::filesystem::path(testing::TempDir()) / "moxian-own-lists";
    std::filesystem::remove_all(m_folder);
    ::setenv("XDG_CONFIG_HOME", m_folder.c_str(), 1);
    std::filesystem::create_directories(*userConfigFolder() / "rules");
  }
  void TearDown() override {
    std::filesystem::remove_all(m_folder);
    m_before.empty() ? ::unsetenv("XDG_CONFIG_HOME")
                     : ::setenv("XDG_CONFIG_HOME", m_before.c_str(), 1);
  }
  static void write(const std::string& name, const std::string& text) {
    std::ofstream(*userConfigFolder() / "rules" / name) << text;
  }

 private:
  std::filesystem::path m_folder;
  std::string m_before;
};

TEST_F(OwnLists, AddTheirWordingToTheShippedOne) {
  write("terms.tsv", "# 本单位的写法\n便民大厅\t政务服务大厅\n");
  const auto own = RuleSet::load();
  ASSERT_TRUE(own);
  constexpr std::u16string_view kText = u"全年便民大厅接待群众860人次，做好国家机密的保管。";
  const Lines lines(kText);
  std::size_t found = 0;
  for (const Finding& one :
       checkText(kText, lines, reader().read(kText, lines, "none"), reader(), *own, {})) {
    if (one.rule == "terminology.fixed") ++found;
  }
  EXPECT_EQ(found, 2U);
}

TEST_F(OwnLists, NameFileAndLineOfARowThatIsWrong) {
  write("terms.tsv", "# 本单位的写法\n只有一格\n");
  const auto own = RuleSet::load();
  ASSERT_FALSE(own);
  EXPECT_EQ(own.error().code, ErrorCode::ResourceInvalid);
  EXPECT_TRUE(own.error().subject.contains("moxian-own-lists"));
  EXPECT_TRUE(own.error().detail.contains("line 2"));
}

}  // namespace
}  // namespace moxian

#include "core/base/Resources.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace moxian {
namespace {

/// Sets an environment variable for the life of the object; nullptr takes it away.
class Environment {
 public:
  Environment(const char* name, const char* value) : m_name(name) {
    if (const char* before = std::getenv(name)) m_before = before;
    value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
  }
  ~Environment() { m_before.empty() ? ::unsetenv(m_name) : ::setenv(m_name, m_before.c_str(), 1); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* m_name;
  std::string m_before;
};

TEST(Resources, UserFoldersFollowTheDesktopsVariables) {
  const Environment data("XDG_DATA_HOME", "/tmp/数据");
  const Environment config("XDG_CONFIG_HOME", "/tmp/配置");
  EXPECT_EQ(userDataFolder(), std::filesystem::path("/tmp/数据/moxian"));
  EXPECT_EQ(userConfigFolder(), std::filesystem::path("/tmp/配置/moxian"));
}

TEST(Resources, UserFoldersLieInTheHomeFolderOtherwise) {
  const Environment data("XDG_DATA_HOME", nullptr);
  const Environment config("XDG_CONFIG_HOME", "relative/is/invalid");
  const Environment home("HOME", "/tmp/某人");
  EXPECT_EQ(userDataFolder(), std::filesystem::path("/tmp/某人/.local/share/moxian"));
  EXPECT_EQ(userConfigFolder(), std::filesystem::path("/tmp/某人/.config/moxian"));
}

TEST(Resources, WithoutAHomeFolderThereIsAnErrorAndNoGuess) {
  const Environment data("XDG_DATA_HOME", nullptr);
  const Environment home("HOME", nullptr);
  EXPECT_FALSE(userDataFolder().has_value());
}

TEST(Resources, TheShippedFilesAreFound) {
  EXPECT_TRUE(std::filesystem::exists(resourceRoot() / "messages" / "zh_CN.toml"));
}

}  // namespace
}  // namespace moxian

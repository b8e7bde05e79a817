#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace moxian {

/// What a run of moxian-cli left behind.
struct Answer {
  int exitCode = -1;  ///< 128 and more: ended by a signal
  std::string out;
  std::string err;

  /// stdout as JSON; null where it is none.
  [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
};

/// How a run differs from a plain one.
struct Surroundings {
  std::string program = MOXIAN_CLI;
  std::string stdinText{};
  std::map<std::string, std::string> environment{};  ///< an empty value takes the variable away
  std::string outFile{};          ///< stdout goes there instead of into the answer
  std::size_t fileSizeLimit = 0;  ///< largest file in bytes; 0: none
  bool permissionsBind = false;   ///< permissions of files bind root too
};

/// Runs the built moxian-cli end to end. Each test has a folder of its own, in which the program
/// runs and which goes with the test.
class CliTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  [[nodiscard]] Answer run(const std::vector<std::string>& arguments,
                           const Surroundings& surroundings = {}) const;
  /// Writes a file into the folder and gives its path.
  [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string path(const std::string& name) const { return (folder / name).string(); }
  [[nodiscard]] static std::string content(const std::string& path);
  /// True if permissions of files can be made to bind the programs that a test starts.
  [[nodiscard]] static bool permissionsCount();

  std::filesystem::path folder;
};

/// A failure as users should meet it: exit code 2, nothing on stdout, one sentence on stderr that
/// holds `part`.
testing::AssertionResult failsWith(const Answer& answer, const std::string& part);

}  // namespace moxian

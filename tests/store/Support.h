#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>

#include "core/base/Files.h"
#include "core/store/Draft.h"
#include "tests/base/Rights.h"

namespace moxian::test {

/// A folder of its own for each test, removed with all it holds.
class StoreTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;
  [[nodiscard]] std::string bytes(const std::filesystem::path& path) const;
  /// Names of the files in the folder, sorted, each followed by a space.
  [[nodiscard]] std::string listing() const;

  std::filesystem::path folder;
};

/// Writes a file without syncing, for tests that write thousands.
[[nodiscard]] bool plainWrite(const std::filesystem::path& path, const std::string& bytes);

/// A folder that takes no new file for the life of the object, made if it is missing.
class ReadOnlyFolder {
 public:
  explicit ReadOnlyFolder(const std::filesystem::path& folder);
  ~ReadOnlyFolder();
  ReadOnlyFolder(const ReadOnlyFolder&) = delete;
  ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;
  [[nodiscard]] bool works() const { return static_cast<bool>(m_bind); }

 private:
  std::filesystem::path m_folder;
  PermissionsBind m_bind;
};

/// Paragraphs in the style of annual summaries, of about so many code units; the same for a seed.
[[nodiscard]] std::u16string report(std::size_t length, std::uint32_t seed = 1);

/// A draft with something in every field.
[[nodiscard]] Draft fullDraft(std::size_t length = 3000, std::uint32_t seed = 1);

/// The code of a failure; a test failure if there is none.
template <class T>
ErrorCode codeOf(const Result<T>& result) {
  EXPECT_FALSE(result.has_value()) << "expected a failure";
  return result ? ErrorCode::Cancelled : result.error().code;
}

/// Ok if the result is; else its code, subject and detail.
template <class T>
testing::AssertionResult ok(const Result<T>& result) {
  if (result) return testing::AssertionSuccess();
  return testing::AssertionFailure() << static_cast<int>(result.error().code) << ' '
                                     << result.error().subject << ": " << result.error().detail;
}

}  // namespace moxian::test

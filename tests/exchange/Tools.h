#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace moxian::test {

/// A folder of its own for a test, removed with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  /// Writes a file into the folder and returns its path.
  [[nodiscard]] std::filesystem::path with(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path m_path;
};

/// True if a program is on the search path.
[[nodiscard]] bool hasProgram(const std::string& name);

/// What a shell command wrote to stdout, and its exit code.
struct Ran {
  int code = -1;
  std::string out;
};
[[nodiscard]] Ran run(const std::string& command);

/// The lines of a text.
[[nodiscard]] std::vector<std::string> linesOf(const std::string& text);

/// The files inside a ZIP package; empty if it cannot be read.
[[nodiscard]] std::map<std::string, std::string> unpacked(const std::string& bytes);

}  // namespace moxian::test

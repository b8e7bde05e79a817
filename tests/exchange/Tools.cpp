#include "tests/exchange/Tools.h"

#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

namespace moxian::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "moxian-exchange-XXXXXX").string();
  if (::mkdtemp(name.data()) != nullptr) m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::permissions(m_path, fs::perms::owner_all, ignored);
  fs::remove_all(m_path, ignored);
}

fs::path TemporaryFolder::with(const std::string& name, const std::string& bytes) const {
  fs::path path = m_path / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

bool hasProgram(const std::string& name) {
  return run("command -v " + name).code == 0;
}

Ran run(const std::string& command) {
  Ran ran;
  FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) return ran;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    ran.out.append(buffer.data(), n);
  }
  ran.code = WEXITSTATUS(::pclose(pipe));
  return ran;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::map<std::string, std::string> unpacked(const std::string& bytes) {
  std::map<std::string, std::string> parts;
  zip_error_t error{};
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error), &zip_discard);
  if (!archive) return parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    zip_stat_t info{};
    zip_stat_index(archive.get(), index, 0, &info);
    std::string content(info.size, '\0');
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen_index(archive.get(), index, 0), &zip_fclose);
    if (!file || zip_fread(file.get(), content.data(), info.size) < 0) continue;
    parts[info.name] = content;
  }
  return parts;
}

}  // namespace moxian::test

#include "tests/base/SourceTree.h"

#include <algorithm>
#include <set>

#include "core/base/Files.h"

namespace moxian {

namespace fs = std::filesystem;

std::vector<SourceFile> sourceTree() {
  static const std::set<std::string> kLeftOut = {"build", ".git", "__pycache__", ".cache",
                                                 "moxian-out"};
  std::vector<SourceFile> out;
  const fs::path top = MOXIAN_SOURCE;
  for (auto at = fs::recursive_directory_iterator(top); at != fs::end(at); ++at) {
    if (at->is_directory() && kLeftOut.contains(at->path().filename().string())) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file() && at->path().filename() != ".git") {  // a worktree's link
      out.push_back({at->path().lexically_relative(top).string(),
                     readFile(at->path()).value_or(std::string())});
    }
  }
  return out;
}

std::size_t lineOf(const std::string& text, std::size_t offset) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
  return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

}  // namespace moxian

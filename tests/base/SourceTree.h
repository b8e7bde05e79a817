#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace moxian {

/// A file of the source tree.
struct SourceFile {
  std::string path;  ///< relative to the top, with '/'
  std::string text;
};

/// The files of the source tree that the repository keeps: no builds, caches or version control.
[[nodiscard]] std::vector<SourceFile> sourceTree();

/// 1 for the first line.
[[nodiscard]] std::size_t lineOf(const std::string& text, std::size_t offset);

}  // namespace moxian

#pragma once

#include <string>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// A file inside an Open Packaging Conventions package (ECMA-376-2).
struct PackagePart {
  std::string name;  ///< path inside the package, "word/document.xml"
  std::string bytes;
};

/// The bytes of a ZIP package with these parts, in this order. Nothing touches the disk.
[[nodiscard]] Result<std::string> packed(const std::vector<PackagePart>& parts);

}  // namespace moxian

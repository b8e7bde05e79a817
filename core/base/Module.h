#pragma once

#include <filesystem>
#include <string>

#include "core/base/Result.h"

namespace moxian {

/// The folder that the running program lies in.
[[nodiscard]] const std::filesystem::path& programFolder();

/// The name of the one symbol that a module exports, a table of its functions with C linkage.
inline constexpr const char* kModuleSymbol = "moxianModule";

/// What a module exports. Modules are parts of the program that lie in files of their own, in
/// ../lib/moxian beside the program, and are loaded when they are first asked for: the libraries
/// they need (for PDF about eighty) would take most of the time that a command runs. A module stays
/// until the program ends. Any thread. Error: ResourceMissing, also for one that cannot be loaded.
[[nodiscard]] Result<const void*> loadModule(const std::string& name);

/// The same as the table that the module is known to export.
template <class Functions>
[[nodiscard]] Result<const Functions*> moduleFunctions(const std::string& name) {
  return loadModule(name).transform(
      [](const void* symbol) { return static_cast<const Functions*>(symbol); });
}

}  // namespace moxian

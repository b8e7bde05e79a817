#include "core/base/Module.h"

#include <dlfcn.h>

namespace moxian {
namespace {

std::string reasonOf(const char* error) {
  return error != nullptr ? error : "no reason given";
}

}  // namespace

const std::filesystem::path& programFolder() {
  static const std::filesystem::path folder = [] {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  }();
  return folder;
}

Result<const void*> loadModule(const std::string& name) {
  const auto file = programFolder().parent_path() / "lib" / "moxian" / (name + ".so");
  // loading again gives the same module, and it is never closed: its libraries keep data of threads
  void* module = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr)
    return fail(ErrorCode::ResourceMissing, file.string(), reasonOf(::dlerror()));
  const void* symbol = ::dlsym(module, kModuleSymbol);
  if (symbol == nullptr)
    return fail(ErrorCode::ResourceMissing, file.string(), reasonOf(::dlerror()));
  return symbol;
}

}  // namespace moxian

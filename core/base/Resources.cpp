#include "core/base/Resources.h"

#include <cstdlib>

#include "core/base/Module.h"

namespace moxian {
namespace {

namespace fs = std::filesystem;

fs::path findRoot() {
  if (const char* set = std::getenv("MOXIAN_RESOURCES"); set != nullptr && *set != '\0') return set;
  std::error_code ignored;
  fs::path beside = programFolder().parent_path() / "share" / "moxian";
  if (fs::is_directory(beside, ignored)) return beside;
  return MOXIAN_SOURCE_RESOURCES;
}

Result<fs::path> xdgFolder(const char* variable, const char* below) {
  const char* set = std::getenv(variable);
  if (set != nullptr && *set == '/') return fs::path(set) / "moxian";
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home != '/') return fail(ErrorCode::FolderUnwritable, "HOME");
  return fs::path(home) / below / "moxian";
}

}  // namespace

std::string_view version() {
  return MOXIAN_VERSION;
}

const fs::path& resourceRoot() {
  static const fs::path root = findRoot();
  return root;
}

Result<fs::path> userDataFolder() {
  return xdgFolder("XDG_DATA_HOME", ".local/share");
}

Result<fs::path> userConfigFolder() {
  return xdgFolder("XDG_CONFIG_HOME", ".config");
}

Result<fs::path> userStateFolder() {
  return xdgFolder("XDG_STATE_HOME", ".local/state");
}

}  // namespace moxian

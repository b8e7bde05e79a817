#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace moxian {

/// The version of the program, for example "0.1.0".
[[nodiscard]] std::string_view version();

/// The folder of the data files that ship with the program: $MOXIAN_RESOURCES if set, else
/// ../share/moxian beside the program, else resources/ of the source tree it was built from.
[[nodiscard]] const std::filesystem::path& resourceRoot();

/// The desktop's folders for this user's files (XDG Base Directory Specification): data holds the
/// corpus, configuration holds user profiles and rule lists, state holds the journals of unsaved
/// edits. Not created by the call. Without a home folder the result is an error that says so.
[[nodiscard]] Result<std::filesystem::path> userDataFolder();
[[nodiscard]] Result<std::filesystem::path> userConfigFolder();
[[nodiscard]] Result<std::filesystem::path> userStateFolder();

}  // namespace moxian

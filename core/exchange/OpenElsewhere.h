#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace moxian {

/// Who has a file open in a word processor, as far as the program says so.
struct OpenElsewhere {
  std::string program;         ///< "LibreOffice" or "Word/WPS"
  std::string user;            ///< UTF-8; may be empty
  std::string host;            ///< may be empty
  std::filesystem::path mark;  ///< the file that says so; a program that crashed leaves it behind
};

/// Looks for the files that word processors put beside one that they have open: LibreOffice
/// `.~lock.NAME#` (name, login, host and time apart by commas), Word and WPS `~$NAME`, where a long
/// name loses its first one or two characters (the user's name behind its length). Any thread.
[[nodiscard]] std::optional<OpenElsewhere> openElsewhere(const std::filesystem::path& file);

}  // namespace moxian

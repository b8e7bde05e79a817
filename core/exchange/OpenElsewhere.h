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
  /// A file beside it whose name gives the same mark, so that either may be the open one; else
  /// empty.
  std::filesystem::path orThis;
};

/// Looks for the files that word processors put beside one that they have open: LibreOffice
/// `.~lock.NAME#` (name, login, host and time apart by commas), Word and WPS `~$NAME` (the user's
/// name behind its length). Of a name of seven characters without its ending these leave out the
/// first, of a longer one the first two: the mark of 上半年工作总结.docx is that of
/// 下半年工作总结.docx too. Nothing for a file that does not exist. Any thread.
[[nodiscard]] std::optional<OpenElsewhere> openElsewhere(const std::filesystem::path& file);

}  // namespace moxian

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// One line of a list in resources/rules/, split at its tabs.
struct ListRow {
  std::size_t line = 0;  ///< from 1
  std::vector<std::u16string> cells;
};

/// The rows of resources/rules/<file>, then those of rules/<file> in the user's configuration folder
/// (userConfigFolder) that it lacks: UTF-8, one entry a line, cells split by tabs, '#' starts a
/// comment line, blank lines do not count. A row with fewer than `least` or more than `most` cells,
/// an empty first cell or a repeated row is an error that names file and line (ResourceInvalid).
[[nodiscard]] Result<std::vector<ListRow>> loadRows(std::string_view file, std::size_t least,
                                                    std::size_t most);
/// The words of a list of one cell a row.
[[nodiscard]] Result<std::vector<std::u16string>> loadWords(std::string_view file);

/// The error of a row that does not follow the format of its file.
[[nodiscard]] Error rowError(std::string_view file, std::size_t line, std::string_view why);

}  // namespace moxian

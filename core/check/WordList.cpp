#include "core/check/WordList.h"

#include <set>
#include <sstream>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

std::filesystem::path pathOf(std::string_view file) {
  return resourceRoot() / "rules" / file;
}

std::vector<std::u16string> split(const std::string& line) {
  std::vector<std::u16string> cells;
  std::stringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(toUtf16(cell));
  return cells;
}

/// The office's own list of that name; empty if it has none.
std::filesystem::path ownPathOf(std::string_view file) {
  const auto folder = userConfigFolder();
  if (!folder) return {};
  const std::filesystem::path path = *folder / "rules" / file;
  std::error_code failed;
  return std::filesystem::is_regular_file(path, failed) ? path : std::filesystem::path();
}

Error errorAt(const std::filesystem::path& path, std::size_t line, std::string_view why) {
  return {ErrorCode::ResourceInvalid, path.string(),
          "line " + std::to_string(line) + ": " + std::string(why)};
}

/// Appends the rows of a file. `seen`: those of the files before, which may stand again in others
/// but not in one file.
Result<void> appendRows(const std::filesystem::path& path, std::size_t least, std::size_t most,
                        std::set<std::string>& seen, std::vector<ListRow>& into) {
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  std::set<std::string> here;
  std::stringstream stream(*bytes);
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    ListRow row{number, split(line)};
    if (row.cells.size() < least || row.cells.size() > most) {
      return std::unexpected(errorAt(path, number, "wrong number of cells"));
    }
    if (row.cells.front().empty()) return std::unexpected(errorAt(path, number, "empty entry"));
    if (!here.insert(line).second) {
      return std::unexpected(errorAt(path, number, "row stands twice"));
    }
    if (seen.insert(line).second) into.push_back(std::move(row));
  }
  return {};
}

}  // namespace

Error rowError(std::string_view file, std::size_t line, std::string_view why) {
  return errorAt(pathOf(file), line, why);
}

Result<std::vector<ListRow>> loadRows(std::string_view file, std::size_t least, std::size_t most) {
  std::vector<ListRow> rows;
  std::set<std::string> seen;
  if (auto done = appendRows(pathOf(file), least, most, seen, rows); !done) {
    return std::unexpected(done.error());
  }
  if (const auto own = ownPathOf(file); !own.empty()) {
    if (auto done = appendRows(own, least, most, seen, rows); !done) {
      return std::unexpected(done.error());
    }
  }
  return rows;
}

Result<std::vector<std::u16string>> loadWords(std::string_view file) {
  auto rows = loadRows(file, 1, 1);
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::u16string> words;
  for (ListRow& row : *rows) words.push_back(std::move(row.cells.front()));
  return words;
}

}  // namespace moxian

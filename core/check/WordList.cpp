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

}  // namespace

Error rowError(std::string_view file, std::size_t line, std::string_view why) {
  return {ErrorCode::ResourceInvalid, pathOf(file).string(),
          "line " + std::to_string(line) + ": " + std::string(why)};
}

Result<std::vector<ListRow>> loadRows(std::string_view file, std::size_t least, std::size_t most) {
  const auto bytes = readFile(pathOf(file));
  if (!bytes) return std::unexpected(bytes.error());
  std::vector<ListRow> rows;
  std::set<std::string> seen;
  std::stringstream stream(*bytes);
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    ListRow row{number, split(line)};
    if (row.cells.size() < least || row.cells.size() > most) {
      return std::unexpected(rowError(file, number, "wrong number of cells"));
    }
    if (row.cells.front().empty()) return std::unexpected(rowError(file, number, "empty entry"));
    if (!seen.insert(line).second) {
      return std::unexpected(rowError(file, number, "row stands twice"));
    }
    rows.push_back(std::move(row));
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

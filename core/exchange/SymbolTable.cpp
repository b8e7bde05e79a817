#include "core/exchange/SymbolTable.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "core/base/Files.h"
#include "core/base/Resources.h"
#include "core/base/Utf.h"

namespace moxian {
namespace {

std::string lower(std::string_view face) {
  std::string name(face);
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

struct Row {
  std::string face;
  char16_t code = 0;
  char16_t character = 0;
};

/// A line of three cells between tabs: face, code in hexadecimal, character.
std::optional<Row> parsed(const std::string& line) {
  std::istringstream cells(line);
  std::string face;
  std::string code;
  std::string character;
  std::getline(cells, face, '\t');
  std::getline(cells, code, '\t');
  std::getline(cells, character);
  unsigned value = 0;
  const auto read = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  const std::u16string wide = toUtf16(character);
  if (face.empty() || read.ptr != code.data() + code.size() || value < 0x20 || value > 0xFF ||
      wide.size() != 1) {
    return std::nullopt;
  }
  return Row{lower(face), static_cast<char16_t>(value), wide[0]};
}

}  // namespace

Result<SymbolTable> SymbolTable::load() {
  const auto path = resourceRoot() / "import" / "symbols.tsv";
  const auto bytes = readFile(path);
  if (!bytes) return fail(ErrorCode::ResourceMissing, path.string(), bytes.error().detail);
  SymbolTable table;
  std::istringstream lines(*bytes);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto row = parsed(line);
    if (!row || !table.m_faces[row->face].emplace(row->code, row->character).second) {
      return fail(ErrorCode::ResourceInvalid, path.string(), "line " + std::to_string(number));
    }
  }
  return table;
}

std::optional<char16_t> SymbolTable::unicode(std::string_view face, char16_t code) const {
  const auto symbols = m_faces.find(lower(face));
  if (symbols == m_faces.end()) return std::nullopt;
  const auto found =
      symbols->second.find(isSymbolCode(code) ? static_cast<char16_t>(code - 0xF000) : code);
  if (found == symbols->second.end()) return std::nullopt;
  return found->second;
}

std::u16string SymbolTable::replaced(std::u16string_view text, std::string_view face) const {
  std::u16string out(text);
  for (char16_t& c : out) c = unicode(face, c).value_or(c);
  return out;
}

}  // namespace moxian

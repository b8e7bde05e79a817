#include "core/report/TomlReader.h"

#include <algorithm>
#include <format>

#include "core/base/Files.h"
#include "core/base/Utf.h"

namespace moxian {

Result<TomlReader> TomlReader::open(const std::filesystem::path& file) {
  const auto bytes = readFile(file);
  if (!bytes) return std::unexpected(bytes.error());
  TomlReader reader;
  reader.m_file = file;
  try {
    reader.m_root = toml::parse(*bytes);
  } catch (const toml::parse_error& e) {
    return fail(ErrorCode::ResourceInvalid, file.string(),
                std::format("line {}: {}", e.source().begin.line, e.description()));
  }
  return reader;
}

std::unexpected<Error> TomlReader::invalid(const toml::node& node, std::string_view why) const {
  return fail(ErrorCode::ResourceInvalid, m_file.string(),
              std::format("line {}: {}", node.source().begin.line, why));
}

Result<std::u16string> TomlReader::text(const toml::table& table, std::string_view key) const {
  const auto value = table[key].value<std::string>();
  if (!value || value->empty()) return invalid(table, std::format("\"{}\" must be a text", key));
  return toUtf16(*value);
}

Result<double> TomlReader::number(const toml::table& table, std::string_view key,
                                  std::optional<double> otherwise) const {
  if (!table.contains(key) && otherwise) return *otherwise;
  const auto value = table[key].value<double>();
  if (!value) return invalid(table, std::format("\"{}\" must be a number", key));
  return *value;
}

Result<std::vector<std::u16string>> TomlReader::texts(const toml::table& table,
                                                      std::string_view key) const {
  std::vector<std::u16string> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) return out;
  const toml::array* list = node->as_array();
  if (list == nullptr) return invalid(*node, std::format("\"{}\" must be a list of texts", key));
  for (const toml::node& item : *list) {
    const auto value = item.value<std::string>();
    if (!value || value->empty()) return invalid(item, std::format("\"{}\" holds no text", key));
    out.push_back(toUtf16(*value));
  }
  return out;
}

Result<std::vector<const toml::table*>> TomlReader::tables(const toml::table& table,
                                                           std::string_view key) const {
  std::vector<const toml::table*> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) return out;
  const toml::array* list = node->as_array();
  if (list == nullptr) return invalid(*node, std::format("\"{}\" must be [[{}]]", key, key));
  for (const toml::node& item : *list) {
    if (!item.is_table()) return invalid(item, std::format("\"{}\" must be [[{}]]", key, key));
    out.push_back(item.as_table());
  }
  return out;
}

Result<void> TomlReader::onlyKeys(const toml::table& table,
                                  std::initializer_list<std::string_view> known) const {
  for (const auto& [key, node] : table) {
    if (std::ranges::find(known, key.str()) == known.end()) {
      return invalid(node, std::format("unknown key \"{}\"", key.str()));
    }
  }
  return {};
}

}  // namespace moxian

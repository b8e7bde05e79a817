#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <toml++/toml.hpp>
#include <vector>

#include "core/base/Result.h"

namespace moxian {

/// Reads a TOML file of our own or of the user with errors that name file and line.
class TomlReader {
 public:
  [[nodiscard]] static Result<TomlReader> open(const std::filesystem::path& file);

  [[nodiscard]] const toml::table& root() const { return m_root; }
  /// ResourceInvalid with this file, the line of `node` and a sentence for the log.
  [[nodiscard]] std::unexpected<Error> invalid(const toml::node& node,
                                               std::string_view why) const;

  /// Values of a table; an absent or wrongly typed one is an error, or the given default if absent.
  [[nodiscard]] Result<std::u16string> text(const toml::table& table, std::string_view key) const;
  [[nodiscard]] Result<double> number(const toml::table& table, std::string_view key,
                                      std::optional<double> otherwise = {}) const;
  /// A list of texts; empty if absent.
  [[nodiscard]] Result<std::vector<std::u16string>> texts(const toml::table& table,
                                                          std::string_view key) const;
  /// The tables of [[key]]; empty if absent.
  [[nodiscard]] Result<std::vector<const toml::table*>> tables(const toml::table& table,
                                                               std::string_view key) const;
  /// An error if the table has a key that is not in `known`, so that a typing slip is noticed.
  [[nodiscard]] Result<void> onlyKeys(const toml::table& table,
                                      std::initializer_list<std::string_view> known) const;

 private:
  std::filesystem::path m_file;
  toml::table m_root;
};

}  // namespace moxian

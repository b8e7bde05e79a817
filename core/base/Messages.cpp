#include "core/base/Messages.h"

#include <array>
#include <format>
#include <toml++/toml.hpp>

#include "core/base/Files.h"
#include "core/base/Resources.h"

namespace moxian {
namespace {

void collect(const toml::table& table, const std::string& prefix,
             std::map<std::string, std::string, std::less<>>& into) {
  for (const auto& [key, node] : table) {
    std::string path = prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
    if (const auto* below = node.as_table()) {
      collect(*below, path, into);
    } else if (const auto text = node.value<std::string>()) {
      into.emplace(std::move(path), *text);
    }
  }
}

constexpr std::array<std::string_view, 32> kNames = {
    "FileMissing",   "FileUnreadable",   "FileTooLarge",    "FolderUnwritable", "FileUnwritable",
    "DiskFull",      "ReadFailed",       "WriteFailed",     "BinaryFile",       "EncryptedFile",
    "DamagedFile",   "TextMissing",      "UnknownFormat",   "WrongEncoding",    "NotEncodable",
    "NotADatabase",
    "ForeignDatabase", "NewerDatabase",  "DamagedDatabase", "DatabaseBusy",     "DatabaseFailed",
    "ResourceInvalid", "ResourceMissing", "ProfileUnknown", "FontMissing",      "ExportFailed",
    "NotADocument",  "DamagedDocument",  "FileChanged",     "FileLocked",       "UsageInvalid",
    "Cancelled"};
static_assert(kNames.size() == static_cast<std::size_t>(ErrorCode::Cancelled) + 1);

/// The sentence of an error: its code's, unless the place itself tells better why it was refused.
std::string_view sentenceOf(const Error& error) {
  namespace fs = std::filesystem;
  const bool writing =
      error.code == ErrorCode::FileUnwritable || error.code == ErrorCode::FolderUnwritable;
  if (!writing && error.code != ErrorCode::FileUnreadable) return name(error.code);
  std::error_code unknown;
  const fs::path path(error.subject);
  if (error.code != ErrorCode::FolderUnwritable && fs::is_directory(path, unknown)) {
    return "FolderGiven";
  }
  const fs::path folder = error.code == ErrorCode::FolderUnwritable ? path : path.parent_path();
  const bool missing = writing && !folder.empty() && !fs::exists(folder, unknown) && !unknown;
  return missing ? "FolderMissing" : name(error.code);
}

}  // namespace

std::string_view name(ErrorCode code) {
  return kNames.at(static_cast<std::size_t>(code));
}

Result<Messages> Messages::load(std::string_view language) {
  const auto path = resourceRoot() / "messages" / (std::string(language) + ".toml");
  const auto bytes = readFile(path);
  if (!bytes) return fail(ErrorCode::ResourceMissing, path.string(), bytes.error().detail);
  try {
    Messages messages;
    collect(toml::parse(*bytes), {}, messages.m_texts);
    return messages;
  } catch (const toml::parse_error& e) {
    return fail(ErrorCode::ResourceInvalid, path.string(),
                std::format("line {}: {}", e.source().begin.line, e.description()));
  }
}

std::string Messages::text(std::string_view key, std::span<const std::string> arguments) const {
  const auto found = m_texts.find(key);
  if (found == m_texts.end()) return "【" + std::string(key) + "】";
  std::string out;
  const std::string& in = found->second;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const bool slot = in[i] == '{' && i + 2 < in.size() && in[i + 1] >= '0' && in[i + 1] <= '9' &&
                      in[i + 2] == '}';
    if (!slot) {
      out += in[i];
      continue;
    }
    const auto n = static_cast<std::size_t>(in[i + 1] - '0');
    if (n < arguments.size()) out += arguments[n];
    i += 2;
  }
  return out;
}

std::string Messages::text(const Error& error) const {
  const std::array<std::string, 2> arguments = {error.subject, error.detail};
  return text("errors." + std::string(sentenceOf(error)), arguments);
}

bool Messages::has(std::string_view key) const {
  return m_texts.contains(key);
}

}  // namespace moxian

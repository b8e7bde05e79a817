#include "ui/DocumentFile.h"

#include "core/base/Files.h"

namespace moxian {

namespace fs = std::filesystem;

std::optional<DocumentFile::Stamp> DocumentFile::stampOf(const fs::path& path) {
  std::error_code failure;
  const auto time = fs::last_write_time(path, failure);
  if (failure) return {};
  const auto size = fs::file_size(path, failure);
  if (failure) return {};
  return Stamp{time, size};
}

Result<DocumentFile::Loaded> DocumentFile::load(const fs::path& path,
                                                std::optional<Encoding> forced) {
  Loaded loaded;
  loaded.file.m_path = path;
  // Before reading: a change in between then shows as one.
  loaded.file.m_stamp = stampOf(path);
  const auto bytes = readFile(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto decoded = decode(*bytes, forced, path.string());
  if (!decoded) return std::unexpected(decoded.error());
  loaded.file.m_encoding = decoded->encoding;
  loaded.file.m_byteOrderMark = decoded->byteOrderMark;
  loaded.file.m_lineEnding = decoded->lineEnding;
  loaded.file.m_mixed = decoded->mixedLineEndings;
  loaded.file.m_invalid = decoded->invalid.size();
  loaded.text = std::move(decoded->text);
  return loaded;
}

Result<void> DocumentFile::save(const fs::path& path, std::u16string_view text) {
  auto bytes = encode(text, m_encoding, m_byteOrderMark, m_lineEnding);
  if (!bytes) return std::unexpected(bytes.error());
  if (auto written = writeFile(path, *bytes); !written) return written;
  m_path = path;
  m_stamp = stampOf(path);
  m_mixed = false;
  m_invalid = 0;
  return {};
}

void DocumentFile::setEncoding(Encoding encoding) {
  m_encoding = encoding;
  // UTF-16 files cannot be told apart without their mark; the others do not want one.
  m_byteOrderMark = encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
}

void DocumentFile::setLineEnding(LineEnding ending) {
  m_lineEnding = ending;
  m_mixed = false;
}

bool DocumentFile::changedOutside() const {
  return named() && m_stamp && stampOf(m_path) != m_stamp;
}

}  // namespace moxian

#pragma once

#include <filesystem>

#include "core/store/OpenDocument.h"

namespace moxian {

/// Where a draft lies and how it is stored there, for those who show it. A value; no widgets.
class DocumentFile {
 public:
  /// A draft that was never saved.
  DocumentFile() = default;
  DocumentFile(const OpenDocument& document, const LoadedDraft& loaded)
      : m_path(document.path()),
        m_format(document.format()),
        m_encoding(loaded.draft.properties.encoding),
        m_lineEnding(loaded.draft.properties.lineEnding),
        m_mixed(loaded.mixedLineEndings),
        m_invalid(loaded.invalid) {}

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] bool named() const { return !m_path.empty(); }
  /// True for a .moxian document, which has no encoding to choose.
  [[nodiscard]] bool moxian() const { return named() && m_format == DocumentFormat::Moxian; }
  [[nodiscard]] Encoding encoding() const { return m_encoding; }
  [[nodiscard]] LineEnding lineEnding() const { return m_lineEnding; }
  [[nodiscard]] bool mixedLineEndings() const { return m_mixed; }
  /// How many places of the file were no text in its encoding.
  [[nodiscard]] std::size_t invalid() const { return m_invalid; }

  /// The next save uses these.
  void setEncoding(Encoding encoding) { m_encoding = encoding; }
  void setLineEnding(LineEnding ending) {
    m_lineEnding = ending;
    m_mixed = false;
  }

 private:
  std::filesystem::path m_path;
  DocumentFormat m_format = DocumentFormat::Moxian;
  Encoding m_encoding = Encoding::Utf8;
  LineEnding m_lineEnding = LineEnding::Lf;
  bool m_mixed = false;
  std::size_t m_invalid = 0;
};

}  // namespace moxian

#pragma once

#include <QDateTime>
#include <QString>
#include <filesystem>
#include <optional>

#include "core/text/Decoder.h"

namespace moxian {

/// The file of a draft: where it lies and how its text is stored there. A value; no widgets.
class DocumentFile {
 public:
  /// A draft that was never saved: UTF-8, LF.
  DocumentFile() = default;

  struct Loaded;
  /// Reads a file; `forced` instead of the guessed encoding. Any thread.
  [[nodiscard]] static Result<Loaded> load(const std::filesystem::path& path,
                                           std::optional<Encoding> forced = {});

  /// Writes the text to `path` with the stored encoding and line ending; from then on the file is
  /// that one. On an error nothing changes, neither here nor on the disk.
  [[nodiscard]] Result<void> save(const std::filesystem::path& path, std::u16string_view text);

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  [[nodiscard]] bool named() const { return !m_path.empty(); }
  [[nodiscard]] Encoding encoding() const { return m_encoding; }
  [[nodiscard]] LineEnding lineEnding() const { return m_lineEnding; }
  [[nodiscard]] bool mixedLineEndings() const { return m_mixed; }
  /// How many places of the file were no text in its encoding.
  [[nodiscard]] std::size_t invalid() const { return m_invalid; }

  /// The next save uses these.
  void setEncoding(Encoding encoding);
  void setLineEnding(LineEnding ending);

  /// True if somebody else wrote, replaced or removed the file since it was read or saved.
  [[nodiscard]] bool changedOutside() const;

 private:
  /// What the disk says of the file; nothing while it does not exist.
  struct Stamp {
    std::filesystem::file_time_type time;
    std::uintmax_t size = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  [[nodiscard]] static std::optional<Stamp> stampOf(const std::filesystem::path& path);

  std::filesystem::path m_path;
  Encoding m_encoding = Encoding::Utf8;
  bool m_byteOrderMark = false;
  LineEnding m_lineEnding = LineEnding::Lf;
  bool m_mixed = false;
  std::size_t m_invalid = 0;
  std::optional<Stamp> m_stamp;
};

struct DocumentFile::Loaded {
  DocumentFile file;
  std::u16string text;
};

}  // namespace moxian

#pragma once

#include <QFile>
#include <QString>
#include <QStringView>
#include <filesystem>
#include <string>
#include <string_view>

namespace moxian {

/// QString and std::u16string hold the same UTF-16; this looks at the buffer without a copy and
/// lives as long as it does.
[[nodiscard]] inline std::u16string_view utf16(QStringView text) {
  return {text.utf16(), static_cast<std::size_t>(text.size())};
}
[[nodiscard]] inline QString toQString(std::u16string_view text) {
  return QString(reinterpret_cast<const QChar*>(text.data()), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::u16string toU16(QStringView text) {
  return std::u16string(utf16(text));
}
[[nodiscard]] inline QString fromUtf8(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
[[nodiscard]] inline std::filesystem::path toPath(const QString& path) {
  return QFile::encodeName(path).toStdString();
}
[[nodiscard]] inline QString fromPath(const std::filesystem::path& path) {
  return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

}  // namespace moxian

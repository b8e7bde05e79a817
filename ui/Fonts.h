#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

namespace moxian {

/// The font of menus and docks: the desktop's own where it names a real face, with a Chinese face
/// of the right regional forms behind it. `language`: "zh_CN", "zh_TW" or "en".
[[nodiscard]] QFont interfaceFont(const QString& language);

/// Faces of the official page (GB/T 9704-2012) and the free ones that stand in, best first.
[[nodiscard]] QStringList bodyFaces();     ///< 仿宋
[[nodiscard]] QStringList headingFaces();  ///< 黑体, first level
[[nodiscard]] QStringList secondFaces();   ///< 楷体, second level
[[nodiscard]] QStringList titleFaces();    ///< 小标宋

/// The font of the draft. `family` empty: bodyFaces().
[[nodiscard]] QFont draftFont(const QString& family, int points);

}  // namespace moxian

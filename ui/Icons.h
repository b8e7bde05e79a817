#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace moxian {

/// An icon of resources/icons (SVG, drawn in black). It is painted in the text colour of the
/// palette of the moment, so that it follows light and dark, or in `colour` where one is given. GUI
/// thread.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour = {});

}  // namespace moxian

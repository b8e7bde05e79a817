#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include "core/check/Finding.h"
#include "core/report/Outline.h"

namespace moxian {

/// Colours with a meaning, readable on the light and on the dark palette (contrast 4.5 and more).
[[nodiscard]] bool isDark(const QPalette& palette);
[[nodiscard]] QColor colourOf(Severity severity, const QPalette& palette);
[[nodiscard]] QColor colourOf(Presence presence, const QPalette& palette);

/// What the highlighter colours. Names stand in resources/syntax/moxian.xml.
enum class Ink { Heading, Figure, Date, Placeholder, DocumentTitle, Slot, TableRule };
[[nodiscard]] QColor colourOf(Ink ink, const QPalette& palette);

/// Behind the line of the cursor, behind matches of a search, behind the one that is selected.
[[nodiscard]] QColor lineColour(const QPalette& palette);
[[nodiscard]] QColor matchColour(const QPalette& palette);
/// Behind slots that wait to be filled and around them.
[[nodiscard]] QColor slotColour(const QPalette& palette);
/// The desk the page lies on.
[[nodiscard]] QColor deskColour(const QPalette& palette);

/// Sets the palette of the program: "light", "dark" or, for anything else, the desktop's own.
void applyAppearance(const QString& appearance);

}  // namespace moxian

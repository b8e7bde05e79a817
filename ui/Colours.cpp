#include "ui/Colours.h"

#include <QApplication>
#include <QStyle>
#include <QStyleHints>
#include <array>

namespace moxian {
namespace {

struct Pair {
  QRgb light;
  QRgb dark;
  [[nodiscard]] QColor on(const QPalette& palette) const {
    return QColor::fromRgb(isDark(palette) ? dark : light);
  }
};

constexpr Pair red{0xc62828, 0xff8a80};
constexpr Pair amber{0x9a5b00, 0xffb74d};
constexpr Pair blue{0x1565c0, 0x82b1ff};
constexpr Pair green{0x2e7d32, 0x81c784};

constexpr std::array<Pair, 7> inks{{
    {0x8e1b1b, 0xffab91},  // Heading
    {0x0b5394, 0x90caf9},  // Figure
    {0x00695c, 0x80cbc4},  // Date
    {0xc62828, 0xff8a80},  // Placeholder
    {0x6a3d9a, 0xce93d8},  // DocumentTitle
    {0x9a5b00, 0xffd180},  // Slot
    {0x8a8f98, 0x8a8f98},  // TableRule
}};

/// For desktops that let no program choose: the roles that Fusion draws with.
QPalette darkPalette() {
  QPalette dark(QColor::fromRgb(0x43464a), QColor::fromRgb(0x313437));
  dark.setColor(QPalette::Base, QColor::fromRgb(0x1e1f22));
  dark.setColor(QPalette::AlternateBase, QColor::fromRgb(0x26282b));
  dark.setColor(QPalette::Highlight, QColor::fromRgb(0x2f65b5));
  dark.setColor(QPalette::HighlightedText, Qt::white);
  dark.setColor(QPalette::ToolTipBase, QColor::fromRgb(0x3a3d41));
  dark.setColor(QPalette::ToolTipText, QColor::fromRgb(0xe6e6e6));
  for (const QPalette::ColorRole text :
       {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
    dark.setColor(text, QColor::fromRgb(0xe0e0e0));
    dark.setColor(QPalette::Disabled, text, QColor::fromRgb(0x808080));
  }
  dark.setColor(QPalette::PlaceholderText, QColor::fromRgb(0x9a9da1));
  dark.setColor(QPalette::Link, QColor::fromRgb(0x90caf9));
  return dark;
}

}  // namespace

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor colourOf(Severity severity, const QPalette& palette) {
  switch (severity) {
    case Severity::Error:
      return red.on(palette);
    case Severity::Warning:
      return amber.on(palette);
    case Severity::Hint:
      return blue.on(palette);
  }
  return {};
}

QColor colourOf(Presence presence, const QPalette& palette) {
  switch (presence) {
    case Presence::Missing:
      return red.on(palette);
    case Presence::Thin:
      return amber.on(palette);
    case Presence::Present:
      return green.on(palette);
  }
  return {};
}

QColor colourOf(Ink ink, const QPalette& palette) {
  return inks.at(static_cast<std::size_t>(ink)).on(palette);
}

QColor lineColour(const QPalette& palette) {
  return Pair{0xf5f7fa, 0x2a2e33}.on(palette);
}

QColor matchColour(const QPalette& palette) {
  return Pair{0xffe9a8, 0x5c4a12}.on(palette);
}

QColor slotColour(const QPalette& palette) {
  return Pair{0xfff3d6, 0x44381c}.on(palette);
}

QColor deskColour(const QPalette& palette) {
  return Pair{0xe9ebee, 0x141517}.on(palette);
}

void applyAppearance(const QString& appearance) {
  const Qt::ColorScheme scheme = appearance == u"light"  ? Qt::ColorScheme::Light
                                 : appearance == u"dark" ? Qt::ColorScheme::Dark
                                                         : Qt::ColorScheme::Unknown;
  QApplication::styleHints()->setColorScheme(scheme);
  const bool heard =
      scheme == Qt::ColorScheme::Unknown || QApplication::styleHints()->colorScheme() == scheme;
  const bool dark = !heard && scheme == Qt::ColorScheme::Dark;
  QApplication::setPalette(dark ? darkPalette() : QPalette());
}

}  // namespace moxian

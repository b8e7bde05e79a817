#include "ui/Icons.h"

#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

#include "core/base/Resources.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

class TintedIconEngine : public QIconEngine {
 public:
  TintedIconEngine(QIcon drawing, const QColor& colour)
      : m_drawing(std::move(drawing)), m_colour(colour) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal scale = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1;
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1);
  }

  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/,
                       qreal scale) override {
    QPixmap pixmap = m_drawing.pixmap(size, 1.0);  // `size` counts pixels of the device
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), size), ink(mode));
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
  }

  [[nodiscard]] QIconEngine* clone() const override {
    return new TintedIconEngine(m_drawing, m_colour);
  }

 private:
  [[nodiscard]] QColor ink(QIcon::Mode mode) const {
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (mode == QIcon::Selected) return palette.color(QPalette::HighlightedText);
    return m_colour.isValid() ? m_colour : palette.color(QPalette::Active, QPalette::ButtonText);
  }

  QIcon m_drawing;
  QColor m_colour;
};

}  // namespace

QIcon icon(const QString& name, const QColor& colour) {
  // Lists ask for an icon at every row they paint; a drawing is read once.
  static QHash<QString, QIcon> drawings;
  QIcon& drawing = drawings[name];
  if (drawing.isNull())
    drawing = QIcon(fromPath(resourceRoot() / "icons") + u'/' + name + u".svg"_s);
  return QIcon(new TintedIconEngine(drawing, colour));
}

}  // namespace moxian

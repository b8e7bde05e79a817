#include "ui/Cards.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>
#include <cmath>

namespace moxian {
namespace {

constexpr int padding = 7;
constexpr int iconSize = 16;
constexpr qsizetype mostHeights = 20'000;  // remembered texts

QFont detailFont(QFont font) {
  font.setPointSizeF(font.pointSizeF() * 0.9);
  return font;
}

/// Lays `text` out on at most `lines` lines, the last one elided; the height it takes.
qreal layOut(QTextLayout& layout, const QString& text, const QFont& font, qreal width, int lines) {
  QString shown = text;
  for (int attempt = 0;; ++attempt) {
    layout.setText(shown);
    layout.setFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    QTextLine line = layout.createLine();
    for (int i = 0; line.isValid() && i < lines; ++i) {
      line.setLineWidth(width);
      line.setPosition({0, height});
      height += std::ceil(line.height());
      line = layout.createLine();
    }
    const bool cut = line.isValid();
    const int kept = cut ? line.textStart() : 0;
    layout.endLayout();
    if (!cut || attempt > 0 || kept < 2) return height;
    shown = shown.left(kept - 1) + QChar(0x2026);
  }
}

QRect textArea(const QRect& card, bool icon) {
  return card.adjusted(padding + (icon ? iconSize + padding : 0), padding, -padding, -padding);
}

}  // namespace

QSize CardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
  const bool icon = !index.data(Qt::DecorationRole).isNull();
  const QRect area = textArea(QRect(0, 0, width, 0), icon);
  int height = heightOf(index.data(Qt::DisplayRole).toString(), option.font, area.width());
  if (!index.data(CardDetailRole).toString().isEmpty())
    height += QFontMetrics(detailFont(option.font)).height() + 3;
  return {width, height + 2 * padding};
}

int CardDelegate::heightOf(const QString& text, const QFont& font, int width) const {
  if (width != m_knownWidth || font != m_knownFont || m_heights.size() > mostHeights)
    m_heights.clear();
  m_knownWidth = width;
  m_knownFont = font;
  const auto known = m_heights.constFind(text);
  if (known != m_heights.constEnd()) return *known;
  QTextLayout layout;
  const int height = static_cast<int>(layOut(layout, text, font, width, m_lines));
  m_heights.insert(text, height);
  return height;
}

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
  if (index.data(CardHeaderRole).toBool()) return paintHeader(*painter, option, index);
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
  const auto cards = index.data(Qt::DecorationRole).value<QIcon>();
  const QRect area = textArea(option.rect, !cards.isNull());
  const QPalette::ColorGroup group =
      option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
  painter->save();
  if (!cards.isNull())
    cards.paint(painter, option.rect.left() + padding, area.top() + 1, iconSize, iconSize,
                Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
  const QPalette::ColorRole text = selected ? QPalette::HighlightedText : QPalette::Text;
  painter->setPen(option.palette.color(group, text));
  QTextLayout layout;
  const qreal height =
      layOut(layout, index.data(Qt::DisplayRole).toString(), option.font, area.width(), m_lines);
  layout.draw(painter, area.topLeft());
  if (!selected) painter->setPen(option.palette.color(QPalette::PlaceholderText));
  painter->setFont(detailFont(option.font));
  const QString detail = painter->fontMetrics().elidedText(index.data(CardDetailRole).toString(),
                                                           Qt::ElideRight, area.width());
  painter->drawText(QRectF(area.left(), area.top() + height + 3, area.width(), area.height()),
                    Qt::AlignLeft | Qt::AlignTop, detail);
  painter->setPen(option.palette.color(QPalette::Midlight));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  painter->restore();
}

void CardDelegate::paintHeader(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
  painter.save();
  painter.fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
  QFont font = option.font;
  font.setBold(true);
  painter.setFont(font);
  painter.setPen(option.palette.color(QPalette::Active, QPalette::Text));
  const QRect area = textArea(option.rect, false);
  painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(),
                                                 Qt::ElideRight, area.width()));
  painter.restore();
}

CardList::CardList(int lines, QWidget* parent) : QListView(parent) {
  setItemDelegate(new CardDelegate(lines, this));
  setResizeMode(QListView::Adjust);
  setUniformItemSizes(false);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // The width of a card must not depend on how many there are.
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setFrameShape(QFrame::NoFrame);
  connect(this, &QListView::doubleClicked, this, &CardList::chosen);
}

void CardList::setHint(const QString& hint) {
  if (m_hint == hint) return;
  m_hint = hint;
  viewport()->update();
}

void CardList::paintEvent(QPaintEvent* event) {
  QListView::paintEvent(event);
  if (model() == nullptr || model()->rowCount() > 0 || m_hint.isEmpty()) return;
  QPainter painter(viewport());
  painter.setPen(palette().color(QPalette::PlaceholderText));
  painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16),
                   Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

void CardList::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!enter || !currentIndex().isValid()) return QListView::keyPressEvent(event);
  Q_EMIT chosen(currentIndex());
}

}  // namespace moxian

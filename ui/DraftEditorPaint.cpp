// What the editor paints around the text: desk, line of the cursor, slots, matches, underlines.
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <algorithm>

#include "ui/Colours.h"
#include "ui/DraftEditor.h"
#include "ui/DraftLayout.h"
#include "ui/Slots.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

constexpr qreal waveHeight = 2;
constexpr qreal waveLength = 4;

Span spanOf(const QTextBlock& block) {
  const auto begin = static_cast<std::size_t>(block.position());
  return {begin, begin + static_cast<std::size_t>(block.length()) - 1};
}

/// The parts of a range on the lines of a paragraph: line and the two ends on it.
template <class Each>
void eachLinePart(const QTextBlock& block, Span span, Each each) {
  const std::size_t start = spanOf(block).begin;
  const QTextLayout* layout = block.layout();
  for (int i = 0; i < layout->lineCount(); ++i) {
    const QTextLine line = layout->lineAt(i);
    const std::size_t begin = start + static_cast<std::size_t>(line.textStart());
    const std::size_t end = begin + static_cast<std::size_t>(line.textLength());
    const Span part{std::max(begin, span.begin), std::min(end, span.end)};
    if (part.begin >= part.end) continue;
    each(line, line.cursorToX(static_cast<int>(part.begin - start)),
         line.cursorToX(static_cast<int>(part.end - start)));
  }
}

}  // namespace

Span DraftEditor::visibleSpan() const {
  // Not by cursorForPosition(): that counts what is being composed as part of the text.
  QTextBlock last = firstVisibleBlock();
  const Span first = spanOf(last);
  qreal bottom = contentOffset().y() + blockBoundingGeometry(last).bottom();
  while (last.next().isValid() && bottom < viewport()->height()) {
    last = last.next();
    bottom += blockBoundingRect(last).height();
  }
  return {first.begin, spanOf(last).end};
}

void DraftEditor::paintEvent(QPaintEvent* event) {
  {
    QPainter painter(viewport());
    paintUnderText(painter);
  }
  QPlainTextEdit::paintEvent(event);
  QPainter painter(viewport());
  paintOverText(painter);
}

void DraftEditor::paintUnderText(QPainter& painter) {
  const Span visible = visibleSpan();
  const Span chosen = selected();
  QTextBlock block = firstVisibleBlock();
  for (; block.isValid() && spanOf(block).begin <= visible.end; block = block.next()) {
    const Span span = spanOf(block);
    if (hasFocus() && chosen.empty() && block == textCursor().block()) {
      const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
      painter.fillRect(
          QRectF(0, area.top(), viewport()->width(), block.lineCount() * m_layout->linePitch()),
          lineColour(palette()));
    }
    for (const Span slot : openSlots(utf16(block.text())))
      fillRange(painter, block, slot.shifted(span.begin), slotColour(palette()));
    for (const Span match : m_matches)
      if (match.overlaps(span)) fillRange(painter, block, match, matchColour(palette()));
    // The layout's own selection leaves the space between the lines unpainted.
    if (chosen.overlaps(span))
      fillRange(
          painter, block, chosen,
          palette().color(hasFocus() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight));
  }
}

void DraftEditor::fillRange(QPainter& painter, const QTextBlock& block, Span span,
                            const QColor& colour) {
  const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
  const qreal pitch = m_layout->linePitch();
  eachLinePart(block, span, [&](const QTextLine& line, qreal from, qreal to) {
    const qreal middle = line.y() + line.height() / 2;
    painter.fillRect(QRectF(from, middle - pitch / 2, to - from, pitch).translated(origin), colour);
  });
}

void DraftEditor::paintOverText(QPainter& painter) {
  if (document()->isEmpty() && !m_composing) paintPlaceholder(painter);
  painter.setRenderHint(QPainter::Antialiasing);
  const Span visible = visibleSpan();
  for (const Mark& mark : m_marks) {
    // A mark without a length shows on the character behind it.
    const Span span{mark.span.begin, std::max(mark.span.end, mark.span.begin + 1)};
    if (!span.overlaps({visible.begin, visible.end + 1})) continue;
    const std::size_t from = std::max(span.begin, visible.begin);
    QTextBlock block = document()->findBlock(static_cast<int>(from));
    for (; block.isValid() && spanOf(block).begin < std::min(span.end, visible.end + 1);
         block = block.next())
      underline(painter, block, {span, mark.severity});
  }
}

void DraftEditor::underline(QPainter& painter, const QTextBlock& block, const Mark& mark) {
  const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
  painter.setPen(QPen(colourOf(mark.severity, palette()), 1.3));
  eachLinePart(block, mark.span, [&](const QTextLine& line, qreal from, qreal to) {
    const qreal base = line.y() + line.ascent() + line.descent() / 2 + waveHeight;
    QPainterPath wave(QPointF(from, base) + origin);
    bool up = true;
    for (qreal x = from + waveLength / 2; x <= to; x += waveLength / 2, up = !up)
      wave.lineTo(QPointF(x, up ? base - waveHeight : base) + origin);
    painter.drawPath(wave);
  });
}

void DraftEditor::paintPlaceholder(QPainter& painter) {
  QColor colour = palette().color(QPalette::PlaceholderText);
  painter.setPen(colour);
  painter.setFont(font());
  const int margin = static_cast<int>(document()->documentMargin());
  const QRect area = viewport()->rect().adjusted(margin, margin, -margin, -margin);
  painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_placeholder);
}

void DraftEditor::paintDesk() {
  QPainter painter(this);
  painter.fillRect(rect(), deskColour(palette()));
  if (viewport()->x() <= 0) return;
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawRect(viewport()->geometry().adjusted(-1, -1, 0, 0));
}

}  // namespace moxian

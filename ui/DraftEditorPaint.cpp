// What the editor paints around the text: desk, line of the cursor, slots, matches, underlines.
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <algorithm>
#include <cmath>
#include <ranges>

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

/// The line of a paragraph that holds a place of it.
int lineHolding(const QTextLayout& layout, std::size_t place) {
  const auto lines = std::views::iota(0, layout.lineCount());
  const auto after = std::ranges::partition_point(lines, [&](int line) {
    return static_cast<std::size_t>(layout.lineAt(line).textStart()) <= place;
  });
  return std::max(static_cast<int>(after - lines.begin()) - 1, 0);
}

/// The parts of a range on the lines of a paragraph: line and the two ends on it. `span` overlaps
/// the paragraph.
template <class Each>
void eachLinePart(const QTextBlock& block, Span span, Each each) {
  const Span whole = spanOf(block);
  const QTextLayout* layout = block.layout();
  for (int i = lineHolding(*layout, std::max(span.begin, whole.begin) - whole.begin);
       i < layout->lineCount(); ++i) {
    const QTextLine line = layout->lineAt(i);
    const std::size_t begin = whole.begin + static_cast<std::size_t>(line.textStart());
    const std::size_t end = begin + static_cast<std::size_t>(line.textLength());
    if (begin >= span.end) return;
    const Span part{std::max(begin, span.begin), std::min(end, span.end)};
    if (part.begin >= part.end) continue;
    each(line, line.cursorToX(static_cast<int>(part.begin - whole.begin)),
         line.cursorToX(static_cast<int>(part.end - whole.begin)));
  }
}

}  // namespace

Span DraftEditor::visiblePart(const QTextBlock& block) const {
  const qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
  const QTextLayout* layout = block.layout();
  const qreal pitch = m_layout->linePitch();
  const auto above = static_cast<int>(std::max(0.0, std::floor(-top / pitch)));
  const auto reached = static_cast<int>(std::ceil((viewport()->height() - top) / pitch));
  const int first = std::min(above, layout->lineCount() - 1);
  const int last = std::min(reached, layout->lineCount()) - 1;
  if (first < 0 || last < first) return spanOf(block);
  // The lines count what is being composed as text.
  const int composed = static_cast<int>(layout->preeditAreaText().size());
  const QTextLine end = layout->lineAt(last);
  const Span whole = spanOf(block);
  const auto place = [whole](int at) {
    return std::min(whole.begin + static_cast<std::size_t>(std::max(at, 0)), whole.end);
  };
  return {place(layout->lineAt(first).textStart() - composed),
          place(end.textStart() + end.textLength())};
}

Span DraftEditor::visibleSpan() const {
  // Not by cursorForPosition(): that counts what is being composed as part of the text.
  QTextBlock last = firstVisibleBlock();
  const std::size_t begin = visiblePart(last).begin;
  qreal bottom = contentOffset().y() + blockBoundingGeometry(last).bottom();
  while (last.next().isValid() && bottom < viewport()->height()) {
    last = last.next();
    bottom += blockBoundingRect(last).height();
  }
  return {begin, visiblePart(last).end};
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
  if (const QTextBlock own = textCursor().block(); hasFocus() && chosen.empty()) {
    const QRectF area = blockBoundingGeometry(own).translated(contentOffset());
    painter.fillRect(
        QRectF(0, area.top(), viewport()->width(), own.lineCount() * m_layout->linePitch()),
        lineColour(palette()));
  }
  paintStrokes(painter, true);
  QTextBlock block = firstVisibleBlock();
  for (; block.isValid() && spanOf(block).begin <= visible.end; block = block.next()) {
    const Span span = spanOf(block);
    const Span shown = visiblePart(block);
    for (const Span slot : openSlots(utf16(block.text())))
      if (const Span there = slot.shifted(span.begin); there.overlaps(shown))
        fillRange(painter, block, there, slotColour(palette()));
    // Matches do not overlap each other, so their ends ascend too.
    for (auto match = std::ranges::upper_bound(m_matches, shown.begin, {}, &Span::end);
         match != m_matches.end() && match->begin < shown.end; ++match)
      fillRange(painter, block, *match, matchColour(palette()));
    // The layout's own selection leaves the space between the lines unpainted.
    if (chosen.overlaps(shown))
      fillRange(
          painter, block, {std::max(chosen.begin, shown.begin), std::min(chosen.end, shown.end)},
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
  paintStrokes(painter, false);
  painter.setRenderHint(QPainter::Antialiasing);
  const Span visible = visibleSpan();
  for (const Mark& mark : m_marks) {
    if (mark.span.begin > visible.end) break;
    // A mark without a length shows on the character behind it.
    const Span span{mark.span.begin, std::max(mark.span.end, mark.span.begin + 1)};
    if (!span.overlaps({visible.begin, visible.end + 1})) continue;
    const std::size_t from = std::max(span.begin, visible.begin);
    QTextBlock block = document()->findBlock(static_cast<int>(from));
    for (; block.isValid() && spanOf(block).begin < std::min(span.end, visible.end + 1);
         block = block.next())
      if (const Span shown = visiblePart(block); span.overlaps({shown.begin, shown.end + 1}))
        underline(painter, block,
                  {{std::max(span.begin, shown.begin), std::min(span.end, shown.end + 1)},
                   mark.severity});
  }
}

void DraftEditor::paintStrokes(QPainter& painter, bool under) {
  if (!m_strokes) return;
  const Span visible = visibleSpan();
  for (const Stroke& stroke : m_strokes({visible.begin, visible.end + 1})) {
    if ((stroke.kind == Stroke::Kind::Fill) == under) paintStroke(painter, stroke);
  }
}

void DraftEditor::paintStroke(QPainter& painter, const Stroke& stroke) {
  const Span visible = visibleSpan();
  const std::size_t from = std::max(stroke.span.begin, visible.begin);
  QTextBlock block = document()->findBlock(static_cast<int>(from));
  for (; block.isValid() &&
         spanOf(block).begin <
             std::min(std::max(stroke.span.end, stroke.span.begin + 1), visible.end + 1);
       block = block.next()) {
    if (stroke.kind == Stroke::Kind::Fill) {
      fillRange(painter, block, stroke.span, stroke.colour);
      continue;
    }
    const QPointF origin = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
    if (stroke.kind == Stroke::Kind::Bar) {
      const qreal height = block.lineCount() * m_layout->linePitch();
      painter.fillRect(QRectF(document()->documentMargin() / 2, origin.y(), 3, height),
                       stroke.colour);
      continue;
    }
    painter.setPen(QPen(stroke.colour, 1.6));
    const auto draw = [&](const QTextLine& line, qreal left, qreal right) {
      const qreal height = stroke.kind == Stroke::Kind::Strike
                               ? line.y() + line.ascent() * 0.62
                               : line.y() + line.ascent() + line.descent() * 0.6;
      painter.drawLine(QPointF(left, height) + origin, QPointF(right, height) + origin);
    };
    eachLinePart(block, stroke.span, draw);
    // the paragraph's own mark shows as one character behind the line
    const std::size_t end = spanOf(block).end;
    if (stroke.span.contains(end) && block.next().isValid()) {
      const QTextLine last = block.layout()->lineAt(block.layout()->lineCount() - 1);
      if (!last.isValid()) continue;
      const qreal x = last.naturalTextRect().right();
      painter.drawText(QPointF(x + 2, last.y() + last.ascent()) + origin, QStringLiteral("¶"));
      draw(last, x + 2, x + 2 + fontMetrics().horizontalAdvance(u'¶'));
    }
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

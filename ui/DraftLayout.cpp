#include "ui/DraftLayout.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace moxian {
namespace {

constexpr qreal spacing = 1.75;  // of the character size; the official page has 28.95 pt to 16 pt
constexpr qreal leastGap = 1;    // pixels above the first line; zero marks Qt's own layout

}  // namespace

DraftLayout::DraftLayout(QTextDocument* document) : QPlainTextDocumentLayout(document) {}

qreal DraftLayout::linePitch() const {
  const QFontMetricsF metrics(document()->defaultFont());
  const qreal character = metrics.horizontalAdvance(u'国');
  return std::ceil(std::max(character * spacing, metrics.height() + 2 * leastGap));
}

QRectF DraftLayout::blockBoundingRect(const QTextBlock& block) const {
  if (!block.isValid()) return {};
  const QTextLayout* lines = block.layout();
  // The base class lays a changed paragraph out by itself, starting at the very top.
  if (lines->lineCount() == 0 || lines->lineAt(0).y() < leastGap) layOut(block);
  QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
  if (!block.isVisible()) return rect;
  const qreal below = block.next().isValid() ? 0 : document()->documentMargin();
  rect.setHeight(lines->lineCount() * linePitch() + below);
  return rect;
}

void DraftLayout::documentChanged(int from, int removed, int added) {
  const QTextBlock first = document()->findBlock(from);
  const QTextBlock last = document()->findBlock(std::max(0, from + removed + added - 1));
  const bool inside = first.isValid() && first == last && document()->blockCount() == m_blocks;
  if (!inside || !first.isVisible()) {
    m_blocks = document()->blockCount();
    return QPlainTextDocumentLayout::documentChanged(from, removed, added);
  }
  // The base class would lay the paragraph out its own way first, which takes as long again.
  const int before = first.lineCount();
  layOut(first);
  if (first.lineCount() == before)
    Q_EMIT updateBlock(first);
  else
    Q_EMIT update(QRectF(0, -document()->documentMargin(), 1e9, 1e9));
}

void DraftLayout::layOut(const QTextBlock& block) const {
  const qreal margin = document()->documentMargin();
  const qreal pitch = linePitch();
  const qreal width = std::max(m_pageWidth - 2 * margin, pitch);
  QTextLayout* lines = block.layout();
  lines->setTextOption(document()->defaultTextOption());
  lines->beginLayout();
  qreal top = 0;
  for (QTextLine line = lines->createLine(); line.isValid(); line = lines->createLine()) {
    line.setLineWidth(width);
    line.setPosition({margin, top + std::max(leastGap, (pitch - line.height()) / 2)});
    top += pitch;
  }
  lines->endLayout();
  const int before = document()->lineCount();
  QTextBlock(block).setLineCount(block.isVisible() ? lines->lineCount() : 0);
  if (document()->lineCount() != before)
    Q_EMIT const_cast<DraftLayout*>(this)->documentSizeChanged(documentSize());
}

}  // namespace moxian

// The grey text behind the cursor. It stands in the layout where an input method's composition
// would, so that it breaks at the page's edge like typed text and is no part of the document.
#include <QTextBlock>
#include <QTextLayout>

#include "ui/DraftEditor.h"

namespace moxian {

using namespace Qt::StringLiterals;

void DraftEditor::showGhost(const QString& text) {
  hideGhost();
  const QTextCursor cursor = textCursor();
  if (text.isEmpty() || m_composing || cursor.hasSelection() || !cursor.atBlockEnd()) return;
  QTextLayout* layout = cursor.block().layout();
  // A line end that is offered shows as its sign: the layout of a paragraph holds none.
  QString shown = text;
  shown.replace(u'\n', u'↵');
  layout->setPreeditArea(cursor.positionInBlock(), shown);
  QTextLayout::FormatRange grey{cursor.positionInBlock(), static_cast<int>(shown.size()), {}};
  grey.format.setForeground(palette().color(QPalette::PlaceholderText));
  layout->setFormats(layout->formats() << grey);
  layout->clearLayout();  // DraftLayout lays out anew what has no lines
  m_ghost = text;
  m_ghostBlock = cursor.block();
  m_ghostRevision = document()->revision();
  viewport()->update();
}

void DraftEditor::hideGhost() {
  if (m_ghost.isEmpty()) return;
  m_ghost.clear();
  viewport()->update();
  if (!m_ghostBlock.isValid()) return;
  QTextLayout* layout = m_ghostBlock.layout();
  const int begin = layout->preeditAreaPosition();
  const int end = begin + static_cast<int>(layout->preeditAreaText().size());
  QList<QTextLayout::FormatRange> formats = layout->formats();
  formats.removeIf([&](const QTextLayout::FormatRange& range) {
    return range.start >= begin && range.start + range.length <= end;
  });
  layout->setPreeditArea(-1, {});
  layout->setFormats(formats);
  layout->clearLayout();
}

void DraftEditor::dropStaleGhost() {
  // The highlighter's changes of colour are announced like changes of text.
  if (document()->revision() != m_ghostRevision) hideGhost();
}

}  // namespace moxian

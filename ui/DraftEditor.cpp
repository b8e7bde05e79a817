#include "ui/DraftEditor.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QUrl>
#include <algorithm>
#include <utility>

#include "core/text/Characters.h"
#include "ui/Colours.h"
#include "ui/DraftHighlighter.h"
#include "ui/DraftLayout.h"
#include "ui/DraftText.h"
#include "ui/Slots.h"
#include "ui/Strings.h"
#include "ui/WordKeys.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int charactersPerLine = 28;  // GB/T 9704-2012, 5.2
constexpr int pageMargin = 36;         // pixels around the text of the page

QStringList localFiles(const QMimeData& data) {
  QStringList files;
  for (const QUrl& url : data.urls())
    if (url.isLocalFile()) files.append(url.toLocalFile());
  return files;
}

/// Where a place of the text lies when the edits are made; inside one, as far behind its beginning.
std::size_t placeBehind(const std::vector<Edit>& edits, std::size_t place) {
  std::size_t moved = place;
  for (const Edit& edit : edits) {
    if (edit.span.end <= place) {
      moved = moved - edit.span.length() + edit.with.size();
    } else if (edit.span.begin < place) {
      moved -= place - edit.span.begin - std::min(place - edit.span.begin, edit.with.size());
    }
  }
  return moved;
}

}  // namespace

/// Says in an undo step of the document where redoing it ends.
class DraftEditor::PlaceStep : public QAbstractUndoItem {
 public:
  PlaceStep(DraftEditor& editor, int anchor, int position)
      : m_editor(&editor), m_anchor(anchor), m_position(position) {}
  void undo() override {}
  void redo() override {
    if (m_editor) m_editor->m_redoPlace = {m_anchor, m_position};
  }

 private:
  QPointer<DraftEditor> m_editor;
  int m_anchor;
  int m_position;
};

DraftEditor::DraftEditor(QWidget* parent)
    : QPlainTextEdit(parent),
      m_layout(new DraftLayout(document())),
      m_highlighter(new DraftHighlighter(document())) {
  document()->setDocumentLayout(m_layout);
  // The margin is part of the document to Qt: undo would take it back.
  setUndoRedoEnabled(false);
  document()->setDocumentMargin(pageMargin);
  setUndoRedoEnabled(true);
  document()->setModified(false);
  // A page breaks between any two characters; words of other scripts may stay whole.
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setFrameShape(QFrame::NoFrame);
  setCursorWidth(2);
  setAcceptDrops(true);
  setBackgroundVisible(false);
  viewport()->setBackgroundRole(QPalette::Base);
  // Qt repaints the characters that changed; line, slots and selection reach beyond them.
  const auto repaintPage = [this] { viewport()->update(); };
  connect(this, &QPlainTextEdit::cursorPositionChanged, this, repaintPage);
  connect(this, &QPlainTextEdit::selectionChanged, this, repaintPage);
  connect(document(), &QTextDocument::contentsChange, this, &DraftEditor::dropStaleGhost);
  updateMargins();
}

DraftEditor::~DraftEditor() = default;

void DraftEditor::setDraft(std::u16string_view text) {
  setPlainText(toQString(text));
  document()->setModified(false);
  verticalScrollBar()->setValue(0);
}

void DraftEditor::setMarks(std::vector<Mark> marks) {
  m_marks = std::move(marks);
  viewport()->update();
}

void DraftEditor::setStrokes(std::function<std::vector<Stroke>(Span)> strokes) {
  m_strokes = std::move(strokes);
  viewport()->update();
}

void DraftEditor::setKeyStep(std::function<KeyStep(const QKeyEvent&)> stepOf) {
  m_keyStep = std::move(stepOf);
}

void DraftEditor::setLanding(std::function<std::size_t(std::size_t)> landing) {
  m_landing = std::move(landing);
}

void DraftEditor::undo() {
  Q_EMIT undoing(true);
  QPlainTextEdit::undo();
  Q_EMIT undoing(false);
}

void DraftEditor::redo() {
  const int shown = verticalScrollBar()->value();
  m_redoPlace.reset();
  Q_EMIT undoing(true);
  QPlainTextEdit::redo();
  if (const auto place = std::exchange(m_redoPlace, std::nullopt)) {
    QTextCursor cursor = textCursor();
    cursor.setPosition(place->first);
    cursor.setPosition(place->second, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    verticalScrollBar()->setValue(shown);
    ensureCursorVisible();
  }
  Q_EMIT undoing(false);
}

void DraftEditor::redoEndsAt(int anchor, int position) {
  document()->appendUndoItem(new PlaceStep(*this, anchor, position));
}

/// Redoing the step that was just made ends where the cursor stands now.
void DraftEditor::keepPlace() {
  QTextCursor step = textCursor();
  step.joinPreviousEditBlock();
  redoEndsAt(step.anchor(), step.position());
  step.endEditBlock();
}

void DraftEditor::setMatches(std::vector<Span> matches) {
  if (m_matches == matches) return;
  m_matches = std::move(matches);
  viewport()->update();
}

void DraftEditor::select(Span span) {
  const QTextCursor cursor = selection(*document(), span);
  const bool away = !viewport()->rect().contains(cursorRect(cursor));
  setTextCursor(cursor);
  if (away) centerCursor();
}

Span DraftEditor::selected() const {
  const QTextCursor cursor = textCursor();
  return {static_cast<std::size_t>(cursor.selectionStart()),
          static_cast<std::size_t>(cursor.selectionEnd())};
}

void DraftEditor::apply(const std::vector<Edit>& edits, Caret caret) {
  if (edits.empty() || isReadOnly()) return;
  const std::size_t first = edits.front().span.begin;
  const Edit& last = caret == Caret::BehindFirst ? edits.front() : edits.back();
  QTextCursor behind = selection(*document(), last.span);
  behind.clearSelection();
  replace(edits, selection(*document(), {first, first}));
  setTextCursor(behind);
  keepPlace();
  ensureCursorVisible();
}

void DraftEditor::applyAround(const std::vector<Edit>& edits) {
  if (edits.empty() || isReadOnly()) return;
  const int shown = verticalScrollBar()->value();
  QTextCursor cursor = textCursor();
  const std::size_t anchor = placeBehind(edits, static_cast<std::size_t>(cursor.anchor()));
  const std::size_t place = placeBehind(edits, static_cast<std::size_t>(cursor.position()));
  replace(edits, cursor);
  const auto landing = [this](std::size_t at) {
    return static_cast<int>(m_landing ? m_landing(at) : at);
  };
  cursor.setPosition(landing(anchor));
  cursor.setPosition(landing(place), QTextCursor::KeepAnchor);
  setTextCursor(cursor);
  verticalScrollBar()->setValue(shown);
  keepPlace();
}

void DraftEditor::replace(const std::vector<Edit>& edits, QTextCursor from) {
  from.beginEditBlock();  // undoing puts the cursor where this one stands now
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
    selection(*document(), edit->span).insertText(toQString(edit->with));
  from.endEditBlock();
}

void DraftEditor::insertSuggestion(const Suggestion& suggestion) {
  if (isReadOnly()) return;
  QTextCursor cursor = textCursor();
  const std::size_t at = selected().begin;
  const std::size_t line =
      static_cast<std::size_t>(document()->findBlock(static_cast<int>(at)).position());
  const Insertion insertion = joined(draftText(*document(), {line, at}), suggestion);
  cursor.beginEditBlock();
  cursor.removeSelectedText();
  put(cursor, {at - insertion.dropped, at}, insertion);
}

void DraftEditor::insertBelow(std::size_t end, const Suggestion& suggestion) {
  if (isReadOnly()) return;
  const QTextBlock next = document()->findBlock(static_cast<int>(end)).next();
  const bool blank = next.isValid() && next.text().trimmed().isEmpty();
  if (blank) end = static_cast<std::size_t>(next.position());
  QTextCursor cursor = selection(*document(), {end, end});
  cursor.beginEditBlock();
  if (!blank) cursor.insertText(u"\n"_s);
  const std::size_t at = blank ? end : end + 1;
  put(cursor, {at, at}, joined({}, suggestion));
}

/// Ends the edit block that `cursor` began.
void DraftEditor::put(QTextCursor cursor, Span span, const Insertion& insertion) {
  QTextCursor made = selection(*document(), span);
  made.insertText(toQString(insertion.text));
  cursor.endEditBlock();
  if (!insertion.slots.empty())
    made = selection(*document(), insertion.slots.front().shifted(span.begin));
  setTextCursor(made);
  if (!insertion.slots.empty()) m_slotBlock = made.block();
  ensureCursorVisible();
}

bool DraftEditor::goToSlot(bool forward) {
  const std::u16string text = draftText(*document());
  const auto slot = forward ? slotAfter(text, selected()) : slotBefore(text, selected());
  if (!slot) return false;
  setTextCursor(selection(*document(), *slot));
  m_slotBlock = textCursor().block();
  ensureCursorVisible();
  return true;
}

void DraftEditor::setPageColumn(bool on) {
  m_pageColumn = on;
  updateMargins();
}

void DraftEditor::setDraftFont(const QFont& font) {
  setFont(font);
  document()->setDefaultFont(font);
  updateMargins();
}

void DraftEditor::setPlaceholder(const QString& text) {
  m_placeholder = text;
  viewport()->update();
}

void DraftEditor::setComposing(bool composing) {
  if (m_composing == composing) return;
  m_composing = composing;
  Q_EMIT composingChanged(composing);
}

void DraftEditor::inputMethodEvent(QInputMethodEvent* event) {
  // Qt lets commits into a text that is only read.
  if (isReadOnly()) return event->ignore();
  hideGhost();
  const bool composing = !event->preeditString().isEmpty();
  if (composing) setComposing(true);
  QPlainTextEdit::inputMethodEvent(event);
  if (!composing) setComposing(false);
}

QVariant DraftEditor::inputMethodQuery(Qt::InputMethodQuery query) const {
  const QVariant answer = QPlainTextEdit::inputMethodQuery(query);
  // Qt counts from the viewport where this widget is meant: the candidates would open beside the
  // page, by the width of its margin.
  return answer.typeId() == QMetaType::QRectF
             ? QVariant(answer.toRectF().translated(viewport()->pos()))
             : answer;
}

void DraftEditor::focusInEvent(QFocusEvent* event) {
  QPlainTextEdit::focusInEvent(event);
  viewport()->update();
}

void DraftEditor::focusOutEvent(QFocusEvent* event) {
  hideGhost();
  QPlainTextEdit::focusOutEvent(event);
  viewport()->update();
  if (textCursor().block().layout()->preeditAreaText().isEmpty()) setComposing(false);
}

void DraftEditor::keyPressEvent(QKeyEvent* event) {
  if (m_composing) return QPlainTextEdit::keyPressEvent(event);
  if (event->matches(QKeySequence::Undo)) return undo();
  if (event->matches(QKeySequence::Redo)) return redo();
  if (handleTab(*event)) return;
  QTextCursor step = textCursor();  // undoing puts the cursor where this one stands now
  const KeyStep kind = m_keyStep ? m_keyStep(*event) : KeyStep::Usual;
  if (kind == KeyStep::Joined) step.joinPreviousEditBlock();
  if (kind == KeyStep::Own) step.beginEditBlock();
  if (!handleWordKey(*event)) QPlainTextEdit::keyPressEvent(event);
  if (kind != KeyStep::Usual) step.endEditBlock();
}

bool DraftEditor::handleWordKey(const QKeyEvent& event) {
  QTextCursor cursor = textCursor();
  const WordKey key = applyWordKey(event, cursor);
  if (key == WordKey::None) return false;
  if (key == WordKey::Delete) {
    if (isReadOnly()) return true;
    cursor.removeSelectedText();
  }
  setTextCursor(cursor);
  ensureCursorVisible();
  return true;
}

void DraftEditor::mouseDoubleClickEvent(QMouseEvent* event) {
  QPlainTextEdit::mouseDoubleClickEvent(event);
  if (event->button() != Qt::LeftButton) return;
  QTextCursor cursor = cursorForPosition(event->position().toPoint());
  const QTextBlock block = cursor.block();
  auto at = static_cast<std::size_t>(cursor.positionInBlock());
  if (at > 0 && cursorRect(cursor).left() > event->position().x()) --at;  // its right half
  const Span word = wordAt(utf16(block.text()), at);
  cursor.setPosition(block.position() + static_cast<int>(word.begin));
  cursor.setPosition(block.position() + static_cast<int>(word.end), QTextCursor::KeepAnchor);
  setTextCursor(cursor);
}

bool DraftEditor::handleTab(const QKeyEvent& event) {
  const bool forward = event.key() == Qt::Key_Tab && event.modifiers() == Qt::NoModifier;
  const bool backward = event.key() == Qt::Key_Backtab;
  if (!forward && !backward) return false;
  // Slots are visited while the paragraph has some, and from behind one that was just filled.
  const QTextBlock block = textCursor().block();
  const bool visiting = block == m_slotBlock || !openSlots(utf16(block.text())).empty();
  if (visiting && goToSlot(forward)) return true;
  if (forward && !isReadOnly()) indent();
  return true;
}

void DraftEditor::indent() {
  QTextCursor cursor = textCursor();
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  // Official paragraphs begin two characters in.
  cursor.insertText(isBlank(utf16(before)) ? u"　　"_s : u"\t"_s);
  setTextCursor(cursor);
  ensureCursorVisible();
}

bool DraftEditor::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasText() || !localFiles(*source).isEmpty();
}

void DraftEditor::insertFromMimeData(const QMimeData* source) {
  if (const QStringList files = localFiles(*source); !files.isEmpty()) {
    // Qt is in the middle of an edit here; opening a file must wait until that is over.
    QMetaObject::invokeMethod(
        this, [this, files] { Q_EMIT filesDropped(files); }, Qt::QueuedConnection);
    return;
  }
  QString text = source->text();
  // Soft line breaks of word processors and web pages.
  text.replace(QChar(0x2028), u'\n').replace(u'\v', u'\n');
  textCursor().insertText(text);
  ensureCursorVisible();
}

QMimeData* DraftEditor::createMimeDataFromSelection() const {
  auto* plain = new QMimeData;
  plain->setText(toQString(draftText(*document(), selected())));
  return plain;
}

void DraftEditor::contextMenuEvent(QContextMenuEvent* event) {
  hideGhost();
  const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
  const auto at = static_cast<std::size_t>(cursorForPosition(event->pos()).position());
  if (m_menuHead) m_menuHead(*menu, at);
  menu->exec(event->globalPos());
}

bool DraftEditor::event(QEvent* event) {
  if (event->type() == QEvent::Paint) paintDesk();
  return QPlainTextEdit::event(event);
}

bool DraftEditor::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QPlainTextEdit::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const auto at = static_cast<std::size_t>(cursorForPosition(help->pos()).position());
  QToolTip::showText(help->globalPos(), m_tips ? m_tips(at) : QString(), viewport());
  return true;
}

void DraftEditor::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) m_highlighter->setPalette(palette());
}

void DraftEditor::wheelEvent(QWheelEvent* event) {
  if (!event->modifiers().testFlag(Qt::ControlModifier)) {
    QPlainTextEdit::wheelEvent(event);
    return;
  }
  if (event->angleDelta().y() != 0) Q_EMIT zoomRequested(event->angleDelta().y() > 0 ? 1 : -1);
  event->accept();
}

void DraftEditor::resizeEvent(QResizeEvent* event) {
  updateMargins();
  m_layout->setPageWidth(viewport()->width());
  QPlainTextEdit::resizeEvent(event);
}

void DraftEditor::updateMargins() {
  const int room = width() - verticalScrollBar()->sizeHint().width();
  const int character = QFontMetrics(font()).horizontalAdvance(u'国');
  const int column = charactersPerLine * character + 2 * pageMargin + cursorWidth();
  const int side = m_pageColumn ? std::max(0, (room - column) / 2) : 0;
  const QMargins margins(side, 0, side, 0);
  if (viewportMargins() != margins) setViewportMargins(margins);
}

}  // namespace moxian

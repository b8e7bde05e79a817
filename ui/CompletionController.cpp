#include "ui/CompletionController.h"

#include <QAccessible>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <array>

#include "core/text/WordStarts.h"
#include "ui/CheckController.h"
#include "ui/CompletionList.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/Slots.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t offered = 5;

constexpr std::array<std::pair<QLatin1StringView, Eagerness>, 3> readinesses{
    {{"seldom"_L1, Eagerness::Seldom},
     {"normal"_L1, Eagerness::Normal},
     {"often"_L1, Eagerness::Often}}};

bool isModifier(int key) {
  return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt ||
         key == Qt::Key_AltGr || key == Qt::Key_Meta || key == Qt::Key_CapsLock;
}

}  // namespace

CompletionController::CompletionController(DraftEditor& editor, CheckController& check,
                                           CorpusService& corpus, QObject* parent)
    : QObject(parent),
      m_editor(editor),
      m_check(check),
      m_corpus(corpus),
      m_list(new CompletionList(&editor)) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(0);
  connect(&m_soon, &QTimer::timeout, this, &CompletionController::ask);
  connect(&corpus, &CorpusService::ready, this, &CompletionController::adopt);
  connect(&editor, &QPlainTextEdit::textChanged, this, &CompletionController::typed);
  connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
    if (place() != m_ghostPlace && !m_typing) close();
  });
  connect(m_list, &CompletionList::chosen, this, &CompletionController::insert);
  // The list never has the focus, so nobody else tells which line is the current one.
  connect(m_list, &CompletionList::lineReached, this, &CompletionController::announce);
  editor.installEventFilter(this);
  editor.viewport()->installEventFilter(this);
  adopt();
}

void CompletionController::adopt() {
  if (const auto model = m_corpus.completer())
    m_feed = std::make_shared<CompletionFeed>(*model, m_eagerness.value_or(Eagerness::Normal));
}

void CompletionController::setReadiness(const QString& code) {
  m_eagerness.reset();
  for (const auto& [name, eagerness] : readinesses)
    if (code == name) m_eagerness = eagerness;
  close();
  adopt();
}

CompletionController::Place CompletionController::place() const {
  return {m_editor.document()->revision(), m_editor.textCursor().position()};
}

bool CompletionController::mayOffer() const {
  return m_feed != nullptr && !m_editor.composing() && !m_editor.isReadOnly() &&
         !m_editor.textCursor().hasSelection();
}

bool CompletionController::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::FocusOut: close(); return false;
    default: break;
  }
  if (watched != &m_editor) return false;
  switch (event->type()) {
    case QEvent::ShortcutOverride:
      if (overridesShortcut(*static_cast<QKeyEvent*>(event))) event->accept();
      return event->isAccepted() && (m_list->isVisible() || !m_ghost.isEmpty());
    case QEvent::KeyPress: return handleKey(*static_cast<QKeyEvent*>(event));
    case QEvent::InputMethod: {
      const auto& composed = *static_cast<QInputMethodEvent*>(event);
      m_list->hide();
      m_typing = !composed.commitString().isEmpty();
      if (!m_typing) close();
      return false;
    }
    default: return false;
  }
}

bool CompletionController::overridesShortcut(const QKeyEvent& key) const {
  if (m_editor.composing() || (m_ghost.isEmpty() && !m_list->isVisible())) return false;
  return key.key() == Qt::Key_Escape || key.key() == Qt::Key_Tab ||
         (key.key() == Qt::Key_Right && key.modifiers() == Qt::ControlModifier);
}

bool CompletionController::handleKey(const QKeyEvent& key) {
  if (m_editor.composing()) return false;
  if (m_list->isVisible() && m_list->handleKey(key)) return true;
  if (isModifier(key.key())) return false;
  m_list->hide();
  if (!m_ghost.isEmpty() && m_ghostPlace == place()) {
    if (key.key() == Qt::Key_Tab && key.modifiers() == Qt::NoModifier) {
      insert(m_ghost);
      return true;
    }
    if (key.key() == Qt::Key_Right && key.modifiers() == Qt::ControlModifier) {
      insert(nextWord());
      return true;
    }
    if (key.key() == Qt::Key_Escape) {
      close();
      return true;
    }
  }
  noteKey(key);
  return false;
}

void CompletionController::noteKey(const QKeyEvent& key) {
  const bool command = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  m_typing = !command && !key.text().isEmpty() &&
             (key.text().front().isPrint() || key.key() == Qt::Key_Return);
  if (!m_typing) close();
}

void CompletionController::typed() {
  // The highlighter's changes of colour are announced like changes of text.
  if (m_editor.document()->revision() == m_known.revision || !std::exchange(m_typing, false)) return;
  const int before = m_ghostPlace.position;
  const int now = m_editor.textCursor().position();
  const QString entered = toQString(draftText(
      *m_editor.document(), {static_cast<std::size_t>(std::max(0, std::min(before, now))),
                             static_cast<std::size_t>(now)}));
  m_kept = now > before && m_ghost.size() > entered.size() && m_ghost.startsWith(entered);
  if (m_kept) {
    showGhost(m_ghost.sliced(entered.size()));
  } else {
    close();
  }
  request();
}

void CompletionController::request() {
  if (m_eagerness || m_listWanted) m_soon.start();
}

void CompletionController::ask() {
  if (!mayOffer() || m_asking) return;
  const Place asked = place();
  std::u16string before = m_check.text().substr(
      0, m_check.places().inFinal(static_cast<std::size_t>(asked.position)));
  m_asking = true;
  m_worker.run([feed = m_feed, before = std::move(before)] { return feed->candidates(before, offered); },
               [this, asked](std::vector<Candidate> candidates) {
                 m_asking = false;
                 arrived(asked, std::move(candidates));
               },
               [this](const QString& reason) {
                 m_asking = false;  // the next key asks again
                 Worker::report(reason);
               });
}

void CompletionController::arrived(Place asked, std::vector<Candidate> candidates) {
  if (asked != place()) return m_soon.start();
  // A new line is offered at the end of the draft only: elsewhere one stands there already.
  if (m_editor.textCursor().block().next().isValid() || !m_editor.textCursor().atBlockEnd())
    std::erase_if(candidates, [](const Candidate& each) { return each.text.starts_with(u'\n'); });
  m_known = asked;
  m_candidates = std::move(candidates);
  if (mayOffer()) offer();
}

void CompletionController::offer() {
  if (std::exchange(m_listWanted, false)) {
    if (m_candidates.empty()) return Q_EMIT nothingFound();
    m_editor.hideGhost();
    m_ghost.clear();
    const QRect cursor = m_editor.cursorRect();
    const QPoint corner = m_editor.viewport()->mapTo(&m_editor, cursor.topLeft());
    return m_list->open(m_candidates, {corner, cursor.size()});
  }
  const bool busy = m_kept || m_list->isVisible();
  if (busy || !m_eagerness || m_candidates.empty() || !m_candidates.front().ghost) return;
  showGhost(toQString(m_candidates.front().text));
}

void CompletionController::showGhost(const QString& text) {
  m_editor.showGhost(text);
  m_ghost = m_editor.ghost();
  m_ghostPlace = place();
  if (!m_ghost.isEmpty()) announce(m_ghost);
}

void CompletionController::announce(const QString& text) {
  Q_EMIT announced(text);
  if (!QAccessible::isActive()) return;
  QAccessibleAnnouncementEvent announcement(&m_editor, text);
  QAccessible::updateAccessibility(&announcement);
}

void CompletionController::close() {
  m_editor.hideGhost();
  m_list->hide();
  m_ghost.clear();
  m_kept = false;
  m_listWanted = false;
}

void CompletionController::showList() {
  if (!mayOffer()) {
    if (!m_editor.composing()) Q_EMIT nothingFound();
    return;
  }
  m_listWanted = true;
  if (m_known == place()) return offer();
  request();
}

QString CompletionController::nextWord() const {
  // A field is one word.
  const std::vector<Span> fields = openSlots(utf16(m_ghost));
  if (!fields.empty() && fields.front().begin == 0)
    return m_ghost.first(static_cast<qsizetype>(fields.front().end));
  const std::vector<bool> starts = wordStarts(utf16(m_ghost));
  qsizetype end = 1;
  while (end < m_ghost.size() && !starts[static_cast<std::size_t>(end)]) ++end;
  return m_ghost.first(end);
}

void CompletionController::insert(const QString& text) {
  if (!mayOffer()) return;
  // What was offered must still belong where the cursor stands now.
  if (m_known != place() && m_ghostPlace != place()) return close();
  m_typing = true;
  QTextCursor cursor = m_editor.textCursor();
  cursor.beginEditBlock();
  const auto begin = static_cast<std::size_t>(cursor.position());
  cursor.insertText(text);
  cursor.endEditBlock();
  m_editor.setTextCursor(cursor);
  m_editor.ensureCursorVisible();
  const std::vector<Span> fields = openSlots(utf16(text));
  if (!fields.empty()) m_editor.select(fields.front().shifted(begin));
}

}  // namespace moxian

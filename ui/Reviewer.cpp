#include "ui/Reviewer.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPointer>
#include <QTextBlock>
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/review/Deeds.h"
#include "core/review/TextEdits.h"
#include "core/text/Characters.h"
#include "ui/Colours.h"
#include "ui/DraftText.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int later = 80;  // ms; lists may lag behind typing

/// Whether a character belongs to a figure or to a word of Latin letters.
bool isTokenPart(std::u16string_view text, std::size_t at) {
  const char16_t c = text[at];
  if (isDigit(c) || isLatin(c)) return true;
  const bool before = at > 0 && isDigit(text[at - 1]);
  if (c == u'%' || c == u'‰' || c == u'％') return before;
  return (c == u'.' || c == u',') && before && at + 1 < text.size() && isDigit(text[at + 1]);
}

/// A key that moves the cursor or selects, and changes nothing.
bool moves(const QKeyEvent& key) {
  for (int standard = QKeySequence::MoveToNextChar; standard <= QKeySequence::SelectEndOfDocument;
       ++standard)
    if (key.matches(static_cast<QKeySequence::StandardKey>(standard))) return true;
  return false;
}

}  // namespace

/// Restores the marks in an undo step of the document.
class MarkStep : public QAbstractUndoItem {
 public:
  MarkStep(Reviewer& reviewer, MarkupPatch patch)
      : m_reviewer(&reviewer), m_patch(std::move(patch)) {}
  void undo() override {
    if (m_reviewer) m_reviewer->applied(m_patch, false);
  }
  void redo() override {
    if (m_reviewer) m_reviewer->applied(m_patch, true);
  }

 private:
  QPointer<Reviewer> m_reviewer;
  MarkupPatch m_patch;
};

Reviewer::Reviewer(DraftEditor& editor)
    : QObject(&editor), m_editor(editor), m_text(draftText(*editor.document())) {
  m_later.setSingleShot(true);
  m_later.setInterval(later);
  connect(&m_later, &QTimer::timeout, this, &Reviewer::changed);
  connect(editor.document(), &QTextDocument::contentsChange, this, &Reviewer::textChanged);
  connect(editor.document(), &QTextDocument::contentsChanged, this, &Reviewer::settle);
  connect(&editor, &DraftEditor::composingChanged, this, [this](bool composing) {
    if (!composing) settle();
  });
  connect(&editor, &DraftEditor::undoing, this, [this](bool on) {
    m_undoing = on;
    if (on) return;
    m_restored = false;
    Q_EMIT settled();
  });
  editor.setStrokes([this](Span visible) { return strokes(visible); });
  editor.setKeyStep([this](const QKeyEvent& key) { return keyStep(key); });
  editor.setLanding([this](std::size_t place) { return landed(place); });
  editor.installEventFilter(this);
}

void Reviewer::load(const Markup& markup) {
  m_markup = markup;
  m_people.reset();
  m_text = draftText(*m_editor.document());
  m_window.reset();
  m_typedSteps = -1;
  m_later.start();
  m_editor.viewport()->update();
  Q_EMIT settled();
}

std::optional<std::vector<Span>> Reviewer::hiddenNow() const {
  if (!m_applying && !m_undoing && !m_restored) return std::nullopt;
  return hidden();
}

void Reviewer::setAgainstOriginal(bool on) {
  m_againstOriginal = on;
  Q_EMIT settled();
}

void Reviewer::setTracking(bool on) {
  if (m_tracking == on) return;
  m_tracking = on;
  Q_EMIT trackingChanged(on);
}

QString Reviewer::author() const {
  return m_author.empty() ? tr("审稿人") : fromUtf8(m_author);
}

void Reviewer::setAuthor(const QString& author) {
  m_author = author.toStdString();
  Q_EMIT authorChanged();
}

Stamp Reviewer::stamp() const {
  // Whole seconds, as DOCX keeps them: what went there and back is known again.
  return {author().toStdString(), QDateTime::currentSecsSinceEpoch() * 1000};
}

bool Reviewer::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    m_backward = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backspace;
  }
  return QObject::eventFilter(watched, event);
}

/// A key that goes on where the last one ended belongs to the same undo step.
bool Reviewer::continuesTyping(const QKeyEvent& key) const {
  const QTextCursor cursor = m_editor.textCursor();
  const bool plain = !key.text().isEmpty() && key.text().front().isPrint() &&
                     !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
  return plain && !cursor.hasSelection() && m_typedSteps > 0 &&
         m_editor.document()->availableUndoSteps() == m_typedSteps &&
         static_cast<std::size_t>(cursor.position()) == m_typedTo;
}

/// Marks are added to the step of the key that changed the text; Qt lets only a step in a block of
/// its own be added to. Within a block the lines have no layout that a cursor could move by.
DraftEditor::KeyStep Reviewer::keyStep(const QKeyEvent& key) const {
  if (continuesTyping(key)) return DraftEditor::KeyStep::Joined;
  const bool marked = m_tracking || !m_markup.empty();
  return marked && !moves(key) ? DraftEditor::KeyStep::Own : DraftEditor::KeyStep::Usual;
}

void Reviewer::textChanged(int position, int removed, int added) {
  if (m_applying) return;
  const auto begin = static_cast<std::size_t>(position);
  if (!m_window) m_window = Window{begin, begin, begin};
  Window& window = *m_window;
  const std::size_t end = std::max(window.newEnd, begin + static_cast<std::size_t>(removed));
  window.oldEnd += end - window.newEnd;
  window.newEnd = end + static_cast<std::size_t>(added) - static_cast<std::size_t>(removed);
  window.begin = std::min(window.begin, begin);
}

void Reviewer::settle() {
  if (!m_window || m_applying || m_editor.composing()) return;
  Window window = *std::exchange(m_window, std::nullopt);
  m_landings.clear();
  if (!m_editor.document()->isUndoRedoEnabled()) return load({});  // another draft came in
  // Qt counts the paragraph end that every document has
  window.oldEnd = std::min(window.oldEnd, m_text.size());
  window.newEnd = std::min(window.newEnd, draftLength(*m_editor.document()));
  std::u16string_view before = Span{window.begin, window.oldEnd}.of(m_text);
  const std::u16string whole = draftText(*m_editor.document(), {window.begin, window.newEnd});
  std::u16string_view now = whole;
  const bool replaced = !before.empty() && !now.empty();
  const auto first = std::ranges::mismatch(before, now);
  const auto same = static_cast<std::size_t>(first.in1 - before.begin());
  before.remove_prefix(same);
  now.remove_prefix(same);
  while (!before.empty() && !now.empty() && before.back() == now.back()) {
    before.remove_suffix(1);
    now.remove_suffix(1);
  }
  if (before.empty() && now.empty()) return;
  const std::size_t begin = window.begin + same;
  const bool restoring = m_undoing || m_restored || m_editor.document()->availableRedoSteps() > 0;
  if (restoring) {
    m_text.replace(begin, before.size(), now);
  } else if (m_tracking) {
    const Span edit{begin, begin + before.size()};
    const Span marked = replaced ? wholeTokens(edit, now) : edit;
    const std::u16string left(Span{marked.begin, edit.begin}.of(m_text));
    const std::u16string right(Span{edit.end, marked.end}.of(m_text));
    track(marked.begin, std::u16string(marked.of(m_text)), left + std::u16string(now) + right,
          right.size());
  } else {
    follow(begin, before, now);
  }
  m_later.start();
  Q_EMIT settled();
}

/// A figure or Latin word of which a part was replaced is marked as a whole, as far as it has no
/// marks yet.
Span Reviewer::wholeTokens(Span edit, std::u16string_view now) const {
  const auto plain = [this](std::size_t at) {
    return isTokenPart(m_text, at) && m_markup.inserted().at(at) == nullptr &&
           m_markup.deleted().at(at) == nullptr;
  };
  const std::u16string_view before = edit.of(m_text);
  const auto edge = [&](bool first) {
    for (const std::u16string_view words : {before, now}) {
      if (!words.empty() && isTokenPart(words, first ? 0 : words.size() - 1)) return true;
    }
    // the dot of a figure alone
    return edit.begin > 0 && edit.end < m_text.size() && isDigit(m_text[edit.begin - 1]) &&
           isDigit(m_text[edit.end]);
  };
  Span out = edit;
  if (edge(true))
    while (out.begin > 0 && plain(out.begin - 1)) --out.begin;
  if (edge(false))
    while (out.end < m_text.size() && plain(out.end)) ++out.end;
  return out;
}

/// Puts the marks of before into the undo step that is open.
void Reviewer::remember(const Markup& before, std::ptrdiff_t shift) {
  m_editor.document()->appendUndoItem(
      new MarkStep(*this, MarkupPatch::between(before, m_markup, shift)));
}

/// An edit that is not tracked moves the marks.
void Reviewer::follow(std::size_t begin, std::u16string_view before, std::u16string_view now) {
  const Markup old = m_markup;
  m_markup.replaced({begin, begin + before.size()}, now.size());
  const auto shift =
      static_cast<std::ptrdiff_t>(now.size()) - static_cast<std::ptrdiff_t>(before.size());
  m_text.replace(begin, before.size(), now);
  if (old.empty()) return;
  m_typedTo = begin + now.size();
  QTextCursor step(m_editor.document());
  step.joinPreviousEditBlock();
  remember(old, shift);
  step.endEditBlock();
  m_typedSteps = before.empty() ? m_editor.document()->availableUndoSteps() : -1;
}

/// What was done to `before`, which begins at a place of the draft: what was expected, word by
/// word, if it gives `now`, else what the two texts tell.
std::vector<Edit> Reviewer::editsOf(std::size_t begin, std::u16string_view before,
                                    std::u16string_view now) const {
  std::vector<Edit> wanted;
  const auto compare = [&](std::size_t at, std::u16string_view was, std::u16string_view is) {
    for (Edit& edit : editsBetween(was, is)) {
      edit.span = edit.span.shifted(at);
      wanted.push_back(std::move(edit));
    }
  };
  std::u16string made(before);
  std::vector<Edit> expected = m_expected;
  const bool within = std::ranges::all_of(expected, [&](const Edit& edit) {
    return edit.span.begin >= begin && edit.span.end <= begin + before.size();
  });
  if (within && !expected.empty()) {
    for (Edit& edit : expected) edit.span = {edit.span.begin - begin, edit.span.end - begin};
    applyEdits(made, expected);
  }
  if (made == now) {
    for (const Edit& edit : m_expected) compare(edit.span.begin, edit.span.of(m_text), edit.with);
  } else if (before.empty() || now.empty()) {
    wanted.push_back({{begin, begin + before.size()}, std::u16string(now)});
  } else {
    compare(begin, before, now);
  }
  return wanted;
}

void Reviewer::track(std::size_t begin, std::u16string_view before, std::u16string_view now,
                     std::size_t behind) {
  const Markup old = m_markup;
  const std::vector<Edit> wanted = editsOf(begin, before, now);
  std::vector<Edit> steps = m_markup.track(wanted, stamp());
  noteLanding(wanted, steps);
  for (Edit& each : steps) each.span = {each.span.begin - begin, each.span.end - begin};
  std::u16string shown(before);
  applyEdits(shown, steps);
  const Edit& last = wanted.back();
  const std::size_t tail = begin + before.size() - last.span.end;
  std::size_t caret = shown.size() - tail;
  if (last.with.empty() && m_backward) {
    caret -= last.span.length();
    for (const Edit& each : steps)
      if (each.span.begin + begin >= last.span.begin) caret += each.span.length();
  }
  if (tail == 0 && last.with.size() >= behind) caret -= behind;
  m_applying = true;
  QTextCursor step(m_editor.document());
  step.joinPreviousEditBlock();
  const Replacement mend = difference(now, shown);
  if (!mend.span.empty() || !mend.with.empty()) {
    QTextCursor cursor = selection(*m_editor.document(), mend.span.shifted(begin));
    cursor.insertText(toQString(mend.with));
  }
  remember(old,
           static_cast<std::ptrdiff_t>(shown.size()) - static_cast<std::ptrdiff_t>(before.size()));
  const int place = static_cast<int>(begin + caret);
  m_editor.redoEndsAt(place, place);
  step.endEditBlock();
  m_applying = false;
  m_text.replace(begin, before.size(), shown);
  QTextCursor cursor = m_editor.textCursor();
  cursor.setPosition(place);
  m_editor.setTextCursor(cursor);
  m_typedTo = begin + caret;
  m_typedSteps = now.empty() ? -1 : m_editor.document()->availableUndoSteps();
  m_editor.viewport()->update();
}

/// Notes where the words of edits stand as they were wanted, and after the steps made instead.
void Reviewer::noteLanding(const std::vector<Edit>& wanted, const std::vector<Edit>& steps) {
  std::size_t added = 0;
  std::size_t removed = 0;  // by the edits
  std::size_t out = 0;      // by the steps
  auto step = steps.begin();
  for (const Edit& edit : wanted) {
    const std::size_t made = edit.span.begin + added - removed;
    for (; step != steps.end() && step->span.end <= edit.span.end; ++step)
      out += step->span.length();
    m_landings.push_back({{made, made + edit.with.size()}, edit.span.end + added - out});
    added += edit.with.size();
    removed += edit.span.length();
  }
}

std::size_t Reviewer::landed(std::size_t place) const {
  const auto next = std::ranges::upper_bound(m_landings, place, {},
                                             [](const Landing& each) { return each.made.begin; });
  if (next == m_landings.begin()) return place;
  const Landing& last = *std::prev(next);
  return last.marked + place - last.made.begin;
}

void Reviewer::applied(const MarkupPatch& patch, bool forward) {
  forward ? patch.redo(m_markup) : patch.undo(m_markup);
  m_restored = true;
  m_typedSteps = -1;
  QTimer::singleShot(0, this, [this] {
    if (std::exchange(m_restored, false)) Q_EMIT settled();
  });
  m_later.start();
  m_editor.viewport()->update();
}

void Reviewer::resolve(const ChangeFilter& filter, bool accept) {
  if (m_editor.composing() || m_editor.isReadOnly() || m_markup.count(filter) == 0) return;
  const Markup before = m_markup;
  const Settlement done = settleChanges(m_markup, m_text, filter, accept,
                                        Settler{.by = stamp(), .section = m_sectionNames});
  if (done.settled == 0 && done.refused == 0) return Q_EMIT rivalsMet(done);
  const std::vector<Span>& out = done.out;
  m_applying = true;
  QTextCursor step = m_editor.textCursor();
  step.beginEditBlock();
  for (auto span = out.rbegin(); span != out.rend(); ++span) {
    step.setPosition(static_cast<int>(span->begin));
    step.setPosition(static_cast<int>(span->end), QTextCursor::KeepAnchor);
    step.removeSelectedText();
  }
  const auto length = static_cast<std::ptrdiff_t>(m_text.size());
  m_text = without(m_text, out);
  remember(before, static_cast<std::ptrdiff_t>(m_text.size()) - length);
  m_editor.redoEndsAt(m_editor.textCursor().anchor(), m_editor.textCursor().position());
  step.endEditBlock();
  m_applying = false;
  m_typedSteps = -1;
  m_editor.document()->setModified(true);
  m_later.start();
  m_editor.viewport()->update();
  Q_EMIT settled();
  if (done.openPlaces > 0 || done.refused > 0) Q_EMIT rivalsMet(done);
}

void Reviewer::resolveOne(std::int64_t id, bool accept) {
  std::unordered_set<std::int64_t> ids = paragraphOf(id, m_markup, m_text);
  ids.size() > 1 ? resolve({.among = std::move(ids)}, accept) : resolve({.id = id}, accept);
}

/// A change of the marks alone, as an undo step.
void Reviewer::markOnly(const std::function<void()>& change) {
  if (m_editor.isReadOnly()) return;
  const Markup before = m_markup;
  change();
  QTextCursor step = m_editor.textCursor();
  step.beginEditBlock();
  remember(before, 0);
  step.endEditBlock();
  m_typedSteps = -1;
  m_editor.document()->setModified(true);
  m_later.start();
  m_editor.viewport()->update();
  Q_EMIT settled();
}

Comment Reviewer::commentOn(Span range, const QString& text) const {
  const Stamp now = stamp();
  return {.range = range,
          .author = now.author,
          .time = now.time,
          .text = toU16(text),
          .quote = std::u16string(range.of(m_text))};
}

/// Without a selection: the paragraph.
Span Reviewer::commentable(Span range) const {
  if (!range.empty()) return range;
  const QTextBlock block = m_editor.document()->findBlock(static_cast<int>(range.begin));
  range.begin = static_cast<std::size_t>(block.position());
  range.end = range.begin + static_cast<std::size_t>(block.length()) - 1;
  return range;
}

std::int64_t Reviewer::addComment(Span range, const QString& text) {
  std::int64_t id = 0;
  markOnly([&] { id = m_markup.addComment(commentOn(commentable(range), text)); });
  return id;
}

std::size_t Reviewer::addComments(const std::vector<std::pair<Span, QString>>& comments) {
  std::set<std::pair<Span, std::u16string>> known;
  for (const Comment& comment : m_markup.comments()) known.emplace(comment.range, comment.text);
  std::vector<Comment> fresh;
  for (const auto& [range, text] : comments) {
    const Span place = commentable(range);
    if (known.emplace(place, toU16(text)).second) fresh.push_back(commentOn(place, text));
  }
  if (fresh.empty() || m_editor.isReadOnly()) return 0;
  markOnly([&] {
    for (const Comment& comment : fresh) m_markup.addComment(comment);
  });
  return fresh.size();
}

std::int64_t Reviewer::reply(std::int64_t comment, const QString& text) {
  std::int64_t id = 0;
  const Comment* answered = m_markup.comment(comment);
  if (answered == nullptr) return id;
  Comment made = commentOn({}, text);
  made.parent = answered->parent == 0 ? comment : answered->parent;
  made.quote = answered->quote;
  markOnly([&] { id = m_markup.addComment(made); });
  return id;
}

void Reviewer::setResolved(std::int64_t comment, bool resolved) {
  markOnly([&] {
    m_markup.setCommentState(threadOf(comment),
                             resolved ? CommentState::Resolved : CommentState::Open);
  });
}

void Reviewer::removeComment(std::int64_t comment) {
  markOnly([&] { m_markup.removeComment(comment); });
}

std::vector<Reviewer::Stop> Reviewer::commentStops() const {
  std::vector<Stop> stops;
  for (const CommentPlace& place : m_markup.commentPlaces())
    if (threadOf(place.id) == place.id) stops.push_back({place.id, place.span});
  return stops;
}

std::int64_t Reviewer::threadOf(std::int64_t comment) const {
  std::set<std::int64_t> seen;  // a damaged file could lead in a circle
  for (const Comment* said = m_markup.comment(comment);
       said != nullptr && seen.insert(said->id).second; said = m_markup.comment(said->parent))
    comment = said->id;
  return comment;
}

std::vector<Reviewer::Stop> Reviewer::changeStops() const {
  std::vector<Stop> stops;
  for (const TrackedChange& change : m_markup.changes()) stops.push_back({change.id, change.range});
  return stops;
}

std::u16string Reviewer::finalText() const {
  return without(m_text, hiddenIn(m_markup, true));
}

std::u16string Reviewer::originalText() const {
  return without(m_text, hiddenIn(m_markup, false));
}

std::vector<Stroke> Reviewer::strokes(Span visible) const {
  std::vector<Stroke> strokes;
  const QPalette palette = m_editor.palette();
  for (const CommentPlace& place : m_markup.commentPlaces()) {
    if (place.span.begin > visible.end) break;
    if (!place.span.overlaps(visible)) continue;
    const Comment* comment = m_markup.comment(place.id);
    QColor colour = colourOfAuthor(comment->author, people(), palette);
    colour.setAlpha(comment->state == CommentState::Resolved ? 20 : 50);
    strokes.push_back({place.span, colour, Stroke::Kind::Fill});
  }
  for (const MarkLayer* layer : {&m_markup.inserted(), &m_markup.deleted()}) {
    const auto kind = layer == &m_markup.deleted() ? Stroke::Kind::Strike : Stroke::Kind::Underline;
    for (auto mark = layer->from(visible.begin); mark != layer->end(); ++mark) {
      if (mark->span.begin > visible.end) break;
      const std::string& author = m_markup.author(mark->author);
      strokes.push_back({mark->span, colourOfAuthor(author, people(), palette), kind});
    }
  }
  return strokes;
}

const std::vector<std::string>& Reviewer::people() const {
  const std::pair now{m_markup.authors().size(), m_markup.commentPlaces().size()};
  if (m_people && m_people->seen == now) return m_people->names;
  std::map<std::string, std::int64_t> first;
  const auto note = [&](const std::string& name, std::int64_t time) {
    const auto [known, added] = first.emplace(name, time);
    if (!added) known->second = std::min(known->second, time);
  };
  for (const MarkLayer* layer : {&m_markup.inserted(), &m_markup.deleted()})
    for (const LayerMark& mark : *layer) note(m_markup.author(mark.author), mark.time);
  for (const CommentPlace& place : m_markup.commentPlaces()) {
    const Comment* comment = m_markup.comment(place.id);
    note(comment->author, comment->time);
  }
  std::vector<std::string> names;
  for (const auto& [name, time] : first) names.push_back(name);
  std::ranges::stable_sort(names, {}, [&](const std::string& name) { return first.at(name); });
  m_people = People{now, std::move(names)};
  return m_people->names;
}

QString Reviewer::tipAt(std::size_t place) const {
  QStringList lines;
  const auto add = [&](const LayerMark* mark, const QString& what) {
    if (mark == nullptr) return;
    const QString when = QDateTime::fromMSecsSinceEpoch(mark->time).toString(u"yyyy-MM-dd HH:mm"_s);
    lines.append(tr("%1 %2 于 %3").arg(fromUtf8(m_markup.author(mark->author)), what, when));
  };
  add(m_markup.inserted().at(place), tr("插入"));
  add(m_markup.deleted().at(place), tr("删除"));
  for (const CommentPlace& comment : m_markup.commentPlaces()) {
    if (!comment.span.contains(place)) continue;
    const Comment* said = m_markup.comment(comment.id);
    lines.append(tr("%1：%2").arg(fromUtf8(said->author), toQString(said->text)));
  }
  return lines.join(u'\n');
}

namespace {

// Eight hues, neighbours far from each other, since people of one hue take the next.
constexpr std::array<int, 8> hues = {205, 25, 150, 320, 95, 265, 180, 290};

/// The hue that a name takes wherever it is alone.
std::size_t usualHue(const std::string& author) {
  std::size_t sum = 0;
  for (const char c : author) sum = sum * 31 + static_cast<unsigned char>(c);
  return sum % hues.size();
}

}  // namespace

QColor colourOfAuthor(const std::string& author, const std::vector<std::string>& people,
                      const QPalette& palette) {
  std::array<bool, hues.size()> taken{};
  const auto take = [&](const std::string& name) {
    std::size_t hue = usualHue(name);
    for (std::size_t tried = 0; taken[hue] && tried < hues.size(); ++tried)
      hue = (hue + 1) % hues.size();
    taken[hue] = true;
    return hue;
  };
  for (const std::string& before : people) {
    if (before == author) break;
    take(before);
  }
  return QColor::fromHsl(hues[take(author)], isDark(palette) ? 150 : 190,
                         isDark(palette) ? 170 : 80);
}

}  // namespace moxian

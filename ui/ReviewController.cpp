#include "ui/ReviewController.h"

#include <QAction>
#include <QActionGroup>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QPixmap>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <functional>

#include "core/check/Causes.h"
#include "core/store/Draft.h"
#include "ui/CheckController.h"
#include "ui/DraftHighlighter.h"
#include "ui/DraftText.h"
#include "ui/FileController.h"
#include "ui/ReviewFiles.h"
#include "ui/Services.h"
#include "ui/StoreDefaults.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int journalPause = 1000;  // ms between two states of the marks in the journal

const QString rivalsTopic = u"rivals"_s;
const QString readingTopic = u"reading"_s;

}  // namespace

ReviewController::ReviewController(QMainWindow& window, DraftEditor& editor, CheckController& check,
                                   FileController& files, Services& services)
    : QObject(&window),
      m_window(window),
      m_editor(editor),
      m_check(check),
      m_services(services),
      m_reviewer(*new Reviewer(editor)),
      m_files(new ReviewFiles(window, m_reviewer, files, check, services)),
      m_dock(new ReviewDock(m_reviewer, &window)),
      m_menu(new QMenu(&window)),
      m_views(new QActionGroup(this)),
      m_reading(new DraftEditor),
      m_trackState(new QToolButton) {
  m_menu->setToolTipsVisible(true);
  m_reading->setObjectName(u"reading"_s);
  m_reading->setReadOnly(true);
  m_reading->installEventFilter(this);
  // where the colours are missing the window has said so
  if (const auto loaded = m_reading->highlighter().load(); !loaded)
    qWarning("%s", loaded.error().detail.c_str());
  m_reading->hide();
  auto* column = qobject_cast<QVBoxLayout*>(editor.parentWidget()->layout());
  column->insertWidget(column->indexOf(&editor) + 1, m_reading, 1);
  const QString name = services.settings.get(settings::reviewer);
  if (!name.isEmpty()) m_reviewer.setAuthor(name);
  buildMenu();
  m_trackState->setObjectName(u"trackState"_s);
  m_trackState->setCheckable(true);
  m_trackState->setAutoRaise(true);
  m_trackState->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_trackState->setFocusPolicy(Qt::TabFocus);
  window.statusBar()->addPermanentWidget(m_trackState);
  connect(m_trackState, &QToolButton::clicked, this, &ReviewController::switchTracking);
  retranslate();
  connectFile(files);
  connectCheck();
  connect(&m_editor, &QPlainTextEdit::cursorPositionChanged, this, &ReviewController::leaveReading);
  connect(m_editor.document(), &QTextDocument::contentsChanged, this,
          &ReviewController::leaveReading);
  connect(m_dock, &ReviewDock::said, &m_editor, qOverload<>(&QWidget::setFocus));
  connect(m_dock, &ReviewDock::jump, this, [this](const ReviewEntry& entry) {
    if (m_view != View::All) return;
    m_visited = {entry.comment, entry.comment ? m_reviewer.threadOf(entry.id) : entry.id};
    m_editor.select(entry.span);
  });
  connect(&m_reviewer, &Reviewer::trackingChanged, m_track, &QAction::setChecked);
  connect(&m_reviewer, &Reviewer::trackingChanged, this, &ReviewController::showTracking);
  connect(&m_reviewer, &Reviewer::authorChanged, this, &ReviewController::showTracking);
  connect(&m_reviewer, &Reviewer::settled, this, &ReviewController::enableActions);
  connect(&m_reviewer, &Reviewer::changed, this, &ReviewController::enableActions);
  connect(&m_reviewer, &Reviewer::changed, this, &ReviewController::followRivals);
  connect(&m_reviewer, &Reviewer::rivalsMet, this, &ReviewController::tellRivals);
  m_reviewer.setSectionNames([this](std::size_t place) {
    const Sections& sections = m_dock->sections();
    return sections.name(sections.at(place));
  });
  enableActions();
}

/// Whether edits are tracked, under whose name and in which colour.
void ReviewController::showTracking() {
  const bool on = m_reviewer.tracking();
  m_trackState->setChecked(on);
  m_trackState->setText(on ? tr("修订：%1").arg(m_reviewer.author()) : tr("修订：关"));
  m_trackState->setToolTip(on ? tr("正在以“%1”的名义记录修订；单击停止").arg(m_reviewer.author())
                              : tr("没有记录修订；单击开始"));
  m_trackState->setAccessibleName(m_trackState->text());
  QPixmap colour(12, 12);
  colour.fill(on ? colourOfAuthor(m_reviewer.author().toStdString(), m_reviewer.people(),
                                  m_window.palette())
                 : QColor(Qt::transparent));
  m_trackState->setIcon(on ? QIcon(colour) : QIcon());
}

QAction* ReviewController::needs(const std::function<bool()>& something, QAction* action) {
  m_needing.emplace_back(action, something);
  return action;
}

void ReviewController::enableActions() {
  for (const auto& [action, something] : m_needing) action->setEnabled(something());
}

/// Checks and counts are about the final text.
void ReviewController::connectCheck() {
  m_check.setHiddenNow([this] { return m_reviewer.hiddenNow(); });
  connect(&m_reviewer, &Reviewer::settled, this,
          [this] { m_check.setHidden(m_reviewer.hidden()); });
  connect(&m_check, &CheckController::outlineChanged, this, [this] {
    m_dock->setSections(Sections(*m_check.outline(), m_check.text(), m_check.places()));
  });
  connect(&m_reviewer, &Reviewer::changed, this, [this] {
    if (const QString now = basis(); now != m_basis) Q_EMIT basisChanged(m_basis = now);
  });
}

QString ReviewController::basis() const {
  return basisOf(m_reviewer.againstOriginal());
}

QString ReviewController::basisOf(bool original) const {
  const Markup& markup = m_reviewer.markup();
  if (markup.inserted().empty() && markup.deleted().empty()) return {};
  return original ? tr("修订前") : tr("修订后");
}

void ReviewController::tellReading() {
  Q_EMIT readingChanged(m_view == View::All ? nullptr : m_reading,
                        basisOf(m_view == View::Original));
}

void ReviewController::commentFindings(const std::vector<Finding>& findings) {
  std::vector<std::pair<Span, QString>> comments;
  const Messages& messages = m_services.language.messages();
  for (const Cause& cause : causesOf(findings)) {
    const Finding& finding = cause.finding;
    QString text = fromUtf8(moxian::message(cause, messages));
    if (!finding.fixes.empty())
      text += tr("（可改：%1）").arg(fromUtf8(title(finding.fixes.front(), messages)));
    comments.emplace_back(finding.span, text);
  }
  const std::size_t made = m_reviewer.addComments(comments);
  if (made > 0) m_dock->bringForward();
  Q_EMIT message(made == 0 ? tr("没有要发成批注的检查结果")
                           : tr("加了 %1 条批注，可以撤销").arg(made));
}

void ReviewController::connectFile(FileController& files) {
  m_journal.setSingleShot(true);
  m_journal.setInterval(journalPause);
  const auto marks = [this](Marks& into) {
    into.changes = m_reviewer.markup().changes();
    into.comments = m_reviewer.markup().comments();
    into.settled = m_reviewer.markup().settled();
    into.tracking = m_reviewer.tracking();
  };
  connect(&files, &FileController::draftReplaced, this, [this, &files] {
    if (m_view != View::All) setView(View::All);
    m_journal.stop();
    m_reviewer.setTracking(files.marks().tracking);
    const std::size_t length = draftLength(*m_editor.document());
    m_reviewer.load(
        Markup(files.marks().changes, files.marks().comments, length, files.marks().settled));
    if (!m_reviewer.markup().empty()) m_dock->bringForward();
  });
  connect(&files, &FileController::collectMarks, this, marks);
  const auto soon = [this] {
    if (!m_journal.isActive()) m_journal.start();
  };
  connect(&m_reviewer, &Reviewer::changed, this, soon);
  connect(&m_reviewer, &Reviewer::trackingChanged, this, soon);
  connect(&m_journal, &QTimer::timeout, this, [this, &files, marks] {
    Marks now = files.marks();
    marks(now);
    if (now != files.marks()) files.followMarks(std::move(now));
  });
  connect(&m_reviewer, &Reviewer::trackingChanged, this, [this, &files](bool on) {
    if (on != files.marks().tracking) m_editor.document()->setModified(true);
  });
}

QAction* ReviewController::add(const char* text, const char* tip, const QString& keys,
                               std::function<void()> todo) {
  QAction* action = m_menu->addAction(QString());
  if (!keys.isEmpty()) action->setShortcut(QKeySequence(keys));
  action->setMenuRole(QAction::NoRole);
  m_window.addAction(action);
  m_items.push_back({action, text, tip});
  connect(action, &QAction::triggered, this, [this, todo = std::move(todo)] {
    // a key that reaches us during a composition belongs to the input method
    if (!m_editor.composing()) todo();
  });
  return action;
}

void ReviewController::buildMenu() {
  m_track = add(QT_TR_NOOP("记录修订(&T)"), QT_TR_NOOP("把以后的修改记下来，删去的文字划线保留"),
                u"Ctrl+Shift+T"_s, [this] { switchTracking(m_track->isChecked()); });
  m_track->setCheckable(true);
  m_track->setObjectName(u"trackChanges"_s);
  add(QT_TR_NOOP("署名(&G)…"), QT_TR_NOOP("修订和批注上写谁的名字"), {},
      [this] { chooseAuthor(); });
  m_menu->addSeparator();
  add(QT_TR_NOOP("新批注(&M)"), QT_TR_NOOP("给选中的文字加批注"), u"Ctrl+Alt+M"_s,
      [this] { m_dock->beginComment(); });
  const auto comments = [this] { return !m_reviewer.markup().commentPlaces().empty(); };
  needs(comments, add(QT_TR_NOOP("下一条批注(&X)"), QT_TR_NOOP("转到下一条批注"), u"Ctrl+F9"_s,
                      [this] { walkComments(true); }))
      ->setObjectName(u"nextComment"_s);
  needs(comments, add(QT_TR_NOOP("上一条批注(&V)"), QT_TR_NOOP("转到上一条批注"),
                      u"Ctrl+Shift+F9"_s, [this] { walkComments(false); }))
      ->setObjectName(u"previousComment"_s);
  add(QT_TR_NOOP("检查结果发成批注(&U)"), QT_TR_NOOP("把列出的检查结果逐条写成批注"), {}, [this] {
    commentFindings(m_check.findings());
  })->setObjectName(u"commentFindings"_s);
  m_menu->addSeparator();
  const auto changes = [this] {
    return !m_reviewer.markup().inserted().empty() || !m_reviewer.markup().deleted().empty();
  };
  needs(changes, add(QT_TR_NOOP("下一处修订(&N)"), QT_TR_NOOP("转到下一处修订"), u"Ctrl+F8"_s,
                     [this] { walk(true); }))
      ->setObjectName(u"nextChange"_s);
  needs(changes, add(QT_TR_NOOP("上一处修订(&P)"), QT_TR_NOOP("转到上一处修订"), u"Ctrl+Shift+F8"_s,
                     [this] { walk(false); }))
      ->setObjectName(u"previousChange"_s);
  needs(changes, add(QT_TR_NOOP("接受(&A)"), QT_TR_NOOP("接受光标处或选中范围内的修订"),
                     u"Ctrl+Alt+Y"_s, [this] { settleSelection(true); }))
      ->setObjectName(u"acceptHere"_s);
  needs(changes, add(QT_TR_NOOP("拒绝(&R)"), QT_TR_NOOP("拒绝光标处或选中范围内的修订"),
                     u"Ctrl+Alt+N"_s, [this] { settleSelection(false); }))
      ->setObjectName(u"rejectHere"_s);
  needs(changes, add(QT_TR_NOOP("全部接受(&C)"), QT_TR_NOOP("接受全部修订；撤销可以退回"), {},
                     [this] { m_reviewer.resolve({}, true); }))
      ->setObjectName(u"acceptAll"_s);
  needs(changes, add(QT_TR_NOOP("全部拒绝(&J)"), QT_TR_NOOP("拒绝全部修订；撤销可以退回"), {},
                     [this] { m_reviewer.resolve({}, false); }))
      ->setObjectName(u"rejectAll"_s);
  m_menu->addSeparator();
  const auto view = [this](const char* text, const char* tip, View which) {
    QAction* action = add(text, tip, {}, [this, which] { setView(which); });
    action->setCheckable(true);
    action->setData(static_cast<int>(which));
    m_views->addAction(action);
  };
  view(QT_TR_NOOP("全部标记(&L)"), QT_TR_NOOP("在正文里显示修订和批注"), View::All);
  view(QT_TR_NOOP("简单标记(&S)"), QT_TR_NOOP("显示修订后的文字，左边的竖线标出改过的地方；只读"),
       View::Simple);
  view(QT_TR_NOOP("修订后(&F)"), QT_TR_NOOP("显示接受全部修订后的文字；只读"), View::Final);
  view(QT_TR_NOOP("原稿(&O)"), QT_TR_NOOP("显示拒绝全部修订后的文字；只读"), View::Original);
  m_views->actions().constFirst()->setChecked(true);
  m_original = add(QT_TR_NOOP("按修订前检查和统计(&B)"),
                   QT_TR_NOOP("检查、字数和导出用修订前的文字；不选时用修订后的"), {},
                   [this] { setAgainstOriginal(m_original->isChecked()); });
  m_original->setCheckable(true);
  m_original->setObjectName(u"againstOriginal"_s);
  m_menu->addSeparator();
  add(QT_TR_NOOP("与旧稿比较(&D)…"), QT_TR_NOOP("选一份旧稿，把它到这份文稿的改动标成修订"), {},
      [this] { m_files->compare(); })
      ->setObjectName(u"compareFiles"_s);
  add(QT_TR_NOOP("合并另一份审阅稿(&H)…"),
      QT_TR_NOOP("把同一份文稿的另一份审阅稿合到一起，改得不同的地方并排列出"), {},
      [this] { m_files->merge(); })
      ->setObjectName(u"mergeCopies"_s);
  m_menu->addSeparator();
  add(QT_TR_NOOP("签批(&Q)…"), QT_TR_NOOP("按初审、复核、终审签字，记在文稿里"), {}, [this] {
    m_files->signOff();
  })->setObjectName(u"signOff"_s);
  add(QT_TR_NOOP("导出审阅单(&E)…"), QT_TR_NOOP("意见、修改、不改的理由和签批，单独成一个文件"), {},
      [this] { m_files->exportSheet(); })
      ->setObjectName(u"exportSheet"_s);
  m_sheet = add(QT_TR_NOOP("导出时附审阅单(&K)"), QT_TR_NOOP("导出的文件后面附上审阅单"), {},
                [this] { m_services.settings.set(settings::reviewSheet, m_sheet->isChecked()); });
  m_sheet->setCheckable(true);
  m_sheet->setChecked(m_services.settings.get(settings::reviewSheet));
  m_sheet->setObjectName(u"appendSheet"_s);
}

/// Rivals are left to a person, who is told so; the dock shows them.
void ReviewController::tellRivals(const Settlement& done) {
  if (done.refused > 0)
    Q_EMIT message(tr("与它改得不同的 %1 处修订同时拒绝了，撤销可以退回").arg(done.refused));
  if (done.openPlaces == 0) return;
  m_dock->bringForward();
  m_toldRivals = true;
  Q_EMIT notice({tr("有 %1 处改得不同，只能选用一个，没有替您接受。请在审阅栏里标着“二选一”的"
                    "修订中选定一个接受，另一个会同时拒绝。")
                     .arg(done.openPlaces),
                 Severity::Warning,
                 {},
                 rivalsTopic});
}

/// The notice goes with the last of them.
void ReviewController::followRivals() {
  if (!m_toldRivals || !rivalsIn(m_reviewer.markup()).empty()) return;
  m_toldRivals = false;
  Q_EMIT passed(rivalsTopic);
}

void ReviewController::setAgainstOriginal(bool on) {
  m_reviewer.setAgainstOriginal(on);
  if (const QString now = basis(); now != m_basis) Q_EMIT basisChanged(m_basis = now);
}

void ReviewController::retranslate() {
  m_menu->setTitle(tr("审阅(&R)"));
  for (const Item& item : m_items) {
    item.action->setText(tr(item.text));
    item.action->setStatusTip(tr(item.tip));
    item.action->setToolTip(tr(item.tip));
  }
  m_reading->setAccessibleName(tr("只读的正文"));
  showTracking();
  Q_EMIT basisChanged(m_basis = basis());
  tellReading();
}

void ReviewController::setView(View view) {
  m_view = view;
  m_views->actions().at(static_cast<int>(view))->setChecked(true);
  const bool reading = view != View::All;
  if (!reading) Q_EMIT passed(readingTopic);
  if (reading) {
    m_reading->setDraft(readText());
    m_changedPlaces.clear();
    if (view == View::Simple) {
      const std::vector<Span> hidden = hiddenIn(m_reviewer.markup(), true);
      const TakenOut taken(hidden);
      for (const TrackedChange& change : m_reviewer.markup().changes())
        m_changedPlaces.push_back(taken.moved(change.range));
    }
    m_reading->setStrokes([this](Span visible) {
      std::vector<Stroke> bars;
      for (const Span place : m_changedPlaces) {
        if (place.begin <= visible.end && place.end >= visible.begin)
          bars.push_back(
              {place, m_reading->palette().color(QPalette::Highlight), Stroke::Kind::Bar});
      }
      return bars;
    });
  }
  m_reading->highlighter().setOutline(reading ? readingOutline() : Outline{}, std::identity{});
  QWidget* shown = reading ? m_reading : &m_editor;
  QWidget* other = reading ? &m_editor : m_reading;
  const bool focused = other->hasFocus();
  other->setVisible(false);
  shown->setVisible(true);
  if (focused) shown->setFocus();
  tellReading();
}

std::u16string ReviewController::readText() const {
  return m_view == View::Original ? m_reviewer.originalText() : m_reviewer.finalText();
}

/// Of the text that is read.
Outline ReviewController::readingOutline() const {
  const std::u16string text = draftText(*m_reading->document());
  return m_services.reader.read(text, Lines(text), m_check.profile());
}

/// Keys that would write say why nothing happens, and the way back.
bool ReviewController::eventFilter(QObject* watched, QEvent* event) {
  const bool writes =
      (event->type() == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->text().isEmpty() &&
       static_cast<QKeyEvent*>(event)->text().front().isPrint()) ||
      (event->type() == QEvent::InputMethod &&
       !static_cast<QInputMethodEvent*>(event)->commitString().isEmpty());
  if (watched == m_reading && writes)
    Q_EMIT notice({tr("这个视图只能看，不能改。"),
                   Severity::Hint,
                   {{tr("回到标记视图"), [this] { setView(View::All); }}},
                   readingTopic});
  return QObject::eventFilter(watched, event);
}

/// Who goes to a place or changes the draft while another view is read wants to see it.
void ReviewController::leaveReading() {
  if (m_view != View::All) setView(View::All);
}

void ReviewController::walk(bool forward) {
  go(m_reviewer.changeStops(), false, forward);
}

/// What a comment says stands in the dock.
void ReviewController::walkComments(bool forward) {
  m_dock->bringForward();
  go(m_reviewer.commentStops(), true, forward);
}

/// From the stop that is still selected to its neighbour, or from the cursor to the next one, and
/// round at the ends; several at one place come one by one. The dock follows, so that its keys and
/// buttons are about the same one.
void ReviewController::go(const std::vector<Reviewer::Stop>& stops, bool comments, bool forward) {
  if (stops.empty()) return;
  setView(View::All);
  const Span here = m_editor.selected();
  const auto visited = std::ranges::find_if(stops, [&](const Reviewer::Stop& stop) {
    return m_visited.comment == comments && stop.id == m_visited.id && stop.span == here;
  });
  auto next = visited;
  if (visited == stops.end()) {
    next = std::ranges::lower_bound(stops, here.begin, {},
                                    [](const Reviewer::Stop& stop) { return stop.span.begin; });
  } else if (forward) {
    ++next;
  }
  const bool round = next == (forward ? stops.end() : stops.begin());
  if (round) next = forward ? stops.begin() : stops.end();
  if (!forward) --next;
  if (round && next != visited)
    Q_EMIT message(forward ? tr("已到末尾，从头继续") : tr("已到开头，从末尾继续"));
  m_visited = {comments, next->id};
  m_editor.select(next->span);
  m_dock->choose(next->id, comments);
}

bool ReviewController::atVisitedChange() const {
  return !m_visited.comment && std::ranges::any_of(m_reviewer.changeStops(), [&](const auto& stop) {
    return stop.id == m_visited.id && stop.span == m_editor.selected();
  });
}

/// What the keys went to is settled alone, and the next one comes up.
void ReviewController::settleSelection(bool accept) {
  if (atVisitedChange()) {
    m_reviewer.resolveOne(m_visited.id, accept);
    if (!atVisitedChange()) walk(true);
    return;
  }
  const Span span = m_editor.selected();
  // without a selection: the change around or before the cursor
  if (span.empty()) {
    const Markup& markup = m_reviewer.markup();
    for (const std::size_t place : {span.begin, span.begin == 0 ? 0 : span.begin - 1}) {
      for (const MarkLayer* layer : {&markup.inserted(), &markup.deleted()}) {
        const LayerMark* mark = layer->at(place);
        if (mark != nullptr) return m_reviewer.resolveOne(mark->id, accept);
      }
    }
    return Q_EMIT message(tr("光标处没有修订"));
  }
  if (m_reviewer.markup().count({.within = span}) == 0)
    return Q_EMIT message(tr("选中的文字里没有修订"));
  m_reviewer.resolve({.within = span}, accept);
}

/// Who tracks for the first time is asked for the name that the changes shall carry.
void ReviewController::switchTracking(bool on) {
  if (on && !m_services.settings.get(settings::reviewerAsked)) {
    m_services.settings.set(settings::reviewerAsked, true);
    if (m_services.settings.get(settings::reviewer).isEmpty()) askAuthor(accountName());
  }
  m_reviewer.setTracking(on);
  showTracking();
}

void ReviewController::chooseAuthor() {
  askAuthor(m_reviewer.author());
}

void ReviewController::askAuthor(const QString& offered) {
  const auto name =
      m_services.dialogs->askText(&m_window, tr("署名"), tr("修订和批注上的名字："), offered);
  if (!name || name->trimmed().isEmpty()) return;
  m_reviewer.setAuthor(name->trimmed());
  m_services.settings.set(settings::reviewer, name->trimmed());
}

}  // namespace moxian

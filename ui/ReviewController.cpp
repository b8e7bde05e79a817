#include "ui/ReviewController.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMainWindow>
#include <QMenu>
#include <QVBoxLayout>

#include "core/store/Draft.h"
#include "ui/DraftText.h"
#include "ui/FileController.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int journalPause = 1000;  // ms between two states of the marks in the journal

}  // namespace

ReviewController::ReviewController(QMainWindow& window, DraftEditor& editor, FileController& files)
    : QObject(&window),
      m_window(window),
      m_editor(editor),
      m_reviewer(*new Reviewer(editor)),
      m_dock(new ReviewDock(m_reviewer, &window)),
      m_menu(new QMenu(&window)),
      m_views(new QActionGroup(this)),
      m_reading(new DraftEditor) {
  m_menu->setToolTipsVisible(true);
  m_reading->setObjectName(u"reading"_s);
  m_reading->setReadOnly(true);
  m_reading->hide();
  auto* column = qobject_cast<QVBoxLayout*>(editor.parentWidget()->layout());
  column->insertWidget(column->indexOf(&editor) + 1, m_reading, 1);
  buildMenu();
  retranslate();
  connectFile(files);
  connect(m_dock, &ReviewDock::jump, this, [this](Span span) {
    if (m_view != View::All) return;
    m_editor.select(span);
  });
  connect(&m_reviewer, &Reviewer::trackingChanged, m_track, &QAction::setChecked);
}

void ReviewController::connectFile(FileController& files) {
  m_journal.setSingleShot(true);
  m_journal.setInterval(journalPause);
  const auto marks = [this](Marks& into) {
    into.changes = m_reviewer.markup().changes();
    into.comments = m_reviewer.markup().comments();
  };
  connect(&files, &FileController::draftReplaced, this, [this, &files] {
    if (m_view != View::All) setView(View::All);
    m_journal.stop();
    const std::size_t length = draftLength(*m_editor.document());
    m_reviewer.load(Markup(files.marks().changes, files.marks().comments, length));
    if (!m_reviewer.markup().empty()) m_dock->show();
  });
  connect(&files, &FileController::collectMarks, this, marks);
  connect(&m_reviewer, &Reviewer::changed, this, [this] {
    if (!m_journal.isActive()) m_journal.start();
  });
  connect(&m_journal, &QTimer::timeout, this, [this, &files, marks] {
    Marks now = files.marks();
    marks(now);
    if (now != files.marks()) files.setMarks(std::move(now));
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
                u"Ctrl+Shift+T"_s, [this] { m_reviewer.setTracking(m_track->isChecked()); });
  m_track->setCheckable(true);
  m_track->setObjectName(u"trackChanges"_s);
  add(QT_TR_NOOP("署名(&G)……"), QT_TR_NOOP("修订和批注上写谁的名字"), {},
      [this] { chooseAuthor(); });
  m_menu->addSeparator();
  add(QT_TR_NOOP("新批注(&M)"), QT_TR_NOOP("给选中的文字加批注"), u"Ctrl+Alt+M"_s,
      [this] { m_dock->beginComment(); });
  m_menu->addSeparator();
  add(QT_TR_NOOP("下一处修订(&N)"), QT_TR_NOOP("转到下一处修订"), u"Ctrl+F8"_s,
      [this] { walk(true); });
  add(QT_TR_NOOP("上一处修订(&P)"), QT_TR_NOOP("转到上一处修订"), u"Ctrl+Shift+F8"_s,
      [this] { walk(false); });
  add(QT_TR_NOOP("接受(&A)"), QT_TR_NOOP("接受光标处或选中范围内的修订"), u"Ctrl+Alt+Y"_s,
      [this] { settleSelection(true); })
      ->setObjectName(u"acceptHere"_s);
  add(QT_TR_NOOP("拒绝(&R)"), QT_TR_NOOP("拒绝光标处或选中范围内的修订"), u"Ctrl+Alt+N"_s,
      [this] { settleSelection(false); })
      ->setObjectName(u"rejectHere"_s);
  add(QT_TR_NOOP("全部接受(&C)"), QT_TR_NOOP("接受全部修订；撤销可以退回"), {},
      [this] { m_reviewer.resolve({}, true); })
      ->setObjectName(u"acceptAll"_s);
  add(QT_TR_NOOP("全部拒绝(&J)"), QT_TR_NOOP("拒绝全部修订；撤销可以退回"), {},
      [this] { m_reviewer.resolve({}, false); })
      ->setObjectName(u"rejectAll"_s);
  m_menu->addSeparator();
  const auto view = [this](const char* text, const char* tip, View which) {
    QAction* action = add(text, tip, {}, [this, which] { setView(which); });
    action->setCheckable(true);
    action->setData(static_cast<int>(which));
    m_views->addAction(action);
  };
  view(QT_TR_NOOP("全部标记(&L)"), QT_TR_NOOP("在正文里显示修订和批注"), View::All);
  view(QT_TR_NOOP("简单标记(&S)"), QT_TR_NOOP("显示修订后的文字，左边的竖线标出改过的地方；只读"), View::Simple);
  view(QT_TR_NOOP("修订后(&F)"), QT_TR_NOOP("显示接受全部修订后的文字；只读"), View::Final);
  view(QT_TR_NOOP("原稿(&O)"), QT_TR_NOOP("显示拒绝全部修订后的文字；只读"), View::Original);
  m_views->actions().constFirst()->setChecked(true);
}

void ReviewController::retranslate() {
  m_menu->setTitle(tr("审阅(&R)"));
  for (const Item& item : m_items) {
    item.action->setText(tr(item.text));
    item.action->setStatusTip(tr(item.tip));
    item.action->setToolTip(tr(item.tip));
  }
  m_reading->setAccessibleName(tr("只读的正文"));
}

void ReviewController::setView(View view) {
  m_view = view;
  m_views->actions().at(static_cast<int>(view))->setChecked(true);
  const bool reading = view != View::All;
  if (reading) {
    m_reading->setDraftFont(m_editor.font());
    m_reading->setDraft(view == View::Original ? m_reviewer.originalText() : m_reviewer.finalText());
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
          bars.push_back({place, m_reading->palette().color(QPalette::Highlight), Stroke::Kind::Bar});
      }
      return bars;
    });
  }
  m_reading->setVisible(reading);
  m_editor.setVisible(!reading);
  (reading ? m_reading : &m_editor)->setFocus();
}

void ReviewController::walk(bool forward) {
  setView(View::All);
  const auto span = m_reviewer.changeFrom(m_editor.selected().begin, forward);
  if (span) m_editor.select(*span);
}

void ReviewController::settleSelection(bool accept) {
  Span span = m_editor.selected();
  // without a selection: the change around or before the cursor
  if (span.empty()) {
    const Markup& markup = m_reviewer.markup();
    for (const std::size_t place : {span.begin, span.begin == 0 ? 0 : span.begin - 1}) {
      for (const MarkLayer* layer : {&markup.inserted(), &markup.deleted()}) {
        const LayerMark* mark = layer->at(place);
        if (mark != nullptr) return m_reviewer.resolve({.id = mark->id}, accept);
      }
    }
    return;
  }
  m_reviewer.resolve({.within = span}, accept);
}

void ReviewController::chooseAuthor() {
  bool chosen = false;
  const QString name = QInputDialog::getText(&m_window, tr("署名"), tr("修订和批注上的名字："),
                                             QLineEdit::Normal, m_reviewer.author(), &chosen);
  if (chosen && !name.trimmed().isEmpty()) m_reviewer.setAuthor(name.trimmed());
}

}  // namespace moxian

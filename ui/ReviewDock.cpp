#include "ui/ReviewDock.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "ui/Cards.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int afterTyping = 250;  // ms; thousands of rows are not made anew between two keys

constexpr qsizetype longest = 80;      // characters of a card
constexpr qsizetype surelyShown = 40;  // that fit into the lines of a card

enum Kind : int { Changes, Insertions, Deletions, Moves, Comments };
enum State : int { Open, Resolved, Detached };

QString shortened(std::u16string_view words) {
  QString text = toQString(words.substr(0, static_cast<std::size_t>(longest)));
  text.replace(u'\n', u'¶');
  return words.size() > static_cast<std::size_t>(longest) ? text + u"……"_s : text;
}

/// Words that a card may cut, as a tip that breaks its lines.
QString wholeOf(std::u16string_view words) {
  if (std::ssize(words) <= surelyShown) return {};
  return Qt::convertFromPlainText(toQString(words).replace(u'\n', u'¶'));
}

QString when(Time time) {
  return time == 0 ? QString()
                   : QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm"_s);
}

QDate dayOf(Time time) {
  return time == 0 ? QDate() : QDateTime::fromMSecsSinceEpoch(time).date();
}

}  // namespace

bool ReviewEntry::looksLike(const ReviewEntry& other) const {
  return std::tie(header, comment, id, text, detail) ==
         std::tie(other.header, other.comment, other.id, other.text, other.detail);
}

void ReviewModel::setEntries(std::vector<ReviewEntry> entries) {
  const bool same =
      std::ranges::equal(entries, m_entries, [](const ReviewEntry& a, const ReviewEntry& b) {
        return std::tie(a.header, a.comment, a.id) == std::tie(b.header, b.comment, b.id);
      });
  if (!same) {
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
    return;
  }
  std::swap(m_entries, entries);
  for (std::size_t row = 0; row < m_entries.size(); ++row) {
    if (m_entries[row].looksLike(entries[row])) continue;
    const QModelIndex there = index(static_cast<int>(row));
    Q_EMIT dataChanged(there, there);
  }
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex& index) const {
  if (index.isValid() && entry(index.row()).header) return Qt::NoItemFlags;
  return QAbstractListModel::flags(index);
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const ReviewEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return entry.text;
  if (role == CardDetailRole) return entry.detail;
  if (role == CardHeaderRole) return entry.header;
  if (role == Qt::ToolTipRole) return entry.whole;
  return {};
}

ReviewDock::ReviewDock(Reviewer& reviewer, QWidget* parent)
    : QDockWidget(parent),
      m_reviewer(reviewer),
      m_model(new ReviewModel(this)),
      m_list(new CardList(3)),
      m_filter(new QToolButton),
      m_filters(new QWidget),
      m_kinds(new QComboBox),
      m_authors(new QComboBox),
      m_days(new QComboBox),
      m_states(new QComboBox),
      m_counts(new QLabel),
      m_accept(new QPushButton),
      m_reject(new QPushButton),
      m_acceptListed(new QPushButton),
      m_rejectListed(new QPushButton),
      m_resolve(new QPushButton),
      m_say(new QPushButton),
      m_words(new QPlainTextEdit) {
  setObjectName(u"reviewDock"_s);
  m_list->setObjectName(u"reviewList"_s);
  m_words->setObjectName(u"commentText"_s);
  m_filter->setObjectName(u"reviewFilter"_s);
  m_kinds->setObjectName(u"reviewKinds"_s);
  m_authors->setObjectName(u"reviewAuthors"_s);
  m_days->setObjectName(u"reviewDays"_s);
  m_states->setObjectName(u"reviewStates"_s);
  m_say->setObjectName(u"sayComment"_s);
  m_accept->setObjectName(u"acceptChange"_s);
  m_reject->setObjectName(u"rejectChange"_s);
  m_acceptListed->setObjectName(u"acceptListed"_s);
  m_rejectListed->setObjectName(u"rejectListed"_s);
  m_resolve->setObjectName(u"resolveComment"_s);
  m_counts->setObjectName(u"reviewCounts"_s);
  m_list->setModel(m_model);
  build();
  retranslate();
  m_later.setSingleShot(true);
  m_later.setInterval(afterTyping);
  connect(&reviewer, &Reviewer::changed, this, [this] { m_later.start(); });
  connect(&m_later, &QTimer::timeout, this, [this] {
    if (isVisible()) refresh();
  });
  const auto go = [this] {
    if (const ReviewEntry* entry = current()) Q_EMIT jump(*entry);
  };
  connect(m_list, &CardList::chosen, this, go);
  connect(m_list, &CardList::clicked, this, go);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &ReviewDock::updateButtons);
  for (QComboBox* box : {m_kinds, m_authors, m_days, m_states})
    connect(box, &QComboBox::currentIndexChanged, this, &ReviewDock::refresh);
  connect(m_accept, &QPushButton::clicked, this, [this] { settle(true); });
  connect(m_reject, &QPushButton::clicked, this, [this] { settle(false); });
  connect(m_acceptListed, &QPushButton::clicked, this, [this] { settleListed(true); });
  connect(m_rejectListed, &QPushButton::clicked, this, [this] { settleListed(false); });
  connect(m_resolve, &QPushButton::clicked, this, &ReviewDock::toggleResolved);
  connect(m_say, &QPushButton::clicked, this, &ReviewDock::say);
  connect(m_words, &QPlainTextEdit::textChanged, this, [this] {
    const int before = m_words->height();
    fitWords();
    updateButtons();
    if (m_words->height() == before) return;
    // once the list has given way, what is answered is still to be read
    QTimer::singleShot(0, m_list, [this] { m_list->scrollTo(m_list->currentIndex()); });
  });
  m_list->installEventFilter(this);
  m_words->installEventFilter(this);
}

void ReviewDock::build() {
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(6, 4, 6, 6);
  auto* head = new QHBoxLayout;
  head->addWidget(m_counts, 1);
  head->addWidget(m_filter);
  column->addLayout(head);
  buildFilters();
  column->addWidget(m_filters);
  column->addWidget(m_list, 1);
  auto* settled = new QHBoxLayout;
  for (QPushButton* button : {m_accept, m_reject, m_resolve}) settled->addWidget(button);
  column->addLayout(settled);
  auto* words = new QHBoxLayout;
  m_words->setTabChangesFocus(true);
  fitWords();
  m_say->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Expanding);
  words->addWidget(m_words, 1);
  words->addWidget(m_say);
  column->addLayout(words);
  setWidget(body);
}

/// A line until somebody writes, then three.
void ReviewDock::fitWords() {
  const int lines = m_words->document()->isEmpty() ? 1 : 3;
  m_words->setFixedHeight(m_words->fontMetrics().lineSpacing() * lines + 14);
}

/// Folded away until somebody asks for them: the list needs the room on small screens.
void ReviewDock::buildFilters() {
  auto* grid = new QGridLayout(m_filters);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(m_kinds, 0, 0);
  grid->addWidget(m_authors, 0, 1);
  grid->addWidget(m_days, 1, 0);
  grid->addWidget(m_states, 1, 1);
  grid->addWidget(m_acceptListed, 2, 0);
  grid->addWidget(m_rejectListed, 2, 1);
  m_filters->hide();
  m_filter->setCheckable(true);
  m_filter->setAutoRaise(true);
  m_filter->setArrowType(Qt::DownArrow);
  m_filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_filter->setFocusPolicy(Qt::TabFocus);
  connect(m_filter, &QToolButton::toggled, this, [this](bool open) {
    m_filters->setVisible(open);
    m_filter->setArrowType(open ? Qt::UpArrow : Qt::DownArrow);
  });
}

void ReviewDock::showEvent(QShowEvent* event) {
  QDockWidget::showEvent(event);
  refresh();
}

void ReviewDock::setSections(Sections sections) {
  m_sections = std::move(sections);
  m_later.start();
}

ReviewEntry ReviewDock::entryOf(const TrackedChange& change, bool rival) const {
  const QString what = change.kind == ChangeKind::Insertion  ? tr("插入")
                       : change.kind == ChangeKind::Deletion ? tr("删除")
                       : change.kind == ChangeKind::MovedTo  ? tr("移来")
                                                             : tr("移走");
  ReviewEntry entry;
  entry.id = change.id;
  entry.span = change.range;
  entry.author = change.author;
  entry.day = dayOf(change.time);
  entry.kind = change.kind;
  entry.rival = rival;
  entry.text = tr("%1：%2").arg(rival ? tr("二选一 %1").arg(what) : what,
                                shortened(change.range.of(m_reviewer.text())));
  entry.whole = wholeOf(change.range.of(m_reviewer.text()));
  entry.detail = fromUtf8(change.author) + u"　"_s + when(change.time);
  return entry;
}

ReviewEntry ReviewDock::entryOf(const Comment& comment) const {
  ReviewEntry entry;
  entry.comment = true;
  const std::int64_t thread = m_reviewer.threadOf(comment.id);
  entry.reply = thread != comment.id;
  entry.resolved = m_reviewer.markup().comment(thread)->state == CommentState::Resolved;
  entry.detached = comment.detached();
  entry.id = comment.id;
  entry.span = comment.range;
  entry.author = comment.author;
  entry.day = dayOf(comment.time);
  entry.text = tr("%1：%2").arg(entry.reply ? tr("答复") : tr("批注"), shortened(comment.text));
  entry.whole = wholeOf(comment.text);
  QStringList detail{fromUtf8(comment.author), when(comment.time)};
  if (entry.resolved && !entry.reply) detail.append(tr("已解决"));
  if (entry.detached) detail.append(tr("原文已删：%1").arg(shortened(comment.quote)));
  entry.detail = detail.join(u'　');
  return entry;
}

std::vector<ReviewEntry> ReviewDock::entries() {
  std::vector<ReviewEntry> all;
  const std::vector<RivalPlace> places = rivalsIn(m_reviewer.markup());
  m_rivalPlaces = places.size();
  const std::unordered_set<std::int64_t> rivals = idsOf(places);
  for (const TrackedChange& change : m_reviewer.markup().changes())
    all.push_back(entryOf(change, rivals.contains(change.id)));
  // each comment with its replies right behind it, also where several stand at one place
  std::map<std::int64_t, std::vector<ReviewEntry>> replies;
  std::vector<ReviewEntry> threads;
  for (const Comment& comment : m_reviewer.markup().comments()) {
    const std::int64_t thread = m_reviewer.threadOf(comment.id);
    (thread == comment.id ? threads : replies[thread]).push_back(entryOf(comment));
  }
  for (ReviewEntry& each : threads) {
    all.push_back(std::move(each));
    std::ranges::move(replies[all.back().id], std::back_inserter(all));
  }
  std::ranges::stable_sort(all, {}, [](const ReviewEntry& entry) { return entry.span.begin; });
  return all;
}

bool ReviewDock::shows(const ReviewEntry& entry) const {
  const bool moved = entry.kind == ChangeKind::MovedFrom || entry.kind == ChangeKind::MovedTo;
  if (const QVariant chosen = m_kinds->currentData(); chosen.isValid()) {
    const int kind = chosen.toInt();
    const bool wanted = kind == Comments     ? entry.comment
                        : kind == Changes    ? !entry.comment
                        : kind == Moves      ? !entry.comment && moved
                        : kind == Insertions ? !entry.comment && entry.kind == ChangeKind::Insertion
                                             : !entry.comment && entry.kind == ChangeKind::Deletion;
    if (!wanted) return false;
  }
  if (const QVariant chosen = m_states->currentData(); chosen.isValid()) {
    const int state = chosen.toInt();
    // a change that stands there waits for a decision
    const bool wanted = state == Open       ? !entry.resolved && !entry.detached
                        : state == Resolved ? entry.resolved
                                            : entry.detached;
    if (!wanted) return false;
  }
  const QVariant day = m_days->currentData();
  if (day.isValid() && day.toDate() != entry.day) return false;
  const QVariant author = m_authors->currentData();
  return !author.isValid() || author.toString() == fromUtf8(entry.author);
}

/// With a heading over each section; what lost its words stands by itself at the end.
std::vector<ReviewEntry> ReviewDock::grouped(std::vector<ReviewEntry> shown) const {
  const auto group = [this](const ReviewEntry& entry) {
    return entry.detached ? std::string::npos : m_sections.at(entry.span.begin);
  };
  std::ranges::stable_sort(shown, {}, group);
  std::vector<ReviewEntry> out;
  std::size_t now = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::size_t here = group(shown[i]);
    if (here != now || (i == 0 && here != 0)) {
      ReviewEntry header;
      header.header = true;
      header.id = static_cast<std::int64_t>(here);
      header.span = shown[i].span;
      header.text = here == std::string::npos ? tr("原文已删") : toQString(m_sections.name(here));
      out.push_back(std::move(header));
      now = here;
    }
    out.push_back(std::move(shown[i]));
  }
  return out;
}

void ReviewDock::refresh() {
  const ReviewEntry* now = current();
  const std::optional<ReviewEntry> before = now == nullptr ? std::nullopt : std::optional(*now);
  const int row = m_list->currentIndex().row();
  std::vector<ReviewEntry> all = entries();
  fillPeopleAndDays(all);
  const auto changes = std::ranges::count(all, false, &ReviewEntry::comment);
  const auto comments = std::ssize(all) - changes;
  std::erase_if(all, [this](const ReviewEntry& entry) { return !shows(entry); });
  const qsizetype listed = std::ssize(all);
  QString counts = tr("修订 %1　批注 %2").arg(changes).arg(comments);
  if (m_rivalPlaces > 0) counts += u"　"_s + tr("二选一 %1 处").arg(m_rivalPlaces);
  if (listed < changes + comments) counts += u"　"_s + tr("列出 %1").arg(listed);
  m_counts->setText(counts);
  m_list->setHint(m_reviewer.markup().empty() ? tr("没有修订和批注") : tr("都被筛选条件隐藏了"));
  m_model->setEntries(grouped(std::move(all)));
  select(before ? &*before : nullptr, row);
  updateButtons();
}

/// The same row again, or the one in its place.
void ReviewDock::choose(std::int64_t id, bool comment) {
  m_list->setCurrentIndex({});  // rather none than another one
  if (!isVisible()) return;
  refresh();  // the list may be behind the typing
  m_list->setCurrentIndex(rowOf(id, comment));
}

QModelIndex ReviewDock::rowOf(std::int64_t id, bool comment) const {
  for (int i = 0; i < m_model->rowCount(); ++i) {
    const ReviewEntry& entry = m_model->entry(i);
    if (!entry.header && entry.comment == comment && entry.id == id) return m_model->index(i);
  }
  return {};
}

void ReviewDock::select(const ReviewEntry* before, int row) {
  int now = std::min(row, m_model->rowCount() - 1);
  for (int i = 0; before != nullptr && i < m_model->rowCount(); ++i) {
    const ReviewEntry& entry = m_model->entry(i);
    if (!entry.header && entry.comment == before->comment && entry.id == before->id) now = i;
  }
  while (now >= 0 && m_model->entry(now).header) now = now + 1 < m_model->rowCount() ? now + 1 : -1;
  if (now >= 0 && now != m_list->currentIndex().row()) m_list->setCurrentIndex(m_model->index(now));
}

void ReviewDock::fill(QComboBox& box, const QString& all, const std::vector<Choice>& choices) {
  const QSignalBlocker quiet(&box);
  const QVariant before = box.currentData();
  box.clear();
  box.addItem(all);
  for (const Choice& choice : choices) box.addItem(choice.text, choice.value);
  box.setCurrentIndex(before.isValid() ? std::max(0, box.findData(before)) : 0);
}

void ReviewDock::fillPeopleAndDays(const std::vector<ReviewEntry>& all) {
  std::set<QString> names;
  std::set<QDate, std::greater<>> days;
  for (const ReviewEntry& entry : all) {
    names.insert(fromUtf8(entry.author));
    if (entry.day.isValid()) days.insert(entry.day);
  }
  std::vector<Choice> choices;
  for (const QString& name : names) choices.push_back({name, name});
  fill(*m_authors, tr("所有人"), choices);
  choices.clear();
  for (const QDate& day : days) choices.push_back({day.toString(Qt::ISODate), day});
  fill(*m_days, tr("所有日期"), choices);
}

const ReviewEntry* ReviewDock::current() const {
  const QModelIndex index = m_list->currentIndex();
  if (!index.isValid() || index.row() >= m_model->rowCount()) return nullptr;
  const ReviewEntry& entry = m_model->entry(index.row());
  return entry.header ? nullptr : &entry;
}

void ReviewDock::settle(bool accept) {
  const ReviewEntry* entry = current();
  if (entry == nullptr || entry->comment) return;
  m_reviewer.resolveOne(entry->id, accept);
  refresh();
  if (const ReviewEntry* next = current()) Q_EMIT jump(*next);
}

/// All that the filter lets through, as one undo step.
void ReviewDock::settleListed(bool accept) {
  std::unordered_set<std::int64_t> ids;
  for (int row = 0; row < m_model->rowCount(); ++row) {
    const ReviewEntry& entry = m_model->entry(row);
    if (!entry.header && !entry.comment) ids.insert(entry.id);
  }
  if (ids.empty()) return;
  m_reviewer.resolve({.among = std::move(ids)}, accept);
  refresh();
}

void ReviewDock::toggleResolved() {
  const ReviewEntry* entry = current();
  if (entry == nullptr || !entry->comment) return;
  m_reviewer.setResolved(entry->id, !entry->resolved);
  refresh();
}

void ReviewDock::bringForward() {
  show();
  raise();
}

void ReviewDock::beginComment() {
  bringForward();
  m_list->setCurrentIndex({});
  updateButtons();
  m_words->setFocus();
}

/// A comment on the selection, or an answer where a comment is chosen in the list.
void ReviewDock::say() {
  const QString words = m_words->toPlainText().trimmed();
  if (words.isEmpty()) return;
  const ReviewEntry* entry = current();
  const std::int64_t made = entry != nullptr && entry->comment ? m_reviewer.reply(entry->id, words)
                                                               : m_reviewer.commentSelection(words);
  m_words->clear();
  refresh();
  m_list->scrollTo(rowOf(made, true));
  Q_EMIT said();
}

void ReviewDock::updateButtons() {
  const ReviewEntry* entry = current();
  const bool change = entry != nullptr && !entry->comment;
  const bool comment = entry != nullptr && entry->comment;
  // The focus of a button that goes out would wander to where words are written.
  if (!change && (m_accept->hasFocus() || m_reject->hasFocus())) m_list->setFocus();
  m_accept->setEnabled(change);
  m_reject->setEnabled(change);
  bool listed = false;
  for (int row = 0; row < m_model->rowCount() && !listed; ++row)
    listed = !m_model->entry(row).header && !m_model->entry(row).comment;
  m_acceptListed->setEnabled(listed);
  m_rejectListed->setEnabled(listed);
  m_resolve->setEnabled(comment);
  m_resolve->setText(comment && entry->resolved ? tr("重新打开") : tr("标为已解决"));
  m_say->setText(comment ? tr("答复") : tr("批注"));
  m_say->setToolTip(comment ? tr("答复（Ctrl+Enter）") : tr("在选中处加批注（Ctrl+Enter）"));
  m_say->setEnabled(!m_words->toPlainText().trimmed().isEmpty());
}

bool ReviewDock::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QDockWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  if (watched == m_words && enter && key->modifiers().testFlag(Qt::ControlModifier)) {
    say();
    return true;
  }
  if (watched == m_list && handleKey(*key)) return true;
  return QDockWidget::eventFilter(watched, event);
}

bool ReviewDock::handleKey(const QKeyEvent& key) {
  const ReviewEntry* entry = current();
  const bool listed = key.modifiers() == Qt::ShiftModifier;
  if (entry == nullptr || (!listed && key.modifiers() != Qt::NoModifier)) return false;
  const bool accept = key.key() == Qt::Key_A;
  if (accept || key.key() == Qt::Key_R) {
    listed ? settleListed(accept) : settle(accept);
    return true;
  }
  if (listed || !entry->comment) return false;
  if (key.key() == Qt::Key_E) {
    toggleResolved();
    return true;
  }
  if (key.key() != Qt::Key_Delete) return false;
  m_reviewer.removeComment(entry->id);
  refresh();
  return true;
}

void ReviewDock::changeEvent(QEvent* event) {
  QDockWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ReviewDock::retranslate() {
  setWindowTitle(tr("审阅"));
  m_list->setAccessibleName(tr("修订和批注"));
  m_kinds->setAccessibleName(tr("按种类筛选"));
  m_authors->setAccessibleName(tr("按作者筛选"));
  m_words->setAccessibleName(tr("批注内容"));
  m_words->setPlaceholderText(tr("写批注或答复"));
  m_days->setAccessibleName(tr("按日期筛选"));
  m_states->setAccessibleName(tr("按状态筛选"));
  m_filter->setText(tr("筛选"));
  m_filter->setToolTip(tr("只列一部分；接受或拒绝所列的全部修订"));
  m_accept->setText(tr("接受"));
  m_reject->setText(tr("拒绝"));
  m_acceptListed->setText(tr("接受所列"));
  m_rejectListed->setText(tr("拒绝所列"));
  m_acceptListed->setToolTip(tr("接受列出的全部修订（Shift+A）；撤销可以退回"));
  m_rejectListed->setToolTip(tr("拒绝列出的全部修订（Shift+R）；撤销可以退回"));
  fill(*m_kinds, tr("全部"),
       {{tr("修订"), int{Changes}},
        {tr("插入"), int{Insertions}},
        {tr("删除"), int{Deletions}},
        {tr("移动"), int{Moves}},
        {tr("批注"), int{Comments}}});
  fill(*m_states, tr("所有状态"),
       {{tr("待处理"), int{Open}}, {tr("已解决"), int{Resolved}}, {tr("原文已删"), int{Detached}}});
  refresh();
}

}  // namespace moxian

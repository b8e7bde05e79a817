#include "ui/ReviewDock.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "ui/Cards.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 80;  // characters of a card

enum Show { All, Changes, Comments, OpenComments };

QString shortened(std::u16string_view words) {
  QString text = toQString(words.substr(0, static_cast<std::size_t>(longest)));
  text.replace(u'\n', u'¶');
  return words.size() > static_cast<std::size_t>(longest) ? text + u"……"_s : text;
}

QString when(Time time) {
  return time == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm"_s);
}

}  // namespace

void ReviewModel::setEntries(std::vector<ReviewEntry> entries) {
  beginResetModel();
  m_entries = std::move(entries);
  endResetModel();
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const ReviewEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return entry.text;
  if (role == CardDetailRole) return entry.detail;
  return {};
}

ReviewDock::ReviewDock(Reviewer& reviewer, QWidget* parent)
    : QDockWidget(parent),
      m_reviewer(reviewer),
      m_model(new ReviewModel(this)),
      m_list(new CardList(3)),
      m_kinds(new QComboBox),
      m_authors(new QComboBox),
      m_counts(new QLabel),
      m_accept(new QPushButton),
      m_reject(new QPushButton),
      m_resolve(new QPushButton),
      m_say(new QPushButton),
      m_words(new QPlainTextEdit) {
  setObjectName(u"reviewDock"_s);
  m_list->setObjectName(u"reviewList"_s);
  m_words->setObjectName(u"commentText"_s);
  m_say->setObjectName(u"sayComment"_s);
  m_accept->setObjectName(u"acceptChange"_s);
  m_reject->setObjectName(u"rejectChange"_s);
  m_resolve->setObjectName(u"resolveComment"_s);
  m_list->setModel(m_model);
  build();
  retranslate();
  connect(&reviewer, &Reviewer::changed, this, &ReviewDock::refresh);
  const auto go = [this] {
    if (const ReviewEntry* entry = current()) Q_EMIT jump(entry->span);
  };
  connect(m_list, &CardList::chosen, this, go);
  connect(m_list, &CardList::clicked, this, go);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &ReviewDock::updateButtons);
  connect(m_kinds, &QComboBox::currentIndexChanged, this, &ReviewDock::refresh);
  connect(m_authors, &QComboBox::currentIndexChanged, this, &ReviewDock::refresh);
  connect(m_accept, &QPushButton::clicked, this, [this] { settle(true); });
  connect(m_reject, &QPushButton::clicked, this, [this] { settle(false); });
  connect(m_resolve, &QPushButton::clicked, this, &ReviewDock::toggleResolved);
  connect(m_say, &QPushButton::clicked, this, &ReviewDock::say);
  connect(m_words, &QPlainTextEdit::textChanged, this, &ReviewDock::updateButtons);
  m_list->installEventFilter(this);
  m_words->installEventFilter(this);
}

void ReviewDock::build() {
  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(6, 4, 6, 6);
  auto* bar = new QHBoxLayout;
  bar->addWidget(m_kinds);
  bar->addWidget(m_authors);
  bar->addStretch();
  bar->addWidget(m_counts);
  column->addLayout(bar);
  column->addWidget(m_list, 1);
  auto* settled = new QHBoxLayout;
  for (QPushButton* button : {m_accept, m_reject, m_resolve}) settled->addWidget(button);
  column->addLayout(settled);
  m_words->setTabChangesFocus(true);
  m_words->setMaximumHeight(72);
  column->addWidget(m_words);
  column->addWidget(m_say);
  setWidget(body);
}

std::vector<ReviewEntry> ReviewDock::entries() {
  std::vector<ReviewEntry> all;
  const std::u16string& text = m_reviewer.text();
  for (const TrackedChange& change : m_reviewer.markup().changes()) {
    const QString what = change.kind == ChangeKind::Insertion  ? tr("插入")
                         : change.kind == ChangeKind::Deletion ? tr("删除")
                         : change.kind == ChangeKind::MovedTo  ? tr("移来")
                                                               : tr("移走");
    ReviewEntry entry;
    entry.id = change.id;
    entry.span = change.range;
    entry.author = change.author;
    entry.kind = change.kind;
    entry.text = tr("%1：%2").arg(what, shortened(change.range.of(text)));
    entry.detail = fromUtf8(change.author) + u"　"_s + when(change.time);
    all.push_back(std::move(entry));
  }
  for (const Comment& comment : m_reviewer.markup().comments()) {
    ReviewEntry entry;
    entry.comment = true;
    entry.reply = comment.parent != 0;
    entry.resolved = comment.state == CommentState::Resolved;
    entry.detached = comment.detached();
    entry.id = comment.id;
    entry.span = comment.range;
    entry.author = comment.author;
    entry.text = tr("%1：%2").arg(entry.reply ? tr("答复") : tr("批注"), shortened(comment.text));
    QStringList detail{fromUtf8(comment.author), when(comment.time)};
    if (entry.resolved) detail.append(tr("已解决"));
    if (entry.detached) detail.append(tr("原文已删：%1").arg(shortened(comment.quote)));
    entry.detail = detail.join(u'　');
    all.push_back(std::move(entry));
  }
  std::ranges::stable_sort(all, {}, [](const ReviewEntry& entry) { return entry.span.begin; });
  return all;
}

bool ReviewDock::shows(const ReviewEntry& entry) const {
  const int kind = m_kinds->currentIndex();
  if (kind == Changes && entry.comment) return false;
  if ((kind == Comments || kind == OpenComments) && !entry.comment) return false;
  if (kind == OpenComments && entry.resolved) return false;
  const QVariant author = m_authors->currentData();
  return !author.isValid() || author.toString() == fromUtf8(entry.author);
}

void ReviewDock::refresh() {
  const ReviewEntry* before = current();
  const auto key = before == nullptr ? std::pair(false, std::int64_t{0})
                                     : std::pair(before->comment, before->id);
  const int row = m_list->currentIndex().row();
  std::vector<ReviewEntry> all = entries();
  const auto changes = std::ranges::count(all, false, &ReviewEntry::comment);
  m_counts->setText(tr("修订 %1　批注 %2").arg(changes).arg(static_cast<qsizetype>(all.size()) - changes));
  fillAuthors();
  std::erase_if(all, [this](const ReviewEntry& entry) { return !shows(entry); });
  m_list->setHint(m_reviewer.markup().empty() ? tr("没有修订和批注") : tr("都被筛选条件隐藏了"));
  m_model->setEntries(std::move(all));
  int now = std::min(row, m_model->rowCount() - 1);
  for (int i = 0; i < m_model->rowCount(); ++i) {
    const ReviewEntry& entry = m_model->entry(i);
    if (entry.comment == key.first && entry.id == key.second) now = i;
  }
  if (now >= 0) m_list->setCurrentIndex(m_model->index(now));
  updateButtons();
}

void ReviewDock::fillAuthors() {
  std::set<QString> names;
  for (const TrackedChange& change : m_reviewer.markup().changes()) names.insert(fromUtf8(change.author));
  for (const Comment& comment : m_reviewer.markup().comments()) names.insert(fromUtf8(comment.author));
  const QVariant before = m_authors->currentData();
  if (before.isValid()) names.insert(before.toString());
  const QSignalBlocker quiet(m_authors);
  m_authors->clear();
  m_authors->addItem(tr("所有人"));
  for (const QString& name : names) m_authors->addItem(name, name);
  m_authors->setCurrentIndex(before.isValid() ? m_authors->findData(before) : 0);
}

const ReviewEntry* ReviewDock::current() const {
  const QModelIndex index = m_list->currentIndex();
  return index.isValid() && index.row() < m_model->rowCount() ? &m_model->entry(index.row()) : nullptr;
}

void ReviewDock::settle(bool accept) {
  const ReviewEntry* entry = current();
  if (entry == nullptr || entry->comment) return;
  m_reviewer.resolve({.id = entry->id}, accept);
  refresh();
}

void ReviewDock::toggleResolved() {
  const ReviewEntry* entry = current();
  if (entry == nullptr || !entry->comment) return;
  m_reviewer.setResolved(entry->id, !entry->resolved);
  refresh();
}

void ReviewDock::beginComment() {
  show();
  raise();
  m_list->setCurrentIndex({});
  updateButtons();
  m_words->setFocus();
}

/// A comment on the selection, or an answer where a comment is chosen in the list.
void ReviewDock::say() {
  const QString words = m_words->toPlainText().trimmed();
  if (words.isEmpty()) return;
  const ReviewEntry* entry = current();
  if (entry != nullptr && entry->comment) {
    m_reviewer.reply(entry->id, words);
  } else {
    m_reviewer.commentSelection(words);
  }
  m_words->clear();
  refresh();
}

void ReviewDock::updateButtons() {
  const ReviewEntry* entry = current();
  const bool change = entry != nullptr && !entry->comment;
  const bool comment = entry != nullptr && entry->comment;
  m_accept->setEnabled(change);
  m_reject->setEnabled(change);
  m_resolve->setEnabled(comment);
  m_resolve->setText(comment && entry->resolved ? tr("重新打开") : tr("标为已解决"));
  m_say->setText(comment ? tr("答复（Ctrl+Enter）") : tr("在选中处加批注（Ctrl+Enter）"));
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
  if (watched != m_list || key->modifiers() != Qt::NoModifier)
    return QDockWidget::eventFilter(watched, event);
  const ReviewEntry* entry = current();
  if (entry == nullptr) return false;
  if (key->key() == Qt::Key_A) return settle(true), true;
  if (key->key() == Qt::Key_R) return settle(false), true;
  if (key->key() == Qt::Key_Delete && entry->comment) {
    m_reviewer.removeComment(entry->id);
    refresh();
    return true;
  }
  return false;
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
  m_accept->setText(tr("接受"));
  m_reject->setText(tr("拒绝"));
  const int kind = std::max(0, m_kinds->currentIndex());
  {
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    m_kinds->addItems({tr("全部"), tr("修订"), tr("批注"), tr("未解决的批注")});
    m_kinds->setCurrentIndex(kind);
  }
  refresh();
}

}  // namespace moxian

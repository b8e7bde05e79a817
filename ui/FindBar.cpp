#include "ui/FindBar.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/Colours.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/Icons.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int afterTyping = 200;  // ms before the matches of a changed draft are counted again

QToolButton* textButton() {
  auto* button = new QToolButton;
  button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  return button;
}

QToolButton* iconButton(const QString& name) {
  auto* button = new QToolButton;
  button->setIcon(icon(name));
  button->setAutoRaise(true);
  return button;
}

}  // namespace

FindBar::FindBar(DraftEditor& editor, Settings& settings, QWidget* parent)
    : QFrame(parent),
      m_editor(editor),
      m_settings(settings),
      m_words(new QLineEdit),
      m_replacement(new QLineEdit),
      m_replaceRow(new QWidget),
      m_case(new QCheckBox),
      m_whole(new QCheckBox),
      m_regular(new QCheckBox),
      m_previous(iconButton(u"up"_s)),
      m_next(iconButton(u"down"_s)),
      m_close(iconButton(u"close"_s)),
      m_one(textButton()),
      m_all(textButton()),
      m_label(new QLabel),
      m_replaceLabel(new QLabel),
      m_count(new QLabel) {
  setObjectName(u"findBar"_s);
  m_words->setObjectName(u"findWords"_s);
  m_replacement->setObjectName(u"findReplacement"_s);
  m_count->setObjectName(u"findCount"_s);
  build();
  retranslate();
  m_case->setChecked(settings.get(settings::matchCase));
  m_whole->setChecked(settings.get(settings::wholeWords));
  m_regular->setChecked(settings.get(settings::regularExpression));
  for (const QCheckBox* box : {m_case, m_whole, m_regular})
    connect(box, &QCheckBox::toggled, this, [this] {
      m_settings.set(settings::matchCase, m_case->isChecked());
      m_settings.set(settings::wholeWords, m_whole->isChecked());
      m_settings.set(settings::regularExpression, m_regular->isChecked());
      lookAnew();
    });
  m_again.setSingleShot(true);
  m_again.setInterval(afterTyping);
  connect(&m_again, &QTimer::timeout, this, [this] {
    if (m_editor.composing())
      m_again.start();
    else
      search();
  });
  connect(m_words, &QLineEdit::textChanged, this, &FindBar::lookAnew);
  connect(m_next, &QToolButton::clicked, this, [this] { findNext(true); });
  connect(m_previous, &QToolButton::clicked, this, [this] { findNext(false); });
  connect(m_one, &QToolButton::clicked, this, &FindBar::replaceOne);
  connect(m_all, &QToolButton::clicked, this, &FindBar::replaceAll);
  connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
  connect(&editor, &QPlainTextEdit::textChanged, this, [this] {
    if (isVisible()) m_again.start();
  });
  connect(&editor, &QPlainTextEdit::selectionChanged, this, &FindBar::showCount);
  hide();
}

void FindBar::build() {
  setFrameShape(QFrame::NoFrame);
  setAutoFillBackground(true);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(8, 6, 8, 6);
  rows->setSpacing(4);
  auto* first = new QHBoxLayout;
  first->addWidget(m_label);
  first->addWidget(m_words, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_next, m_count, m_close})
    first->addWidget(widget);
  // On a row of their own: beside the words they would leave them no room in longer languages.
  auto* options = new QHBoxLayout;
  for (QCheckBox* box : {m_case, m_whole, m_regular}) options->addWidget(box);
  options->addStretch();
  auto* second = new QHBoxLayout(m_replaceRow);
  second->setContentsMargins(0, 0, 0, 0);
  second->addWidget(m_replaceLabel);
  second->addWidget(m_replacement, 1);
  second->addWidget(m_one);
  second->addWidget(m_all);
  rows->addLayout(first);
  rows->addWidget(m_replaceRow);
  rows->addLayout(options);
  m_count->setMinimumWidth(fontMetrics().horizontalAdvance(u"9999 / 9999"_s));
  setTabOrder({m_words, m_replacement, m_previous, m_next, m_case, m_whole, m_regular, m_one, m_all,
               m_close});
  m_label->setBuddy(m_words);
  m_replaceLabel->setBuddy(m_replacement);
  m_words->setClearButtonEnabled(true);
}

void FindBar::open(bool replacing) {
  const QString chosen = toQString(draftText(*m_editor.document(), m_editor.selected()));
  if (!chosen.isEmpty() && !chosen.contains(u'\n')) m_words->setText(chosen);
  m_replaceRow->setVisible(replacing);
  show();
  lookAnew();
  m_words->setFocus(Qt::ShortcutFocusReason);
  m_words->selectAll();
}

SearchQuery FindBar::query() const {
  return {m_words->text(), m_case->isChecked(), m_whole->isChecked(), m_regular->isChecked()};
}

void FindBar::lookAnew() {
  m_replaced = 0;
  search();
}

void FindBar::search() {
  m_found.clear();
  QString mistake;
  if (isVisible() && !m_words->text().isEmpty()) {
    if (const auto wanted = pattern(query()))
      m_found = matchesIn(toQString(draftText(*m_editor.document())), *wanted);
    else
      mistake = wanted.error();
  }
  m_editor.setMatches(m_found);
  if (mistake.isEmpty())
    showCount();
  else
    say(tr("表达式有误：%1").arg(mistake), true);
}

void FindBar::showCount() {
  if (!isVisible()) return;
  if (m_words->text().isEmpty()) return say({}, false);
  if (m_found.empty() && m_replaced > 0) return say(tr("替换了 %1 处").arg(m_replaced), false);
  if (m_found.empty()) return say(tr("没有找到"), true);
  const auto here = std::ranges::find(m_found, m_editor.selected());
  if (here == m_found.end()) return say(tr("共 %1 处").arg(m_found.size()), false);
  say(tr("%1 / %2").arg(here - m_found.begin() + 1).arg(m_found.size()), false);
}

void FindBar::say(const QString& text, bool bad) {
  m_count->setText(text);
  QPalette colours = palette();
  if (bad) colours.setColor(QPalette::WindowText, colourOf(Severity::Error, colours));
  m_count->setPalette(colours);
}

void FindBar::findNext(bool forward) {
  if (m_words->text().isEmpty()) return open(false);
  if (!isVisible()) show();
  lookAnew();
  if (m_found.empty()) return;
  const Span from = m_editor.selected();
  if (forward) {
    const auto next = std::ranges::find_if(m_found, [from](Span match) {
      return match.begin >= from.end || (match.begin > from.begin);
    });
    m_editor.select(next == m_found.end() ? m_found.front() : *next);
  } else {
    const auto next = std::find_if(m_found.rbegin(), m_found.rend(),
                                   [from](Span match) { return match.begin < from.begin; });
    m_editor.select(next == m_found.rend() ? m_found.back() : *next);
  }
}

void FindBar::replaceOne() {
  search();
  const auto wanted = pattern(query());
  const Span chosen = m_editor.selected();
  if (!wanted || std::ranges::find(m_found, chosen) == m_found.end()) return findNext(true);
  const QString text = toQString(draftText(*m_editor.document()));
  for (const Edit& edit :
       replacements(text, *wanted, m_replacement->text(), m_regular->isChecked()))
    if (edit.span == chosen) m_editor.apply({edit});
  findNext(true);
}

void FindBar::replaceAll() {
  const auto wanted = pattern(query());
  if (!wanted || m_words->text().isEmpty()) return search();
  const QString text = toQString(draftText(*m_editor.document()));
  const auto edits = replacements(text, *wanted, m_replacement->text(), m_regular->isChecked());
  m_editor.applyAround(edits);
  m_replaced = std::ssize(edits);
  search();
  if (m_replaced > 0) say(tr("替换了 %1 处").arg(m_replaced), false);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      hide();
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (m_replacement->hasFocus()) return replaceOne();
      return findNext(!event->modifiers().testFlag(Qt::ShiftModifier));
    default:
      QFrame::keyPressEvent(event);
  }
}

void FindBar::hideEvent(QHideEvent* event) {
  QFrame::hideEvent(event);
  m_editor.setMatches({});
  m_editor.setFocus();
}

void FindBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void FindBar::retranslate() {
  m_label->setText(tr("查找"));
  m_replaceLabel->setText(tr("替换为"));
  // Both captions as wide as the wider one, so that the fields stand below each other.
  const int width = std::max(m_label->sizeHint().width(), m_replaceLabel->sizeHint().width());
  m_label->setMinimumWidth(width);
  m_replaceLabel->setMinimumWidth(width);
  m_words->setAccessibleName(tr("查找内容"));
  m_replacement->setAccessibleName(tr("替换为"));
  m_case->setText(tr("区分大小写"));
  m_whole->setText(tr("整词"));
  m_whole->setToolTip(tr("前后不是字母、数字或汉字"));
  m_regular->setText(tr("正则表达式"));
  m_regular->setToolTip(tr("替换内容里可用 \\1 至 \\9 表示各个括号里的内容"));
  m_previous->setToolTip(tr("上一处（Shift+F3）"));
  m_next->setToolTip(tr("下一处（F3）"));
  m_previous->setAccessibleName(tr("上一处"));
  m_next->setAccessibleName(tr("下一处"));
  m_close->setToolTip(tr("关闭（Esc）"));
  m_close->setAccessibleName(tr("关闭"));
  m_one->setText(tr("替换"));
  m_all->setText(tr("全部替换"));
  showCount();
}

}  // namespace moxian

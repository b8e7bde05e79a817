#include "ui/NoticeBar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_text(new QLabel),
      m_more(new QLabel),
      m_choices(new QHBoxLayout),
      m_close(new QToolButton) {
  setObjectName(u"noticeBar"_s);
  m_text->setObjectName(u"noticeText"_s);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::ToolTipBase);
  setForegroundRole(QPalette::ToolTipText);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(10, 6, 6, 6);
  row->setSpacing(8);
  row->addWidget(m_icon, 0, Qt::AlignTop);
  row->addWidget(m_text, 1);
  row->addLayout(m_choices);
  row->addWidget(m_more);
  row->addWidget(m_close, 0, Qt::AlignTop);
  m_more->setObjectName(u"noticesWaiting"_s);
  m_more->setForegroundRole(QPalette::ToolTipText);
  m_text->setWordWrap(true);
  m_text->setForegroundRole(QPalette::ToolTipText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_close->setAutoRaise(true);
  m_close->setIcon(icon(u"close"_s));
  connect(m_close, &QToolButton::clicked, this, [this] {
    closeTop();
    Q_EMIT answered();
  });
  retranslate();
  hide();
}

void NoticeBar::post(const Notice& notice, Where where) {
  std::erase_if(m_notices, [&](const Notice& other) {
    return (!notice.topic.isEmpty() && other.topic == notice.topic) || other.text == notice.text;
  });
  m_notices.insert(where == Where::Top ? m_notices.end() : m_notices.begin(), notice);
  showTop();
}

void NoticeBar::withdraw(const QString& topic) {
  if (std::erase_if(m_notices, [&](const Notice& each) { return each.topic == topic; }) > 0)
    showTop();
}

void NoticeBar::remark(const QString& topic, const QString& sentence) {
  for (Notice& each : m_notices)
    if (each.topic == topic && !each.text.endsWith(sentence)) each.text += u'\n' + sentence;
  showTop();
}

void NoticeBar::clear() {
  m_notices.clear();
  showTop();
}

void NoticeBar::closeTop() {
  if (!m_notices.empty()) m_notices.pop_back();
  showTop();
}

void NoticeBar::showTop() {
  while (QLayoutItem* item = m_choices->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  if (m_notices.empty()) return hide();
  const Notice& notice = m_notices.back();
  m_text->setText(notice.text);
  const QIcon sign = icon(fromUtf8(name(notice.severity)), colourOf(notice.severity, palette()));
  m_icon->setPixmap(sign.pixmap(16));
  for (const Notice::Choice& choice : notice.choices) {
    auto* button = new QPushButton(choice.text);
    connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
      closeTop();
      Q_EMIT answered();
      if (act) act();
    });
    m_choices->addWidget(button);
  }
  m_more->setVisible(m_notices.size() > 1);
  m_more->setText(tr("下面还有 %1 条").arg(m_notices.size() - 1));
  show();
}

QString NoticeBar::text() const {
  return isVisible() ? m_text->text() : QString();
}

void NoticeBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void NoticeBar::retranslate() {
  if (!m_notices.empty()) showTop();
  m_close->setToolTip(tr("关闭提示"));
  m_close->setAccessibleName(tr("关闭提示"));
}

}  // namespace moxian

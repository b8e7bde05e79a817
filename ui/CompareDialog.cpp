#include "ui/CompareDialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/review/Compare.h"
#include "ui/Colours.h"
#include "ui/Icons.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

QToolButton* arrow(const QString& iconName, const QString& tip) {
  auto* made = new QToolButton;
  made->setIcon(icon(iconName));
  made->setAutoRaise(true);
  made->setToolTip(tip);
  made->setAccessibleName(tip);
  return made;
}

}  // namespace

CompareDialog::CompareDialog(const Side& before, const Side& after, const QStringList& answers,
                             QWidget* parent)
    : QDialog(parent), m_view(new QTextEdit), m_place(new QLabel) {
  setObjectName(u"compareDialog"_s);
  setWindowTitle(tr("比较：%1 与 %2").arg(before.name, after.name));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  build(before, after, answers);
  fill(before, after);
  resize(860, 640);
  step(1);
}

void CompareDialog::build(const Side& before, const Side& after, const QStringList& answers) {
  auto* column = new QVBoxLayout(this);
  auto* bar = new QHBoxLayout;
  auto* legend = new QLabel(
      tr("<s style='color:%1'>划去</s>：只在“%2”里；"
         "<u style='color:%3'>下划线</u>：只在“%4”里")
          .arg(colourOf(Severity::Error, palette()).name(), before.name.toHtmlEscaped(),
               colourOf(Presence::Present, palette()).name(), after.name.toHtmlEscaped()));
  auto* previous = arrow(u"up"_s, tr("上一处（Shift+F3）"));
  auto* next = arrow(u"down"_s, tr("下一处（F3）"));
  previous->setShortcut(QKeySequence(u"Shift+F3"_s));
  next->setShortcut(QKeySequence(u"F3"_s));
  connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
  connect(next, &QToolButton::clicked, this, [this] { step(1); });
  bar->addWidget(legend, 1);
  bar->addWidget(m_place);
  bar->addWidget(previous);
  bar->addWidget(next);
  column->addLayout(bar);
  m_view->setReadOnly(true);
  m_view->setAccessibleName(tr("两份文字的差别"));
  m_view->setObjectName(u"comparison"_s);
  column->addWidget(m_view, 1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  for (int i = 0; i < answers.size(); ++i) {
    QPushButton* button = buttons->addButton(answers[i], QDialogButtonBox::ActionRole);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, i] {
      m_answer = i;
      accept();
    });
  }
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
}

void CompareDialog::fill(const Side& before, const Side& after) {
  QTextCharFormat gone;
  gone.setFontStrikeOut(true);
  gone.setForeground(colourOf(Severity::Error, palette()));
  QTextCharFormat fresh;
  fresh.setFontUnderline(true);
  fresh.setForeground(colourOf(Presence::Present, palette()));
  QTextCursor cursor(m_view->document());
  cursor.beginEditBlock();
  const std::u16string_view text = after.text;
  std::size_t at = 0;
  for (const Difference& each : moxian::differences(before.text, after.text)) {
    cursor.insertText(toQString(Span{at, each.after.begin}.of(text)), QTextCharFormat());
    m_places.push_back(cursor.position());
    // A paragraph end by itself would not be seen.
    const QString out = toQString(each.before.of(before.text));
    cursor.insertText(QString(out).replace(u'\n', u"¶\n"_s), gone);
    cursor.insertText(toQString(each.after.of(text)).replace(u'\n', u"¶\n"_s), fresh);
    at = each.after.end;
  }
  m_spacing = m_places.empty() && before.text != after.text;
  cursor.insertText(toQString(text.substr(at)), QTextCharFormat());
  cursor.endEditBlock();
}

void CompareDialog::step(int by) {
  if (m_places.empty()) {
    m_place->setText(m_spacing ? tr("只有空行不同") : tr("没有差别"));
    return;
  }
  const int count = static_cast<int>(m_places.size());
  m_now = (m_now + by + count) % count;
  m_place->setText(tr("第 %1 处，共 %2 处").arg(m_now + 1).arg(count));
  QTextCursor cursor(m_view->document());
  cursor.setPosition(m_places[static_cast<std::size_t>(m_now)]);
  m_view->setTextCursor(cursor);
  m_view->ensureCursorVisible();
}

}  // namespace moxian

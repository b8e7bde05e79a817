#include "ui/StatusPanel.h"

#include <QActionGroup>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStatusBar>
#include <QTextBlock>
#include <QToolButton>
#include <array>

#include "core/base/Utf.h"
#include "core/text/Characters.h"
#include "ui/CheckController.h"
#include "ui/DraftEditor.h"
#include "ui/DraftText.h"
#include "ui/Labels.h"
#include "ui/Strings.h"

namespace moxian {

using namespace Qt::StringLiterals;

namespace {

constexpr int afterTyping = 200;  // ms before a changed draft is counted again
constexpr std::array encodings{Encoding::Utf8, Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Le,
                               Encoding::Utf16Be};
constexpr std::array endings{LineEnding::Lf, LineEnding::CrLf, LineEnding::Cr};

QToolButton* flatButton() {
  auto* button = new QToolButton;
  button->setAutoRaise(true);
  button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

StatusPanel::StatusPanel(DraftEditor& editor, const CheckController& check, QStatusBar& bar)
    : QObject(&bar),
      m_editor(editor),
      m_check(check),
      m_count(new QLabel),
      m_place(flatButton()),
      m_encoding(flatButton()),
      m_ending(flatButton()) {
  m_count->setObjectName(u"characterCount"_s);
  m_place->setObjectName(u"cursorPlace"_s);
  m_encoding->setObjectName(u"encoding"_s);
  m_encoding->setMenu(new QMenu(m_encoding));
  m_ending->setMenu(new QMenu(m_ending));
  m_count->setMargin(4);
  bar.addPermanentWidget(m_count);
  bar.addPermanentWidget(m_place);
  bar.addPermanentWidget(m_encoding);
  bar.addPermanentWidget(m_ending);
  m_later.setSingleShot(true);
  m_later.setInterval(afterTyping);
  connect(&m_later, &QTimer::timeout, this, &StatusPanel::showCount);
  connect(&editor, &QPlainTextEdit::textChanged, this, [this] { m_later.start(); });
  connect(&editor, &QPlainTextEdit::selectionChanged, this, [this] { m_later.start(); });
  connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &StatusPanel::showPlace);
  connect(m_place, &QToolButton::clicked, this, &StatusPanel::goToLineRequested);
  retranslate();
}

void StatusPanel::setFile(const DocumentFile& file) {
  m_encodingNow = file.encoding();
  m_endingNow = file.lineEnding();
  m_named = file.named();
  m_encoding->setText(label(m_encodingNow));
  m_ending->setText(label(m_endingNow));
  // A .moxian document has neither.
  m_encoding->setVisible(!file.moxian());
  m_ending->setVisible(!file.moxian());
  fillEncodings();
  fillEndings();
}

void StatusPanel::setBasis(const QString& basis) {
  m_basis = basis;
  m_later.start();
}

void StatusPanel::setReading(DraftEditor* reading, const QString& basis) {
  m_reading = reading;
  m_readingBasis = basis;
  if (reading != nullptr) {
    connect(reading, &QPlainTextEdit::selectionChanged, &m_later, qOverload<>(&QTimer::start),
            Qt::UniqueConnection);
    connect(reading, &QPlainTextEdit::cursorPositionChanged, this, &StatusPanel::showPlace,
            Qt::UniqueConnection);
  }
  showPlace();
  m_later.start();
}

void StatusPanel::showPlace() {
  const QTextCursor cursor = (m_reading != nullptr ? *m_reading : m_editor).textCursor();
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  m_place->setText(
      tr("第 %1 行，第 %2 列").arg(cursor.blockNumber() + 1).arg(codePoints(utf16(before)) + 1));
}

void StatusPanel::showCount() {
  if (m_editor.composing()) return m_later.start();
  const QLocale locale;
  const auto count = [&](std::u16string_view text) {
    return locale.toString(static_cast<qulonglong>(wordCount(text)));
  };
  const std::u16string read =
      m_reading != nullptr ? draftText(*m_reading->document()) : std::u16string();
  const std::u16string_view text = m_reading != nullptr ? read : m_check.text();
  const Span chosen =
      m_reading != nullptr ? m_reading->selected() : m_check.places().inFinal(m_editor.selected());
  const QString all = count(text);
  const QString said = chosen.empty() ? tr("%1 字").arg(all)
                                      : tr("已选 %1 / 共 %2 字").arg(count(chosen.of(text)), all);
  const QString& basis = m_reading != nullptr ? m_readingBasis : m_basis;
  m_count->setText(basis.isEmpty() ? said : tr("%1（%2）").arg(said, basis));
}

void StatusPanel::fillEncodings() {
  QMenu* menu = m_encoding->menu();
  menu->clear();
  if (m_named) {
    menu->addSection(tr("换一种编码重新打开"));
    for (const Encoding encoding : encodings)
      connect(menu->addAction(label(encoding)), &QAction::triggered, this,
              [this, encoding] { Q_EMIT reopenRequested(encoding); });
  }
  menu->addSection(tr("保存时用的编码"));
  auto* group = new QActionGroup(menu);
  for (const Encoding encoding : encodings) {
    QAction* action = menu->addAction(label(encoding));
    action->setCheckable(true);
    action->setChecked(encoding == m_encodingNow);
    group->addAction(action);
    connect(action, &QAction::triggered, this,
            [this, encoding] { Q_EMIT encodingChosen(encoding); });
  }
}

void StatusPanel::fillEndings() {
  QMenu* menu = m_ending->menu();
  menu->clear();
  auto* group = new QActionGroup(menu);
  for (const LineEnding ending : endings) {
    QAction* action = menu->addAction(label(ending));
    action->setCheckable(true);
    action->setChecked(ending == m_endingNow);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, ending] { Q_EMIT lineEndingChosen(ending); });
  }
}

void StatusPanel::retranslate() {
  m_count->setToolTip(tr("字数：每个汉字和标点算一个，连续的字母或数字算一个，空格不算"));
  m_place->setToolTip(tr("转到行"));
  m_encoding->setToolTip(tr("文件的编码"));
  m_ending->setToolTip(tr("文件的换行符"));
  m_encoding->setAccessibleName(tr("文件的编码"));
  m_ending->setAccessibleName(tr("文件的换行符"));
  m_encoding->setText(label(m_encodingNow));
  m_ending->setText(label(m_endingNow));
  fillEncodings();
  fillEndings();
  showPlace();
  showCount();
}

}  // namespace moxian

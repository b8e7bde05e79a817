#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTextBlock>
#include <QToolButton>

#include "core/base/Utf.h"
#include "tests/ui/Window.h"
#include "ui/DraftText.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

using EditingTest = WindowTest;

TEST_F(EditingTest, WhatIsTypedIsWhatIsChecked) {
  type(u"云溪县民政局2024年工作总结\n一、主要工作\n全年办理信访件35件。"_s);
  EXPECT_EQ(window->check().text(), draftText(*editor().document()));
  EXPECT_EQ(text(), u"云溪县民政局2024年工作总结\n一、主要工作\n全年办理信访件35件。"_s);
}

TEST_F(EditingTest, ADoubleClickTakesAWordOrAFigureNotTheWholeParagraph) {
  type(u"全年受理依申请公开126件，按时办结。"_s);
  const auto doubleClick = [this](int at) {
    QTextCursor cursor = editor().textCursor();
    cursor.setPosition(at);
    const QPoint place = editor().cursorRect(cursor).center() + QPoint(3, 0);
    QTest::mouseDClick(editor().viewport(), Qt::LeftButton, {}, place);
    return editor().textCursor().selectedText();
  };
  EXPECT_EQ(doubleClick(2), u"受理"_s);
  EXPECT_EQ(doubleClick(10), u"126"_s);
}

TEST_F(EditingTest, KeysThatGoByWordsStopAtChineseWordsAndMarks) {
  type(u"全年受理126件，按时完成。"_s);
  press(Qt::Key_Home);
  press(Qt::Key_Right, Qt::ControlModifier);
  EXPECT_EQ(editor().textCursor().positionInBlock(), 2);
  press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(editor().textCursor().selectedText(), u"受理"_s);
  press(Qt::Key_End);
  press(Qt::Key_Backspace, Qt::ControlModifier);
  press(Qt::Key_Backspace, Qt::ControlModifier);
  EXPECT_EQ(text(), u"全年受理126件，按时"_s);
  press(Qt::Key_Home);
  press(Qt::Key_Delete, Qt::ControlModifier);
  EXPECT_EQ(text(), u"受理126件，按时"_s);
}

TEST_F(EditingTest, TheCheckedTextFollowsEveryEditAndUndo) {
  type(u"第一段。\n第二段，有 XX 项。\n\n第四段"_s);
  QRandomGenerator chance(20240601);
  for (int step = 0; step < 300; ++step) {
    QTextCursor cursor = editor().textCursor();
    const int length = static_cast<int>(draftLength(*editor().document()));
    cursor.setPosition(chance.bounded(length + 1));
    cursor.setPosition(std::min(length, cursor.position() + chance.bounded(6)),
                       QTextCursor::KeepAnchor);
    switch (chance.bounded(5)) {
      case 0:
        cursor.insertText(u"新\n的"_s);
        break;
      case 1:
        cursor.insertText(u"（"_s);
        break;
      case 2:
        cursor.removeSelectedText();
        break;
      case 3:
        editor().undo();
        break;
      default:
        editor().redo();
        break;
    }
    ASSERT_EQ(window->check().text(), draftText(*editor().document())) << "step " << step;
  }
  while (editor().document()->isUndoAvailable()) editor().undo();
  EXPECT_TRUE(window->check().text().empty());
}

TEST_F(EditingTest, FindingsMoveWithTheTextTypedBeforeThem) {
  type(u"完成XX项任务。"_s);
  ASSERT_TRUE(hasFinding(u"placeholder"_s));
  const Span before = window->check().findings().front().span;
  editor().moveCursor(QTextCursor::Start);
  type(u"今年"_s);
  ASSERT_TRUE(hasFinding(u"placeholder"_s));
  EXPECT_EQ(window->check().findings().front().span, before.shifted(2));
}

TEST_F(EditingTest, NoBreakSpacesStayWhatTheyAre) {
  type(u"甲\u00A0乙"_s);
  EXPECT_EQ(draftText(*editor().document()), u"甲\u00A0乙");
  press(Qt::Key_A, Qt::ControlModifier);
  run(Act::Copy);
  EXPECT_EQ(QApplication::clipboard()->text(), u"甲\u00A0乙"_s);
}

TEST_F(EditingTest, PastedTextIsPlainAndKeepsSoftLineBreaksAsLines) {
  auto* data = new QMimeData;
  data->setHtml(u"<b>甲</b>"_s);
  data->setText(u"甲\u2028乙\r\n丙"_s);
  QApplication::clipboard()->setMimeData(data);
  run(Act::Paste);
  EXPECT_EQ(text(), u"甲\n乙\n丙"_s);
}

TEST_F(EditingTest, TabAtTheStartOfALineIndentsByTwoCharacters) {
  press(Qt::Key_Tab);
  type(u"我局"_s);
  EXPECT_EQ(text(), u"　　我局"_s);
}

TEST_F(EditingTest, CharactersAreCountedAsClerksCountThemAlsoForTheSelection) {
  type(u"全年办理35件，满意率 98% 。"_s);
  auto& count = child<QLabel>(u"characterCount"_s);
  EXPECT_TRUE(until([&] { return count.text() == u"12 字"_s; })) << count.text().toStdString();
  editor().select({0, 4});
  EXPECT_TRUE(until([&] { return count.text() == u"已选 4 / 共 12 字"_s; }))
      << count.text().toStdString();
}

TEST_F(EditingTest, PlaceOfTheCursorIsShownInCharactersNotUnits) {
  type(u"甲\n𠮷乙"_s);
  EXPECT_EQ(child<QToolButton>(u"cursorPlace"_s).text(), u"第 2 行，第 3 列"_s);
}

TEST_F(EditingTest, GoToLineGoesThere) {
  type(u"一\n二\n三"_s);
  script->numbers.enqueue(2);
  run(Act::GoToLine);
  EXPECT_EQ(editor().textCursor().blockNumber(), 1);
}

TEST_F(EditingTest, ZoomChangesTheDraftsFontAndIsRemembered) {
  const int before = editor().font().pointSize();
  run(Act::ZoomIn);
  EXPECT_EQ(editor().font().pointSize(), before + 1);
  EXPECT_EQ(services->settings.get(settings::fontSize), before + 1);
  run(Act::ZoomReset);
  EXPECT_EQ(editor().font().pointSize(), settings::fontSize.fallback);
}

TEST_F(EditingTest, ALongParagraphBreaksAfterTwentyEightCharacters) {
  window->resize(1600, 900);
  type(QString(60, u'国'));
  editor().grab();  // lays the text out
  const QTextLayout* layout = editor().document()->firstBlock().layout();
  ASSERT_EQ(layout->lineCount(), 3);
  EXPECT_EQ(layout->lineAt(0).textLength(), 28);
}

TEST(DifferenceTest, OnlyWhatChangedIsReplaced) {
  const Replacement change = difference(u"甲乙丙丁", u"甲新丙丁");
  EXPECT_EQ(change.span, (Span{1, 2}));
  EXPECT_EQ(change.with, u"新");
}

TEST(DifferenceTest, RepeatedCharactersAtTheSeamAreNotCountedTwice) {
  const Replacement change = difference(u"哈哈", u"哈哈哈");
  EXPECT_EQ(change.span.length(), 0U);
  EXPECT_EQ(change.with, u"哈");
}

TEST_F(EditingTest, AParagraphGrowsAndShrinksByWholeLines) {
  type(u"一"_s);
  const auto rows = [this] { return editor().document()->firstBlock().layout()->lineCount(); };
  EXPECT_EQ(rows(), 1);
  for (int i = 0; i < 60; ++i) type(u"字"_s);
  EXPECT_EQ(rows(), 3);
  const auto* layout = editor().document()->firstBlock().layout();
  const qreal pitch = layout->lineAt(1).y() - layout->lineAt(0).y();
  EXPECT_EQ(layout->lineAt(2).y() - layout->lineAt(1).y(), pitch);
  EXPECT_EQ(editor().document()->firstBlock().lineCount(), 3);
  for (int i = 0; i < 60; ++i) press(Qt::Key_Backspace);
  EXPECT_EQ(rows(), 1);
  EXPECT_EQ(editor().document()->lineCount(), 1);
}

}  // namespace
}  // namespace moxian

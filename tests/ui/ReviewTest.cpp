#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QWheelEvent>
#include <set>

#include "core/base/Utf.h"
#include "core/exchange/Export.h"
#include "core/exchange/Import.h"
#include "core/review/Merge.h"
#include "core/store/MoxianFile.h"
#include "tests/ui/Window.h"
#include "ui/Colours.h"
#include "ui/DraftText.h"
#include "ui/FindingsDock.h"
#include "ui/MergeDialog.h"
#include "ui/ReviewController.h"
#include "ui/ReviewFiles.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

class ReviewTest : public WindowTest {
 protected:
  void begin(const QString& draft) {
    editor().setPlainText(draft);
    editor().moveCursor(QTextCursor::Start);
    QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    if (!reviewer().tracking()) reviewer().setTracking(true);
  }
  [[nodiscard]] Reviewer& reviewer() { return window->review().reviewer(); }
  void place(int at, int to = -1) {
    QTextCursor cursor = editor().textCursor();
    cursor.setPosition(at);
    if (to >= 0) cursor.setPosition(to, QTextCursor::KeepAnchor);
    editor().setTextCursor(cursor);
  }
  void compose(const QString& preedit, const QString& commit = {}) {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&editor(), &event);
  }
  [[nodiscard]] QString finalText() { return toQString(reviewer().finalText()); }
  [[nodiscard]] QString original() { return toQString(reviewer().originalText()); }
  void act(const QString& name) { window->findChild<QAction*>(name)->trigger(); }
  [[nodiscard]] MainWindow* other() const {
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (auto* found = qobject_cast<MainWindow*>(widget);
          found != nullptr && found != window.get())
        return found;
    return nullptr;
  }
  [[nodiscard]] QString count() { return child<QLabel>(u"characterCount"_s).text(); }
  [[nodiscard]] QStringList listed() {
    window->review().dock().show();
    window->review().dock().refresh();
    QStringList out;
    const auto* model = window->review().dock().list().model();
    for (int i = 0; i < model->rowCount(); ++i) out.append(model->index(i, 0).data().toString());
    return out;
  }
  void choose(const QString& box, const QString& text) {
    auto& combo = child<QComboBox>(box);
    combo.setCurrentIndex(combo.findText(text));
  }
  void undoAll() {
    for (int i = 0; i < 100 && editor().document()->isUndoAvailable(); ++i) run(Act::Undo);
  }
};

TEST(ReviewColours, ReviewersOfOneDraftAreToldApart) {
  const std::vector<std::string> authors = {"周岩", "韩梅", "陆川", "齐珊",
                                            "方舟", "童雪", "高远", "于洁"};
  std::set<QRgb> colours;
  for (const std::string& author : authors)
    colours.insert(colourOfAuthor(author, authors, QPalette()).rgb());
  EXPECT_EQ(colours.size(), authors.size());
}

TEST_F(ReviewTest, WhatIsDeletedWhileTrackingStaysVisible) {
  begin(u"全年完成投资"_s);
  place(4);
  press(Qt::Key_Backspace);
  press(Qt::Key_Backspace);
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_EQ(finalText(), u"全年投资"_s);
  EXPECT_EQ(editor().textCursor().position(), 2);
  press(Qt::Key_Delete);
  place(4);
  press(Qt::Key_Delete);
  EXPECT_EQ(finalText(), u"全年资"_s);
  EXPECT_EQ(reviewer().markup().changes().size(), 1U);
}

TEST_F(ReviewTest, TypingOverASelectionStrikesItAndPutsTheNewWordsBehind) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  QTest::keyClicks(&editor(), u"abc"_s);
  EXPECT_EQ(text(), u"全年完成abc投资"_s);
  EXPECT_EQ(finalText(), u"全年abc投资"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
  run(Act::Redo);
  EXPECT_EQ(finalText(), u"全年abc投资"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
}

TEST_F(ReviewTest, UndoTakesTypedKeysBackWithTheirMarks) {
  begin(u"全年完成投资"_s);
  place(2);
  QTest::keyClicks(&editor(), u"abcd"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
  run(Act::Redo);
  EXPECT_EQ(finalText(), u"全年abcd完成投资"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
}

TEST_F(ReviewTest, UndoTakesAKeyBesideMarksBackWithTheirPlaces) {
  begin(u"全年完成投资"_s);
  place(4, 6);
  press(Qt::Key_Delete);
  reviewer().setTracking(false);
  place(0);
  QTest::keyClicks(&editor(), u"a"_s);
  EXPECT_EQ(finalText(), u"a全年完成"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_EQ(finalText(), u"全年完成"_s);
}

TEST_F(ReviewTest, AChangeMadeWhileTheOriginalIsReadIsShown) {
  begin(u"全年完成XX项"_s);
  window->review().setView(ReviewController::View::Original);
  EXPECT_FALSE(editor().isVisible());
  editor().apply({{{4, 6}, u"12"}});
  EXPECT_TRUE(editor().isVisible());
}

TEST_F(ReviewTest, ComposingOverASelectionIsTrackedWhenItEnds) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  compose(u"shi"_s);
  EXPECT_TRUE(reviewer().markup().empty());
  compose(u"shixian"_s);
  compose({}, u"实现"_s);
  EXPECT_EQ(text(), u"全年完成实现投资"_s);
  EXPECT_EQ(finalText(), u"全年实现投资"_s);
  EXPECT_EQ(original(), u"全年完成投资"_s);
  undoAll();
  EXPECT_EQ(text(), u"全年完成投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, DeletingOnesOwnInsertionRemovesIt) {
  begin(u"全年投资"_s);
  place(2);
  type(u"完成"_s);
  press(Qt::Key_Backspace);
  press(Qt::Key_Backspace);
  EXPECT_EQ(text(), u"全年投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, ReplacingInManyPlacesMarksEachPlace) {
  begin(u"甲乙丙。甲乙丁。甲乙戊。"_s);
  editor().apply({{{0, 1}, u"子"}, {{4, 5}, u"丑"}, {{8, 9}, u"寅"}});
  EXPECT_EQ(finalText(), u"子乙丙。丑乙丁。寅乙戊。"_s);
  EXPECT_EQ(original(), u"甲乙丙。甲乙丁。甲乙戊。"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"甲乙丙。甲乙丁。甲乙戊。"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, JoiningParagraphsIsTrackedAndAccepted) {
  begin(u"第一段\n第二段"_s);
  place(3);
  press(Qt::Key_Delete);
  EXPECT_EQ(text(), u"第一段\n第二段"_s);
  window->findChild<QAction*>(u"acceptAll"_s)->trigger();
  EXPECT_EQ(text(), u"第一段第二段"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), u"第一段\n第二段"_s);
  EXPECT_EQ(reviewer().markup().changes().size(), 1U);
}

TEST_F(ReviewTest, UndoingWhatWasTypedBeforeTrackingIsNoDeletion) {
  type(u"全年"_s);
  const QString before = text();
  reviewer().setTracking(true);
  run(Act::Undo);
  EXPECT_NE(text(), before);
  EXPECT_TRUE(reviewer().markup().empty());
  run(Act::Redo);
  EXPECT_EQ(text(), before);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, EditsWithoutTrackingMoveTheMarks) {
  begin(u"全年完成投资"_s);
  place(4);
  type(u"工业"_s);
  reviewer().setTracking(false);
  place(0);
  type(u"今年"_s);
  EXPECT_EQ(reviewer().markup().changes()[0].range, (Span{6, 8}));
  run(Act::Undo);
  EXPECT_EQ(reviewer().markup().changes()[0].range, (Span{4, 6}));
}

TEST_F(ReviewTest, TheDockAcceptsAndRejectsByKeyboard) {
  begin(u"全年完成投资"_s);
  place(0);
  type(u"甲"_s);
  place(5);
  type(u"乙"_s);
  ReviewDock& dock = window->review().dock();
  dock.show();
  dock.refresh();
  auto& list = dock.list();
  ASSERT_EQ(list.model()->rowCount(), 2);
  list.setCurrentIndex(list.model()->index(0, 0));
  QTest::keyClick(&list, Qt::Key_R);
  EXPECT_EQ(text(), u"全年完成乙投资"_s);
  QTest::keyClick(&list, Qt::Key_A);
  EXPECT_EQ(text(), u"全年完成乙投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, ACommentIsWrittenAnsweredAndResolvedByKeyboard) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  ReviewDock& dock = window->review().dock();
  dock.beginComment();
  auto& words = child<QPlainTextEdit>(u"commentText"_s);
  QTest::keyClicks(&words, u"which?"_s);
  QTest::keyClick(&words, Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(reviewer().markup().comments().size(), 1U);
  EXPECT_EQ(reviewer().markup().comments()[0].quote, u"完成");
  dock.list().setCurrentIndex(dock.list().model()->index(0, 0));
  QTest::keyClicks(&words, u"this"_s);
  QTest::keyClick(&words, Qt::Key_Return, Qt::ControlModifier);
  ASSERT_EQ(reviewer().markup().comments().size(), 2U);
  EXPECT_EQ(reviewer().markup().comments()[1].parent, reviewer().markup().comments()[0].id);
  dock.list().setCurrentIndex(dock.list().model()->index(0, 0));
  child<QPushButton>(u"resolveComment"_s).click();
  EXPECT_EQ(reviewer().markup().comments()[0].state, CommentState::Resolved);
}

TEST_F(ReviewTest, TheViewsDoNotChangeTheDraft) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  type(u"实现"_s);
  const QString before = text();
  auto& reading = child<QPlainTextEdit>(u"reading"_s);
  window->review().setView(ReviewController::View::Final);
  EXPECT_EQ(reading.toPlainText(), u"全年实现投资"_s);
  window->review().setView(ReviewController::View::Original);
  EXPECT_EQ(reading.toPlainText(), u"全年完成投资"_s);
  window->review().setView(ReviewController::View::Simple);
  EXPECT_EQ(reading.toPlainText(), u"全年实现投资"_s);
  window->review().setView(ReviewController::View::All);
  EXPECT_EQ(text(), before);
  EXPECT_EQ(reviewer().markup().changes().size(), 2U);
}

TEST_F(ReviewTest, MarksAreSavedAndOpenedAgain) {
  begin(u"全年完成投资\n"_s);
  place(2, 4);
  type(u"实现"_s);
  place(0, 2);
  reviewer().commentSelection(u"哪一年？"_s);
  const auto changes = reviewer().markup().changes();
  script->paths.enqueue(path(u"稿.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  ASSERT_TRUE(window->files().newDraft());
  EXPECT_TRUE(reviewer().markup().empty());
  ASSERT_TRUE(window->files().open(path(u"稿.moxian"_s)));
  EXPECT_EQ(reviewer().markup().changes(), changes);
  EXPECT_EQ(reviewer().markup().comments().size(), 1U);
}

constexpr const char16_t* kReport =
    u"松河市林业局2023年工作总结\n一、主要工作\n全年造林三万亩，管护到位到位。\n二、存在问题\n管护"
    u"力量不足。\n";

TEST_F(ReviewTest, WordsThatAreStruckOutAreNeitherCheckedNorCounted) {
  begin(u"全年完成投资，，共三亿元。"_s);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(hasFinding(u"punctuation.doubled"_s));
  place(6, 7);
  press(Qt::Key_Delete);
  ASSERT_TRUE(checked());
  EXPECT_EQ(text(), u"全年完成投资，，共三亿元。"_s);
  EXPECT_FALSE(hasFinding(u"punctuation.doubled"_s));
  EXPECT_EQ(toQString(window->check().text()), u"全年完成投资，共三亿元。"_s);
  EXPECT_TRUE(until([this] { return count() == u"12 字（修订后）"_s; })) << count().toStdString();
  EXPECT_TRUE(window->findChild<FindingsDock*>()->windowTitle().contains(u"修订后"_s));
  act(u"againstOriginal"_s);
  EXPECT_TRUE(hasFinding(u"punctuation.doubled"_s));
  EXPECT_TRUE(until([this] { return count() == u"13 字（修订前）"_s; })) << count().toStdString();
  act(u"againstOriginal"_s);
  undoAll();
  EXPECT_TRUE(hasFinding(u"punctuation.doubled"_s));
  EXPECT_TRUE(until([this] { return count() == u"13 字"_s; })) << count().toStdString();
}

TEST_F(ReviewTest, AFindingBehindStruckWordsIsMendedWhereItStands) {
  begin(u"全年完成建设投资，共三亿元，，其中市级一亿元。"_s);
  place(4, 6);
  press(Qt::Key_Delete);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(hasFinding(u"punctuation.doubled"_s));
  for (const Finding& finding : window->check().findings())
    if (finding.rule == "punctuation.doubled") place(static_cast<int>(finding.span.begin));
  run(Act::ApplyFix);
  EXPECT_EQ(finalText(), u"全年完成投资，共三亿元，其中市级一亿元。"_s);
  EXPECT_EQ(original(), u"全年完成建设投资，共三亿元，，其中市级一亿元。"_s);
}

TEST_F(ReviewTest, TheTextThatIsCheckedIsTheFinalOneWhateverHappens) {
  editor().setPlainText(toQString(kReport));
  reviewer().setTracking(true);
  unsigned random = 11;
  const auto pick = [&random](int below) {
    random = random * 1664525U + 1013904223U;
    return static_cast<int>((random >> 8U) % static_cast<unsigned>(below));
  };
  for (int i = 0; i < 300; ++i) {
    const int length = static_cast<int>(draftLength(*editor().document()));
    const int from = pick(length + 1);
    place(from, std::min(length, from + pick(4)));
    switch (pick(9)) {
      case 0:
        press(Qt::Key_Backspace);
        break;
      case 1:
        press(Qt::Key_Delete);
        break;
      case 2:
        type(u"新\n增"_s);
        break;
      case 3:
        compose(u"xin"_s);
        compose({}, u"心"_s);
        break;
      case 4:
        run(Act::Undo);
        break;
      case 5:
        run(Act::Redo);
        break;
      case 6:
        act(pick(2) == 0 ? u"acceptHere"_s : u"rejectHere"_s);
        break;
      case 7:
        reviewer().setTracking(!reviewer().tracking());
        break;
      default:
        type(u"造林"_s);
    }
    ASSERT_EQ(toQString(reviewer().text()), toQString(draftText(*editor().document()))) << i;
    ASSERT_EQ(toQString(window->check().text()), finalText()) << i;
  }
  const auto found = window->check().findings();
  for (const Finding& finding : found)
    EXPECT_LE(finding.span.end, draftLength(*editor().document()));
}

TEST_F(ReviewTest, AnExportSaysWhichTextItHolds) {
  begin(toQString(kReport));
  place(20, 22);
  type(u"四"_s);
  const QString asIs = finalText();
  script->paths.enqueue(path(u"稿.txt"_s));
  run(Act::ExportText);
  EXPECT_EQ(QString::fromUtf8(read(u"稿.txt"_s)), asIs);
  EXPECT_TRUE(window->notices().text().contains(u"是修订后的文字"_s))
      << window->notices().text().toStdString();
}

TEST_F(ReviewTest, ADocxTakesTheMarksAlongWhereTheyAreAskedFor) {
  begin(toQString(kReport));
  place(20, 22);
  type(u"四"_s);
  reviewer().commentSelection(u"请核。"_s);
  for (const QString& answer : {u"修订后的文字"_s, u"带修订和批注"_s, u"修订前的文字"_s}) {
    script->answers.enqueue(answer);
    script->paths.enqueue(path(u"稿.docx"_s));
    script->answers.enqueue(u"覆盖"_s);
    run(Act::ExportDocx);
    script->answers.clear();
    const auto back = importFile(toPath(path(u"稿.docx"_s)));
    ASSERT_TRUE(back.has_value()) << answer.toStdString();
    EXPECT_EQ(back->marked.has_value(), answer == u"带修订和批注"_s);
    EXPECT_EQ(toQString(back->text), answer == u"修订前的文字"_s ? original() : finalText());
    ASSERT_TRUE(QFile::remove(path(u"稿.docx"_s)));
  }
}

TEST_F(ReviewTest, FindingsAreSentAsCommentsOnceAndInOneStep) {
  begin(u"全年完成投资，，共三亿元。。"_s);
  ASSERT_TRUE(checked());
  const std::size_t findings = window->check().findings().size();
  ASSERT_GT(findings, 1U);
  act(u"commentFindings"_s);
  EXPECT_EQ(reviewer().markup().comments().size(), findings);
  EXPECT_FALSE(reviewer().markup().comments().front().text.empty());
  act(u"commentFindings"_s);
  EXPECT_EQ(reviewer().markup().comments().size(), findings);
  run(Act::Undo);
  EXPECT_TRUE(reviewer().markup().comments().empty());
}

TEST_F(ReviewTest, TheDockListsBySectionAndFilters) {
  begin(toQString(kReport));
  ASSERT_TRUE(checked());
  place(24, 26);
  press(Qt::Key_Delete);
  const int problems = static_cast<int>(text().indexOf(u"力量"_s));
  place(problems, problems + 2);
  reviewer().setAuthor(u"王核"_s);
  reviewer().commentSelection(u"哪些力量？"_s);
  type(u"人员"_s);
  ASSERT_TRUE(checked());
  QStringList rows = listed();
  ASSERT_EQ(rows.size(), 6) << rows.join(u'/').toStdString();
  EXPECT_EQ(rows[0], u"一、主要工作"_s);
  EXPECT_TRUE(rows[1].startsWith(u"删除："_s));
  EXPECT_EQ(rows[2], u"二、存在问题"_s);
  choose(u"reviewAuthors"_s, u"王核"_s);
  EXPECT_EQ(listed().size(), 4);
  choose(u"reviewKinds"_s, u"批注"_s);
  EXPECT_EQ(listed(), (QStringList{u"二、存在问题"_s, u"批注：哪些力量？"_s}));
  choose(u"reviewStates"_s, u"已解决"_s);
  EXPECT_TRUE(listed().isEmpty());
  choose(u"reviewStates"_s, u"所有状态"_s);
  choose(u"reviewDays"_s, QDate::currentDate().toString(Qt::ISODate));
  EXPECT_EQ(listed().size(), 2);
  auto& list = window->review().dock().list();
  list.setCurrentIndex(list.model()->index(1, 0));
  QTest::keyClick(&list, Qt::Key_E);
  EXPECT_EQ(reviewer().markup().comments()[0].state, CommentState::Resolved);
}

TEST_F(ReviewTest, OnePersonsChangesAreAcceptedTogether) {
  begin(u"全年完成投资"_s);
  place(0);
  type(u"甲"_s);
  place(4);
  type(u"乙"_s);
  reviewer().setAuthor(u"王核"_s);
  place(6);
  type(u"丙"_s);
  ASSERT_EQ(listed().size(), 3);
  choose(u"reviewAuthors"_s, u"王核"_s);
  auto& list = window->review().dock().list();
  list.setCurrentIndex(list.model()->index(0, 0));
  QTest::keyClick(&list, Qt::Key_R, Qt::ShiftModifier);
  EXPECT_EQ(finalText(), u"甲全年完乙成投资"_s);
  EXPECT_EQ(reviewer().markup().changes().size(), 2U);
  run(Act::Undo);
  EXPECT_EQ(reviewer().markup().changes().size(), 3U);
}

TEST_F(ReviewTest, ACommentWhoseWordsAreGoneStandsByItself) {
  begin(toQString(kReport));
  const int problems = static_cast<int>(text().indexOf(u"力量"_s));
  place(problems, problems + 2);
  reviewer().commentSelection(u"哪些力量？"_s);
  reviewer().setTracking(false);
  place(problems, problems + 2);
  press(Qt::Key_Delete);
  ASSERT_TRUE(checked());
  const QStringList rows = listed();
  ASSERT_EQ(rows.size(), 2) << rows.join(u'/').toStdString();
  EXPECT_EQ(rows[0], u"原文已删"_s);
  auto* model = window->review().dock().list().model();
  EXPECT_TRUE(model->index(1, 0).data(CardDetailRole).toString().contains(u"力量"_s));
}

TEST_F(ReviewTest, TheMenuLeadsFromCommentToComment) {
  begin(u"全年完成投资三亿元"_s);
  for (const int at : {2, 6}) {
    place(at, at + 1);
    reviewer().commentSelection(u"请核。"_s);
  }
  place(0);
  act(u"nextComment"_s);
  EXPECT_EQ(editor().selected(), (Span{2, 3}));
  act(u"nextComment"_s);
  EXPECT_EQ(editor().selected(), (Span{6, 7}));
  act(u"previousComment"_s);
  EXPECT_EQ(editor().selected(), (Span{2, 3}));
  act(u"previousComment"_s);
  EXPECT_EQ(editor().selected(), (Span{6, 7})) << "round from the end";
}

TEST_F(ReviewTest, WhatIsWrittenAfterGoingToACommentAnswersIt) {
  begin(u"全年完成投资三亿元"_s);
  place(8, 9);
  press(Qt::Key_Backspace);
  place(2, 3);
  reviewer().commentSelection(u"请核。"_s);
  window->review().dock().show();
  window->review().dock().raise();
  place(9);
  act(u"nextComment"_s);
  EXPECT_EQ(editor().selected(), (Span{2, 3}));
  auto& words = child<QPlainTextEdit>(u"commentText"_s);
  words.setPlainText(u"已核。"_s);
  QTest::keyClick(&words, Qt::Key_Return, Qt::ControlModifier);
  const auto comments = reviewer().markup().comments();
  ASSERT_EQ(comments.size(), 2U);
  EXPECT_EQ(comments[1].parent, comments[0].id);
}

TEST_F(ReviewTest, KeysReachEveryCommentOfOnePlaceAndTheDockFollows) {
  begin(u"全年完成投资三亿元"_s);
  const auto comment = [this](int from, int to, const QString& says) {
    place(from, to);
    return reviewer().commentSelection(says);
  };
  const auto first = comment(2, 4, u"一"_s);
  comment(2, 4, u"二"_s);
  comment(2, 6, u"三"_s);
  reviewer().reply(first, u"答一"_s);
  comment(7, 8, u"四"_s);
  ASSERT_TRUE(until([this] { return editor().hasFocus(); }));
  auto& list = window->review().dock().list();
  const auto step = [&](bool forward) {
    const auto keys = forward ? Qt::KeyboardModifiers(Qt::ControlModifier)
                              : Qt::ControlModifier | Qt::ShiftModifier;
    press(Qt::Key_F9, keys);
    return list.currentIndex().data().toString();
  };
  place(0);
  QStringList visited;
  for (int i = 0; i < 5; ++i) visited.append(step(true));
  EXPECT_EQ(visited, (QStringList{u"批注：一"_s, u"批注：二"_s, u"批注：三"_s, u"批注：四"_s,
                                  u"批注：一"_s}));
  visited.clear();
  for (int i = 0; i < 4; ++i) visited.append(step(false));
  EXPECT_EQ(visited, (QStringList{u"批注：四"_s, u"批注：三"_s, u"批注：二"_s, u"批注：一"_s}));
  step(true);
  auto& words = child<QPlainTextEdit>(u"commentText"_s);
  words.setPlainText(u"答二"_s);
  QTest::keyClick(&words, Qt::Key_Return, Qt::ControlModifier);
  EXPECT_EQ(listed(), (QStringList{u"批注：一"_s, u"答复：答一"_s, u"批注：二"_s, u"答复：答二"_s,
                                   u"批注：三"_s, u"批注：四"_s}));
  EXPECT_EQ(step(true), u"批注：三"_s);
  place(2);
  EXPECT_EQ(step(true), u"批注：一"_s) << "a moved cursor begins anew";
  list.setCurrentIndex(list.model()->index(3, 0));
  QTest::keyClick(&list, Qt::Key_Return);
  EXPECT_EQ(step(true), u"批注：三"_s) << "on from what was chosen in the list";
  list.setCurrentIndex(list.model()->index(3, 0));
  QTest::keyClick(&list, Qt::Key_E);
  EXPECT_EQ(reviewer().markup().comment(reviewer().commentStops()[1].id)->state,
            CommentState::Resolved)
      << "a reply stands for its comment";
}

TEST_F(ReviewTest, WhatWasJustSaidIsSeenAndReadInFull) {
  QString draft;
  for (int i = 0; i < 40; ++i) draft += u"全年完成投资三亿元。\n"_s;
  begin(draft);
  ReviewDock& dock = window->review().dock();
  dock.bringForward();
  for (int i = 0; i < 30; ++i)
    reviewer().addComment({static_cast<std::size_t>(i) * 11, static_cast<std::size_t>(i) * 11 + 4},
                          u"请核。"_s);
  place(38 * 11, 38 * 11 + 4);
  dock.beginComment();
  const QString words = QString(u"请写清数字从哪里来"_s).repeated(12) + u"。"_s;
  auto& box = child<QPlainTextEdit>(u"commentText"_s);
  box.setPlainText(words);
  QTest::keyClick(&box, Qt::Key_Return, Qt::ControlModifier);
  const auto& list = dock.list();
  const QModelIndex last = list.model()->index(list.model()->rowCount() - 1, 0);
  EXPECT_TRUE(until([&] { return list.viewport()->rect().intersects(list.visualRect(last)); }));
  EXPECT_TRUE(last.data(Qt::ToolTipRole).toString().contains(words));
  EXPECT_TRUE(list.model()->index(1, 0).data(Qt::ToolTipRole).toString().isEmpty());
}

TEST_F(ReviewTest, KeysReachAChangeOfAChange) {
  begin(u"全年完成投资三亿元"_s);
  place(4);
  type(u"工业"_s);
  reviewer().setAuthor(u"王核"_s);
  place(4, 6);
  press(Qt::Key_Delete);
  place(8, 9);
  press(Qt::Key_Delete);
  auto& list = window->review().dock().list();
  window->review().dock().bringForward();
  ASSERT_TRUE(until([this] { return editor().hasFocus(); }));
  place(0);
  QStringList visited;
  for (int i = 0; i < 4; ++i) {
    press(Qt::Key_F8, Qt::ControlModifier);
    visited.append(list.currentIndex().data().toString());
  }
  EXPECT_EQ(visited,
            (QStringList{u"插入：工业"_s, u"删除：工业"_s, u"删除：三"_s, u"插入：工业"_s}));
  press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_EQ(list.currentIndex().data().toString(), u"删除：三"_s);
}

TEST_F(ReviewTest, WhatTheKeysWentToIsAcceptedAloneAndTheNextComesUp) {
  begin(u"全年完成投资三亿元"_s);
  place(4);
  type(u"工业"_s);
  reviewer().setAuthor(u"王核"_s);
  place(4, 6);
  press(Qt::Key_Delete);
  place(8, 9);
  press(Qt::Key_Delete);
  ASSERT_TRUE(until([this] { return editor().hasFocus(); }));
  place(0);
  press(Qt::Key_F8, Qt::ControlModifier);
  press(Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
  EXPECT_EQ(reviewer().markup().changes().size(), 2U) << "the deletion of it waits";
  press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
  EXPECT_EQ(editor().selected(), (Span{8, 9}));
  press(Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
  EXPECT_EQ(text(), u"全年完成工业投资亿元"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, TheCursorMovesByLinesOfTheScreenWhileTracking) {
  window->resize(1280, 800);
  begin(QString(u"全年受理申请并按期办结，回访群众。"_s).repeated(12) + u"\n一、主要工作\n"_s);
  const auto walk = [this] {
    std::vector<int> places;
    place(0);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_End, Qt::Key_Up, Qt::Key_Home}) {
      press(key);
      places.push_back(editor().textCursor().position());
    }
    for (int i = 0; i < 20; ++i) press(Qt::Key_Down);
    places.push_back(editor().textCursor().position());
    return places;
  };
  const std::vector<int> tracked = walk();
  reviewer().setTracking(false);
  EXPECT_EQ(tracked, walk());
  EXPECT_GT(tracked.back(), 204) << "out of the first paragraph";
}

TEST_F(ReviewTest, TheLineOfTheCursorLeavesAComment) {
  begin(u"全年完成投资三亿元"_s);
  place(2, 4);
  reviewer().commentSelection(u"请核。"_s);
  place(9);
  editor().setFocus();
  const auto colour = [this](int at) {
    QTextCursor cursor = editor().textCursor();
    cursor.setPosition(at);
    const QRect rect = editor().cursorRect(cursor);
    return editor().viewport()->grab().toImage().pixelColor(rect.center().x() + 1, rect.top() + 1);
  };
  ASSERT_TRUE(until([this] { return editor().hasFocus(); }));
  EXPECT_NE(colour(2), colour(7));
}

TEST_F(ReviewTest, WhoSignsIsToldWhatIsStillOpen) {
  begin(u"全年完成投资三亿元"_s);
  place(8, 9);
  press(Qt::Key_Backspace);
  place(2, 3);
  reviewer().commentSelection(u"请核。"_s);
  act(u"signOff"_s);
  const QString asked = script->asked.join(u'\n');
  EXPECT_TRUE(asked.contains(u"1 处修订没有处理"_s)) << asked.toStdString();
  EXPECT_TRUE(asked.contains(u"1 条批注没有解决"_s)) << asked.toStdString();
}

TEST_F(ReviewTest, AChangeIsAcceptedWithMouseAndMenuKeys) {
  begin(u"全年完成投资"_s);
  place(4);
  press(Qt::Key_Backspace);
  reviewer().setTracking(false);
  window->review().dock().show();
  ASSERT_EQ(listed().size(), 1);
  auto& list = window->review().dock().list();
  QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                    list.visualRect(list.model()->index(0, 0)).center());
  EXPECT_EQ(editor().selected(), (Span{3, 4}));
  QTest::mouseClick(&child<QPushButton>(u"acceptChange"_s), Qt::LeftButton);
  EXPECT_EQ(text(), u"全年完投资"_s);
  EXPECT_TRUE(reviewer().markup().empty());
}

TEST_F(ReviewTest, ComparingWithAnOlderFileMarksItInADraftOfItsOwn) {
  write(u"旧稿.txt"_s, QString(u"全年完成投资三亿元。\n"_s).toUtf8());
  editor().setPlainText(u"全年完成投资四亿元。\n"_s);
  script->paths.enqueue(path(u"旧稿.txt"_s));
  act(u"compareFiles"_s);
  MainWindow* made = other();
  ASSERT_NE(made, nullptr);
  const std::unique_ptr<MainWindow> owner(made);
  made->setAttribute(Qt::WA_DeleteOnClose, false);
  EXPECT_EQ(toQString(made->review().reviewer().originalText()), u"全年完成投资三亿元。\n"_s);
  EXPECT_EQ(toQString(made->review().reviewer().finalText()), u"全年完成投资四亿元。\n"_s);
  EXPECT_TRUE(made->notices().text().contains(u"旧稿.txt"_s));
  EXPECT_EQ(text(), u"全年完成投资四亿元。\n"_s);
}

TEST_F(ReviewTest, TwoCopiesAreMergedAndTheConflictIsDecidedSideBySide) {
  begin(u"全年完成投资三亿元，造林一万亩。\n"_s);
  reviewer().setAuthor(u"李审"_s);
  place(6, 7);
  type(u"四"_s);
  script->paths.enqueue(path(u"李.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  undoAll();
  reviewer().setAuthor(u"王核"_s);
  reviewer().setTracking(true);
  place(6, 7);
  type(u"五"_s);
  place(static_cast<int>(text().indexOf(u"一万"_s)));
  type(u"约"_s);
  script->paths.enqueue(path(u"李.moxian"_s));
  act(u"mergeCopies"_s);
  auto* dialog = window->findChild<MergeDialog*>();
  ASSERT_NE(dialog, nullptr);
  auto* table = dialog->findChild<QTableWidget*>(u"conflicts"_s);
  ASSERT_EQ(table->rowCount(), 1);
  EXPECT_EQ(table->horizontalHeaderItem(1)->text(), u"王核"_s);
  EXPECT_EQ(table->horizontalHeaderItem(2)->text(), u"李审"_s);
  EXPECT_EQ(table->horizontalHeaderItem(2)->toolTip(), u"李.moxian"_s);
  EXPECT_TRUE(table->item(0, 1)->text().contains(u"【五】"_s))
      << table->item(0, 1)->text().toStdString();
  EXPECT_TRUE(table->item(0, 2)->text().contains(u"【四】"_s))
      << table->item(0, 2)->text().toStdString();
  qobject_cast<QComboBox*>(table->cellWidget(0, 3))->setCurrentIndex(2);
  dialog->accept();
  MainWindow* made = other();
  ASSERT_NE(made, nullptr);
  const std::unique_ptr<MainWindow> owner(made);
  made->setAttribute(Qt::WA_DeleteOnClose, false);
  EXPECT_EQ(QFileInfo(made->files().suggestedPath()).fileName(), u"李（合并）.moxian"_s);
  EXPECT_EQ(toQString(made->review().reviewer().finalText()),
            u"全年完成投资四亿元，造林约一万亩。\n"_s);
  EXPECT_EQ(toQString(made->review().reviewer().originalText()),
            u"全年完成投资三亿元，造林一万亩。\n"_s);
}

TEST_F(ReviewTest, SignaturesAreKeptAndStandInTheReviewSheet) {
  begin(toQString(kReport));
  reviewer().setAuthor(u"李审"_s);
  script->answers.enqueue(u"复核"_s);
  script->texts.enqueue(u"张复"_s);
  script->texts.enqueue(u"同意上报"_s);
  act(u"signOff"_s);
  script->paths.enqueue(path(u"稿.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  ASSERT_TRUE(window->files().newDraft());
  EXPECT_TRUE(window->files().marks().signOffs.empty());
  EXPECT_FALSE(reviewer().tracking()) << "a new draft is not tracked";
  ASSERT_TRUE(window->files().open(path(u"稿.moxian"_s)));
  EXPECT_TRUE(reviewer().tracking()) << "the switch belongs to the document";
  script->paths.enqueue(path(u"单.docx"_s));
  act(u"exportSheet"_s);
  const auto sheet = importFile(toPath(path(u"单.docx"_s)));
  ASSERT_TRUE(sheet.has_value());
  EXPECT_NE(sheet->text.find(u"| 复核 | 张复 | 同意上报 |"), std::u16string::npos)
      << toUtf8(sheet->text);
  script->answers.enqueue(u"撤回最后一次签批"_s);
  act(u"signOff"_s);
  EXPECT_TRUE(window->files().marks().signOffs.empty());
}

TEST_F(ReviewTest, ASheetTakesTheFormatThatItsNameAsksFor) {
  begin(toQString(kReport));
  script->paths.enqueue(path(u"总结v1.2.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  const auto sheetAt = [this](const QString& name) {
    script->paths.enqueue(path(name));
    act(u"exportSheet"_s);
  };
  sheetAt(u"单.pdf"_s);
  EXPECT_EQ(script->lastSuggestion, path(u"总结v1.2审阅单.docx"_s));
  EXPECT_TRUE(read(u"单.pdf"_s).startsWith("%PDF"));
  sheetAt(u"单.html"_s);
  EXPECT_TRUE(read(u"单.html"_s).contains("<table"));
  sheetAt(u"单v1.2"_s);
  EXPECT_TRUE(read(u"单v1.2.docx"_s).startsWith("PK")) << "Word where no format is named";
}

TEST_F(ReviewTest, TheReviewSheetGoesBehindAnExport) {
  begin(toQString(kReport));
  place(20, 22);
  type(u"四"_s);
  act(u"appendSheet"_s);
  script->paths.enqueue(path(u"稿.txt"_s));
  run(Act::ExportText);
  const QString out = QString::fromUtf8(read(u"稿.txt"_s));
  EXPECT_TRUE(out.startsWith(finalText())) << out.toStdString();
  EXPECT_TRUE(out.contains(u"二、修改和处理（1 处）"_s)) << out.toStdString();
  act(u"appendSheet"_s);
}

TEST_F(ReviewTest, ADocxOpensWithItsMarksAndTellsWhatItCouldNotKeep) {
  begin(toQString(kReport));
  place(20, 22);
  type(u"四"_s);
  script->answers.enqueue(u"带修订和批注"_s);
  script->paths.enqueue(path(u"稿.docx"_s));
  run(Act::ExportDocx);
  const auto changes = reviewer().markup().changes().size();
  editor().document()->setModified(false);
  ASSERT_TRUE(window->files().open(path(u"稿.docx"_s)));
  EXPECT_EQ(reviewer().markup().changes().size(), changes);
  EXPECT_TRUE(window->notices().text().contains(u"稿.docx"_s));
  script->paths.enqueue(path(u"稿.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  ASSERT_NE(window->files().document().moxian(), nullptr);
  ASSERT_EQ(window->files().document().moxian()->attachments().size(), 1U);
  const auto kept = window->files().document().moxian()->attachment(1);
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(QByteArray::fromStdString(*kept), read(u"稿.docx"_s));
}

TEST_F(ReviewTest, ADeletionAroundAnothersInsertionIsShownSideBySide) {
  begin(u"全年完成投资三亿元，造林一万亩。\n"_s);
  reviewer().setAuthor(u"李审"_s);
  place(0, 10);
  press(Qt::Key_Delete);
  script->paths.enqueue(path(u"李.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  undoAll();
  reviewer().setAuthor(u"王核"_s);
  reviewer().setTracking(true);
  place(6);
  type(u"约"_s);
  script->paths.enqueue(path(u"李.moxian"_s));
  act(u"mergeCopies"_s);
  auto* dialog = window->findChild<MergeDialog*>();
  ASSERT_NE(dialog, nullptr);
  auto* table = dialog->findChild<QTableWidget*>(u"conflicts"_s);
  ASSERT_EQ(table->rowCount(), 1);
  EXPECT_EQ(table->item(0, 1)->text(), u"…全年完成投资【约】"_s);
  EXPECT_EQ(table->item(0, 2)->text(), u"…【删去：全年完成投资三亿元，】"_s);
  qobject_cast<QComboBox*>(table->cellWidget(0, 3))->setCurrentIndex(1);
  dialog->accept();
  MainWindow* made = other();
  ASSERT_NE(made, nullptr);
  const std::unique_ptr<MainWindow> owner(made);
  made->setAttribute(Qt::WA_DeleteOnClose, false);
  EXPECT_EQ(toQString(made->review().reviewer().finalText()),
            u"全年完成投资约三亿元，造林一万亩。\n"_s);
  EXPECT_TRUE(made->isWindowModified()) << "a choice was made that is nowhere else";
  made->editor().document()->setModified(false);
}

TEST_F(ReviewTest, TheStatusBarSaysWhetherAndAsWhomEditsAreTracked) {
  auto& state = child<QToolButton>(u"trackState"_s);
  EXPECT_FALSE(state.isChecked());
  EXPECT_EQ(state.text(), u"修订：关"_s);
  reviewer().setAuthor(u"李审"_s);
  state.click();
  EXPECT_TRUE(reviewer().tracking());
  EXPECT_EQ(state.text(), u"修订：李审"_s);
  EXPECT_FALSE(state.icon().isNull());
  act(u"trackChanges"_s);
  EXPECT_FALSE(state.isChecked());
}

TEST_F(ReviewTest, ActionsWithNothingToWorkOnAreOffOrSaySo) {
  editor().setPlainText(u"甲乙丙丁。\n戊己庚辛。\n"_s);
  const QStringList names{u"nextChange"_s,  u"previousChange"_s, u"acceptHere"_s,
                          u"rejectHere"_s,  u"acceptAll"_s,      u"rejectAll"_s,
                          u"nextComment"_s, u"previousComment"_s};
  for (const QString& name : names)
    EXPECT_FALSE(window->findChild<QAction*>(name)->isEnabled()) << name.toStdString();
  begin(toQString(kReport));
  place(20, 22);
  type(u"四"_s);
  EXPECT_TRUE(window->findChild<QAction*>(u"acceptHere"_s)->isEnabled());
  place(0);
  act(u"acceptHere"_s);
  EXPECT_EQ(window->statusBar()->currentMessage(), u"光标处没有修订"_s);
  editor().moveCursor(QTextCursor::End);
  act(u"nextChange"_s);
  EXPECT_EQ(window->statusBar()->currentMessage(), u"已到末尾，从头继续"_s);
  EXPECT_FALSE(editor().selected().empty());
  act(u"acceptAll"_s);
  EXPECT_FALSE(window->findChild<QAction*>(u"acceptAll"_s)->isEnabled());
}

TEST_F(ReviewTest, ADocxThatIsTrackedIsTrackedHereAndThere) {
  begin(toQString(kReport));
  script->paths.enqueue(path(u"稿.docx"_s));
  run(Act::ExportDocx);
  editor().document()->setModified(false);
  ASSERT_TRUE(window->files().newDraft());
  ASSERT_FALSE(reviewer().tracking());
  ASSERT_TRUE(window->files().open(path(u"稿.docx"_s)));
  EXPECT_TRUE(reviewer().tracking());
  EXPECT_TRUE(window->notices().text().contains(u"接着记录"_s));
}

TEST_F(ReviewTest, WhatIsOpenedFromADocxAndNotTouchedClosesWithoutAQuestion) {
  begin(toQString(kReport));
  place(20, 22);
  type(u"四"_s);
  reviewer().addComment({0, 4}, u"请核对。"_s);
  script->answers.enqueue(u"带修订和批注"_s);
  script->paths.enqueue(path(u"稿.docx"_s));
  run(Act::ExportDocx);
  editor().document()->setModified(false);
  script->asked.clear();
  ASSERT_TRUE(window->files().open(path(u"稿.docx"_s)));
  QTest::qWait(1500);  // what follows opening writes the marks into the journal
  EXPECT_FALSE(window->isWindowModified());
  EXPECT_TRUE(window->files().mayClose());
  EXPECT_TRUE(script->asked.isEmpty());
  type(u"补"_s);
  script->answers.enqueue(u"取消"_s);
  EXPECT_FALSE(window->files().mayClose());
}

TEST_F(ReviewTest, AnUntouchedComparisonClosesWithoutAQuestion) {
  write(u"旧稿.txt"_s, QString(u"全年完成投资三亿元。\n"_s).toUtf8());
  editor().setPlainText(u"全年完成投资四亿元。\n"_s);
  script->paths.enqueue(path(u"旧稿.txt"_s));
  act(u"compareFiles"_s);
  MainWindow* made = other();
  ASSERT_NE(made, nullptr);
  const std::unique_ptr<MainWindow> owner(made);
  made->setAttribute(Qt::WA_DeleteOnClose, false);
  QTest::qWait(1500);
  EXPECT_TRUE(made->close());
  EXPECT_TRUE(script->asked.isEmpty()) << "it can be made again";
}

TEST_F(ReviewTest, AcceptedAndRejectedChangesAreKeptForTheSheetAndUndone) {
  begin(toQString(kReport));
  reviewer().setAuthor(u"王拟"_s);
  place(20, 22);
  type(u"四"_s);
  reviewer().setAuthor(u"李审"_s);
  act(u"acceptAll"_s);
  ASSERT_EQ(reviewer().markup().settled().size(), 1U);
  EXPECT_EQ(reviewer().markup().settled()[0].deed.author, "王拟");
  EXPECT_EQ(reviewer().markup().settled()[0].settler, "李审");
  run(Act::Undo);
  EXPECT_TRUE(reviewer().markup().settled().empty());
  run(Act::Redo);
  script->paths.enqueue(path(u"稿.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  ASSERT_TRUE(window->files().newDraft());
  EXPECT_TRUE(reviewer().markup().settled().empty());
  ASSERT_TRUE(window->files().open(path(u"稿.moxian"_s)));
  const QString sheet = toQString(window->review().files().sheet());
  EXPECT_TRUE(sheet.contains(u"李审 接受，"_s)) << sheet.toStdString();
  EXPECT_FALSE(window->isWindowModified());
}

TEST_F(ReviewTest, WhatTheCopiesLeftAsItIsStaysSoInTheMergedDraft) {
  begin(u"云溪县水务局2025年工作总结\n全年巡查XX次。\n共清理沟渠XX处。\n"_s);
  ASSERT_TRUE(checked());
  const auto masks = [](MainWindow& in) {
    return std::ranges::count_if(in.check().findings(), [](const Finding& finding) {
      return finding.rule == "placeholder.mask";
    });
  };
  const auto dismissFirst = [&] {
    const auto& all = window->check().findings();
    const auto found = std::ranges::find(all, "placeholder.mask", &Finding::rule);
    ASSERT_NE(found, all.end());
    window->check().dismiss(causesOf({*found}).front(), false, u"涉密"_s);
  };
  ASSERT_EQ(masks(*window), 2);
  dismissFirst();
  script->paths.enqueue(path(u"李.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  dismissFirst();
  ASSERT_EQ(masks(*window), 0);
  script->paths.enqueue(path(u"李.moxian"_s));
  act(u"mergeCopies"_s);
  MainWindow* made = other();
  ASSERT_NE(made, nullptr);
  const std::unique_ptr<MainWindow> owner(made);
  made->setAttribute(Qt::WA_DeleteOnClose, false);
  EXPECT_EQ(made->check().dismissals().all().size(), 2U);
  EXPECT_EQ(masks(*made), 0);
}

TEST_F(ReviewTest, AcceptingAllAfterAMergeLeavesTwoFiguresToAChoice) {
  MarkedDraft a(u"受理申请15件。\n");
  MarkedDraft b(u"受理申请15件。\n");
  a.trackedReplace({4, 6}, u"16", {"审稿人", 1001});
  b.trackedReplace({4, 6}, u"17", {"审稿人", 2002});
  window->files().showMade(mergeCopies(a, b)->draft, {}, u"合并"_s, {}, true);
  const QString before = text();
  act(u"acceptAll"_s);
  EXPECT_EQ(text(), before);
  EXPECT_TRUE(window->notices().text().contains(u"1 处"_s))
      << window->notices().text().toStdString();
  EXPECT_TRUE(listed().join(u'|').contains(u"二选一 插入：16"_s))
      << listed().join(u'|').toStdString();
  EXPECT_TRUE(child<QLabel>(u"reviewCounts"_s).text().endsWith(u"二选一 1 处"_s))
      << child<QLabel>(u"reviewCounts"_s).text().toStdString();
  place(7);
  act(u"acceptHere"_s);
  EXPECT_EQ(text(), u"受理申请16件。\n"_s);
  EXPECT_TRUE(until([this] { return !window->notices().text().contains(u"只能选用一个"); }))
      << "the notice is about what is done";
  run(Act::Undo);
  EXPECT_EQ(text(), before);
}

TEST_F(ReviewTest, AnExportOfUnsettledRivalsWarnsThatItJoinsThem) {
  MarkedDraft a(u"受理申请15件。\n");
  MarkedDraft b(u"受理申请15件。\n");
  a.trackedReplace({4, 6}, u"16", {"李审", 1001});
  b.trackedReplace({4, 6}, u"17", {"王审", 2002});
  window->files().showMade(mergeCopies(a, b)->draft, {}, u"合并"_s, {}, true);
  script->paths.enqueue(path(u"合.txt"_s));
  run(Act::ExportText);
  EXPECT_TRUE(window->notices().text().contains(u"有 1 处改得不同"_s) &&
              window->notices().text().contains(u"第 1 行的“1617”"_s))
      << window->notices().text().toStdString();
  place(7);
  act(u"acceptHere"_s);
  script->paths.enqueue(path(u"合.txt"_s));
  run(Act::ExportText);
  EXPECT_FALSE(window->notices().text().contains(u"改得不同"_s))
      << window->notices().text().toStdString();
}

TEST_F(ReviewTest, AFigureTypedOverIsMarkedAsAWhole) {
  begin(u"受理申请15件，增长12.5%。\n"_s);
  place(4, 6);
  type(u"16"_s);
  EXPECT_EQ(text(), u"受理申请1516件，增长12.5%。\n"_s);
  EXPECT_EQ(editor().textCursor().position(), 8);
  place(static_cast<int>(text().indexOf(u"12.5"_s)),
        static_cast<int>(text().indexOf(u"12.5"_s)) + 1);
  type(u"2"_s);
  EXPECT_EQ(finalText(), u"受理申请16件，增长22.5%。\n"_s);
  EXPECT_EQ(original(), u"受理申请15件，增长12.5%。\n"_s);
  EXPECT_TRUE(text().contains(u"12.5%22.5%"_s) || text().contains(u"12.522.5%"_s))
      << text().toStdString();
  undoAll();
  EXPECT_EQ(text(), u"受理申请15件，增长12.5%。\n"_s);
}

TEST_F(ReviewTest, ADocumentWithMarksIsNotModifiedByOpeningOrSaving) {
  Draft draft;
  draft.text = u"全年完成投资三亿元。\n下一步抓好落实。\n";
  draft.marks.changes = {
      {.id = 9, .kind = ChangeKind::Deletion, .range = {2, 4}, .author = "李", .time = 5},
      {.id = 3, .kind = ChangeKind::Insertion, .range = {6, 7}, .author = "李", .time = 6}};
  draft.marks.changes = {draft.marks.changes[1], draft.marks.changes[0]};
  draft.marks.comments = {
      {.id = 11, .range = {11, 13}, .author = "王", .time = 7, .text = u"何时？", .quote = u"下一"},
      {.id = 12, .range = {0, 2}, .author = "王", .time = 8, .text = u"哪年？", .quote = u"全年"}};
  ASSERT_TRUE(MoxianFile::create(path(u"稿.moxian"_s).toStdString(), draft).has_value());
  ASSERT_TRUE(window->files().open(path(u"稿.moxian"_s)));
  QTest::qWait(1500);
  EXPECT_FALSE(window->isWindowModified());
  place(1);
  type(u"县"_s);
  ASSERT_TRUE(window->files().save());
  QTest::qWait(1500);
  EXPECT_FALSE(window->isWindowModified());
}

TEST_F(ReviewTest, UndoWhileTrackingStaysAtItsPlace) {
  QString draft;
  for (int i = 0; i < 60; ++i) draft += u"全年完成投资三亿元。\n"_s;
  begin(draft);
  const int at = 50 * 11 + 6;
  place(at, at + 1);
  type(u"四"_s);
  run(Act::Undo);
  EXPECT_EQ(editor().textCursor().blockNumber(), 50);
  place(at, at + 1);
  press(Qt::Key_Delete);
  run(Act::Undo);
  EXPECT_EQ(editor().textCursor().blockNumber(), 50);
}

TEST_F(ReviewTest, TrackingAsksOnceForTheReviewersName) {
  script->texts.enqueue(u"李审"_s);
  services->settings.set(settings::reviewerAsked, false);
  act(u"trackChanges"_s);
  EXPECT_TRUE(reviewer().tracking());
  EXPECT_EQ(reviewer().author(), u"李审"_s);
  EXPECT_EQ(services->settings.get(settings::reviewer), u"李审"_s);
}

TEST_F(ReviewTest, TypingInAReadingViewSaysThatItIsReadOnly) {
  begin(u"全年完成投资三亿元。\n"_s);
  window->review().setView(ReviewController::View::Final);
  QTest::keyClick(&child<DraftEditor>(u"reading"_s), Qt::Key_A);
  EXPECT_TRUE(window->notices().text().contains(u"只能看"_s))
      << window->notices().text().toStdString();
}

TEST_F(ReviewTest, ReadingTheOriginalCountsTheOriginal) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  press(Qt::Key_Delete);
  ASSERT_TRUE(checked());
  EXPECT_TRUE(until([this] { return count() == u"4 字（修订后）"_s; })) << count().toStdString();
  window->review().setView(ReviewController::View::Original);
  EXPECT_TRUE(until([this] { return count() == u"6 字（修订前）"_s; })) << count().toStdString();
  auto& reading = child<DraftEditor>(u"reading"_s);
  reading.select({2, 5});
  EXPECT_TRUE(until([this] { return count() == u"已选 3 / 共 6 字（修订前）"_s; }))
      << count().toStdString();
  EXPECT_TRUE(child<QToolButton>(u"cursorPlace"_s).text().contains(u'6'));
  act(u"againstOriginal"_s);
  window->review().setView(ReviewController::View::Final);
  EXPECT_TRUE(until([this] { return count() == u"4 字（修订后）"_s; })) << count().toStdString();
  window->review().setView(ReviewController::View::All);
  EXPECT_TRUE(until([this] { return count() == u"6 字（修订前）"_s; })) << count().toStdString();
}

/// How each line looks: what is coloured or set in another face, and how.
std::vector<QList<QTextLayout::FormatRange>> looks(const DraftEditor& page) {
  std::vector<QList<QTextLayout::FormatRange>> out;
  for (QTextBlock line = page.document()->begin(); line.isValid(); line = line.next())
    out.push_back(line.layout()->formats());
  return out;
}

TEST_F(ReviewTest, HeadingsLookAlikeInAllViews) {
  const QString draft =
      u"松河市林业局2023年工作总结\n2023年，全局完成造林。\n一、主要工作\n（一）造林。全年造林3万亩"
      u"。\n"
      "1. 管护到位。全年巡护12次。\n（1）巡护\n二、存在问题\n《办法》没有印发，还差〔数量〕人。\n"_s;
  begin(draft);
  place(static_cast<int>(draft.indexOf(u"12次"_s)));
  type(u"共"_s);
  ASSERT_TRUE(checked());
  reviewer().setTracking(false);
  auto& reading = child<DraftEditor>(u"reading"_s);
  using View = ReviewController::View;
  const auto alike = [&] {
    for (const View view : {View::Final, View::Original, View::Simple}) {
      window->review().setView(view);
      EXPECT_EQ(reading.font(), editor().font());
      auto read = looks(reading);
      auto written = looks(editor());
      ASSERT_EQ(read.size(), written.size());
      EXPECT_FALSE(read[0].empty());
      EXPECT_FALSE(read[2].empty());
      EXPECT_FALSE(read[3].empty());
      EXPECT_FALSE(read[4].empty());
      // a word more makes the figure behind it stand one further
      read.erase(read.begin() + 4);
      written.erase(written.begin() + 4);
      EXPECT_EQ(read, written);
    }
  };
  alike();
  applyAppearance(u"dark"_s);
  alike();
  applyAppearance(u"light"_s);
  run(Act::ZoomIn);
  alike();
  applyAppearance({});
}

TEST_F(ReviewTest, AReadingViewIsZoomedAsTheEditorIs) {
  begin(u"全年完成投资"_s);
  window->review().setView(ReviewController::View::Final);
  auto& reading = child<DraftEditor>(u"reading"_s);
  const int before = reading.font().pointSize();
  run(Act::ZoomIn);
  EXPECT_EQ(reading.font().pointSize(), before + 1);
  QWheelEvent wheel({9, 9}, reading.mapToGlobal(QPointF(9, 9)), {}, {0, 120}, Qt::NoButton,
                    Qt::ControlModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(reading.viewport(), &wheel);
  EXPECT_EQ(reading.font().pointSize(), before + 2);
  EXPECT_EQ(editor().font(), reading.font());
}

TEST_F(ReviewTest, AcceptingWhileTheOriginalIsReadLeavesIt) {
  begin(u"全年完成投资"_s);
  place(2);
  type(u"共"_s);
  window->review().setView(ReviewController::View::Original);
  reviewer().resolve({}, true);
  EXPECT_TRUE(editor().isVisible()) << "the original is another one now";
}

TEST_F(ReviewTest, AnotherFileIsChosenFromWhereTheUserWasLast) {
  services->settings.set(settings::lastFolder, path(u"没有了"_s));
  services->settings.set(settings::recentFiles, QStringList(path(u"文稿.txt"_s)));
  act(u"compareFiles"_s);
  EXPECT_EQ(script->openedAt, folder.path()) << "a folder that is gone gives way to another";
  services->settings.set(settings::recentFiles, QStringList());
  ASSERT_TRUE(QDir(folder.path()).mkdir(u"审阅"_s));
  write(u"审阅/旧稿.txt"_s, "x");
  script->paths.enqueue(path(u"审阅/旧稿.txt"_s));
  editor().setPlainText(u"x"_s);
  act(u"compareFiles"_s);
  EXPECT_EQ(services->settings.get(settings::lastFolder), path(u"审阅"_s));
}

TEST_F(ReviewTest, WhoSignedIsToldInTheLanguageOfTheWindow) {
  for (const auto& [level, name] :
       {std::pair(u"初审"_s, u"张三"_s), std::pair(u"复核"_s, u"李四"_s)}) {
    script->answers.enqueue(level);
    script->texts.enqueue(name);
    script->texts.enqueue(u"同意"_s);
    act(u"signOff"_s);
  }
  act(u"signOff"_s);
  EXPECT_TRUE(script->asked.constLast().contains(u"初审：张三；复核：李四"_s))
      << script->asked.constLast().toStdString();
  ASSERT_TRUE(services->language.use(u"en"_s).has_value());
  act(u"signOff"_s);
  EXPECT_FALSE(script->asked.constLast().contains(u'；'))
      << script->asked.constLast().toStdString();
  ASSERT_TRUE(services->language.use(u"zh_CN"_s).has_value());
}

TEST_F(ReviewTest, RedoingAConversionGivesTextMarksAndPlaceBack) {
  for (const bool tracked : {false, true}) {
    editor().setPlainText(u"青岚区信息公开工作总结\n"_s.repeated(200));
    place(3, 5);
    reviewer().setTracking(true);
    press(Qt::Key_Delete);
    reviewer().addComment({6, 8}, u"核对"_s);
    reviewer().setTracking(tracked);
    place(editor().document()->findBlockByNumber(150).position() + 4);
    editor().centerCursor();
    const auto words = [&] { return text().toStdString(); };
    const auto where = [&] {
      return std::tuple(editor().textCursor().blockNumber(),
                        editor().textCursor().positionInBlock(),
                        editor().verticalScrollBar()->value());
    };
    const Markup marksBefore = reviewer().markup();
    const std::string wordsBefore = words();
    const auto before = where();
    run(Act::ToTraditional);
    const Markup marksAfter = reviewer().markup();
    const std::string wordsAfter = words();
    const auto after = where();
    EXPECT_NE(wordsBefore, wordsAfter);
    EXPECT_EQ(marksAfter.comments().size(), 1U);
    for (int again = 0; again < 2; ++again) {
      run(Act::Undo);
      EXPECT_EQ(words(), wordsBefore);
      EXPECT_EQ(reviewer().markup().changes(), marksBefore.changes());
      EXPECT_EQ(reviewer().markup().comments(), marksBefore.comments());
      EXPECT_EQ(where(), before);
      run(Act::Redo);
      EXPECT_EQ(words(), wordsAfter);
      EXPECT_EQ(reviewer().markup().changes(), marksAfter.changes());
      EXPECT_EQ(reviewer().markup().comments(), marksAfter.comments());
      EXPECT_EQ(where(), after) << (tracked ? "tracked" : "not tracked");
    }
  }
}

TEST_F(ReviewTest, ATrackedConversionMarksTheCharactersThatChange) {
  const QString draft = u"青岚区信息公开工作总结\n全年办结申请12件。\n"_s;
  editor().setPlainText(draft.repeated(2000));
  place(editor().document()->findBlockByNumber(150).position() + 4);
  editor().centerCursor();
  const std::u16string before = draftText(*editor().document());
  reviewer().setTracking(true);
  run(Act::ToTraditional);
  EXPECT_EQ(editor().textCursor().blockNumber(), 150);
  EXPECT_TRUE(editor().viewport()->rect().contains(editor().cursorRect()));
  const Markup& markup = reviewer().markup();
  EXPECT_EQ(markup.changes().size(), 2U * 2000U * 5U);
  const std::u16string marked = draftText(*editor().document());
  for (const TrackedChange& change : markup.changes()) ASSERT_LE(change.range.length(), 3U);
  EXPECT_EQ(without(marked, hiddenIn(markup, false)), before);
  EXPECT_TRUE(without(marked, hiddenIn(markup, true)).starts_with(u"青嵐區信息公開工作總結\n"));
  run(Act::Undo);
  EXPECT_EQ(draftText(*editor().document()), before);
  EXPECT_TRUE(markup.empty());
}

TEST_F(ReviewTest, ATrackedConversionLeavesStruckWordsAsTheyAre) {
  editor().setPlainText(u"青岚区工作总结报告"_s);
  reviewer().setTracking(true);
  reviewer().setAuthor(u"王审"_s);
  place(5, 7);
  press(Qt::Key_Delete);
  reviewer().setAuthor(u"李审"_s);
  run(Act::ToTraditional);
  const std::u16string marked = draftText(*editor().document());
  EXPECT_EQ(without(marked, hiddenIn(reviewer().markup(), true)), u"青嵐區工作報告");
  EXPECT_EQ(without(marked, hiddenIn(reviewer().markup(), false)), u"青岚区工作总结报告");
}

TEST_F(ReviewTest, AConversionOfWordsLeavesStruckOnesBetweenThem) {
  editor().setPlainText(u"推进软件质量程序应用"_s);
  reviewer().setTracking(true);
  reviewer().setAuthor(u"王审"_s);
  place(4, 6);
  press(Qt::Key_Delete);
  reviewer().setAuthor(u"李审"_s);
  run(Act::ToTaiwan);
  const std::u16string marked = draftText(*editor().document());
  const std::u16string final = without(marked, hiddenIn(reviewer().markup(), true));
  EXPECT_FALSE(final.contains(u"质量")) << toQString(final).toStdString();
  EXPECT_FALSE(final.contains(u"質量")) << toQString(final).toStdString();
  EXPECT_TRUE(final.starts_with(u"推進軟體")) << toQString(final).toStdString();
  EXPECT_EQ(without(marked, hiddenIn(reviewer().markup(), false)), u"推进软件质量程序应用");
}

TEST_F(ReviewTest, RedoingATrackedReplacementEndsBehindTheNewWords) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  QTest::keyClicks(&editor(), u"abc"_s);
  const int place = editor().textCursor().position();
  run(Act::Undo);
  run(Act::Redo);
  EXPECT_EQ(editor().textCursor().position(), place);
  QTest::keyClicks(&editor(), u"d"_s);
  EXPECT_EQ(finalText(), u"全年abcd投资"_s);
}

TEST_F(ReviewTest, RedoingWhatWasAcceptedLeavesTheCursor) {
  begin(u"全年完成投资\n"_s.repeated(9));
  place(2, 4);
  press(Qt::Key_Delete);
  place(50);
  act(u"acceptAll"_s);
  const int place = editor().textCursor().position();
  EXPECT_EQ(place, 48);
  run(Act::Undo);
  run(Act::Redo);
  EXPECT_EQ(editor().textCursor().position(), place);
}

TEST_F(ReviewTest, TheDockShowsSeveralChangesOnASmallScreen) {
  window->resize(QSize(1280, 800) - QSize(16, 48));
  begin(u"全年完成投资三亿元。\n"_s.repeated(12));
  for (int line = 0; line < 12; ++line) {
    place(line * 11 + 2, line * 11 + 4);
    press(Qt::Key_Delete);
  }
  window->review().dock().bringForward();
  ASSERT_GE(listed().size(), 12);
  const CardList& list = window->review().dock().list();
  ASSERT_TRUE(until([&] { return list.isVisible(); }));
  QCoreApplication::processEvents();
  int whole = 0;
  for (int row = 0; row < list.model()->rowCount(); ++row)
    whole += list.viewport()->rect().contains(list.visualRect(list.model()->index(row, 0)));
  EXPECT_GE(whole, 4) << "list " << list.height() << " of " << window->review().dock().height();
}

TEST_F(ReviewTest, FiltersAndButtonsForAllThatIsListedUnfold) {
  begin(u"全年完成投资"_s);
  place(2, 4);
  press(Qt::Key_Delete);
  window->review().dock().bringForward();
  ASSERT_EQ(listed().size(), 1);
  EXPECT_FALSE(child<QComboBox>(u"reviewKinds"_s).isVisible());
  QTest::mouseClick(&child<QToolButton>(u"reviewFilter"_s), Qt::LeftButton);
  EXPECT_TRUE(child<QComboBox>(u"reviewKinds"_s).isVisible());
  choose(u"reviewKinds"_s, u"批注"_s);
  EXPECT_TRUE(listed().isEmpty());
  EXPECT_FALSE(child<QPushButton>(u"acceptListed"_s).isEnabled());
  choose(u"reviewKinds"_s, u"全部"_s);
  QTest::mouseClick(&child<QPushButton>(u"acceptListed"_s), Qt::LeftButton);
  EXPECT_EQ(text(), u"全年投资"_s);
}

TEST_F(ReviewTest, ADraftWithMarksOpensWithTheirListInFront) {
  begin(u"全年完成投资\n"_s);
  place(2, 4);
  press(Qt::Key_Delete);
  script->paths.enqueue(path(u"稿.moxian"_s));
  ASSERT_TRUE(window->files().saveAs());
  ASSERT_TRUE(window->files().newDraft());
  window->review().dock().hide();
  ASSERT_TRUE(window->files().open(path(u"稿.moxian"_s)));
  const CardList& list = window->review().dock().list();
  EXPECT_TRUE(until([&] { return !list.visibleRegion().isEmpty(); })) << "it lies behind others";
}

}  // namespace
}  // namespace moxian

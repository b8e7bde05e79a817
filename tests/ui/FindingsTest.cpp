#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

#include "tests/ui/Window.h"
#include "ui/DraftText.h"
#include "ui/Strings.h"

namespace moxian {
namespace {

class FindingsTest : public WindowTest {
 protected:
  CardList& list() { return child<CardList>(u"findingsList"_s); }
  /// The row of the first finding that offers a fix, -1 without one.
  int fixableRow() {
    for (int row = 0; row < list().model()->rowCount(); ++row) {
      list().setCurrentIndex(list().model()->index(row, 0));
      if (child<QPushButton>(u"applyFix"_s).isEnabled()) return row;
    }
    return -1;
  }
  /// Dismisses the current finding here for the first reason that is offered.
  void dismissByKey() {
    const std::size_t before = window->check().dismissals().all().size();
    QTimer::singleShot(0, [] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      ASSERT_NE(menu, nullptr);
      menu->actions().constFirst()->menu()->actions().constFirst()->trigger();
      menu->close();
    });
    run(Act::DismissFinding);
    ASSERT_TRUE(until([&] { return window->check().dismissals().all().size() > before; }));
  }
  /// Types a draft with a doubled mark in each of three paragraphs; the cursor goes to the first.
  void startAtTheFirstOfThree() {
    type(
        u"云溪县民政局2025年工作总结\n一、主要工作\n答复申请14件，，没有复议。\n"
        "走访群众45户，，送去物资。\n发放补贴7人，，全部到位。"_s);
    ASSERT_TRUE(checked());
    const auto first = static_cast<std::size_t>(text().indexOf(u"，，"));
    editor().select({first, first});
  }
};

TEST_F(FindingsTest, AFindingShowsInTheListAsSoonAsItIsTyped) {
  type(u"完成XX项任务。"_s);
  EXPECT_TRUE(hasFinding(u"placeholder"_s));
  EXPECT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
}

TEST_F(FindingsTest, ASentenceIsNotSaidToHaveNoEndWhileItIsTyped) {
  type(u"云溪县民政局2024年工作总结\n一、工作开展情况\n"_s);
  type(u"全年受理申请312件，回访群众96人次，办结率达到九成（其中线上"_s);
  const auto open = [this] {
    return std::ranges::count_if(window->check().findings(), [](const Finding& finding) {
      return finding.rule == "punctuation.unpaired-bracket" || finding.rule == "truncated.end";
    });
  };
  ASSERT_TRUE(checked());
  EXPECT_EQ(open(), 0);
  EXPECT_TRUE(until([&] { return open() == 1; })) << "the writer has stopped";
  type(u"办"_s);
  EXPECT_EQ(open(), 0);
}

TEST_F(FindingsTest, EnterOnAFindingAppliesItsFixAndUndoTakesItBack) {
  const QString wrong = u"今年我局答复申请14件，，没有发生行政复议。"_s;
  type(wrong);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(until([this] { return fixableRow() >= 0; }));
  list().setFocus();
  QTest::keyClick(&list(), Qt::Key_Return);
  EXPECT_EQ(text(), u"今年我局答复申请14件，没有发生行政复议。"_s);
  run(Act::Undo);
  EXPECT_EQ(text(), wrong);
}

TEST_F(FindingsTest, AFixOfManyPlacesIsOneUndoStep) {
  const QString wrong =
      u"今年我局办理事项12件,答复咨询30人次,走访群众45户。\n明年继续做好服务,抓好落实。"_s;
  type(wrong);
  ASSERT_TRUE(checked());
  ASSERT_TRUE(until([this] { return fixableRow() >= 0; }));
  child<QPushButton>(u"applyFix"_s).click();
  EXPECT_FALSE(text().contains(u','));
  run(Act::Undo);
  EXPECT_EQ(text(), wrong);
}

TEST_F(FindingsTest, WrongMarksOfOneRunAreOneRowWithAFixForAll) {
  type(
      u"云溪县水务局2025年工作总结\n一、工作开展情况\n（一）河道管理\n1.巡查河道。全年巡查86次。\n"
      "2、清理沟渠。全年清理12处。\n3、检测水质。全年检测210份。\n4、送水抗旱。全年送水42车。\n"_s);
  ASSERT_TRUE(checked());
  const auto rows = [this] {
    QStringList out;
    for (int row = 0; row < list().model()->rowCount(); ++row)
      out.append(list().model()->index(row, 0).data().toString());
    return out.filter(u"应写作"_s);
  };
  ASSERT_TRUE(until([&] { return !rows().isEmpty(); }));
  ASSERT_EQ(rows().size(), 1) << rows().join(u'\n').toStdString();
  EXPECT_TRUE(rows().constFirst().contains(u"共 3 处"_s));
  // also from the last of the places the row is the one that is meant
  QTextCursor cursor = editor().textCursor();
  cursor.setPosition(static_cast<int>(text().indexOf(u"4、"_s)) + 1);
  editor().setTextCursor(cursor);
  ASSERT_TRUE(
      until([&] { return list().currentIndex().data().toString().contains(u"共 3 处"_s); }));
  list().setFocus();
  QTest::keyClick(&list(), Qt::Key_Return);
  for (const QString& mended : {u"2.清理"_s, u"3.检测"_s, u"4.送水"_s})
    EXPECT_TRUE(text().contains(mended)) << text().toStdString();
  run(Act::Undo);
  EXPECT_TRUE(text().contains(u"3、检测"_s));
}

TEST_F(FindingsTest, DismissingARowDismissesAllItsPlaces) {
  type(
      u"云溪县水务局2025年工作总结\n一、工作开展情况\n（一）河道管理\n1.巡查河道。全年巡查86次。\n"
      "2、清理沟渠。全年清理12处。\n3、检测水质。全年检测210份。\n4、送水抗旱。全年送水42车。\n"_s);
  ASSERT_TRUE(checked());
  const auto row = [this] {
    for (int n = 0; n < list().model()->rowCount(); ++n)
      if (list().model()->index(n, 0).data().toString().contains(u"应写作"_s)) return n;
    return -1;
  };
  ASSERT_TRUE(until([&] { return row() >= 0; }));
  list().setCurrentIndex(list().model()->index(row(), 0));
  auto& button = child<QPushButton>(u"dismissFinding"_s);
  Q_EMIT button.menu()->aboutToShow();
  QMenu* reasons = button.menu()->actions().constFirst()->menu();
  EXPECT_TRUE(reasons->title().contains(u"3"_s)) << reasons->title().toStdString();
  reasons->actions().constFirst()->trigger();
  EXPECT_TRUE(until([&] { return row() < 0; }));
}

TEST_F(FindingsTest, UndoingAFixLeavesTheCursorAtItsPlace) {
  type(u"云溪县民政局工作总结\n全年办理事项12件。\n答复申请14件，，没有复议。\n完"_s);
  const auto at = static_cast<std::size_t>(text().indexOf(u"，，"));
  editor().select({at + 1, at + 1});
  run(Act::ApplyFix);
  EXPECT_EQ(editor().textCursor().blockNumber(), 2);
  run(Act::Undo);
  EXPECT_EQ(editor().textCursor().blockNumber(), 2);
}

TEST_F(FindingsTest, TheCursorStandsBehindTheLastOfManyChanges) {
  type(u"甲,乙,丙"_s);
  editor().apply({{{1, 2}, u"，且"}, {{3, 4}, u"，"}});
  EXPECT_EQ(text(), u"甲，且乙，丙"_s);
  EXPECT_EQ(editor().selected(), (Span{5, 5}));
}

TEST_F(FindingsTest, TheStatusBarDoesNotGoOnNamingWhatWasMended) {
  type(u"答复申请14件，，没有复议。"_s);
  ASSERT_TRUE(checked());
  const auto at = static_cast<std::size_t>(text().indexOf(u"，，"));
  editor().select({at, at});
  run(Act::NextFinding);
  EXPECT_FALSE(window->statusBar()->currentMessage().isEmpty());
  run(Act::ApplyFix);
  EXPECT_EQ(window->statusBar()->currentMessage(), QString());
}

TEST_F(FindingsTest, NothingIsSaidToBeFineBeforeTheFirstCheckIsDone) {
  const QString paragraph = u"云溪县民政局全年办理救助事项三百余件，群众反映良好。\n"_s;
  editor().setDraft(paragraph.repeated(2000).toStdU16String());
  run(Act::NextFinding);
  EXPECT_EQ(window->statusBar()->currentMessage(), u"正在检查…"_s);
  const auto counts = [this] {
    QString all;
    for (const QToolButton* button :
         window->findChild<QWidget*>(u"findingsDock"_s)->findChildren<QToolButton*>())
      if (button->isCheckable()) all += button->text();
    return all;
  };
  EXPECT_EQ(counts(), QString());
  ASSERT_TRUE(checked());
  EXPECT_TRUE(until([&] { return counts().size() >= 3; }));
}

TEST_F(FindingsTest, ABlankDraftIsNotSaidToBeWithoutProblems) {
  ASSERT_TRUE(checked());
  run(Act::NextFinding);
  EXPECT_EQ(window->statusBar()->currentMessage(), u"还没有可检查的内容"_s);
  type(u"全年办理救助事项三百余件。"_s);
  ASSERT_TRUE(checked());
  run(Act::NextFinding);
  EXPECT_NE(window->statusBar()->currentMessage(), u"还没有可检查的内容"_s);
}

TEST_F(FindingsTest, TheFixAtTheCursorNeedsNoList) {
  type(u"答复申请14件，，没有复议。"_s);
  const auto at = text().indexOf(u"，，");
  editor().select({static_cast<std::size_t>(at) + 1, static_cast<std::size_t>(at) + 1});
  run(Act::ApplyFix);
  EXPECT_EQ(text(), u"答复申请14件，没有复议。"_s);
}

TEST_F(FindingsTest, AClickGoesToThePlace) {
  type(u"云溪县民政局工作总结\n完成XX项任务。"_s);
  editor().moveCursor(QTextCursor::Start);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
  ASSERT_TRUE(checked());
  for (int row = 0; row < list().model()->rowCount(); ++row) {
    const QModelIndex index = list().model()->index(row, 0);
    list().scrollTo(index);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(index).center());
    if (draftText(*editor().document(), editor().selected()).contains(u"XX")) return;
  }
  ADD_FAILURE() << "no finding led to XX";
}

TEST_F(FindingsTest, WhatF8ChoseOfTwoFindingsOnOnePlaceIsTheOneThatIsDismissed) {
  type(u"云溪县民政局2025年工作总结\n一、主要工作\n2、全年办理救助事项三百余件。"_s);
  ASSERT_TRUE(checked());
  const auto at = static_cast<std::size_t>(text().indexOf(u"2、"));
  const auto here = [&](const Finding& finding) { return finding.span.begin == at; };
  ASSERT_GE(std::ranges::count_if(window->check().findings(), here), 2);
  editor().select({at, at});
  const QString first = [&] {
    run(Act::NextFinding);
    return window->statusBar()->currentMessage();
  }();
  run(Act::NextFinding);
  const QString second = window->statusBar()->currentMessage();
  ASSERT_NE(first, second);
  ASSERT_EQ(editor().selected().begin, at);
  dismissByKey();
  QStringList left;
  for (const Finding& finding : window->check().findings())
    left.append(fromUtf8(message(finding, services->language.messages())));
  EXPECT_TRUE(left.contains(first)) << left.join(u'/').toStdString();
  EXPECT_FALSE(left.contains(second)) << left.join(u'/').toStdString();
}

TEST_F(FindingsTest, AfterAFixListButtonAndKeyMeanTheNextFinding) {
  ASSERT_NO_FATAL_FAILURE(startAtTheFirstOfThree());
  run(Act::ApplyFix);
  ASSERT_EQ(text().count(u"，，"), 2);
  const auto& button = child<QPushButton>(u"applyFix"_s);
  for (const bool settled : {false, true}) {
    if (settled) {
      ASSERT_TRUE(checked());
    }
    EXPECT_TRUE(button.isEnabled());
    EXPECT_TRUE(list().currentIndex().data(CardDetailRole).toString().contains(u"4"))
        << list().currentIndex().data(CardDetailRole).toString().toStdString();
  }
  run(Act::ApplyFix);
  EXPECT_TRUE(text().contains(u"45户，送去"));
  EXPECT_EQ(text().count(u"，，"), 1);
  EXPECT_EQ(editor().textCursor().blockNumber(), 3);
  run(Act::NextFinding);
  EXPECT_EQ(editor().textCursor().blockNumber(), 4);
}

TEST_F(FindingsTest, AfterADismissalTheKeysMeanTheNextFinding) {
  ASSERT_NO_FATAL_FAILURE(startAtTheFirstOfThree());
  dismissByKey();
  ASSERT_TRUE(checked());
  EXPECT_EQ(editor().textCursor().blockNumber(), 2);
  EXPECT_TRUE(child<QPushButton>(u"applyFix"_s).isEnabled());
  run(Act::ApplyFix);
  EXPECT_TRUE(text().contains(u"14件，，没有"));
  EXPECT_TRUE(text().contains(u"45户，送去"));
}

TEST_F(FindingsTest, NoFindingIsCurrentWhereTheCursorMeetsNone) {
  type(u"云溪县民政局2025年工作总结\n答复申请14件，，没有复议。\n走访群众四十五户。"_s);
  ASSERT_TRUE(checked());
  const auto at = static_cast<std::size_t>(text().indexOf(u"，，"));
  editor().select({at, at});
  EXPECT_TRUE(until([this] { return child<QPushButton>(u"applyFix"_s).isEnabled(); }));
  const auto away = static_cast<std::size_t>(text().indexOf(u"群众"));
  editor().select({away, away});
  EXPECT_TRUE(until([this] { return !child<QPushButton>(u"applyFix"_s).isEnabled(); }));
  run(Act::ApplyFix);
  EXPECT_TRUE(text().contains(u"，，"));
}

TEST_F(FindingsTest, F8WalksThroughAllFindingsAndRound) {
  type(u"甲XX乙\n丙XX丁"_s);
  ASSERT_TRUE(checked());
  editor().moveCursor(QTextCursor::Start);
  const std::size_t all = window->check().findings().size();
  ASSERT_GE(all, 2U);
  std::vector<Span> visited;
  for (std::size_t i = 0; i <= all; ++i) {
    run(Act::NextFinding);
    visited.push_back(editor().selected());
  }
  EXPECT_EQ(visited.front(), visited.back());
  run(Act::PreviousFinding);
  EXPECT_EQ(editor().selected(), visited[all - 1]);
}

TEST_F(FindingsTest, AFindingThatWasMendedByHandDisappears) {
  type(u"完成XX"_s);
  ASSERT_TRUE(hasFinding(u"placeholder"_s));
  press(Qt::Key_Backspace);
  press(Qt::Key_Backspace);
  type(u"12项"_s);
  EXPECT_FALSE(hasFinding(u"placeholder"_s));
}

TEST_F(FindingsTest, TheUnderlineIsPaintedUnderThePlace) {
  type(u"完成XX项任务"_s);
  ASSERT_TRUE(hasFinding(u"placeholder"_s));
  const QImage with = editor().viewport()->grab().toImage();
  editor().setMarks({});
  EXPECT_NE(with, editor().viewport()->grab().toImage());
}

}  // namespace
}  // namespace moxian

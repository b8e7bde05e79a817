#include <QAbstractButton>
#include <QDir>
#include <QPlainTextEdit>

#include "tests/ui/Window.h"
#include "ui/DraftText.h"
#include "ui/Slots.h"
#include "ui/Strings.h"
#include "ui/SuggestionsDock.h"

namespace moxian {
namespace {

class SuggestionsTest : public WindowTest {
 protected:
  CardList& list() { return child<CardList>(u"suggestionsList"_s); }
  void insert(const std::u16string& sentence) {
    Suggestion made;
    made.text = sentence;
    made.slots = writtenSlots(sentence);
    editor().insertSuggestion(made);
  }
  std::u16string chosen() { return draftText(*editor().document(), editor().selected()); }
};

TEST_F(SuggestionsTest, TheStarterCorpusOffersSentencesAtTheFirstStart) {
  services->corpus->start();
  type(u"云溪县民政局2024年工作总结\n一、存在的问题\n"_s);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
  EXPECT_TRUE(QFile::exists(path(u"data/moxian/corpus.db"_s)));
}

TEST_F(SuggestionsTest, ADamagedCorpusIsToldInWindowsThatComeLaterToo) {
  ASSERT_TRUE(QDir(folder.path()).mkpath(u"data/moxian"_s));
  write(u"data/moxian/corpus.db"_s, "SQLite format 3 and nothing of it");
  services->corpus->start();
  ASSERT_TRUE(until([this] { return services->corpus->error().has_value(); }));
  EXPECT_TRUE(window->notices().text().contains(u"corpus.db"_s));
  MainWindow later(*services);
  later.QWidget::show();
  EXPECT_TRUE(later.notices().text().contains(u"corpus.db"_s));
  type(u"编辑和检查照常。。"_s);
  ASSERT_TRUE(checked());
  EXPECT_FALSE(window->check().findings().empty());
}

TEST_F(SuggestionsTest, EnterInsertsTheSentenceAndUndoTakesItBack) {
  services->corpus->start();
  const QString before = u"云溪县民政局2024年工作总结\n一、存在的问题\n"_s;
  type(before);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
  run(Act::Suggest);
  const QString sentence = list().currentIndex().data(Qt::DisplayRole).toString();
  ASSERT_FALSE(sentence.isEmpty());
  QTest::keyClick(&list(), Qt::Key_Return);
  EXPECT_EQ(text(), before + sentence);
  run(Act::Undo);
  EXPECT_EQ(text(), before);
}

TEST_F(SuggestionsTest, ASentenceTakenAtTheHeadOfTheDraftStandsBelowTheTitle) {
  services->corpus->start();
  const QString title = u"云溪县民政局2024年工作总结\n"_s;
  const QString body = u"一、主要工作\n走访困难老人。\n"_s;
  type(title + body);
  ASSERT_TRUE(checked());
  editor().moveCursor(QTextCursor::Start);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
  run(Act::Suggest);
  QTest::keyClick(&list(), Qt::Key_Return);
  EXPECT_TRUE(text().startsWith(title)) << text().toStdString();
  EXPECT_TRUE(text().endsWith(u'\n' + body));
  EXPECT_GT(text().size(), title.size() + body.size() + 10);
  run(Act::Undo);
  EXPECT_EQ(text(), title + body);
}

TEST_F(SuggestionsTest, WhatWasTakenIsRememberedForTheNextTime) {
  services->corpus->start();
  type(u"云溪县民政局2024年工作总结\n一、存在的问题\n"_s);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 3; }));
  const QModelIndex third = list().model()->index(2, 0);
  const QString sentence = third.data(Qt::DisplayRole).toString();
  list().setCurrentIndex(third);
  QTest::keyClick(&list(), Qt::Key_Return);
  EXPECT_TRUE(until([this] { return QFile::exists(path(u"data/moxian/taken.txt"_s)); }));
  const auto taken = services->corpus->taken();
  ASSERT_NE(taken, nullptr);
  EXPECT_EQ(taken->times(TakenSentences::nameOf(utf16(sentence))), 1U);
}

TEST_F(SuggestionsTest, LettersGiveWayToTheSentenceThatTheySpell) {
  type(u"下一步，wslm"_s);
  insert(u"完善了栏目巡查制度。");
  EXPECT_EQ(text(), u"下一步，wslm完善了栏目巡查制度。"_s);
  editor().clear();
  type(u"下一步，lmxc"_s);
  insert(u"完善栏目巡查制度，每月通报一次。");
  EXPECT_EQ(text(), u"下一步，完善栏目巡查制度，每月通报一次。"_s);
}

TEST_F(SuggestionsTest, ADoubleClickInserts) {
  services->corpus->start();
  type(u"云溪县民政局2024年工作总结\n一、下一步打算\n"_s);
  ASSERT_TRUE(until([this] { return list().model()->rowCount() > 0; }));
  const qsizetype before = text().size();
  const QPoint first = list().visualRect(list().model()->index(0, 0)).center();
  QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, first);
  QTest::mouseDClick(list().viewport(), Qt::LeftButton, {}, first);
  EXPECT_GT(text().size(), before);
}

TEST_F(SuggestionsTest, TabVisitsTheSlotsAndTypingFillsThem) {
  insert(u"全年办理〔数字〕件，答复〔数字〕件，涉及〔地名〕。");
  EXPECT_EQ(chosen(), u"〔数字〕");
  type(u"35"_s);
  press(Qt::Key_Tab);
  type(u"30"_s);
  press(Qt::Key_Tab);
  EXPECT_EQ(chosen(), u"〔地名〕");
  type(u"青岚区"_s);
  EXPECT_EQ(text(), u"全年办理35件，答复30件，涉及青岚区。"_s);
}

TEST_F(SuggestionsTest, ShiftTabGoesBack) {
  insert(u"办理〔甲〕件，答复〔乙〕件。");
  press(Qt::Key_Tab);
  EXPECT_EQ(chosen(), u"〔乙〕");
  QTest::keyClick(&editor(), Qt::Key_Backtab, Qt::ShiftModifier);
  EXPECT_EQ(chosen(), u"〔甲〕");
}

TEST_F(SuggestionsTest, ACorpusThatCannotBeOpenedIsToldAndEditingGoesOn) {
  QDir().mkpath(path(u"data/moxian"_s));
  write(u"data/moxian/corpus.db"_s, "this is no database, only some text that is long enough");
  services->corpus->start();
  EXPECT_TRUE(until([this] { return !window->notices().text().isEmpty(); }));
  type(u"照常写"_s);
  EXPECT_EQ(text(), u"照常写"_s);
}

TEST_F(SuggestionsTest, OwnReportsJoinTheCorpus) {
  services->corpus->start();
  ASSERT_TRUE(until([this] { return services->corpus->state() == CorpusService::State::Ready; }));
  const std::size_t before = services->corpus->sentences();
  write(
      u"去年.txt"_s,
      u"云溪县民政局2023年工作总结\n一、主要工作\n我局组织护理员开展技能培训，考核合格后持证上岗，"
      "养老服务质量明显提高。\n二、存在的问题\n部分村级服务站开放时间不固定，老年人就餐不够方便。\n"_s
          .toUtf8());
  script->paths.enqueue(path(u"去年.txt"_s));
  run(Act::ImportFiles);
  EXPECT_TRUE(until([&] { return services->corpus->sentences() > before; }));
  EXPECT_FALSE(window->notices().text().isEmpty());
}

TEST_F(SuggestionsTest, AnImportTellsWhatItDidNotTake) {
  services->corpus->start();
  ASSERT_TRUE(until([this] { return services->corpus->state() == CorpusService::State::Ready; }));
  write(u"汇编.txt"_s,
        u"目录\n1.云溪县民政局2023年工作总结\n2.云溪县水利局2023年工作总结\n"
        "云溪县民政局2023年工作总结\n一、主要工作\n得到***书记肯定，***同志批示表扬。\n"
        "全年走访困难老人，登记需求并逐项办理，老人和家属都表示满意。\n"_s.toUtf8());
  script->paths.enqueue(path(u"汇编.txt"_s));
  run(Act::ImportFiles);
  EXPECT_TRUE(until([this] {
    return window->notices().text().contains(u"《云溪县水利局2023年工作总结》"_s);
  })) << window->notices().text().toStdString();
  EXPECT_TRUE(window->notices().text().contains(u"有残缺或乱码 1"_s));
  for (auto* choice : window->notices().findChildren<QAbstractButton*>()) {
    if (choice->text() == u"查看清单"_s) choice->click();
  }
  const auto* list = window->findChild<QPlainTextEdit*>(u"importListText"_s);
  ASSERT_NE(list, nullptr);
  EXPECT_TRUE(list->toPlainText().contains(u"***书记"_s));
}

}  // namespace
}  // namespace moxian
